package service

import (
	"cmp"
	"context"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/onrecord/onrecord"
)

// A Cursor is where a page of a search begins: behind the hit it names. It is
// good for the request that it came from, with any page size and facets. Who
// sends it out of the process should protect it against changes.
type Cursor struct {
	Request string    `json:"r"`           // tells requests apart
	Name    string    `json:"n"`           // resource name of the hit
	Time    time.Time `json:"t,omitzero"`  // date orders: what the hit is filed under
	Depth   int       `json:"d,omitempty"` // relevance: in which of the depths
	Score   float64   `json:"s,omitempty"` // relevance: the hit's score
}

// FirstDepth is how many candidates of the engine are ranked first; the others,
// up to onrecord.MaxCandidates, are ranked behind them, when paging gets there.
// Reading and ranking a candidate costs some 50 µs, and the best hits of 200
// candidates have been seen to be those of all.
const FirstDepth = 200

// fingerprint tells requests apart by all that decides hits and order.
func (r SearchRequest) fingerprint() string {
	var times []string
	for _, t := range []time.Time{r.SaidFrom, r.SaidBefore, r.PublishedFrom, r.PublishedBefore} {
		times = append(times, t.UTC().Format(time.RFC3339Nano))
	}
	sum := digest(fmt.Sprintf("%q %q %q %d %q %d", r.Query, r.Speakers, r.Outlets, r.Kinds, times, r.Order))
	return hex.EncodeToString(sum[:8])
}

// datedPage answers in a date order, which the engine keeps itself.
func (s *Service) datedPage(ctx context.Context, q *search) (SearchResult, error) {
	r := q.Request
	r.Limit = q.size + 1
	if q.after != nil {
		r.After = onrecord.Key{Time: q.after.Time, Name: q.after.Name}
	}
	found, err := s.index.Search(ctx, r)
	if err != nil {
		return SearchResult{}, fmt.Errorf("search: %w", err)
	}
	page := SearchResult{Total: found.Total, Facets: found.Facets}
	for i := range found.Claims[:min(q.size, len(found.Claims))] {
		page.Hits = append(page.Hits, onrecord.Hit{Claim: found.Claims[i]})
	}
	if len(found.Claims) > q.size {
		last := &found.Claims[q.size-1]
		page.Next = &Cursor{Request: q.fingerprint, Name: last.Name(), Time: last.When().Time}
	}
	return page, nil
}

// rankedPage answers by relevance: it ranks the engine's candidates anew for
// each page.
func (s *Service) rankedPage(ctx context.Context, q *search) (SearchResult, error) {
	limit := FirstDepth
	if q.after != nil && q.after.Depth > 0 {
		limit = onrecord.MaxCandidates
	}
	for {
		r := q.Request
		r.Limit = limit
		found, err := s.index.Search(ctx, r)
		if err != nil {
			return SearchResult{}, fmt.Errorf("search: %w", err)
		}
		ordered := q.rank(found)
		if len(ordered) <= q.size && found.Total > limit && limit < onrecord.MaxCandidates {
			limit = onrecord.MaxCandidates
			continue
		}
		page := SearchResult{Total: found.Total, Facets: found.Facets}
		for _, p := range ordered[:min(q.size, len(ordered))] {
			page.Hits = append(page.Hits, p.Hit)
		}
		if len(ordered) > q.size {
			page.Next = ordered[q.size-1].cursor(q.fingerprint)
		}
		return page, nil
	}
}

// A placed is a claim with its place in the order by relevance.
type placed struct {
	onrecord.Hit
	depth int
}

func (p placed) cursor(fingerprint string) *Cursor {
	return &Cursor{Request: fingerprint, Name: p.Claim.Name(), Depth: p.depth, Score: p.Score}
}

// rank orders the candidates and returns those behind the cursor.
func (q *search) rank(found onrecord.Result) []placed {
	var ordered []placed
	first := min(FirstDepth, len(found.Claims))
	for depth, claims := range [][]onrecord.Claim{found.Claims[:first], found.Claims[first:]} {
		if q.after != nil && depth < q.after.Depth {
			continue
		}
		for _, scored := range q.words.Rank(claims, found.Stats) {
			if p := (placed{scored, depth}); q.after == nil || p.behind(q.after) {
				ordered = append(ordered, p)
			}
		}
	}
	return ordered
}

// behind reports whether p comes after the cursor.
func (p placed) behind(c *Cursor) bool {
	return cmp.Or(cmp.Compare(p.depth, c.Depth), cmp.Compare(c.Score, p.Score), cmp.Compare(p.Claim.Name(), c.Name)) > 0
}
