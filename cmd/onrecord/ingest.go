package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/internal/wire"
)

const ingestHelp = `Take articles in: files, folders, what URLs point to, or - for standard input.

A text file is one article, with or without a header:

  url: https://harbour-herald.example/2024/03/talks
  outlet: Harbour Herald
  title: Talks resume in Sarn
  published: 2024-03-11

  The text …

A JSON file is an object or an array of objects with url, outlet, title,
published, language and text, or other names with --map (--map data.head=title,
body=text); JSON Lines has one object a line. Other fields are ignored, and told.
Web pages, feeds (RSS, Atom, JSON Feed), captions (SRT, WebVTT), wires (ninjs,
NewsML-G2, NITF), web archives (WARC), GDELT's quotation graph and Quotebank are
told apart by what is in them, also when compressed (.gz, .bz2, .zst). Of a
folder, files whose names end so are taken, those in folders below and behind
links too, hidden ones not.

A URL (http, https) is fetched, and where it is a feed the pages that it links
to, politely: robots.txt is asked first and obeyed, a host gets one request at a
time and one a second (--pace, or its Crawl-delay if that is longer), and is left
alone when it asks for that. With --state FILE the next time only what changed is
sent. Addresses that are not public are refused (--allow-private). Nothing else
uses the network, but the server.

The flags fill in what an article itself does not say. The same article again
changes nothing; a changed one becomes a new version. What cannot be taken is
told with its reason and place (--rejects FILE keeps them), the rest goes on, and
the exit status is 1. What is no article is passed over and counted: pictures and
requests of an archive, stories that an agency has withdrawn. Links of a feed's
file are counted too: their pages are fetched when the feed is given by its URL.

With --json each article gets a line {"index", "item", "article", "outcome",
"claimCount", "error"} as soon as it is durable or refused; the last line is
{"summary": …}.`

type ingestFlags struct {
	asking
	defaults onrecord.ArticleInfo
	date     string
	fields   []string
	rejects  rejects
	web      webConfig
}

func ingestCommand(std streams) *cobra.Command {
	f := &ingestFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "ingest FILE|DIR|URL|- …",
		Short:   "Take articles in",
		Long:    ingestHelp,
		Example: "  onrecord ingest sample/articles\n  onrecord ingest --date 2025-05-22 --outlet 'Harbour Herald' story.txt",
		Args:    takes(1, unlimited, "FILE, DIR, URL or - (standard input), one or more"),
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
			if src.fields, err = ingest.ParseFieldMap(f.fields); err != nil {
				return fmt.Errorf("--map: %w", err)
			}
			if err := f.rejects.open(); err != nil {
				return err
			}
			if err := src.openWeb(f.web); err != nil {
				return err
			}
			err = f.with(func(c *client.Client) error { return f.run(cmd.Context(), c, src) })
			return errors.Join(err, src.closeWeb(), f.rejects.close())
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.date, "date", "", "published `date`: YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339")
	cmd.Flags().StringVar(&f.defaults.URL, "url", "", "the `address` where it was published (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Outlet, "outlet", "", "the `name` of the publication")
	cmd.Flags().StringVar(&f.defaults.Title, "title", "", "the `headline` (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Language, "language", "", "BCP 47 `tag` (default: worked out)")
	cmd.Flags().StringSliceVar(&f.fields, "map", nil, "where JSON has a field: `NAME=FIELD`, NAME with dots for objects within")
	cmd.Flags().StringVar(&f.rejects.path, "rejects", "", "write what was not taken to this `file`: JSON Lines of item and reason")
	f.web.flags(cmd.Flags())
	return cmd
}

// tally counts what an ingest did.
type tally struct {
	Articles   int `json:"articles"` // all of them
	Created    int `json:"created"`
	Changed    int `json:"changed"`
	Unchanged  int `json:"unchanged"`
	Refreshed  int `json:"refreshed"`
	Refused    int `json:"refused"`
	PassedOver int `json:"passedOver"` // no articles, and not among all of them
	NotFetched int `json:"notFetched"` // links, likewise
	Statements int `json:"statements"`
	// Of the changed ones: statements that the source now has in other words, or
	// not any more.
	Edited        int            `json:"edited"`
	Removed       int            `json:"removed"`
	IgnoredFields map[string]int `json:"ignoredFields"` // articles by the name of a field
}

func (t *tally) add(a client.Ack) {
	switch {
	case errors.Is(a.Err, ingest.ErrPassedOver):
		t.PassedOver++
		return
	case errors.Is(a.Err, ingest.ErrNotFetched):
		t.NotFetched++
		return
	}
	t.Articles++
	t.Statements += a.Claims
	switch {
	case a.Err != nil:
		t.Refused++
	case a.Outcome == onrecord.OutcomeCreated:
		t.Created++
	case a.Outcome == onrecord.OutcomeUpdated:
		t.Changed++
		t.Edited, t.Removed = t.Edited+a.Changes.Edited, t.Removed+a.Changes.Removed
	case a.Outcome == onrecord.OutcomeRefreshed:
		t.Refreshed++
	default:
		t.Unchanged++
	}
}

// String writes the counts for people.
func (t *tally) String() string {
	refreshed := ""
	if t.Refreshed > 0 {
		refreshed = fmt.Sprintf(" (and %s with statements found anew)", count(t.Refreshed))
	}
	changed := ""
	if t.Edited+t.Removed > 0 {
		changed = fmt.Sprintf(" (in their sources %s edited, %s removed)", count(t.Edited), count(t.Removed))
	}
	others := ""
	if t.PassedOver > 0 {
		others = fmt.Sprintf(" Passed over: %s.", number(t.PassedOver, "item"))
	}
	if t.NotFetched > 0 {
		others += fmt.Sprintf(" Not fetched: %s.", number(t.NotFetched, "link"))
	}
	return fmt.Sprintf("%s: %s new, %s changed, %s unchanged%s, %s refused; %s%s.%s", number(t.Articles, "article"),
		count(t.Created), count(t.Changed), count(t.Unchanged), refreshed, count(t.Refused), number(t.Statements, "statement"), changed, others)
}

func (f *ingestFlags) run(ctx context.Context, c *client.Client, src *sources) error {
	p := newProgress(f.err, src.total)
	defer p.done()
	var t tally
	index := 0
	for ack, err := range ingestAll(ctx, c, src) {
		if err != nil {
			p.done()
			return errors.Join(err, f.report(t, src))
		}
		if err := f.one(p, index, ack); err != nil {
			return err
		}
		index++
		t.add(ack)
		p.update(t.Articles, src.read.Load())
	}
	p.done()
	if err := f.report(t, src); err != nil {
		return err
	}
	if t.Refused > 0 {
		return fmt.Errorf("%s of %s articles were refused", count(t.Refused), count(t.Articles))
	}
	return nil
}

// one tells what became of one article: a program always, a person where it was
// refused.
func (f *ingestFlags) one(p *progress, index int, a client.Ack) error {
	if err := f.rejects.add(a); err != nil {
		return err
	}
	if f.json {
		return writeLine(f.out, func() ([]byte, error) {
			return wire.AckJSON(wire.Ack{Index: index, Item: a.Label, ArticleID: a.ArticleID, Outcome: a.Outcome, Claims: a.Claims, Changes: a.Changes, Err: a.Err})
		})
	}
	if a.Err != nil && !isNoFault(a.Err) {
		p.say("refused %s: %v", a.Label, a.Err)
	}
	return nil
}

func (f *ingestFlags) report(t tally, src *sources) error {
	t.IgnoredFields = src.ignored.all()
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return json.Marshal(map[string]tally{"summary": t}) })
	}
	newPrinter(f.out).line("%s", t.String())
	if len(t.IgnoredFields) > 0 {
		newPrinter(f.err).line("%s", tellIgnored(t.IgnoredFields))
	}
	return nil
}

// ingestAll sends the articles of src and yields an acknowledgement for each
// item, those that could not be read included, in order. Where there is nothing
// to send, no server is asked.
func ingestAll(ctx context.Context, c *client.Client, src *sources) iter.Seq2[client.Ack, error] {
	if src.none() {
		return func(yield func(client.Ack, error) bool) {
			for _, f := range src.found {
				if !yield(client.Ack{Label: f.path, Err: f.err}, nil) {
					return
				}
			}
		}
	}
	acks := c.IngestAll(ctx, func(yield func(client.Item) bool) {
		for item := range src.items(ctx) {
			if !yield(client.Item{Article: item.Article, Label: item.Where, Err: item.Err}) {
				return
			}
		}
	})
	return func(yield func(client.Ack, error) bool) {
		for ack, err := range acks {
			if err == nil {
				ack = unchanged(ack)
				src.receipts.acknowledged(ack.Err)
			}
			if !yield(ack, err) {
				return
			}
		}
	}
}
