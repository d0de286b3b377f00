package main

import (
	"context"
	"fmt"
	"os"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/service"
)

// welcome takes the sample in where there is nothing yet, and says what the
// index holds and what to try next.
func (f *serveFlags) welcome(ctx context.Context, svc *service.Service, grpcAddr, httpAddr string) error {
	p := newPrinter(f.out)
	p.wrap("", "", clean(fmt.Sprintf("On Record is up: gRPC on %s, REST on http://%s, index in %s.", grpcAddr, httpAddr, f.data)))
	cov, err := svc.Coverage(ctx)
	if err != nil {
		return err
	}
	if cov.Articles == 0 && f.sample != "" {
		if err := f.takeSample(ctx, grpcAddr); err != nil {
			return fmt.Errorf("take in %s: %w", f.sample, err)
		}
		if cov, err = svc.Coverage(ctx); err != nil {
			return err
		}
	}
	if cov.Articles == 0 {
		p.line("It holds nothing yet: onrecord ingest takes articles in.")
	} else {
		p.wrap("", "", clean("It holds "+coverage(cov)+"."))
	}
	if f.sample != "" {
		p.line("%s", safe(tryNext(grpcAddr, httpAddr)))
	}
	return nil
}

// takeSample goes the way of every article: over gRPC.
func (f *serveFlags) takeSample(ctx context.Context, addr string) error {
	src, err := findSources([]string{f.sample}, f.in, onrecord.ArticleInfo{})
	if err != nil {
		return err
	}
	a := asking{streams: f.streams, server: addr}
	return a.with(func(c *client.Client) error {
		return (&ingestFlags{asking: a, restart: true}).run(ctx, c, src)
	})
}

// tryNext returns lines that work as they stand, from the folder where the
// server was started.
func tryNext(grpcAddr, httpAddr string) string {
	self := os.Args[0]
	server := ""
	if grpcAddr != "127.0.0.1:50051" {
		server = " --server " + grpcAddr
	}
	const grpcurl = "go run github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.4 -plaintext"
	return fmt.Sprintf(`
Try in another terminal:

  %[1]s search ceasefire%[2]s
  %[1]s search 'sanctions speaker:velden' --order oldest%[2]s
  %[1]s related --speaker reyland 'We will sign a ceasefire'%[2]s
  %[1]s check sample/drafts/ceasefire-draft.txt%[2]s
  %[1]s timeline --speaker reyland ceasefire%[2]s
  %[1]s verify --speaker reyland 'We will sign a ceasefire while a single Tolvari soldier stands on the Tern Islands'%[2]s

  curl 'http://%[3]s/v1/claims:search?query=ceasefire&pageSize=3'
  curl 'http://%[3]s/v1/claims:search?query=sanctions%%20kind:direct&order=SEARCH_ORDER_NEWEST&facets=CLAIM_FACET_SPEAKER'

  %[4]s %[5]s list
  %[4]s -d '{"query": "ceasefire", "pageSize": 3}' %[5]s onrecord.v1.ClaimService/SearchClaims
  %[4]s -d '{"query": "sanctions speaker:okar"}' %[5]s onrecord.v1.ClaimService/SearchClaims

Ctrl-C stops the server.`, self, server, httpAddr, grpcurl, grpcAddr)
}
