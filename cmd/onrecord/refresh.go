package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/onrecord/onrecord/service"
)

// refresh finds the statements anew that an earlier version of the program
// found, and tells every ten seconds how far it is. Where that fails the server
// goes on with those that are there; the next start tries again.
func (f *serveFlags) refresh(ctx context.Context, svc *service.Service, log *slog.Logger) {
	p := newPrinter(f.out)
	var done service.Refreshed
	told := time.Now()
	err := svc.Refresh(ctx, func(r service.Refreshed) {
		done = r
		if r.Anew > 0 && time.Since(told) >= 10*time.Second {
			told = time.Now()
			p.line("Finding statements anew, by the rules of this version: %s so far.", number(r.Articles, "article"))
		}
	})
	switch {
	case err != nil && ctx.Err() == nil:
		log.Warn("statements of an earlier version were not found anew", "articles", done.Anew, "err", err)
	case err == nil && done.Anew > 0:
		p.line("Statements of %s were found anew, by the rules of this version.", number(done.Anew, "article"))
	}
}
