package service

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/query"
	"github.com/onrecord/onrecord/rank"
)

// A SearchRequest looks claims up.
type SearchRequest struct {
	Query string // see package query; empty: everything that passes the filter
	Filter
	// Order is that of the hits. A query without words to rank by, as one of
	// filters only, comes in OrderNewest in place of relevance.
	Order     onrecord.Order
	PageSize  int              // 0: DefaultPageSize; past MaxPageSize: MaxPageSize
	After     *Cursor          // Next of the page before; nil: from the beginning
	Facets    []onrecord.Field // FieldSpeakerID, FieldOutlet, FieldKind, FieldMonth
	FacetSize int              // 0: DefaultFacetSize; past MaxFacetSize: MaxFacetSize
	// Collapse leaves of the matches of a statement group only the first in the
	// order; Total and facets count all.
	Collapse bool
}

// A SearchResult is one page of matches.
type SearchResult struct {
	Hits     []onrecord.Hit
	Total    int // matches, exactly
	Groups   int // with Collapse: hits on all pages
	Facets   map[onrecord.Field][]onrecord.FacetValue
	Coverage onrecord.Coverage
	Next     *Cursor // where the next page begins; nil: this is the last
}

// A search is a request that was checked, ready to be asked.
type search struct {
	onrecord.Request // without Limit and After
	words            *rank.Query
	size             int
	after            *Cursor
	fingerprint      string
}

// Search looks claims up. The pages of one request together are what one long
// page would be, as long as nothing is taken in meanwhile.
func (s *Service) Search(ctx context.Context, r SearchRequest) (SearchResult, error) {
	q, err := s.newSearch(r)
	if err != nil {
		return SearchResult{}, err
	}
	result, err := s.page(ctx, q)
	if err != nil {
		return SearchResult{}, err
	}
	if err := s.preferPresent(ctx, q, result.Hits); err != nil {
		return SearchResult{}, err
	}
	if r.Collapse {
		if err := s.addGroups(ctx, result.Hits); err != nil {
			return SearchResult{}, err
		}
	}
	for i := range result.Hits {
		s.directory.resolve(&result.Hits[i].Claim)
		result.Hits[i].Highlights = q.words.Highlights(result.Hits[i].Claim.Text)
	}
	speaker := ""
	if len(r.Speakers) == 1 {
		speaker = r.Speakers[0]
	}
	result.Coverage, err = s.coverage(ctx, speaker)
	return result, err
}

// newSearch checks a request.
func (s *Service) newSearch(r SearchRequest) (*search, error) {
	node, err := s.searchNode(r)
	if err != nil {
		return nil, err
	}
	q := &search{words: rank.NewQuery(node), after: r.After, fingerprint: r.fingerprint()}
	if q.size, err = pageSize("page_size", r.PageSize, DefaultPageSize, MaxPageSize); err != nil {
		return nil, err
	}
	facetSize, err := pageSize("facet_size", r.FacetSize, DefaultFacetSize, MaxFacetSize)
	if err != nil {
		return nil, err
	}
	if err := checkFacets(r.Facets); err != nil {
		return nil, err
	}
	if r.Order < onrecord.OrderRelevance || r.Order > onrecord.OrderOldest {
		return nil, badField("order", "UNKNOWN_ORDER", "must be by relevance, newest or oldest")
	}
	if err := q.checkAfter(); err != nil {
		return nil, err
	}
	q.Request = onrecord.Request{Query: node, Order: r.Order, Facets: r.Facets, FacetSize: facetSize, Joined: s.bySpeaker()}
	if r.Collapse {
		q.Collapse = onrecord.FieldGroup
	}
	if r.Order == onrecord.OrderRelevance && !q.words.Ranks() {
		q.Order = onrecord.OrderNewest
	}
	return q, nil
}

// checkAfter refuses a cursor of another request.
func (q *search) checkAfter() error {
	if q.after != nil && q.after.Request != q.fingerprint {
		return badField("page_token", "PAGE_TOKEN_INVALID", "must be of the page before, with every other field but page_size unchanged")
	}
	return nil
}

// searchNode joins the query and the filter.
func (s *Service) searchNode(r SearchRequest) (onrecord.Node, error) {
	node, err := s.queryNode(r.Query)
	if err != nil {
		return nil, err
	}
	must, err := r.Filter.nodes(s.directory)
	if err != nil {
		return nil, err
	}
	return both(node, must...), nil
}

// queryNode reads a query.
func (s *Service) queryNode(text string) (onrecord.Node, error) {
	node, err := query.Parse(text)
	var syntax *query.Error
	if errors.As(err, &syntax) {
		return nil, badField("query", "QUERY_SYNTAX", "%s", syntax.Detail())
	}
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return s.directory.expand(node), nil
}

// both matches what matches the query and all the rest.
func both(query onrecord.Node, rest ...onrecord.Node) onrecord.Node {
	if len(rest) == 0 {
		return query
	}
	if _, all := query.(onrecord.All); all {
		return onrecord.Bool{Must: rest}
	}
	return onrecord.Bool{Must: slices.Insert(rest, 0, query)}
}

func checkFacets(fields []onrecord.Field) error {
	known := []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldMonth}
	for i, field := range fields {
		if !slices.Contains(known, field) {
			return badField(fmt.Sprintf("facets[%d]", i), "UNKNOWN_FACET", "must be speaker, outlet, kind or month")
		}
	}
	return nil
}

// addGroups adds the statement groups for which hits stand.
func (s *Service) addGroups(ctx context.Context, hits []onrecord.Hit) error {
	groups, err := s.groupsOf(ctx, len(hits), func(i int) *onrecord.Claim { return &hits[i].Claim })
	for i, g := range groups {
		hits[i].Group = g
	}
	return err
}
