package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
)

const ingestHelp = `Take articles in: files, folders, or - for standard input.

A text file is one article, with or without a header:

  url: https://harbour-herald.example/2024/03/talks
  outlet: Harbour Herald
  title: Talks resume in Sarn
  published: 2024-03-11

  The text …

A JSON file is an object or an array of objects with url, outlet, title,
published, language and text; JSON Lines has one object a line. Of a folder,
files ending in .txt, .json, .jsonl and .ndjson are taken.

The flags fill in what an article itself does not say. The same article again
changes nothing; a changed one becomes a new version. An article that cannot be
taken is told with its reason, the others go on, and the exit status is 1.`

type ingestFlags struct {
	asking
	defaults onrecord.ArticleInfo
	date     string
}

func ingestCommand(std streams) *cobra.Command {
	f := &ingestFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "ingest FILE|DIR|- …",
		Short:   "Take articles in",
		Long:    ingestHelp,
		Example: "  onrecord ingest sample/articles\n  onrecord ingest --date 2025-05-22 --outlet 'Harbour Herald' story.txt",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.date != "" {
				d, err := onrecord.ParseDate(f.date)
				if err != nil {
					return fmt.Errorf("--date: %w", err)
				}
				f.defaults.Published = d
			}
			src, err := findSources(args, f.in, f.defaults)
			if err != nil {
				return err
			}
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c, src) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.date, "date", "", "published date: YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339")
	cmd.Flags().StringVar(&f.defaults.URL, "url", "", "where it was published (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Outlet, "outlet", "", "the publication")
	cmd.Flags().StringVar(&f.defaults.Title, "title", "", "the headline (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Language, "language", "", "BCP 47 tag (default: worked out)")
	return cmd
}

// tally counts what an ingest did.
type tally struct {
	Created    int `json:"created"`
	Changed    int `json:"changed"`
	Unchanged  int `json:"unchanged"`
	Refreshed  int `json:"refreshed"`
	Refused    int `json:"refused"`
	Statements int `json:"statements"`
}

func (t *tally) add(a client.Ack) {
	t.Statements += a.Claims
	switch {
	case a.Err != nil:
		t.Refused++
	case a.Outcome == onrecord.OutcomeCreated:
		t.Created++
	case a.Outcome == onrecord.OutcomeUpdated:
		t.Changed++
	case a.Outcome == onrecord.OutcomeRefreshed:
		t.Refreshed++
	default:
		t.Unchanged++
	}
}

func (t *tally) all() int { return t.Created + t.Changed + t.Unchanged + t.Refreshed + t.Refused }

func (f *ingestFlags) run(ctx context.Context, c *client.Client, src *sources) error {
	p := newProgress(f.err, src.total)
	defer p.done()
	var t tally
	for ack, err := range ingestAll(ctx, c, src) {
		if err != nil {
			return fmt.Errorf("after %s articles: %w", count(t.all()), err)
		}
		if t.add(ack); ack.Err != nil {
			p.say("refused %s: %v", ack.Label, ack.Err)
		}
		p.update(t.all(), src.read.Load())
	}
	p.done()
	return f.report(t)
}

func (f *ingestFlags) report(t tally) error {
	if f.json {
		if err := writeLine(f.out, func() ([]byte, error) { return json.Marshal(t) }); err != nil {
			return err
		}
	} else {
		refreshed := ""
		if t.Refreshed > 0 {
			refreshed = fmt.Sprintf(" (and %s with statements found anew)", count(t.Refreshed))
		}
		fmt.Fprintf(f.out, "%s: %s new, %s changed, %s unchanged%s, %s refused; %s.\n", number(t.all(), "article"),
			count(t.Created), count(t.Changed), count(t.Unchanged), refreshed, count(t.Refused), number(t.Statements, "statement"))
	}
	if t.Refused > 0 {
		return fmt.Errorf("%s of %s articles were refused", count(t.Refused), count(t.all()))
	}
	return nil
}

// ingestAll sends the articles of src and yields an acknowledgement for each
// item, those that could not be read included, in order.
func ingestAll(ctx context.Context, c *client.Client, src *sources) iter.Seq2[client.Ack, error] {
	items := func(yield func(client.Item) bool) {
		for item := range src.items() {
			if !yield(client.Item{Article: item.Article, Label: item.Where, Err: item.Err}) {
				return
			}
		}
	}
	return c.IngestAll(ctx, items)
}
