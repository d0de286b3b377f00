package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/internal/wire"
)

type checkFlags struct {
	asking
	date    string
	limit   int
	present bool
}

func checkCommand(std streams) *cobra.Command {
	f := &checkFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "check FILE",
		Short:   "For each statement in a draft, what was said before",
		Long:    "For each statement in a draft, what was said before the draft's date.\n\nThe draft is a text, with or without a header as for ingest; - reads standard\ninput. It is not stored.",
		Example: "  onrecord check draft.txt --date 2024-06-18",
		Args:    takes(1, 1, "one FILE, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			draft, err := f.read(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c, draft) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.date, "date", "", "the draft's `date` (default: its header's, else now)")
	presentOnlyFlag(cmd.Flags(), &f.present)
	cmd.Flags().IntVarP(&f.limit, "limit", "n", 3, "for each statement, the `number` of those of the same speaker, and of others, at the most")
	return cmd
}

// read reads the one draft of a file.
func (f *checkFlags) read(ctx context.Context, path string) (client.Draft, error) {
	at, err := parseTime("date", f.date)
	if err != nil {
		return client.Draft{}, err
	}
	in, file, err := open(ctx, path, f.in)
	if err != nil {
		return client.Draft{}, fmt.Errorf("%s: %w", path, err)
	}
	defer file.Close()
	for item := range ingest.Read(in, ingest.Options{Name: shownPath(path)}) {
		if item.Err != nil {
			return client.Draft{}, fmt.Errorf("%s: %w", item.Where, item.Err)
		}
		if at.IsZero() {
			at = item.Article.Published.Time
		}
		return client.Draft{Text: item.Article.Text, Published: at, PageSize: f.limit, PresentOnly: f.present}, nil
	}
	return client.Draft{}, errors.New("the draft is empty")
}

func (f *checkFlags) run(ctx context.Context, c *client.Client, draft client.Draft) error {
	p := newPrinter(f.out)
	for step, err := range c.Check(ctx, draft) {
		switch {
		case err != nil:
			return err
		case f.json:
			if err := writeLine(f.out, func() ([]byte, error) { return checkedJSON(step) }); err != nil {
				return err
			}
		case step.Summary != nil:
			p.line("%s checked against %s.", number(step.Summary.Checked, "statement"), coverage(step.Summary.Coverage))
			if step.Summary.Unchecked > 0 {
				p.line("%s more were not checked: the draft has more than can be checked at once.", count(step.Summary.Unchecked))
			}
		default:
			p.checked(&step.Checked)
		}
	}
	return nil
}

// checked writes a statement of a draft with what is on record before.
func (p *printer) checked(c *onrecord.Checked) {
	p.line("%s", p.dim(strings.Repeat("─", min(60, p.width))))
	p.claim(fmt.Sprintf("In the draft, %d of %d:", c.Place, c.Total), c.Claim, nil)
	for i := range c.Quotes {
		p.checkedQuote(&c.Quotes[i])
	}
	p.repeated(&c.Repeated)
	if len(c.Quotes) > 0 || c.Repeated.Claims > 0 {
		p.line("")
	}
	p.related(client.Related{SameSpeaker: c.SameSpeaker, Others: c.Others, Coverage: c.Coverage})
}

// checkedQuote writes in a few lines whether quoted words were said; verify
// tells all.
func (p *printer) checkedQuote(q *onrecord.CheckedQuote) {
	lead := clean("Quoted words: ") + p.bold(q.Verdict.String()) + p.warn(q.Flags)
	if q.Verdict == onrecord.VerdictNotFound || len(q.Originals) == 0 {
		p.wrap("", "   ", lead)
		return
	}
	o := &q.Originals[0]
	if len(o.Edits) > 0 && o.Verdict > onrecord.VerdictVerbatim {
		lead += ": " + p.diff(o.Edits)
	}
	p.wrap("", "   ", lead)
	for _, cut := range o.Cuts {
		p.wrap("   ", "     ", p.cut(&cut))
	}
	p.list("   ", append(cited(&o.Claim), o.Claim.Name()))
}

// repeated writes who has said the same.
func (p *printer) repeated(r *onrecord.Repeated) {
	if r.Claims == 0 {
		return
	}
	p.wrap("", "   ", clean("Said before in the same words, or nearly: ")+
		p.bold(fmt.Sprintf("%s in %s", number(r.Claims, "statement"), number(r.Outlets, "outlet"))))
	for i := range r.First {
		p.list("   ", append(cited(&r.First[i]), r.First[i].Name()))
	}
}

// cited lists who said something, when, and in which outlet it is.
func cited(c *onrecord.Claim) []string {
	return parts(cmp.Or(c.Speaker.Name, "(speaker not known)"), moment(c.When()), c.Article.Outlet)
}

func checkedJSON(step client.Checked) ([]byte, error) {
	if s := step.Summary; s != nil {
		return wire.CheckSummaryJSON(s.Checked, s.Unchecked, s.Coverage)
	}
	return wire.CheckedJSON(step.Checked)
}
