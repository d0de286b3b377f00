package main

import (
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
)

// killedArticles is how many articles TestKill takes in.
const killedArticles = 10_000

// TestKill kills a server with SIGKILL at random moments of an ingest of 10,000
// articles, starts it again on the same folder and sends all of them again,
// until all are in. After each kill everything that was acknowledged must be
// there, nothing half, found by every way and known as unchanged.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	data := filepath.Join(t.TempDir(), "data")
	acked := make(map[int]client.Ack)
	rnd := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	for round := 0; len(acked) < killedArticles; round++ {
		p := startProcess(t, data)
		verifyStored(t, p, acked)
		stopAfter := 500 + rnd.IntN(killedArticles/3)
		if round >= 5 {
			stopAfter = killedArticles
		}
		ingestUntilKilled(t, p, acked, stopAfter)
		p.kill()
		t.Logf("round %d: %d acknowledged when killed", round, len(acked))
	}
	verifyStored(t, startProcess(t, data), acked)
}

// ingestUntilKilled sends all articles, those first that were acknowledged, and
// kills the server after some acknowledgements of others, in the middle of the
// rest.
func ingestUntilKilled(t *testing.T, p *process, acked map[int]client.Ack, stopAfter int) {
	t.Helper()
	c := newClient(t, p)
	next := slices.Collect(maps.Keys(acked)) // the items sent, in order
	known := len(next)
	for i := range killedArticles {
		if _, ok := acked[i]; !ok {
			next = append(next, i)
		}
	}
	n := 0
	for ack, err := range c.IngestAll(t.Context(), itemsOf(next)) {
		if err != nil {
			return // the kill
		}
		if ack.Err != nil {
			t.Fatalf("article %d refused: %v", next[n], ack.Err)
		}
		if n < known && ack.Outcome != onrecord.OutcomeUnchanged {
			t.Errorf("article %d was acknowledged, and sent again is %v", next[n], ack.Outcome)
		}
		acked[next[n]] = ack
		if n++; n == known+stopAfter {
			p.kill()
		}
	}
}

func newClient(t *testing.T, p *process) *client.Client {
	t.Helper()
	c, err := client.New(p.addr, client.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func itemsOf(numbers []int) iter.Seq[client.Item] {
	return func(yield func(client.Item) bool) {
		for _, i := range numbers {
			if !yield(client.Item{Article: numbered(i), Label: fmt.Sprint(i)}) {
				return
			}
		}
	}
}

// numberedURL begins the URLs of the articles; their numbers end them.
const numberedURL = "https://delta-wire.example/"

// numbered makes an article with three statements in it, which tell its number.
func numbered(i int) onrecord.Article {
	return onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{URL: fmt.Sprint(numberedURL, i), Published: onrecord.Day(2024, 1, 1+i%28)},
		Text: fmt.Sprintf("“Bridge number %d stays open,” Mayor Ida Holm said. Holm added that repairs would cost %d crowns.\n\n"+
			"Engineer Jon Okoro warned that pier %d was cracked.", i, i, i),
	}
}

// statements is how many an article has.
const statements = 3

// verifyStored reads every article and every statement, acknowledged or not.
func verifyStored(t *testing.T, p *process, acked map[int]client.Ack) {
	t.Helper()
	c := newClient(t, p)
	numbers := make(map[string]string) // by article ID
	for a, err := range c.Articles(t.Context()) {
		if err != nil {
			t.Fatalf("list articles: %v", err)
		}
		numbers[a.ID] = strings.TrimPrefix(a.URL, numberedURL)
	}
	for i, ack := range acked {
		if numbers[ack.ArticleID] != fmt.Sprint(i) {
			t.Errorf("article %d was acknowledged and is gone", i)
		}
	}
	found := make(map[string]int) // statements, by article ID
	for hit, err := range c.Search(t.Context(), client.Query{Order: onrecord.OrderOldest, PageSize: 100}) {
		if err != nil {
			t.Fatalf("search: %v", err)
		}
		id := hit.Claim.Article.ID
		if hit.Claim.Group == "" {
			t.Errorf("article %s has a statement without a group", numbers[id])
		}
		if found[id]++; !slices.Contains(strings.Fields(hit.Claim.Text), numbers[id]) {
			t.Errorf("article %s has the statement %q", numbers[id], hit.Claim.Text)
		}
	}
	for id, number := range numbers {
		if found[id] != statements {
			t.Errorf("article %s has %d statements, want %d", number, found[id], statements)
		}
	}
	verifyCounts(t, c, len(numbers))
}

// verifyCounts checks that totals, facets and coverage tell of so many articles.
func verifyCounts(t *testing.T, c *client.Client, articles int) {
	t.Helper()
	facets := []onrecord.Field{onrecord.FieldKind, onrecord.FieldSpeakerID, onrecord.FieldMonth}
	page, err := c.SearchPage(t.Context(), client.Query{Facets: facets}, "")
	if err != nil {
		t.Fatalf("search: %v", err)
	}
	got := map[string]int{"total": page.Total, "coverage": page.Coverage.Claims, "articles": statements * page.Coverage.Articles}
	for _, field := range facets {
		got[string(field)] = 0
		for _, v := range page.Facets[field] {
			got[string(field)] += v.Count
		}
	}
	for name, count := range got {
		if want := statements * articles; count != want {
			t.Errorf("%s: got %d statements, want %d", name, count, want)
		}
	}
}
