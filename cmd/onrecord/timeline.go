package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

const timelineHelp = `What was said over time: by a speaker, on a matter, or both.

Shows how many statements there are when, who was first, who says it most, the
statements in order, and candidates for a changed position: pairs of statements
of one speaker on one matter in which a word says the contrary, another number,
or something firmer or less firm. They are for you to judge, and no verdict.

A statement that several articles have is one, where it first appeared; with
--collapse=false each appearance counts.

QUERY is in the query language of "onrecord search".`

type timelineFlags struct {
	asking
	period client.Period
	limit  int
}

func timelineCommand(std streams) *cobra.Command {
	f := &timelineFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "timeline [--speaker WHO] [QUERY]",
		Short:   "What was said over time: when, who first, who most, what may have changed",
		Long:    timelineHelp,
		Example: "  onrecord timeline ceasefire\n  onrecord timeline --speaker reyland ceasefire\n  onrecord timeline --speaker velden",
		RunE: func(cmd *cobra.Command, args []string) error {
			f.period.Query = strings.Join(args, " ")
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.period.Speaker, "speaker", "", "the `name` of the speaker: words of it, or speakers/…")
	presentOnlyFlag(cmd.Flags(), &f.period.PresentOnly)
	cmd.Flags().BoolVar(&f.period.Collapse, "collapse", true, "take the appearances of a statement in several articles for one statement")
	cmd.Flags().IntVarP(&f.limit, "limit", "n", 20, "the `number` of statements at the most; 0: all")
	cmd.Flags().IntVar(&f.period.Speakers, "speakers", 10, "the `number` of speakers at the most")
	cmd.Flags().IntVar(&f.period.Candidates, "candidates", 10, "the `number` of candidates for a changed position at the most")
	return cmd
}

// run writes page after page until the limit; the candidates come last.
func (f *timelineFlags) run(ctx context.Context, c *client.Client) error {
	if err := checkLimit(f.limit); err != nil {
		return err
	}
	f.period.PageSize = 100
	if f.limit > 0 {
		f.period.PageSize = min(f.limit, 100)
	}
	p := newPrinter(f.out)
	var first client.TimelinePage
	n, dated := 0, true
	for token := ""; ; {
		page, err := c.TimelinePage(ctx, f.period, token)
		if err != nil {
			return err
		}
		if token == "" {
			first = page
			f.begin(p, first)
		}
		for _, hit := range slices.Concat(page.Statements, page.Undated) {
			if f.limit > 0 && n == f.limit {
				break
			}
			n++
			if err := f.one(p, n, hit, dated); err != nil {
				return err
			}
			dated = hit.Claim.When().Known()
		}
		if token = page.Next; token == "" || n == f.limit {
			return f.end(p, first)
		}
	}
}

// begin tells a person what all statements come to.
func (f *timelineFlags) begin(p *printer, first client.TimelinePage) {
	if f.json {
		return
	}
	different := first.Total
	if f.period.Collapse {
		different = first.Groups
	}
	shown := different
	if f.limit > 0 {
		shown = min(shown, f.limit)
	}
	p.found(first.Total, different, shown, first.Coverage)
	p.summary(first.Summary)
	if len(first.Statements) > 0 {
		p.line("%s\n", p.bold("The statements, oldest first:"))
	}
}

// one writes a statement; dated tells whether the one before has a date.
func (f *timelineFlags) one(p *printer, n int, hit onrecord.Hit, dated bool) error {
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return wire.TimelineStatementJSON(hit) })
	}
	if dated && !hit.Claim.When().Known() {
		p.line("%s\n", p.bold("Without a date, in no order:"))
	}
	p.claim(fmt.Sprintf("%d.", n), hit.Claim, hit.Highlights, repetitions(hit.Group)...)
	return nil
}

// end tells a person the candidates for a changed position, and a program what
// all statements come to.
func (f *timelineFlags) end(p *printer, first client.TimelinePage) error {
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return wire.TimelineSummaryJSON(first.Summary, first.Coverage) })
	}
	p.candidates(first.Summary.Candidates)
	return nil
}

// summary writes what all statements come to.
func (p *printer) summary(t *onrecord.Timeline) {
	if !t.First.Known() {
		return
	}
	p.histogram(t)
	p.ends("Said first, as far as is known", t.Earliest, t.EarliestTotal)
	p.ends("Said last, as far as is known", t.Latest, len(t.Latest))
	if len(t.Speakers) > 0 {
		p.line("%s", p.bold("Who says it most:"))
		rows := table{p: p, indent: "   "}
		for _, s := range t.Speakers {
			rows.row(s.Name, times(s), dates(s.First, s.Last))
		}
		rows.print()
		p.line("")
	}
}

// times writes how many statements a speaker has and, where they are fewer, how
// often these appeared.
func times(s onrecord.SpeakerShare) string {
	if s.Groups == 0 || s.Groups == s.Count {
		return count(s.Count)
	}
	return count(s.Groups) + " (" + number(s.Count, "appearance") + ")"
}

// ends writes statements at an end of a timeline, some of so many.
func (p *printer) ends(title string, claims []onrecord.Claim, total int) {
	p.line("%s", p.bold(title+":"))
	for _, c := range claims {
		who := cmp.Or(c.Speaker.Name, "(speaker not known)")
		p.wrap("   ", "      ", clean(moment(c.When())+"  "+who+"  ")+p.dim(c.Name()))
	}
	if total > len(claims) {
		p.line("   … and %s more", count(total-len(claims)))
	}
	p.line("")
}

// dates writes from when to when, as exactly as is known.
func dates(first, last onrecord.Date) string {
	switch {
	case !first.Known():
		return "no date"
	case first == last:
		return moment(first)
	}
	return moment(first) + " to " + moment(last)
}

// candidates writes both statements of each, with the words that differ.
func (p *printer) candidates(candidates []onrecord.ChangeCandidate) {
	if len(candidates) == 0 {
		return
	}
	p.wrap("", "", p.bold("Candidates for a changed position (for you to judge; no verdict):"))
	p.line("")
	for i, c := range candidates {
		var differ []string
		var earlier, later []onrecord.Span
		for _, s := range c.Signs {
			differ = append(differ, cueWords[s.Cue])
			earlier, later = mergeSpans(earlier, s.Earlier), mergeSpans(later, s.Later)
		}
		p.wrap("", "   ", clean(fmt.Sprintf("%d. ", i+1))+p.bold(strings.Join(differ, "; "))+clean(fmt.Sprintf(" (%.2f)", c.Score)))
		p.claim("  Earlier:", c.Earlier, earlier)
		p.claim("  Later:", c.Later, later)
	}
}

// cueWords say in which way the words differ.
var cueWords = map[onrecord.ChangeCue]string{
	onrecord.CueNegation: "one denies what the other says", onrecord.CueOpposite: "words of opposite meaning",
	onrecord.CueNumber: "another number", onrecord.CueModality: "firmer or less firm", onrecord.CueTime: "another time",
}
