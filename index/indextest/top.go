package indextest

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/rank"
)

// testTop compares the best matches with those that package rank finds among
// all, after articles have changed and gone.
func testTop(t *testing.T, x onrecord.Index) {
	g, o := newGenerator(9), oracle{}
	for range 3 {
		for range 40 {
			change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(60)))
		}
		claims := o.claims()
		for range 150 {
			checkTop(t, x, o, g.topRequest(claims))
		}
	}
}

// topRequest returns a request over the claims that there are.
func (g generator) topRequest(claims []onrecord.Claim) onrecord.TopRequest {
	r := onrecord.TopRequest{Query: g.query(claims, 3), Limit: pick(g, []int{1, 3, 10, onrecord.MaxCandidates})}
	if g.IntN(3) > 0 {
		r.Split = g.query(claims, 1)
	}
	if g.IntN(3) > 0 {
		r.Near = g.date()
	}
	if g.IntN(2) == 0 {
		r.Collapse = pick(g, keywordFields)
	}
	return r
}

// checkTop compares the answer to a request with the oracle's.
func checkTop(t *testing.T, x onrecord.Index, o oracle, r onrecord.TopRequest) {
	t.Helper()
	got, err := x.Top(t.Context(), r)
	if err != nil {
		t.Fatalf("Top(%+v): %v", r, err)
	}
	if diff := cmp.Diff(o.top(r), got, equal); diff != "" {
		t.Errorf("Top(%+v) (-want +got):\n%s", r, diff)
	}
}

// top answers a request by a look at all claims.
func (o oracle) top(r onrecord.TopRequest) onrecord.TopResult {
	claims := o.claims()
	result := onrecord.TopResult{Stats: o.stats(r.Query, claims)}
	var split onrecord.Node
	if r.Split != nil {
		split = o.narrowed(r.Split, claims)
	}
	for _, hit := range rank.NewQuery(r.Query).RankNear(r.Near, o.matching(r.Query, claims), result.Stats) {
		if split != nil && matches(split, &hit.Claim) {
			result.Split = append(result.Split, hit)
		} else {
			result.Rest = append(result.Rest, hit)
		}
	}
	for _, part := range []*[]onrecord.Hit{&result.Split, &result.Rest} {
		*part = collapsed(r.Collapse, *part)
		*part = (*part)[:min(len(*part), r.Limit)]
	}
	return result
}

// testInvalidTop asks for the best matches of what cannot be answered.
func testInvalidTop(t *testing.T, x onrecord.Index) {
	all := onrecord.All{}
	for name, r := range map[string]onrecord.TopRequest{
		"no query":                    {Limit: 1},
		"no limit":                    {Query: all},
		"limit too large":             {Query: all, Limit: onrecord.MaxCandidates + 1},
		"collapsed by a text":         {Query: all, Limit: 1, Collapse: onrecord.FieldText},
		"negative breadth":            {Query: onrecord.Match{Field: onrecord.FieldText, Text: "peace", Breadth: -1}, Limit: 1},
		"breadth of words as written": {Query: onrecord.Match{Field: onrecord.FieldExact, Text: "peace", Breadth: 1}, Limit: 1},
		"split by a wrong field":      {Query: all, Limit: 1, Split: anyOf(onrecord.FieldExact, "peace")},
	} {
		if _, err := x.Top(t.Context(), r); !errors.Is(err, onrecord.ErrInvalid) {
			t.Errorf("%s: got error %v, want ErrInvalid", name, err)
		}
	}
}
