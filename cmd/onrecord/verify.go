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

const verifyHelp = `Were these the words, whole, and that speaker's?

The answer is one of these, the first that is true:

  verbatim         these words, and no others in the utterance
  partial          these words, but some were dropped: at an end, or behind an ellipsis
  misattributed    so, but another speaker's and not of the one asked about
  altered          most of these words, with others put in, left out or replaced
  paraphrase only  reported speech, or a wording that is only near
  not found        nothing like it

with the nearest originals and what differs: [-left out-] {+put in+} […dropped…].
A negation or a number that changed, and a condition that was dropped, are told.

Quotation marks, dashes, case, hyphens, how a number is written and an editor's
[words in brackets] do not count.`

type verifyFlags struct {
	asking
	quote client.Quote
	said  string
}

func verifyCommand(std streams) *cobra.Command {
	f := &verifyFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "verify [--speaker WHO] WORDS",
		Short:   "Whether these were the words, whole, and that speaker's",
		Long:    verifyHelp,
		Example: "  onrecord verify --speaker velden 'the sanctions will stay until every crew is home'\n  onrecord verify --speaker reyland --said 2024-09 'we will … sign a ceasefire'",
		Args:    takes(1, unlimited, "the WORDS of a quotation"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if f.quote.Said, err = parseDate("said", f.said); err != nil {
				return err
			}
			f.quote.Text = strings.Join(args, " ")
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.quote.Speaker, "speaker", "", "the `name` of whose words they are: words of it, or speakers/… (default: anybody)")
	presentOnlyFlag(cmd.Flags(), &f.quote.PresentOnly)
	cmd.Flags().StringVar(&f.said, "said", "", "the `date` when they were said: of equally good originals one of that time comes first")
	cmd.Flags().IntVarP(&f.quote.PageSize, "limit", "n", 5, "the `number` of originals at the most")
	return cmd
}

func (f *verifyFlags) run(ctx context.Context, c *client.Client) error {
	v, err := c.Verify(ctx, f.quote)
	if err != nil {
		return err
	}
	if f.json {
		return writeLine(f.out, func() ([]byte, error) { return wire.VerifiedJSON(v.Verdict, v.Flags, v.Originals, v.Coverage) })
	}
	newPrinter(f.out).verified(v, f.quote.Speaker != "")
	return nil
}

// verified writes the verdict and the originals, and what was searched where
// nothing was found, or nothing is known of the speaker asked about.
func (p *printer) verified(v client.Verified, asked bool) {
	p.wrap("", "", p.bold(strings.ToUpper(v.Verdict.String()))+p.warn(v.Flags))
	unknown := asked && v.Coverage.SpeakerClaims == 0
	if v.Verdict == onrecord.VerdictNotFound || unknown {
		searched := "Searched: " + coverage(v.Coverage)
		if asked {
			searched += "; by this speaker " + count(v.Coverage.SpeakerClaims)
		}
		p.wrap("", "", clean(searched+"."))
	}
	p.line("")
	if v.Verdict == onrecord.VerdictNotFound && len(v.Originals) > 0 {
		p.line("%s\n", p.bold("What is nearest:"))
	}
	for i, o := range v.Originals {
		p.original(i+1, &o)
	}
}

// original writes what differs, what was dropped, and where the words stand.
func (p *printer) original(n int, o *onrecord.Original) {
	lead, indent := clean(fmt.Sprintf("%d. ", n)), safe("   ")
	words := clean("only the wording is near")
	var marked []onrecord.Span
	if len(o.Edits) > 0 {
		words = p.diff(o.Edits)
	} else if o.Claim.Span.Contains(o.Span) {
		marked = []onrecord.Span{{Start: o.Span.Start - o.Claim.Span.Start, End: o.Span.End - o.Claim.Span.Start}}
	}
	p.wrap(lead, indent, p.bold(o.Verdict.String())+p.warn(o.Flags)+": "+words)
	for _, cut := range o.Cuts {
		p.wrap(indent, indent+"  ", p.cut(&cut))
	}
	var notes []string
	if len(o.Others) > 0 {
		notes = append(notes, "goes on in "+strings.Join(o.Others, ", "))
	}
	if o.AppearanceCount > 1 {
		notes = append(notes, fmt.Sprintf("the same, or nearly so, in %s: %s", number(o.AppearanceCount, "claim"), appearances(o)))
	}
	if o.Group.Claims > 1 {
		notes = append(notes, repetitions(o.Group)...)
	}
	p.claim("  ", o.Claim, marked, notes...)
}

// diff writes edits: what the original has and the quotation has not in red or
// [-so-], what the quotation has put in green or {+so+}.
func (p *printer) diff(edits []onrecord.QuoteEdit) safe {
	words := make([]string, len(edits))
	for i, e := range edits {
		var edited safe
		quote, original := strings.NewReplacer("[", "", "]", "").Replace(e.QuoteText), e.OriginalText
		switch e.Op {
		case onrecord.EditSame:
			edited = clean(e.QuoteText)
		case onrecord.EditOmitted:
			edited = p.dim(strings.ReplaceAll("[…"+original+"…"+strings.Trim(e.QuoteText, ". …[]")+"]", "……", "…"))
		case onrecord.EditBrackets:
			edited = p.dim("[" + strings.Join(parts(quote, original), " = ") + "]")
		default:
			edited = p.changed("31;9", "[-", original, "-]") + p.changed("32;1", "{+", e.QuoteText, "+}")
		}
		words[i] = string(edited)
	}
	return safe(strings.Join(strings.Fields(strings.Join(words, " ")), " "))
}

// changed writes words in a style, and between marks where there is no colour.
func (p *printer) changed(code, open, words, shut string) safe {
	switch {
	case words == "":
		return ""
	case p.color:
		return p.style(code, clean(words)) + " "
	}
	return clean(open + words + shut)
}

// cutWords say where words were dropped.
var cutWords = map[onrecord.CutPlace]string{
	onrecord.CutStart: "at the start", onrecord.CutInside: "inside", onrecord.CutEnd: "at the end",
}

// cut writes what was dropped.
func (p *printer) cut(c *onrecord.QuoteCut) safe {
	what := "dropped " + cutWords[c.Place] + ", " + number(c.Words, "word")
	if c.AtSentence {
		what += ", whole sentences"
	}
	if c.Place != onrecord.CutInside && !c.Marked {
		what += ", without a mark"
	}
	return clean(what) + p.warn(c.Flags) + ": " + p.dim("“"+c.Text+"”")
}

// warn writes flags, behind a verdict or a place.
func (p *printer) warn(flags []onrecord.QuoteFlag) safe {
	if len(flags) == 0 {
		return ""
	}
	names := make([]string, len(flags))
	for i, flag := range flags {
		names[i] = flag.String()
	}
	return " (" + p.style("1;33", clean(strings.Join(names, ", "))) + ")"
}

// appearances lists where the words are, the earliest first.
func appearances(o *onrecord.Original) string {
	var where []string
	for _, a := range o.Appearances {
		where = append(where, strings.Join(parts(a.Article.Outlet, moment(a.When)), " "))
	}
	if more := o.AppearanceCount - len(o.Appearances); more > 0 {
		where = append(where, count(more)+" more")
	}
	return strings.Join(where, ", ")
}
