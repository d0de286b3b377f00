package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
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
told with its reason and place, the rest goes on, and the exit status is 1;
--rejects FILE keeps the articles with that, to be mended and taken in. What is no article is passed over and counted: pictures and
requests of an archive, stories that an agency has withdrawn. Links of a feed's
file are counted too: their pages are fetched when the feed is given by its URL.

An import that was cut off goes on where it was: give the same command again, in
the same folder. That holds as long as the files up to there are the same, and
not where a URL is among them.

With --json each article gets a line {"index", "item", "article", "outcome",
"claimCount", "error"} as soon as it is durable or refused; the last line is
{"summary": …}.`

type ingestFlags struct {
	asking
	defaults onrecord.ArticleInfo
	date     string
	fields   []string
	web      webConfig

	sources     []string // the arguments
	rejectsPath string
	restart     bool
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
			f.sources = args
			src, err := findSources(args, f.in, f.defaults)
			if err != nil {
				return err
			}
			if src.fields, err = ingest.ParseFieldMap(f.fields); err != nil {
				return fmt.Errorf("--map: %w", err)
			}
			if err := src.openWeb(f.web); err != nil {
				return err
			}
			err = f.with(func(c *client.Client) error { return f.run(cmd.Context(), c, src) })
			return errors.Join(err, src.closeWeb())
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.date, "date", "", "published `date`: YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339")
	cmd.Flags().StringVar(&f.defaults.URL, "url", "", "the `address` where it was published (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Outlet, "outlet", "", "the `name` of the publication")
	cmd.Flags().StringVar(&f.defaults.Title, "title", "", "the `headline` (for a single article)")
	cmd.Flags().StringVar(&f.defaults.Language, "language", "", "BCP 47 `tag` (default: worked out)")
	cmd.Flags().StringSliceVar(&f.fields, "map", nil, "where JSON has a field: `NAME=FIELD`, NAME with dots for objects within")
	cmd.Flags().StringVar(&f.rejectsPath, "rejects", "", "write what was not taken to this `file`: JSON Lines of articles, each with place and reason")
	cmd.Flags().BoolVar(&f.restart, "restart", false, "begin anew where the same import was cut off")
	f.web.flags(cmd.Flags())
	return cmd
}
