package indextest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// RunAgainst fills an empty index with generated records, changes some and
// deletes others, and compares the matches of as many generated queries with
// those that another searcher over the same documents finds: matching returns
// the resource names of the claims that match, in any order.
func RunAgainst(t *testing.T, x onrecord.Index, queries int, matching func(onrecord.Node) []string) {
	g, o := newGenerator(3), oracle{}
	for range 300 {
		change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(90)))
	}
	claims := o.claims()
	t.Logf("%d articles, %d claims", len(o), len(claims))
	for range queries {
		r := onrecord.Request{Query: g.query(claims, 3), Order: onrecord.OrderNewest, Limit: onrecord.MaxCandidates}
		want := matching(o.narrowed(r.Query, claims))
		found := search(t, x, r)
		if found.Total != len(want) {
			t.Errorf("%+v: %d matches, want %d", r.Query, found.Total, len(want))
		}
		if len(want) > onrecord.MaxCandidates {
			continue
		}
		got := make([]string, len(found.Claims))
		for i := range found.Claims {
			got[i] = found.Claims[i].Name()
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got, equalNames); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", r.Query, diff)
		}
	}
}

var equalNames = cmp.Comparer(slices.Equal[[]string])
