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

const groupHelp = `A statement over all articles: who made it first, who repeats it, and in which
words. Claims in nearly the same words are one statement; with another number or
a negation they are two.

NAME is that of a group ("groups/…") or of any of its statements.`

type groupFlags struct {
	asking
	limit int
}

func groupCommand(std streams) *cobra.Command {
	f := &groupFlags{asking: asking{streams: std}}
	cmd := &cobra.Command{
		Use:     "group NAME",
		Short:   "A statement over all articles: who said it first, who repeats it, in which words",
		Long:    groupHelp,
		Example: "  onrecord group groups/…\n  onrecord group articles/…/claims/…",
		Args:    takes(1, 1, "the NAME of a group or of a statement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.with(func(c *client.Client) error { return f.run(cmd.Context(), c, args[0]) })
		},
	}
	f.asking.flags(cmd)
	cmd.Flags().IntVarP(&f.limit, "limit", "n", 20, "the `number` of appearances at the most; 0: all")
	return cmd
}

func (f *groupFlags) run(ctx context.Context, c *client.Client, name string) error {
	if err := checkLimit(f.limit); err != nil {
		return err
	}
	if strings.HasPrefix(name, "articles/") {
		claim, err := c.Claim(ctx, name)
		if err != nil {
			return err
		}
		if claim.Group == "" {
			return fmt.Errorf("%s is in no group", name)
		}
		name = onrecord.GroupName(claim.Group)
	}
	group, err := c.Group(ctx, name)
	if err != nil {
		return err
	}
	p := newPrinter(f.out)
	if f.json {
		if err := writeLine(f.out, func() ([]byte, error) { return wire.GroupJSON(group) }); err != nil {
			return err
		}
	} else {
		p.group(&group)
	}
	n := 0
	for claim, err := range c.Appearances(ctx, name) {
		if err != nil {
			return err
		}
		if n++; f.limit > 0 && n > f.limit {
			break
		}
		if f.json {
			err = writeLine(f.out, func() ([]byte, error) { return wire.ClaimJSON(claim) })
		} else {
			p.claim(fmt.Sprintf("%d.", n), claim, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// group writes what is told of a statement group.
func (p *printer) group(g *onrecord.GroupProfile) {
	p.wrap("", "", p.bold(fmt.Sprintf("%s in %s of %s", number(g.Claims, "appearance"), number(g.Articles, "article"), number(g.Outlets, "outlet"))+gone(g.Group))+
		clean(", "+period(g.FirstSaid, g.LastSaid)))
	p.wrap("", "", p.dim(onrecord.GroupName(g.ID)))
	p.line("")
	p.claim("First:", g.First, nil)
	if len(g.BySpeaker) > 1 {
		p.wrap("", "   ", p.bold("By:")+clean(" "+values(g.BySpeaker)))
		p.line("")
	}
	if len(g.Wordings) > 1 {
		p.line("%s\n", p.bold("Wordings, and what differs from the first:"))
	}
	for i, w := range g.Wordings {
		if len(g.Wordings) == 1 {
			break
		}
		words := clean(w.Text)
		if len(w.Edits) > 0 {
			words = p.diff(w.Edits)
		}
		p.wrap(clean(fmt.Sprintf("%d. ", i+1)), "   ", words)
		p.list("   ", append(parts(number(w.Claims, "appearance")), w.Outlets...))
		p.line("")
	}
	p.line("%s\n", p.bold("Appearances, the earliest first:"))
}

// values writes facet values with their counts.
func values(all []onrecord.FacetValue) string {
	written := make([]string, len(all))
	for i, v := range all {
		written[i] = v.Value + " " + count(v.Count)
	}
	return strings.Join(written, ", ")
}
