package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// TestSameEverywhere fails when the corpus becomes another: figures measured
// before cannot be compared with those after. Where that is meant, write it
// where the figures are, and put the new sum here.
func TestSameEverywhere(t *testing.T) {
	const want = "514d7103a099f90e4a8f42a47ff6b5f15a911e30a116b38f77409ce53b8d0750"
	sum := sha256.New()
	c := New(1, 1000)
	for i := range c.Articles() {
		r := c.Record(i)
		fmt.Fprintf(sum, "%q %q %q %s %q\n", r.Article.URL, r.Article.Outlet, r.Article.Title, r.Article.Published, r.Article.Text)
		for _, claim := range r.Claims {
			fmt.Fprintf(sum, "%q %d %q %q %s\n", claim.ID, claim.Kind, claim.Text, claim.Speaker.Name, claim.Said)
		}
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		t.Errorf("the corpus of seed 1 and 1000 claims has the sum %s, want %s", got, want)
	}
}

func TestClaimsStandWhereTheySay(t *testing.T) {
	c := New(2, 2000)
	kinds := map[onrecord.Kind]int{}
	var terms, claims float64
	for i := range c.Articles() {
		r := c.Record(i)
		if len(r.Claims) != ClaimsPerArticle {
			t.Fatalf("article %d has %d claims", i, len(r.Claims))
		}
		for _, claim := range r.Claims {
			text := r.Article.Text
			for _, part := range []struct {
				name, want string
				span       onrecord.Span
			}{
				{"text", claim.Text, claim.Span}, {"cue", claim.Cue, claim.CueSpan}, {"mention", claim.Mention, claim.MentionSpan},
				{"sentence", claim.SentenceText, claim.Sentence},
			} {
				if got := part.span.Of(text); got != part.want || got == "" {
					t.Fatalf("%s: %s is %q, its span has %q", claim.Name(), part.name, part.want, got)
				}
			}
			for _, quoted := range claim.Quoted {
				if !claim.Span.Contains(quoted) {
					t.Fatalf("%s: quoted %v is not in %v", claim.Name(), quoted, claim.Span)
				}
			}
			kinds[claim.Kind]++
			terms += float64(len(analysis.Terms(claim.Text)))
			claims++
		}
	}
	if mean := terms / claims; mean < 12.5 || mean > 13.5 {
		t.Errorf("claims have %.2f terms on average, want about %d", mean, meanTerms)
	}
	if len(kinds) != 3 {
		t.Errorf("got the kinds %v, want all three", kinds)
	}
}

func TestReprintsRepeatClaims(t *testing.T) {
	c := New(3, 5000)
	first := map[string]int{}
	for i := range c.Articles() {
		for _, claim := range c.Record(i).Claims {
			if _, seen := first[claim.Text]; !seen {
				first[claim.Text] = i
			}
		}
	}
	const reprint = 10*reprintEvery - 1
	groups := map[string]bool{}
	for i := range reprint {
		for _, claim := range c.Record(i).Claims {
			groups[claim.Group] = true
		}
	}
	if len(groups) < (reprint-reprint/reprintEvery)*ClaimsPerArticle {
		t.Errorf("%d groups of %d articles, want one of each statement", len(groups), reprint)
	}
	repeated := 0
	for _, claim := range c.Record(reprint).Claims {
		if first[claim.Text] < reprint {
			repeated++
		}
		if !groups[claim.Group] {
			t.Errorf("%s is in a group of its own, want that of the original", claim.Name())
		}
	}
	if repeated < ClaimsPerArticle/3 {
		t.Errorf("a reprint repeats %d claims as they were, want most", repeated)
	}
}
