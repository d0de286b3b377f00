package rank_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/query"
	"github.com/onrecord/onrecord/rank"
)

var update = flag.Bool("update", false, "write the goldens anew")

func TestGolden(t *testing.T) {
	const path = "testdata/ranked.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	claims := parseClaims(t, string(archive.Files[0].Data))
	for i, file := range archive.Files[1:] {
		t.Run(file.Name, func(t *testing.T) {
			got := answer(t, file.Name, claims)
			if *update {
				archive.Files[i+1].Data = []byte(got)
			} else if diff := cmp.Diff(string(file.Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// answer answers "search QUERY" or "related CLAIM".
func answer(t *testing.T, question string, claims []onrecord.Claim) string {
	if text, ok := strings.CutPrefix(question, "search "); ok {
		return searched(t, text, claims)
	}
	name := strings.TrimPrefix(question, "related ")
	i := slices.IndexFunc(claims, func(c onrecord.Claim) bool { return label(&c) == name })
	if i < 0 {
		t.Fatalf("no claim %q", name)
	}
	return relatedTo(&claims[i], claims)
}

func searched(t *testing.T, text string, claims []onrecord.Claim) string {
	node, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	q := rank.NewQuery(node)
	var out strings.Builder
	for _, hit := range q.Rank(claims, statsOf(claims)) {
		if hit.Score > 0 {
			fmt.Fprintf(&out, "%.3f %s %s\n", hit.Score, label(&hit.Claim), mark(hit.Claim.Text, q.Highlights(hit.Claim.Text)))
		}
	}
	return out.String()
}

func relatedTo(subject *onrecord.Claim, claims []onrecord.Claim) string {
	s := rank.NewSubject(rank.Statement{Text: subject.Text, Quoted: rank.QuotedIn(subject)})
	var same, others []onrecord.Claim
	for _, c := range claims {
		switch {
		case c.Name() == subject.Name():
		case c.Speaker == subject.Speaker:
			same = append(same, c)
		default:
			others = append(others, c)
		}
	}
	bySpeaker, byOthers := s.Rank(same, others, statsOf(claims), len(claims))
	hits := slices.Concat(bySpeaker, byOthers)
	var out strings.Builder
	for _, hit := range hits {
		fmt.Fprintf(&out, "%.3f %s %s\n", hit.Score, label(&hit.Claim), mark(hit.Claim.Text, hit.Highlights))
		for _, reason := range hit.Reasons {
			kind := map[onrecord.ReasonType]string{
				onrecord.ReasonSharedTerm: "term", onrecord.ReasonSameSpeaker: "speaker", onrecord.ReasonSharedQuote: "quote",
				onrecord.ReasonSimilarWord: "similar", onrecord.ReasonSharedContext: "context", onrecord.ReasonNearInTime: "time",
			}[reason.Type]
			fmt.Fprintf(&out, "      %.3f %s %s\n", reason.Weight, kind, reason.Detail)
		}
	}
	return out.String()
}

// parseClaims reads lines of "article/claim | speaker | text".
func parseClaims(t *testing.T, lines string) []onrecord.Claim {
	var claims []onrecord.Claim
	for line := range strings.Lines(lines) {
		parts := strings.SplitN(strings.TrimSpace(line), " | ", 3)
		article, id, ok := strings.Cut(parts[0], "/")
		if len(parts) != 3 || !ok {
			t.Fatalf("bad line %q", line)
		}
		c := onrecord.Claim{ID: id, Text: parts[2], Span: onrecord.Span{Start: 100, End: 100 + len(parts[2])}}
		c.Article.ID = article
		c.Speaker.ID, c.Speaker.Name = parts[1], parts[1]
		if open, closing := strings.Index(c.Text, "“"), strings.Index(c.Text, "”"); open >= 0 {
			c.Quoted = []onrecord.Span{{Start: 100 + open, End: 100 + closing}}
		}
		claims = append(claims, c)
	}
	return claims
}

// statsOf counts what an engine would over an index of these claims.
func statsOf(claims []onrecord.Claim) onrecord.TermStats {
	stats := onrecord.TermStats{Claims: len(claims), DocFreq: make(map[string]int)}
	for _, c := range claims {
		tokens := analysis.Terms(c.Text)
		stats.Tokens += len(tokens)
		seen := make(map[string]bool)
		for _, token := range tokens {
			if !seen[token.Term] {
				seen[token.Term] = true
				stats.DocFreq[token.Term]++
			}
		}
	}
	return stats
}

func label(c *onrecord.Claim) string { return c.Article.ID + "/" + c.ID }

// mark puts the spans of a text in brackets.
func mark(text string, spans []onrecord.Span) string {
	var out strings.Builder
	at := 0
	for _, span := range spans {
		out.WriteString(text[at:span.Start] + "[" + span.Of(text) + "]")
		at = span.End
	}
	return out.String() + text[at:]
}
