package indextest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// testGroups compares the sums of groups with the oracle's, after articles have
// changed and gone.
func testGroups(t *testing.T, x onrecord.Index) {
	g, o := newGenerator(6), oracle{}
	for range 120 {
		change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(60)))
	}
	ids := []string{"", "nobody"}
	for i := range 20 {
		ids = append(ids, fmt.Sprintf("group%d", i))
	}
	got, err := x.Groups(t.Context(), ids...)
	if err != nil {
		t.Fatal(err)
	}
	var want []onrecord.Group
	for _, id := range ids {
		want = append(want, o.group(id))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Groups (-want +got):\n%s", diff)
	}
	if none, err := x.Groups(t.Context()); len(none) != 0 || err != nil {
		t.Errorf("Groups of no ID: %v, %v", none, err)
	}
}

// group sums a group up.
func (o oracle) group(id string) onrecord.Group {
	sum := onrecord.Group{ID: id}
	articles, outlets := map[string]bool{}, map[string]bool{}
	var first *onrecord.Claim
	for _, c := range o.claims() {
		if id == "" || c.Group != id {
			continue
		}
		sum.Claims++
		if c.State != onrecord.StatePresent {
			sum.Former++
		}
		articles[c.Article.ID] = true
		if outlet := analysis.Fold(c.Article.Outlet); outlet != "" {
			outlets[outlet] = true
		}
		if said := c.When(); said.Known() && (sum.LastSaid.IsZero() || said.Time.After(sum.LastSaid)) {
			sum.LastSaid = said.Time
		}
		if first == nil || comesFirst(&c, first) {
			first = &c
		}
	}
	sum.Articles, sum.Outlets = len(articles), len(outlets)
	if first != nil {
		sum.First, sum.FirstSaid = first.Name(), first.When().Time
	}
	return sum
}

// comesFirst reports whether a, which has the later name, comes before b.
func comesFirst(a, b *onrecord.Claim) bool {
	said := byOrder(onrecord.OrderOldest, onrecord.Key{Time: a.When().Time}, onrecord.Key{Time: b.When().Time})
	published := byOrder(onrecord.OrderOldest, onrecord.Key{Time: a.Article.Published.Time}, onrecord.Key{Time: b.Article.Published.Time})
	return said < 0 || said == 0 && published < 0
}

// testAlike compares what is found by fingerprints with a look at every claim.
func testAlike(t *testing.T, x onrecord.Index) {
	g, o := newGenerator(7), oracle{}
	for range 150 {
		change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(60)))
	}
	claims := o.claims()
	sets := [][]uint32{nil, {0}, {1, 2, 3}}
	for range 100 {
		c := pick(g, claims)
		words := c.Text + " " + g.text(3) // most of them in common
		sets = append(sets, analysis.Shingles(analysis.Terms(words)))
	}
	for _, limit := range []int{1, 3, onrecord.MaxCandidates} {
		got, err := x.Alike(t.Context(), sets, limit)
		if err != nil {
			t.Fatal(err)
		}
		var want [][]onrecord.Claim
		for _, set := range sets {
			want = append(want, alike(claims, set, limit))
		}
		if diff := cmp.Diff(want, got, equal); diff != "" {
			t.Errorf("Alike, at most %d (-want +got):\n%s", limit, diff)
		}
	}
}

// alike returns the claims, given by name, of which the most fingerprints are
// among the shingles.
func alike(claims []onrecord.Claim, shingles []uint32, limit int) []onrecord.Claim {
	shared := map[string]int{}
	var sharing []onrecord.Claim
	for _, c := range claims {
		for _, f := range analysis.Fingerprints(analysis.Shingles(analysis.Terms(c.Text))) {
			if slices.Contains(shingles, f) {
				shared[c.Name()]++
			}
		}
		if shared[c.Name()] >= analysis.LeastShared(len(shingles)) {
			sharing = append(sharing, c)
		}
	}
	slices.SortStableFunc(sharing, func(a, b onrecord.Claim) int { return shared[b.Name()] - shared[a.Name()] })
	return sharing[:min(limit, len(sharing))]
}

// testCollapsed pages through collapsed answers: each group comes once, on the
// page where its first hit is.
func testCollapsed(t *testing.T, x onrecord.Index) {
	g, o := newGenerator(8), oracle{}
	for range 100 {
		change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(60)))
	}
	for _, order := range []onrecord.Order{onrecord.OrderNewest, onrecord.OrderOldest} {
		for _, by := range keywordFields {
			for _, size := range []int{1, 3, 50} {
				checkPages(t, x, o, onrecord.Request{Query: onrecord.All{}, Order: order, Collapse: by}, size)
			}
		}
	}
	claims := o.claims()
	for range 30 {
		r := onrecord.Request{Query: g.query(claims, 2), Order: pick(g, orders[1:]), Collapse: onrecord.FieldGroup}
		checkPages(t, x, o, r, 1+g.IntN(10))
	}
}
