package extract_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// A goldSet is the statements that a whole article holds. Offsets are bytes.
type goldSet struct {
	Published  string          `json:"published"`
	Statements []goldStatement `json:"statements"`
}

type goldStatement struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Kind    string `json:"kind"`
	Speaker struct {
		Name string `json:"name"`
	} `json:"speaker"`
	Venue    string `json:"venue"`
	DateText string `json:"date_text"`
	Date     string `json:"date"`
}

// seedFile is the article of our own that has the structure of the real one.
const seedFile = "testdata/seed.txtar"

func seedArticle(tb testing.TB) string {
	tb.Helper()
	archive, err := txtar.ParseFile(seedFile)
	if err != nil {
		tb.Fatal(err)
	}
	return string(archive.Files[0].Data)
}

// TestSeed holds a whole article against its labelled statements: all are
// found, nothing else is, and kind, speaker, venue and date of what
// is found are right.
func TestSeed(t *testing.T) {
	archive, err := txtar.ParseFile(seedFile)
	if err != nil {
		t.Fatal(err)
	}
	holdAgainstGold(t, string(archive.Files[0].Data), archive.Files[1].Data, 22)
}

// TestSharedSeed does so for a real article, which is not part of the project:
// it is skipped where the article is not beside it.
func TestSharedSeed(t *testing.T) {
	const base = "../../shared/articles/trump-vance-bessent-2025-05-22"
	text, err := os.ReadFile(filepath.FromSlash(base + ".txt"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s.txt is not there: the article is newspaper text and no part of this repository", base)
	}
	if err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile(filepath.FromSlash(base + ".gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	holdAgainstGold(t, string(text), gold, 22)
}

// holdAgainstGold requires that many statements found, and nothing else.
func holdAgainstGold(t *testing.T, text string, goldJSON []byte, found int) {
	t.Helper()
	var gold goldSet
	if err := json.Unmarshal(goldJSON, &gold); err != nil {
		t.Fatal(err)
	}
	published, err := time.Parse(time.DateOnly, gold.Published)
	if err != nil {
		t.Fatal(err)
	}
	claims := extract.Claims(onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{ID: "seed", Published: onrecord.Day(published.Date())},
		Text:        text,
	})
	used := make([]bool, len(claims))
	n := 0
	for _, g := range gold.Statements {
		i := bestClaim(claims, onrecord.Span{Start: g.Start, End: g.End})
		if i < 0 {
			t.Logf("not found: %q", g.Text)
			continue
		}
		n++
		used[i] = true
		c := claims[i]
		want := []string{g.Kind, g.Speaker.Name, g.Venue, g.DateText, g.Date}
		got := []string{c.Kind.String(), c.Speaker.Name, c.Venue, c.SaidText, c.Said.String()}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: kind, speaker, venue, date text, date (-want +got):\n%s", g.Text, diff)
		}
	}
	if n < found {
		t.Errorf("found %d of %d statements, want %d", n, len(gold.Statements), found)
	}
	for i, c := range claims {
		if !used[i] {
			t.Errorf("found what is no statement: %q, by %s", c.Text, c.Rule)
		}
	}
}

// bestClaim returns the claim that shares at least four fifths of its bytes and
// of the span's with the span; -1 where there is none.
func bestClaim(claims []onrecord.Claim, s onrecord.Span) int {
	for i, c := range claims {
		shared := min(c.Span.End, s.End) - max(c.Span.Start, s.Start)
		if 5*shared >= 4*(c.Span.End-c.Span.Start) && 5*shared >= 4*(s.End-s.Start) {
			return i
		}
	}
	return -1
}
