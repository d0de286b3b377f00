package client

import (
	"context"
	"iter"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// A Query asks for claims. The zero Query finds all of them.
type Query struct {
	// Text is in the query language: words, "phrases", OR, -not, speaker:velden,
	// said:2025-05..2025-06 and so on.
	Text string
	// Speakers ("speakers/mara-velden" or words of the name), Outlets and Kinds
	// narrow the matches; of each, any value.
	Speakers, Outlets []string
	Kinds             []onrecord.Kind
	// SaidFrom and SaidBefore, PublishedFrom and PublishedBefore bound the
	// times; zero times do not.
	SaidFrom, SaidBefore           time.Time
	PublishedFrom, PublishedBefore time.Time
	PresentOnly                    bool // leaves out what its source does not have any more
	Order                          onrecord.Order
	// Facets are the fields to count by (FieldSpeakerID, FieldOutlet, FieldKind,
	// FieldMonth), FacetSize how many values of each; 0: 10.
	Facets    []onrecord.Field
	FacetSize int
	// PageSize is how many hits one page has; 0: 20, at most 100.
	PageSize int
	// Collapse leaves of the matches of a statement group only the first in the
	// order, with the group; totals and facets count all.
	Collapse bool
}

// A Page is one page of a search.
type Page struct {
	Hits []onrecord.Hit
	// Next is the token of the next page; empty on the last.
	Next     string
	Total    int
	Groups   int // with Query.Collapse: hits on all pages
	Facets   map[onrecord.Field][]onrecord.FacetValue
	Coverage onrecord.Coverage
}

// SearchPage returns the page behind token; the first one for "".
func (c *Client) SearchPage(ctx context.Context, q Query, token string) (Page, error) {
	resp, err := c.claims.SearchClaims(ctx, q.request(token))
	if err != nil {
		return Page{}, toError(err)
	}
	p := Page{
		Next: resp.GetNextPageToken(), Total: int(resp.GetTotalSize()), Groups: int(resp.GetGroupCount()),
		Facets: wire.FacetsOf(resp.GetFacets()), Coverage: wire.CoverageOf(resp.GetCoverage()),
	}
	for _, m := range resp.GetHits() {
		p.Hits = append(p.Hits, wire.HitOf(m))
	}
	return p, nil
}

// Search yields the hits of page after page. An error ends it.
func (c *Client) Search(ctx context.Context, q Query) iter.Seq2[onrecord.Hit, error] {
	return pages(func(token string) ([]onrecord.Hit, string, error) {
		p, err := c.SearchPage(ctx, q, token)
		return p.Hits, p.Next, err
	})
}

func (q Query) request(token string) *onrecordv1.SearchClaimsRequest {
	req := &onrecordv1.SearchClaimsRequest{
		Query:    q.Text,
		Speakers: q.Speakers, Outlets: q.Outlets,
		SaidFrom: wire.Time(q.SaidFrom), SaidBefore: wire.Time(q.SaidBefore),
		PublishedFrom: wire.Time(q.PublishedFrom), PublishedBefore: wire.Time(q.PublishedBefore),
		Order:     wire.Order(q.Order),
		FacetSize: int32(q.FacetSize),
		PageSize:  int32(q.PageSize), PageToken: token, CollapseGroups: q.Collapse, PresentOnly: q.PresentOnly,
	}
	for _, k := range q.Kinds {
		req.Kinds = append(req.Kinds, wire.Kind(k))
	}
	for _, f := range q.Facets {
		req.Facets = append(req.Facets, wire.Facet(f))
	}
	return req
}
