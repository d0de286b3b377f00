package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
)

// killedArticles is how many articles TestKill takes in.
const killedArticles = 10_000

// TestKill kills a server with SIGKILL at random moments of an ingest of 10,000
// articles, starts it again on the same folder and goes on with what was not
// acknowledged, until all is in. After each kill every acknowledged article
// must be there, and none half.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	data := filepath.Join(t.TempDir(), "data")
	acked := make(map[int]client.Ack)
	rnd := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	for round := 0; len(acked) < killedArticles; round++ {
		p := startProcess(t, data)
		verifyAcked(t, p, acked)
		stopAfter := 500 + rnd.IntN(killedArticles/3)
		if round >= 5 {
			stopAfter = killedArticles
		}
		ingestUntilKilled(t, p, acked, stopAfter)
		p.kill()
		t.Logf("round %d: %d acknowledged when killed", round, len(acked))
	}
	p := startProcess(t, data)
	verifyAcked(t, p, acked)
	verifyWhole(t, p)
}

// ingestUntilKilled sends what is not acknowledged yet and kills the server
// after some acknowledgements, in the middle of the rest.
func ingestUntilKilled(t *testing.T, p *process, acked map[int]client.Ack, stopAfter int) {
	t.Helper()
	c := newClient(t, p)
	n := 0
	var next []int // the items sent, in order
	for i := range killedArticles {
		if _, ok := acked[i]; !ok {
			next = append(next, i)
		}
	}
	for ack, err := range c.IngestAll(t.Context(), itemsOf(next)) {
		if err != nil {
			return // the kill
		}
		if ack.Err != nil {
			t.Fatalf("article %d refused: %v", next[n], ack.Err)
		}
		acked[next[n]] = ack
		if n++; n == stopAfter {
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

// numbered makes an article with three statements in it.
func numbered(i int) onrecord.Article {
	return onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{URL: fmt.Sprintf("https://delta-wire.example/%d", i), Published: onrecord.Day(2024, 1, 1+i%28)},
		Text: fmt.Sprintf("“Bridge number %d stays open,” Mayor Ida Holm said. Holm added that repairs would cost %d crowns.\n\n"+
			"Engineer Jon Okoro warned that pier %d was cracked.", i, i, i),
	}
}

// verifyAcked looks a sample of the acknowledged articles up, and all that are
// newest.
func verifyAcked(t *testing.T, p *process, acked map[int]client.Ack) {
	t.Helper()
	c := newClient(t, p)
	stored := make(map[string]bool)
	for a, err := range c.Articles(t.Context()) {
		if err != nil {
			t.Fatalf("list articles: %v", err)
		}
		stored[a.ID] = true
	}
	for i, ack := range acked {
		if !stored[ack.ArticleID] {
			t.Errorf("article %d was acknowledged and is gone", i)
		}
	}
}

// verifyWhole reads every article, acknowledged or not, with its claims.
func verifyWhole(t *testing.T, p *process) {
	t.Helper()
	c := newClient(t, p)
	claims := make(map[string]int)
	for hit, err := range c.Search(t.Context(), client.Query{Order: onrecord.OrderOldest, PageSize: 100}) {
		if err != nil {
			t.Fatalf("search: %v", err)
		}
		claims[hit.Claim.Article.ID]++
	}
	n := 0
	for a, err := range c.Articles(t.Context()) {
		if err != nil {
			t.Fatalf("list articles: %v", err)
		}
		if n++; claims[a.ID] != 3 {
			t.Errorf("article %s has %d claims, want 3", a.URL, claims[a.ID])
		}
	}
	if n != killedArticles || len(claims) != killedArticles {
		t.Errorf("got %d articles, claims of %d, want %d", n, len(claims), killedArticles)
	}
}
