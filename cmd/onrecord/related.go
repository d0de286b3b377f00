package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

type relatedFlags struct {
	asking
	subject client.Subject
	before  string
	said    string
}

func relatedCommand(std streams) *cobra.Command {
	f := &relatedFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "related NAME | related WORDS",
		Short:   "Earlier statements on the matter of a statement, or of any words",
		Example: "  onrecord related articles/…/claims/…\n  onrecord related --speaker velden 'the sanctions stay'",
		Args:    takes(1, unlimited, "the NAME of a statement (articles/…/claims/…) or WORDS"),
		RunE: func(cmd *cobra.Command, args []string) error {
			before, err := parseTime("before", f.before)
			if err != nil {
				return err
			}
			f.subject.Before = before
			if f.subject.Said, err = parseTime("said", f.said); err != nil {
				return err
			}
			if words := strings.Join(args, " "); strings.HasPrefix(words, "articles/") {
				f.subject.Claim = words
			} else {
				f.subject.Text = words
			}
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().StringVar(&f.subject.Speaker, "speaker", "", "the `name` of whose words they are")
	cmd.Flags().StringVar(&f.said, "said", "", "with words: the `date` when they were said; statements of about that time rank higher")
	presentOnlyFlag(cmd.Flags(), &f.subject.PresentOnly)
	cmd.Flags().BoolVar(&f.subject.IgnoreTime, "ignore-time", false, "rank without regard to when statements were made")
	cmd.Flags().StringVar(&f.before, "before", "", "only statements before this `date` (default: before the statement itself; for words, before now)")
	cmd.Flags().IntVarP(&f.subject.PageSize, "limit", "n", 10, "the `number` of those of the same speaker, and of others, at the most")
	return cmd
}

// parseTime reads a date flag; the zero time for an empty one.
func parseTime(flag, value string) (time.Time, error) {
	d, err := parseDate(flag, value)
	return d.Time, err
}

// parseDate is parseTime with how exactly the date is known.
func parseDate(flag, value string) (onrecord.Date, error) {
	if value == "" {
		return onrecord.Date{}, nil
	}
	d, err := onrecord.ParseDate(value)
	if err != nil {
		return onrecord.Date{}, fmt.Errorf("--%s: %w", flag, err)
	}
	return d, nil
}

func (f *relatedFlags) run(ctx context.Context, c *client.Client) error {
	related, err := c.Related(ctx, f.subject)
	if err != nil {
		return err
	}
	if f.json {
		return writeLine(f.out, func() ([]byte, error) {
			return wire.RelatedJSON(related.SameSpeaker, related.Others, related.Coverage)
		})
	}
	p := newPrinter(f.out)
	if f.subject.Claim != "" {
		subject, err := c.Claim(ctx, f.subject.Claim)
		if err != nil {
			return err
		}
		p.claim("To:", subject, nil)
	}
	p.related(related)
	return nil
}

// related writes both groups, or that there is nothing and where was looked.
func (p *printer) related(r client.Related) {
	if len(r.SameSpeaker)+len(r.Others) == 0 {
		p.wrap("", "", clean(fmt.Sprintf("Nothing earlier found. Searched: %s; by this speaker %s.", coverage(r.Coverage), count(r.Coverage.SpeakerClaims))))
		p.line("")
		return
	}
	for _, group := range []struct {
		title string
		hits  []onrecord.RelatedHit
	}{{"The same speaker, earlier:", r.SameSpeaker}, {"Others, earlier:", r.Others}} {
		if len(group.hits) == 0 {
			continue
		}
		p.line("%s\n", p.bold(group.title))
		for i, hit := range group.hits {
			notes := append(repetitions(hit.Group), "because: "+reasons(hit.Reasons))
			p.claim(fmt.Sprintf("%d.", i+1), hit.Claim, hit.Highlights, notes...)
		}
	}
}

// reasonWords are the words for each kind of reason.
var reasonWords = map[onrecord.ReasonType]string{
	onrecord.ReasonSharedTerm: "%s", onrecord.ReasonSameSpeaker: "same speaker", onrecord.ReasonSharedQuote: "both quote “%s”",
	onrecord.ReasonSharedContext: "%s (nearby)", onrecord.ReasonSimilarWord: "words like %s", onrecord.ReasonNearInTime: "near in time (%s)",
	onrecord.ReasonSameStatement: "the same statement",
}

// tellsMost orders reasons of which one tells more than its weight.
func tellsMost(r onrecord.Reason) int {
	if r.Type == onrecord.ReasonSameStatement {
		return 0
	}
	return 1
}

// toldReasons is how many reasons people are shown; --json has all.
const toldReasons = 6

func reasons(rs []onrecord.Reason) string {
	rs = slices.Clone(rs)
	slices.SortStableFunc(rs, func(a, b onrecord.Reason) int { return tellsMost(a) - tellsMost(b) })
	parts := make([]string, min(len(rs), toldReasons))
	for i, r := range rs[:len(parts)] {
		words := reasonWords[r.Type]
		if strings.Contains(words, "%s") {
			words = fmt.Sprintf(words, r.Detail)
		}
		parts[i] = fmt.Sprintf("%s (%.1f)", words, r.Weight)
	}
	if more := len(rs) - len(parts); more > 0 {
		parts = append(parts, number(more, "lesser one"))
	}
	return strings.Join(parts, ", ")
}
