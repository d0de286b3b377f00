package main

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

func listCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	limit := 0
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the articles, the latest published first",
		Long:    "List the articles, the latest published first, those without a date last.",
		Example: "  onrecord list\n  onrecord list -n 0 --json",
		Args:    takes(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkLimit(limit); err != nil {
				return err
			}
			return a.with(func(c *client.Client) error { return a.listArticles(cmd.Context(), c, limit) })
		},
	}
	a.flags(cmd)
	cmd.Flags().IntVarP(&limit, "limit", "n", 50, "the `number` listed at the most; 0: all")
	return cmd
}

// checkLimit refuses a --limit below 0, which stands for all.
func checkLimit(limit int) error {
	if limit < 0 {
		return fmt.Errorf("--limit %d: takes 0 (all) or more", limit)
	}
	return nil
}

func (a *asking) listArticles(ctx context.Context, c *client.Client, limit int) error {
	p := newPrinter(a.out)
	n := 0
	for article, err := range c.Articles(ctx) {
		if err != nil {
			return err
		}
		if n++; limit > 0 && n > limit {
			a.more(limit)
			return nil
		}
		if !a.json {
			p.listed(article)
			continue
		}
		if err := writeLine(a.out, func() ([]byte, error) { return wire.ArticleJSON(onrecord.Article{ArticleInfo: article}) }); err != nil {
			return err
		}
	}
	if n == 0 && !a.json {
		p.line("There are no articles yet: onrecord ingest takes some in.")
	}
	return nil
}

// more tells a person at a terminal that a list goes on.
func (a *asking) more(limit int) {
	if p := newPrinter(a.err); p.terminal && !a.json {
		p.line("%s", p.dim(fmt.Sprintf("There are more than %s: --limit 0 lists all.", count(limit))))
	}
}

// listed writes one article of a list: day and headline, outlet and name.
func (p *printer) listed(a onrecord.ArticleInfo) {
	published := a.Published
	published.Precision = min(published.Precision, onrecord.PrecisionDay)
	day := cmp.Or(published.String(), "no date")
	indent := spaces(len(time.DateOnly) + 2)
	p.wrap(clean(fmt.Sprintf("%-*s  ", len(time.DateOnly), day)), indent, p.bold(cmp.Or(a.Title, "(no title)")))
	p.list(indent, parts(a.Outlet, onrecord.ArticleName(a.ID)))
}
