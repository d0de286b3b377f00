package position_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare/position"
)

var update = flag.Bool("update", false, "write the goldens anew")

// A labelled is a pair of statements with what a person says of it.
type labelled struct {
	name           string
	want           string // "none", or cues with "or" between them
	earlier, later string
}

// TestCases compares the pairs of testdata/cases.txtar, on which the rules were
// made, and of unseen.txtar, on which they were not.
func TestCases(t *testing.T) {
	for _, path := range []string{"testdata/cases.txtar", "testdata/unseen.txtar"} {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		comment, _, _ := strings.Cut(string(archive.Comment), "\nFound: ")
		pairs := parse(t, archive)
		rarity := rarityIn(pairs)
		var count tally
		for i, pair := range pairs {
			t.Run(pair.name, func(t *testing.T) {
				got := pair.find(rarity, &count)
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(string(archive.Files[i].Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", path, diff)
				}
			})
		}
		figures := strings.TrimRight(comment, "\n") + "\n\nFound: " + count.String() + "\n"
		if *update {
			archive.Comment = []byte(figures)
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(string(archive.Comment), figures); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// A tally counts pairs.
type tally struct{ changes, found, other, none, wrong int }

func (c *tally) String() string {
	right := c.found + c.other
	return fmt.Sprintf("%d of %d changes (recall %.2f; %d by another cue than expected), and %d of %d others (precision %.2f).",
		right, c.changes, float64(right)/float64(c.changes), c.other, c.wrong, c.none, float64(right)/float64(right+c.wrong))
}

func parse(t *testing.T, archive *txtar.Archive) []labelled {
	t.Helper()
	var pairs []labelled
	for _, file := range archive.Files {
		lines := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
		if len(lines) != 3 {
			t.Fatalf("case %q: takes three lines", file.Name)
		}
		want, _, _ := strings.Cut(lines[0], "; ")
		unmark := strings.NewReplacer("[", "", "]", "")
		pairs = append(pairs, labelled{file.Name, want, unmark.Replace(lines[1]), unmark.Replace(lines[2])})
	}
	return pairs
}

// find compares the pair, counts it and writes it with what was found.
func (p labelled) find(rarity func(string) float64, count *tally) string {
	found := position.Read([]position.Statement{
		{Text: p.earlier, When: onrecord.Day(2023, 3, 14), Direct: isDirect(p.earlier)},
		{Text: p.later, When: onrecord.Day(2024, 9, 26), Direct: isDirect(p.later)},
	}).Candidates(rarity, 1)
	changes := p.want != "none"
	if changes {
		count.changes++
	} else {
		count.none++
	}
	if len(found) == 0 {
		if changes {
			p.want += "; missed"
		}
		return fmt.Sprintf("%s\n%s\n%s\n", p.want, p.earlier, p.later)
	}
	sign := found[0].Signs[0]
	switch expected := slices.Contains(strings.Split(p.want, " or "), sign.Cue.String()); {
	case !changes:
		count.wrong++
		p.want += "; found wrongly: " + sign.Cue.String()
	case expected:
		count.found++
	default:
		count.other++
		p.want += "; found as " + sign.Cue.String()
	}
	return fmt.Sprintf("%s\n%s\n%s\n", p.want, mark(p.earlier, sign.Earlier), mark(p.later, sign.Later))
}

// isDirect tells the very words of a speaker in the cases: they begin with a
// capital.
func isDirect(text string) bool { return unicode.IsUpper([]rune(text)[0]) }

// rarityIn weighs words by the statements of all pairs.
func rarityIn(pairs []labelled) func(string) float64 {
	stats := onrecord.TermStats{DocFreq: map[string]int{}}
	for _, p := range pairs {
		for _, text := range []string{p.earlier, p.later} {
			stats.Claims++
			seen := map[string]bool{}
			for _, token := range analysis.Terms(text) {
				if !seen[token.Term] {
					seen[token.Term] = true
					stats.DocFreq[token.Term]++
				}
			}
		}
	}
	return position.Rarity(stats)
}

// mark puts the spans of a text in brackets.
func mark(text string, spans []onrecord.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "[" + s.Of(text) + "]")
		at = s.End
	}
	return b.String() + text[at:]
}
