package indextest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// testEmpty asks an index that has nothing.
func testEmpty(t *testing.T, x onrecord.Index) {
	g := newGenerator(1)
	for range 50 {
		checkSearch(t, x, oracle{}, g.request(nil))
	}
	checkStore(t, x, oracle{}, 10)
	checkCoverage(t, x, oracle{}, "mara-velden")
}

// testOrder has many claims of one day, and many without a date: only the name
// tells them apart.
func testOrder(t *testing.T, x onrecord.Index) {
	o := oracle{}
	for article := range 8 {
		id := fmt.Sprintf("a%d", article)
		r := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: id, Version: 1}}, Revision: 1}
		for claim := range 12 {
			c := onrecord.Claim{ID: fmt.Sprintf("c%d", claim), Article: r.Article.ArticleInfo, Text: "peace"}
			if claim%3 > 0 {
				c.Said = onrecord.Day(2025, 5, 17+claim%3)
			}
			r.Claims = append(r.Claims, c)
		}
		put(t, x, r)
		if err := o.put(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, order := range []onrecord.Order{onrecord.OrderNewest, onrecord.OrderOldest} {
		for _, size := range []int{1, 7, 32, 96, 100} {
			checkPages(t, x, o, onrecord.Request{Query: onrecord.All{}, Order: order}, size)
		}
	}
	first := search(t, x, onrecord.Request{Query: onrecord.All{}, Order: onrecord.OrderNewest, Limit: 1}).Claims[0]
	if want := "articles/a0/claims/c11"; first.Name() != want {
		t.Errorf("newest is %s, want %s", first.Name(), want)
	}
	testBetweenKeys(t, x, o)
}

// testBetweenKeys continues behind keys that no claim has.
func testBetweenKeys(t *testing.T, x onrecord.Index, o oracle) {
	keys := []onrecord.Key{
		{Time: day(18)}, {Time: day(18), Name: "articles/a3/claims/c"}, {Time: day(18).Add(1)}, {Time: day(1)}, {Time: day(31)},
		{Name: "articles/a3"}, {Name: "z"},
	}
	for _, key := range keys {
		for _, order := range []onrecord.Order{onrecord.OrderNewest, onrecord.OrderOldest} {
			checkSearch(t, x, o, onrecord.Request{Query: onrecord.All{}, Order: order, Limit: 20, After: key})
		}
	}
}

// testReopened closes and opens an index over and over, with writes between.
func testReopened(t *testing.T, open func(t *testing.T, directory string) onrecord.Index) {
	directory := t.TempDir()
	g, o := newGenerator(3), oracle{}
	for round := range 4 {
		x := open(t, directory)
		checkStore(t, x, o, 7)
		checkCoverage(t, x, o, "mara-velden")
		if round > 0 {
			checkEntries(t, x, "reopened", "speaker", entry("speaker", "a", round, "x"))
		}
		if err := x.Enter(t.Context(), entry("speaker", "a", round+1, "x")); err != nil {
			t.Fatal(err)
		}
		for range 20 {
			checkSearch(t, x, o, g.request(o.claims()))
		}
		for article := range 10 {
			change(t, x, o, g, fmt.Sprintf("a%d", (article*7+round)%15))
		}
		if err := x.Close(); err != nil {
			t.Fatalf("Close: %v", err)
		}
	}
	x := open(t, directory)
	checkStore(t, x, o, 7)
	if err := x.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

// testGenerated changes records at random and compares every kind of answer
// with the oracle's, again and again.
func testGenerated(t *testing.T, x onrecord.Index) {
	g, o := newGenerator(2), oracle{}
	for round := range 5 {
		for range 25 {
			change(t, x, o, g, fmt.Sprintf("a%d", g.IntN(40)))
		}
		claims := o.claims()
		t.Logf("round %d: %d articles, %d claims", round, len(o), len(claims))
		checkStore(t, x, o, 1+g.IntN(20))
		for _, speaker := range []string{"", "mara-velden", "tomas-orsk", "nobody"} {
			checkCoverage(t, x, o, speaker)
		}
		for range 200 {
			checkSearch(t, x, o, g.request(claims))
		}
		for range 10 {
			order := pick(g, orders)
			checkPages(t, x, o, onrecord.Request{Query: g.query(claims, 1), Order: order}, 1+g.IntN(30))
		}
	}
}

// change makes one change at random to an article, here and in the oracle.
func change(t *testing.T, x onrecord.Index, o oracle, g generator, id string) {
	t.Helper()
	stored, known := o[id]
	if known && g.IntN(4) == 0 {
		if err := x.Delete(t.Context(), id); err != nil {
			t.Fatalf("Delete(%s): %v", id, err)
		}
		delete(o, id)
		return
	}
	r := g.record(id, stored.Article.Version+1)
	put(t, x, r)
	if err := o.put(r); err != nil {
		t.Fatal(err)
	}
	got, err := x.Record(t.Context(), id)
	if diff := cmp.Diff(r, got, equal); diff != "" || err != nil {
		t.Errorf("Record(%s) after Put: %v (-want +got):\n%s", id, err, diff)
	}
}
