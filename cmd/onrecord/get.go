package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

func getCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	cmd := &cobra.Command{
		Use:   "get NAME",
		Short: "Show an article with its statements, or one statement with its sentence",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(func(c *client.Client) error {
				if strings.Contains(args[0], "/claims/") {
					return a.getClaim(cmd.Context(), c, args[0])
				}
				return a.getArticle(cmd.Context(), c, args[0])
			})
		},
	}
	a.flags(cmd)
	return cmd
}

func (a *asking) getClaim(ctx context.Context, c *client.Client, name string) error {
	claim, err := c.Claim(ctx, name)
	if err != nil {
		return err
	}
	if a.json {
		return writeLine(a.out, func() ([]byte, error) { return wire.ClaimJSON(claim) })
	}
	p := newPrinter(a.out)
	p.claim("", claim, nil)
	p.line("In its sentence:")
	p.wrap("   ", claim.SentenceText)
	p.line("\nFound by rule %s, confidence %.2f.", claim.Rule, claim.Confidence)
	for _, other := range claim.Candidates {
		p.line("Not chosen as speaker: %s (%.2f).", other.Name, other.Confidence)
	}
	p.corrections(claim)
	return nil
}

func (a *asking) getArticle(ctx context.Context, c *client.Client, name string) error {
	article, err := c.Article(ctx, name)
	if err != nil {
		return err
	}
	if a.json {
		return writeLine(a.out, func() ([]byte, error) { return wire.ArticleJSON(article) })
	}
	p := newPrinter(a.out)
	p.article(article)
	n := 0
	for claim, err := range c.Claims(ctx, name) {
		if err != nil {
			return err
		}
		if n++; n == 1 {
			p.line("%s\n", p.bold("Statements in it:"))
		}
		p.claim("–", claim, nil)
	}
	if n == 0 {
		p.line("No statements were found in it.")
	}
	return nil
}

func (p *printer) article(a onrecord.Article) {
	p.line("%s", p.bold(a.Title))
	p.line("%s\n", p.dim(strings.Join(strings.Fields(a.Outlet+" "+a.Published.String()+" "+a.URL), " ")))
	for paragraph := range strings.SplitSeq(a.Text, "\n") {
		if strings.TrimSpace(paragraph) != "" {
			p.wrap("", paragraph)
			p.line("")
		}
	}
}

func deleteCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	cmd := &cobra.Command{
		Use:   "delete NAME …",
		Short: "Delete articles with their statements",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(func(c *client.Client) error {
				for _, name := range args {
					if err := c.Delete(cmd.Context(), name); err != nil {
						return err
					}
					newPrinter(a.out).line("deleted %s", name)
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&a.server, "server", "127.0.0.1:50051", "gRPC address of the server")
	return cmd
}

// writeLine writes what marshal returns, and a line break.
func writeLine(w io.Writer, marshal func() ([]byte, error)) error {
	line, err := marshal()
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}
