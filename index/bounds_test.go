package index

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
)

// TestTooBroad asks at each bound and just beyond it.
func TestTooBroad(t *testing.T) {
	x := openIndex(t, "")
	r := sampleRecord("a", 1)
	r.Claims[0].Text = manyWords("ab", MaxExpansions) + " " + manyWords("cd", MaxExpansions+1)
	if err := x.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		query onrecord.Node
		want  error
	}{
		{"prefix", onrecord.Prefix{Field: onrecord.FieldExact, Text: "ab"}, nil},
		{"broad prefix", onrecord.Prefix{Field: onrecord.FieldExact, Text: "cd"}, onrecord.ErrTooBroad},
		{"words", onrecord.Match{Field: onrecord.FieldText, Text: manyWords("x", MaxTerms), MinTerms: 2}, nil},
		{"many words", onrecord.Match{Field: onrecord.FieldText, Text: manyWords("x", MaxTerms+1)}, onrecord.ErrTooBroad},
		{"long phrase", onrecord.Phrase{Field: onrecord.FieldExact, Text: manyWords("x", MaxTerms+1)}, onrecord.ErrTooBroad},
		{"values", anyOfMany(MaxTerms), nil},
		{"many values", anyOfMany(MaxTerms + 1), onrecord.ErrTooBroad},
		{"nodes", onrecord.Bool{Should: slices.Repeat([]onrecord.Node{onrecord.All{}}, MaxNodes-1)}, nil},
		{"many nodes", onrecord.Bool{Should: slices.Repeat([]onrecord.Node{onrecord.All{}}, MaxNodes)}, onrecord.ErrTooBroad},
		{"deep", nested(maxDepth), nil},
		{"too deep", nested(maxDepth + 1), onrecord.ErrTooBroad},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := x.Search(t.Context(), onrecord.Request{Query: tt.query, Limit: 1}); !errors.Is(err, tt.want) {
				t.Errorf("got error %v, want %v", err, tt.want)
			}
		})
	}
}

// manyWords returns so many different words that begin alike.
func manyWords(prefix string, count int) string {
	words := make([]string, count)
	for i := range words {
		words[i] = fmt.Sprintf("%s%05d", prefix, i)
	}
	return strings.Join(words, " ")
}

func anyOfMany(count int) onrecord.Node {
	return onrecord.AnyOf{Field: onrecord.FieldOutlet, Values: strings.Fields(manyWords("x", count))}
}

func nested(depth int) onrecord.Node {
	var n onrecord.Node = onrecord.All{}
	for range depth {
		n = onrecord.Bool{Must: []onrecord.Node{n}}
	}
	return n
}

// TestPutBounds puts records that are too large.
func TestPutBounds(t *testing.T) {
	x := openIndex(t, "")
	long := sampleRecord("a", 1)
	long.Article.Text = strings.Repeat("x", MaxTextBytes+1)
	many := sampleRecord("a", 1)
	many.Claims = make([]onrecord.Claim, MaxClaims+1)
	for name, r := range map[string]onrecord.Record{"long text": long, "many claims": many} {
		if err := x.Put(t.Context(), r); !errors.Is(err, onrecord.ErrInvalid) {
			t.Errorf("%s: got error %v, want ErrInvalid", name, err)
		}
	}
}

// TestCandidates checks which claims are chosen where not all can be: those
// that say more of what is asked, then the latest.
func TestCandidates(t *testing.T) {
	x := openIndex(t, "")
	texts := []string{
		"The border", "The border, the ceasefire and other things", "The ceasefire",
		"Border and ceasefire", "Nothing of that",
	}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: "a", Version: 1}}, Revision: 1}
	for i, text := range texts {
		r.Claims = append(r.Claims, onrecord.Claim{ID: fmt.Sprintf("c%d", i), Text: text, Said: onrecord.Day(2025, 5, 1+i)})
	}
	if err := x.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		query onrecord.Node
		limit int
		want  string
	}{
		{"both words and short", onrecord.Match{Field: onrecord.FieldText, Text: "ceasefire border"}, 1, "c3"},
		{"then both words", onrecord.Match{Field: onrecord.FieldText, Text: "ceasefire border"}, 2, "c3 c1"},
		{"equal scores: latest", onrecord.Match{Field: onrecord.FieldText, Text: "ceasefire border"}, 3, "c3 c1 c2"},
		{"nothing to score: latest", onrecord.All{}, 2, "c4 c3"},
		{"words that are not wanted do not count", onrecord.Bool{
			Not: []onrecord.Node{onrecord.Match{Field: onrecord.FieldText, Text: "things"}}}, 2, "c4 c3"},
		{"phrases count", onrecord.Bool{Should: []onrecord.Node{
			onrecord.Phrase{Field: onrecord.FieldExact, Text: "the border"}, onrecord.All{}}}, 1, "c0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			result, err := x.Search(t.Context(), onrecord.Request{Query: tt.query, Limit: tt.limit})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for i := range result.Claims {
				ids = append(ids, result.Claims[i].ID)
			}
			if got := strings.Join(ids, " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
