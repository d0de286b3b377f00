package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

func getCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	version := 0
	cmd := &cobra.Command{
		Use:   "get NAME",
		Short: "Show an article with its statements and versions, or one statement with its sentence",
		Args:  takes(1, 1, "one NAME: articles/… or articles/…/claims/…"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(func(c *client.Client) error {
				if strings.Contains(args[0], "/claims/") {
					return a.getClaim(cmd.Context(), c, args[0])
				}
				return a.getArticle(cmd.Context(), c, args[0], version)
			})
		},
	}
	a.flags(cmd)
	cmd.Flags().IntVar(&version, "version", 0, "the `number` of an earlier version of the article; 0: the newest")
	return cmd
}

func (a *asking) getClaim(ctx context.Context, c *client.Client, name string) error {
	claim, err := c.Claim(ctx, name)
	if err != nil {
		return missing(name, err)
	}
	if a.json {
		return writeLine(a.out, func() ([]byte, error) { return wire.ClaimJSON(claim) })
	}
	p := newPrinter(a.out)
	p.claim("", claim, nil)
	p.line("In its sentence:")
	p.wrap("   ", "   ", clean(claim.SentenceText))
	p.line("\nFound by rule %s, confidence %.2f.", claim.Rule, claim.Confidence)
	for _, other := range claim.Candidates {
		p.line("Not chosen as speaker: %s (%.2f).", other.Name, other.Confidence)
	}
	p.corrections(claim)
	if claim.Group == "" {
		return nil
	}
	group, err := c.Group(ctx, claim.Group)
	if errors.Is(err, onrecord.ErrNotFound) {
		return nil // the claim has gone meanwhile
	}
	for _, note := range repetitions(group.Group) {
		p.wrap("", "   ", clean("It has "+note))
	}
	return err
}

func (a *asking) getArticle(ctx context.Context, c *client.Client, name string, version int) error {
	history, err := c.History(ctx, name, version)
	if version != 0 {
		name = fmt.Sprintf("%s, version %d", name, version)
	}
	if err != nil {
		return missing(name, err)
	}
	if a.json {
		return a.articleJSON(ctx, c, history)
	}
	p := newPrinter(a.out)
	p.article(history.Article)
	p.versions(&history)
	if newest := history.Versions[len(history.Versions)-1].Version; history.Article.Version != newest {
		return nil // the statements are those of the newest
	}
	n, former := 0, 0
	for claim, err := range c.Claims(ctx, history.Article.ID) {
		if err != nil {
			return err
		}
		if n++; n == 1 && claim.State == onrecord.StatePresent {
			p.line("%s\n", p.bold("Statements in it:"))
		}
		if claim.State != onrecord.StatePresent {
			if former++; former == 1 {
				p.line("%s\n", p.bold("Statements that it had before:"))
			}
		}
		p.claim("–", claim, nil)
	}
	if n == former {
		p.line("No statements were found in it as it is now.")
	}
	return nil
}

// articleJSON writes an article and then its claims.
func (a *asking) articleJSON(ctx context.Context, c *client.Client, history onrecord.History) error {
	if err := writeLine(a.out, func() ([]byte, error) { return wire.HistoryJSON(history) }); err != nil {
		return err
	}
	for claim, err := range c.Claims(ctx, history.Article.ID) {
		if err != nil {
			return err
		}
		if err := writeLine(a.out, func() ([]byte, error) { return wire.ClaimJSON(claim) }); err != nil {
			return err
		}
	}
	return nil
}

// article writes an article, its lines as they stand.
func (p *printer) article(a onrecord.Article) {
	if a.Title != "" {
		p.wrap("", "", p.bold(a.Title))
	}
	p.list("", parts(a.Outlet, cmp.Or(moment(a.Published), "no date"), a.URL))
	p.list("", parts(onrecord.ArticleName(a.ID)))
	p.line("")
	blank := false
	for line := range strings.SplitSeq(strings.TrimSpace(a.Text), "\n") {
		if strings.TrimSpace(line) != "" {
			p.wrap("", "", clean(strings.TrimRight(line, "\r")))
		} else if !blank {
			p.line("")
		}
		blank = strings.TrimSpace(line) == ""
	}
	p.line("")
}

func deleteCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	cmd := &cobra.Command{
		Use:     "delete NAME …",
		Short:   "Delete articles with their statements",
		Long:    "Delete articles with their statements. Of a name that there is not the rest is\ndeleted all the same, and the exit status is 1.",
		Example: "  onrecord delete articles/…",
		Args:    takes(1, unlimited, "one NAME or more: articles/…"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(func(c *client.Client) error { return a.deleteAll(cmd.Context(), c, args) })
		},
	}
	a.flags(cmd)
	return cmd
}

func (a *asking) deleteAll(ctx context.Context, c *client.Client, names []string) error {
	var failed []error
	for _, name := range names {
		switch err := c.Delete(ctx, name); {
		case errors.Is(err, onrecord.ErrNotFound):
			failed = append(failed, missing(name, err))
		case err != nil:
			return errors.Join(append(failed, err)...)
		default:
			if err := a.deleted(name); err != nil {
				return err
			}
		}
	}
	return errors.Join(failed...)
}

func (a *asking) deleted(name string) error {
	if a.json {
		return writeLine(a.out, func() ([]byte, error) { return json.Marshal(map[string]string{"deleted": name}) })
	}
	newPrinter(a.out).line("deleted %s", name)
	return nil
}

// writeLine writes the JSON that marshal returns, without optional space (which
// protojson sets as it likes), and a line break.
func writeLine(w io.Writer, marshal func() ([]byte, error)) error {
	content, err := marshal()
	if err != nil {
		return err
	}
	var line bytes.Buffer
	if err := json.Compact(&line, content); err != nil {
		return err
	}
	line.WriteByte('\n')
	_, err = line.WriteTo(w)
	return err
}
