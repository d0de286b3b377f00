package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/internal/wire"
)

func speakersCommand(std streams) *cobra.Command {
	a := &asking{streams: std}
	limit := 0
	cmd := &cobra.Command{
		Use:     "speakers [WORDS]",
		Short:   "Who is in the index: statements, from when to when, names and titles",
		Long:    "Who is in the index, those with the most statements first.\n\nWith words, only speakers one of whose names has all of them; the last one may\nbe the beginning of a word.",
		Example: "  onrecord speakers\n  onrecord speakers vel",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLimit(limit); err != nil {
				return err
			}
			return a.with(func(c *client.Client) error {
				return a.listSpeakers(cmd.Context(), c, strings.Join(args, " "), limit)
			})
		},
	}
	a.flags(cmd)
	cmd.Flags().IntVarP(&limit, "limit", "n", 50, "the `number` listed at the most; 0: all")
	return cmd
}

func (a *asking) listSpeakers(ctx context.Context, c *client.Client, words string, limit int) error {
	p := newPrinter(a.out)
	found := &table{p: p}
	n, more := 0, false
	for speaker, err := range c.Speakers(ctx, words) {
		if err != nil {
			return err
		}
		if n++; limit > 0 && n > limit {
			more = true
			break
		}
		if a.json {
			if err := writeLine(a.out, func() ([]byte, error) { return wire.SpeakerJSON(speaker) }); err != nil {
				return err
			}
			continue
		}
		found.row(number(speaker.Claims, "statement"), period(speaker.First, speaker.Last), whoIs(speaker))
	}
	if n == 0 && !a.json {
		p.line("No speaker of that name.")
	}
	found.print()
	if more {
		a.more(limit)
	}
	return nil
}

// whoIs writes a speaker's name, titles and other names.
func whoIs(s onrecord.Identity) string {
	who := s.Name
	for _, t := range s.Titles {
		who += ", " + t.Title
	}
	var names []string
	for _, alias := range s.Aliases {
		if alias.Origin != onrecord.AliasSameName {
			names = append(names, alias.Name)
		}
	}
	if len(names) > 0 {
		who += " (also " + strings.Join(names, ", ") + ")"
	}
	return who
}

// period writes from when to when, to the day.
func period(first, last time.Time) string {
	from, to := first.Format(time.DateOnly), last.Format(time.DateOnly)
	switch {
	case first.IsZero():
		return "no date"
	case from == to:
		return from
	}
	return from + " to " + to
}

// speakerCommand is a command that answers with one speaker.
func speakerCommand(std streams, use, short, example string, args cobra.PositionalArgs, ask func(context.Context, *client.Client, []string) (onrecord.Identity, error)) *cobra.Command {
	a := &asking{streams: std}
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example, Args: args,
		Long: short + ".\n\nA name is a resource name (speakers/mara-velden), a name in full, or words that\nonly one speaker's names have.",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.with(func(c *client.Client) error {
				speaker, err := ask(cmd.Context(), c, args)
				if err != nil {
					return err
				}
				if a.json {
					return writeLine(a.out, func() ([]byte, error) { return wire.SpeakerJSON(speaker) })
				}
				newPrinter(a.out).speaker(speaker)
				return nil
			})
		},
	}
	a.flags(cmd)
	return cmd
}

func showSpeakerCommand(std streams) *cobra.Command {
	return speakerCommand(std, "speaker NAME", "Show one speaker: other names, titles over time", "  onrecord speaker velden", takes(1, unlimited, "a NAME"),
		func(ctx context.Context, c *client.Client, args []string) (onrecord.Identity, error) {
			name, err := findSpeaker(ctx, c, strings.Join(args, " "))
			if err != nil {
				return onrecord.Identity{}, err
			}
			return c.Speaker(ctx, name)
		})
}

func mergeCommand(std streams) *cobra.Command {
	return speakerCommand(std, "merge NAME SOURCE …", "Say that other names are the speaker NAME", "  onrecord merge 'mara velden' 'mara holm'", takes(2, unlimited, "the NAME to go by, and each SOURCE that is the same"),
		func(ctx context.Context, c *client.Client, args []string) (onrecord.Identity, error) {
			names := make([]string, len(args))
			for i, arg := range args {
				var err error
				if names[i], err = findSpeaker(ctx, c, arg); err != nil {
					return onrecord.Identity{}, err
				}
			}
			return c.Merge(ctx, names[0], names[1:]...)
		})
}

func splitCommand(std streams) *cobra.Command {
	return speakerCommand(std, "split NAME", "Say that a name is a speaker of its own", "  onrecord split 'mara holm'", takes(1, unlimited, "a NAME"),
		func(ctx context.Context, c *client.Client, args []string) (onrecord.Identity, error) {
			name, err := findSpeaker(ctx, c, strings.Join(args, " "))
			if err != nil {
				return onrecord.Identity{}, err
			}
			return c.Split(ctx, name)
		})
}

// findSpeaker returns the resource name for what a person typed: one, a whole
// name, or words that the names of one speaker alone have.
func findSpeaker(ctx context.Context, c *client.Client, typed string) (string, error) {
	if strings.HasPrefix(typed, "speakers/") {
		return typed, nil
	}
	if id := analysis.Slug(typed); id != "" {
		_, err := c.Speaker(ctx, id)
		if err == nil {
			return onrecord.SpeakerName(id), nil
		}
		if !errors.Is(err, onrecord.ErrNotFound) {
			return "", err
		}
	}
	var found []onrecord.Identity
	for speaker, err := range c.Speakers(ctx, typed) {
		if err != nil {
			return "", err
		}
		if found = append(found, speaker); len(found) > maxCandidates {
			break
		}
	}
	if len(found) == 1 {
		return onrecord.SpeakerName(found[0].ID), nil
	}
	if len(found) == 0 {
		return "", fmt.Errorf("no speaker is called %q", typed)
	}
	var names []string
	for _, s := range found {
		names = append(names, s.Name)
	}
	return "", fmt.Errorf("%q is more than one speaker: %s", typed, strings.Join(names, ", "))
}

// maxCandidates bounds the speakers that are listed where words are not clear.
const maxCandidates = 10

// originWords say why a name is a speaker's.
var originWords = map[onrecord.AliasOrigin]string{
	onrecord.AliasSameName: "goes by it", onrecord.AliasRule: "joined by rule", onrecord.AliasPerson: "joined by a person",
}

// speaker writes one speaker.
func (p *printer) speaker(s onrecord.Identity) {
	p.line("%s", p.bold(s.Name))
	p.line("%s, %s", number(s.Claims, "statement"), period(s.First, s.Last))
	p.line("%s\n", p.dim(onrecord.SpeakerName(s.ID)))
	p.line("Names:")
	names := &table{p: p, indent: "  "}
	for _, a := range s.Aliases {
		names.row(a.Name, number(a.Claims, "statement"), originWords[a.Origin])
	}
	names.print()
	if len(s.Titles) == 0 {
		return
	}
	p.line("\nTitles, the latest first:")
	titles := &table{p: p, indent: "  "}
	for _, t := range s.Titles {
		titles.row(t.Title, number(t.Claims, "statement"), period(t.First, t.Last))
	}
	titles.print()
}
