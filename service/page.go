package service

import (
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
	Time    time.Time `json:"t,omitzero"`  // what the hit is filed under
	Score   float64   `json:"s,omitempty"` // by relevance
}

// fingerprint tells requests apart by all that decides hits and order.
func (r SearchRequest) fingerprint() string {
	var times []string
	for _, t := range []time.Time{r.SaidFrom, r.SaidBefore, r.PublishedFrom, r.PublishedBefore} {
		times = append(times, t.UTC().Format(time.RFC3339Nano))
	}
	sum := digest(fmt.Sprintf("%q %q %q %d %q %d %t %t", r.Query, r.Speakers, r.Outlets, r.Kinds, times, r.Order, r.Collapse, r.PresentOnly))
	return hex.EncodeToString(sum[:8])
}

// page answers one page, which the engine keeps in order.
func (s *Service) page(ctx context.Context, q *search) (SearchResult, error) {
	r := q.Request
	r.Limit = q.size + 1
	if q.after != nil {
		r.After = onrecord.Key{Score: q.after.Score, Time: q.after.Time, Name: q.after.Name}
	}
	found, err := s.index.Search(ctx, r)
	if err != nil {
		return SearchResult{}, fmt.Errorf("search: %w", err)
	}
	page := SearchResult{Total: found.Total, Groups: found.Collapsed, Facets: found.Facets}
	for i := range found.Claims[:min(q.size, len(found.Claims))] {
		hit := onrecord.Hit{Claim: found.Claims[i]}
		if found.Scores != nil {
			hit.Score = found.Scores[i]
		}
		page.Hits = append(page.Hits, hit)
	}
	if len(found.Claims) > q.size {
		last := page.Hits[q.size-1]
		page.Next = &Cursor{Request: q.fingerprint, Name: last.Claim.Name(), Time: last.Claim.When().Time, Score: last.Score}
	}
	return page, nil
}
