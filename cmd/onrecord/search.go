package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

const searchHelp = `Look up what was said.

Words must all occur, in any of their English forms. Also:
  "exact words"   one after the other      -word           must not occur
  this OR that    either                   +word           must occur
  (a OR b) c      grouped                  sanc*           words that begin so
  speaker:velden  by words of the name     title:minister  by words of the title
  outlet:"harbour herald"                  kind:direct     direct, indirect, mixed
  state:removed   present, edited, removed: whether its source still has it
  said:2025-05..2025-06                    published:2024  by date, to the day, month or year`

type searchFlags struct {
	asking
	query  client.Query
	order  string
	facets bool
	limit  int
}

func searchCommand(std streams) *cobra.Command {
	f := &searchFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Look up what was said",
		Long:    searchHelp,
		Example: "  onrecord search ceasefire\n  onrecord search 'sanctions speaker:velden said:2024' --order oldest",
		RunE: func(cmd *cobra.Command, args []string) error {
			f.query.Text = strings.Join(args, " ")
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.order, "order", "relevance", "the `order`: relevance, newest or oldest")
	cmd.Flags().BoolVar(&f.query.Collapse, "collapse", true, "show of a statement that several articles have one appearance, and how many there are")
	presentOnlyFlag(cmd.Flags(), &f.query.PresentOnly)
	cmd.Flags().BoolVar(&f.facets, "facets", false, "count the matches by speaker, outlet, kind and month too")
	cmd.Flags().IntVarP(&f.limit, "limit", "n", 20, "the `number` of statements at the most; 0: all")
	return cmd
}

// orders are the words for --order.
var orders = map[string]onrecord.Order{
	"relevance": onrecord.OrderRelevance, "newest": onrecord.OrderNewest, "oldest": onrecord.OrderOldest,
}

func (f *searchFlags) run(ctx context.Context, c *client.Client) error {
	order, ok := orders[f.order]
	if !ok {
		return fmt.Errorf("--order %q: takes relevance, newest or oldest", f.order)
	}
	if err := checkLimit(f.limit); err != nil {
		return err
	}
	f.query.Order = order
	if f.facets {
		f.query.Facets = []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldMonth}
	}
	f.query.PageSize = 100
	if f.limit > 0 {
		f.query.PageSize = min(f.limit, 100)
	}
	return f.print(ctx, c)
}

// print writes page after page until the limit.
func (f *searchFlags) print(ctx context.Context, c *client.Client) error {
	p := newPrinter(f.out)
	var first client.Page
	n := 0
	for token := ""; ; {
		page, err := c.SearchPage(ctx, f.query, token)
		if err != nil {
			return err
		}
		if token == "" {
			first = page
			f.begin(p, first)
		}
		hits := page.Hits
		if f.limit > 0 {
			hits = hits[:min(len(hits), f.limit-n)]
		}
		for _, hit := range hits {
			n++
			if err := f.one(p, n, hit); err != nil {
				return err
			}
		}
		if token = page.Next; token == "" || n == f.limit {
			return f.end(first)
		}
	}
}

// begin tells a person what the answer is drawn from.
func (f *searchFlags) begin(p *printer, first client.Page) {
	if f.json {
		return
	}
	different := first.Total
	if f.query.Collapse {
		different = first.Groups
	}
	shown := different
	if f.limit > 0 {
		shown = min(shown, f.limit)
	}
	p.found(first.Total, different, shown, first.Coverage)
	p.facets(f.query.Facets, first.Facets)
}

func (f *searchFlags) one(p *printer, n int, hit onrecord.Hit) error {
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return wire.HitJSON(hit) })
	}
	p.claim(fmt.Sprintf("%d.", n), hit.Claim, hit.Highlights, repetitions(hit.Group)...)
	return nil
}

// end tells a program what the answer is drawn from.
func (f *searchFlags) end(first client.Page) error {
	if !f.json {
		return nil
	}
	return writeLine(f.out, func() ([]byte, error) {
		return wire.SearchSummaryJSON(first.Total, first.Groups, f.query.Facets, first.Facets, first.Coverage)
	})
}
