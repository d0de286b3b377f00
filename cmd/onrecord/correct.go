package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

const correctHelp = `Put right what was found wrongly in a statement: who said it, the title, where
the words begin and end, how they are quoted. What is not given stays.

--start and --end are bytes of the article's text, as get --json shows them. The
correction is kept with the article: it outlives new versions of it as long as
the statement is still found there.`

type correctFlags struct {
	asking
	speaker, title, kind, note string
	start, end, version        int
}

func correctCommand(std streams) *cobra.Command {
	f := &correctFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "correct CLAIM",
		Short:   "Put right the speaker, the words or the kind of a statement",
		Long:    correctHelp,
		Example: "  onrecord correct articles/…/claims/… --speaker 'Mara Velden' --note 'checked the tape'",
		Args:    takes(1, 1, "one CLAIM: articles/…/claims/…"),
		RunE: func(cmd *cobra.Command, args []string) error {
			fix, err := f.fix(cmd)
			if err != nil {
				return see(cmd, err)
			}
			return f.with(func(c *client.Client) error { return f.run(cmd, c, args[0], fix) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.speaker, "speaker", "", "who said it: the `name` in full, or speakers/… of one in the index")
	cmd.Flags().StringVar(&f.title, "title", "", "the speaker's `title` as the article states it; '' takes it away")
	cmd.Flags().IntVar(&f.start, "start", 0, "the `byte` where the words begin (with --end)")
	cmd.Flags().IntVar(&f.end, "end", 0, "the `byte` behind them (with --start)")
	cmd.Flags().StringVar(&f.kind, "kind", "", "the `kind`: direct, indirect or mixed")
	cmd.Flags().StringVar(&f.note, "note", "", "a `note`: why, and by whom")
	cmd.Flags().IntVar(&f.version, "version", 0, "the `number` of the last correction that you have seen (default: the last one there is)")
	return cmd
}

// fix returns what the flags that were given ask for.
func (f *correctFlags) fix(cmd *cobra.Command) (client.Correction, error) {
	fix := client.Correction{Note: f.note, Version: f.version}
	given := cmd.Flags().Changed
	if given("speaker") {
		fix.Speaker = &f.speaker
	}
	if given("title") {
		fix.Title = &f.title
	}
	if given("start") != given("end") {
		return fix, errors.New("--start and --end: take each other")
	}
	if given("start") {
		fix.Span = &onrecord.Span{Start: f.start, End: f.end}
	}
	if given("kind") {
		kind, ok := onrecord.ParseKind(f.kind)
		if !ok {
			return fix, fmt.Errorf("--kind %q: takes direct, indirect or mixed", f.kind)
		}
		fix.Kind = kind
	}
	if fix.Speaker == nil && fix.Title == nil && fix.Span == nil && fix.Kind == onrecord.KindUnknown {
		return fix, errors.New("correct takes at least one of --speaker, --title, --start with --end, --kind")
	}
	return fix, nil
}

func (f *correctFlags) run(cmd *cobra.Command, c *client.Client, name string, fix client.Correction) error {
	ctx := cmd.Context()
	if !cmd.Flags().Changed("version") {
		version, err := lastCorrection(ctx, c, name)
		if err != nil {
			return err
		}
		fix.Version = version
	}
	claim, err := c.Correct(ctx, name, fix)
	if err != nil {
		return missing(name, err)
	}
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return wire.ClaimJSON(claim) })
	}
	p := newPrinter(f.out)
	p.claim("", claim, nil)
	p.corrections(claim)
	return nil
}

// lastCorrection returns the version of the last correction of a claim.
func lastCorrection(ctx context.Context, c *client.Client, name string) (int, error) {
	claim, err := c.Claim(ctx, name)
	if err != nil || len(claim.Corrections) == 0 {
		return 0, missing(name, err)
	}
	return claim.Corrections[len(claim.Corrections)-1].Version, nil
}

// corrections writes what people have put right in a claim.
func (p *printer) corrections(c onrecord.Claim) {
	for _, made := range c.Corrections {
		note := ""
		if made.Note != "" {
			note = ": " + made.Note
		}
		p.line("Correction %d, %s%s", made.Version, made.Made.Format(time.RFC3339), note)
		for _, change := range made.Changes {
			p.wrap("   ", "   ", clean(fmt.Sprintf("%s: %s became %s", change.Field, quoted(change.Before), quoted(change.After))))
		}
	}
}

// quoted writes a value in quotation marks, and that there is none without.
func quoted(value string) string {
	if value == "" {
		return "nothing"
	}
	return "“" + value + "”"
}
