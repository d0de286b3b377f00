package indextest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// equal treats nil and empty slices and maps alike: the contract does not tell
// them apart.
var equal = cmp.FilterValues(func(a, b any) bool { return isEmpty(a) && isEmpty(b) }, cmp.Ignore())

func isEmpty(v any) bool {
	switch v := v.(type) {
	case []onrecord.Claim:
		return len(v) == 0
	case []onrecord.Hit:
		return len(v) == 0
	case []onrecord.Span:
		return len(v) == 0
	case []onrecord.Candidate:
		return len(v) == 0
	case []int:
		return len(v) == 0
	case []onrecord.FacetValue:
		return len(v) == 0
	case []onrecord.Group:
		return len(v) == 0
	case map[onrecord.Field][]onrecord.FacetValue:
		return len(v) == 0
	case map[string]int:
		return len(v) == 0
	case []onrecord.ClaimWording:
		return len(v) == 0
	case []onrecord.QuoteEdit:
		return len(v) == 0
	case []onrecord.QuoteFlag:
		return len(v) == 0
	case []onrecord.PastVersion:
		return len(v) == 0
	case []onrecord.Correction:
		return len(v) == 0
	case map[string][]onrecord.Correction:
		return len(v) == 0
	case []onrecord.Entry:
		return len(v) == 0
	case []byte:
		return len(v) == 0
	case []float64:
		return len(v) == 0
	}
	return false
}

// put stores records, all of which must be taken.
func put(t *testing.T, x onrecord.Index, records ...onrecord.Record) {
	t.Helper()
	for _, r := range records {
		if err := x.Put(t.Context(), r); err != nil {
			t.Fatalf("Put(%s, version %d): %v", r.Article.ID, r.Article.Version, err)
		}
	}
}

// search answers a request, which must be taken.
func search(t *testing.T, x onrecord.Index, r onrecord.Request) onrecord.Result {
	t.Helper()
	result, err := x.Search(t.Context(), r)
	if err != nil {
		t.Fatalf("Search(%+v): %v", r, err)
	}
	return result
}

// checkSearch compares the answer to a request with the oracle's.
func checkSearch(t *testing.T, x onrecord.Index, o oracle, r onrecord.Request) {
	t.Helper()
	if diff := cmp.Diff(o.search(r), search(t, x, r), equal); diff != "" {
		t.Errorf("Search(%+v) (-want +got):\n%s", r, diff)
	}
}

// checkPages compares an order read page by page with the same read at once.
func checkPages(t *testing.T, x onrecord.Index, o oracle, r onrecord.Request, size int) {
	t.Helper()
	r.Limit = onrecord.MaxCandidates
	want := o.search(r).Claims
	var got []onrecord.Claim
	for r.Limit = size; ; {
		page := search(t, x, r)
		got = append(got, page.Claims...)
		if len(page.Claims) < size || len(got) > len(want) {
			break
		}
		last := onrecord.Hit{Claim: page.Claims[size-1]}
		if r.Order == onrecord.OrderRelevance {
			last.Score = page.Scores[size-1]
		}
		r.After = keyOf(&last)
	}
	if diff := cmp.Diff(want, got, equal); diff != "" {
		t.Errorf("pages of %d of Search(%+v) (-want +got):\n%s", size, r, diff)
	}
}

// checkStore compares the records and the listing with the oracle's.
func checkStore(t *testing.T, x onrecord.Index, o oracle, size int) {
	t.Helper()
	for id, want := range o {
		got, err := x.Record(t.Context(), id)
		if err != nil {
			t.Errorf("Record(%s): %v", id, err)
			continue
		}
		if diff := cmp.Diff(want, got, equal); diff != "" {
			t.Errorf("Record(%s) (-want +got):\n%s", id, diff)
		}
	}
	got := []onrecord.ArticleInfo{}
	var after onrecord.ArticleKey
	for {
		page, err := x.Articles(t.Context(), after, size)
		if err != nil {
			t.Fatalf("Articles(%+v, %d): %v", after, size, err)
		}
		got = append(got, page...)
		if len(page) < size || len(got) > len(o) {
			break
		}
		last := page[len(page)-1]
		after = onrecord.ArticleKey{Published: last.Published, ID: last.ID}
	}
	if diff := cmp.Diff(o.articles(), got, equal); diff != "" {
		t.Errorf("Articles in pages of %d (-want +got):\n%s", size, diff)
	}
}

// checkCoverage compares the coverage with the oracle's.
func checkCoverage(t *testing.T, x onrecord.Index, o oracle, speakerID string) {
	t.Helper()
	got, err := x.Coverage(t.Context(), speakerID)
	if err != nil {
		t.Fatalf("Coverage(%q): %v", speakerID, err)
	}
	if diff := cmp.Diff(o.coverage(speakerID), got); diff != "" {
		t.Errorf("Coverage(%q) (-want +got):\n%s", speakerID, diff)
	}
}
