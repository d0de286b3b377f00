package peer

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestClaimsComeBackByColumn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "claims.tsv")
	claim := onrecord.Claim{
		ID: "c1", Text: "The ferries stay in port", Said: onrecord.Day(2024, 2, 3), Speaker: onrecord.Speaker{ID: "ida-holm"},
		Article: onrecord.ArticleInfo{ID: "a1", Outlet: "Delta Wire"},
	}
	if err := WriteClaims(path, slices.Values([]onrecord.Claim{claim})); err != nil {
		t.Fatal(err)
	}
	want := []string{"articles/a1/claims/c1", "ferri stai port", "the ferries stay in port", "ida-holm", "delta wire", "1706918400", "2024-02", claim.Text}
	for got, err := range ReadClaims(path) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestQuestionsComeBackByClass(t *testing.T) {
	path := filepath.Join(t.TempDir(), "questions.jsonl")
	want := [][]Question{
		{{Class: "a", Must: []string{"x"}}, {Class: "a", Speaker: "s", From: 1, To: 2}},
		{{Class: "b", Should: []string{"x", "y"}, Facets: true}},
	}
	if err := WriteQuestions(path, slices.Values(slices.Concat(want...))); err != nil {
		t.Fatal(err)
	}
	got, err := ReadQuestions(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
