package index

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
)

// MaxFacetSize is the most values that a facet is answered with.
const MaxFacetSize = 1000

// Search is onrecord.Searcher's.
func (x *Index) Search(ctx context.Context, r onrecord.Request) (onrecord.Result, error) {
	if err := checkRequest(&r); err != nil {
		return onrecord.Result{}, err
	}
	result, err := reading(x, func(v *view) (onrecord.Result, error) {
		plan, err := compile(v, r.Query, nil)
		if err != nil {
			return onrecord.Result{}, err
		}
		x.notePhrases(plan)
		return search(ctx, v, plan, &r)
	})
	if err != nil {
		return onrecord.Result{}, fmt.Errorf("search: %w", err)
	}
	return result, nil
}

// checkRequest checks what does not need the index.
func checkRequest(r *onrecord.Request) error {
	if r.Limit < 0 || r.Limit > onrecord.MaxCandidates {
		return &onrecord.FieldError{Field: "limit", Reason: "OUT_OF_RANGE",
			Detail: fmt.Sprintf("must be from 0 to %d", onrecord.MaxCandidates)}
	}
	if r.FacetSize < 0 || r.FacetSize > MaxFacetSize {
		return &onrecord.FieldError{Field: "facet_size", Reason: "OUT_OF_RANGE",
			Detail: fmt.Sprintf("must be from 0 to %d", MaxFacetSize)}
	}
	if r.Order < onrecord.OrderRelevance || r.Order > onrecord.OrderOldest {
		return &onrecord.FieldError{Field: "order", Reason: "UNKNOWN", Detail: "must be one of the orders"}
	}
	for _, field := range r.Facets {
		if !isKeyword(field) {
			return &onrecord.FieldError{Field: "facets", Reason: "NOT_A_KEYWORD",
				Detail: fmt.Sprintf("must be keyword fields; %q is not", field)}
		}
	}
	if r.Collapse != "" && !isKeyword(r.Collapse) {
		return &onrecord.FieldError{Field: "collapse", Reason: "NOT_A_KEYWORD",
			Detail: fmt.Sprintf("must be a keyword field or empty; %q is not", r.Collapse)}
	}
	return checkHistogram(r.Histogram)
}

// search answers a request from one view.
func search(ctx context.Context, v *view, p *plan, r *onrecord.Request) (onrecord.Result, error) {
	run := newRun(p, r)
	for _, s := range v.segments {
		if err := run.match(ctx, s); err != nil {
			return onrecord.Result{}, err
		}
	}
	var result onrecord.Result
	var err error
	if result.Stats, err = v.stats(p); err != nil {
		return onrecord.Result{}, err
	}
	if r.Limit > 0 || run.by != "" {
		if err := run.order(ctx, result.Stats); err != nil {
			return onrecord.Result{}, err
		}
	}
	if run.by != "" {
		result.Collapsed = run.collapse()
		if r.CountHits {
			if result.HitHistogram, err = run.countHits(r); err != nil {
				return onrecord.Result{}, err
			}
		}
	}
	result.Total = run.total
	result.Facets = run.facets.top(r.FacetSize)
	if run.histogram != nil {
		result.Histogram = run.histogram.counts
	}
	result.Claims, result.Scores, err = run.claims(ctx)
	return result, err
}

// newCollector returns the collector for a request.
func newCollector(r *onrecord.Request) *collector {
	c := &collector{order: r.Order, limit: r.Limit}
	if r.After != (onrecord.Key{}) {
		c.after = &hit{score: r.After.Score, name: r.After.Name}
		if !r.After.Time.IsZero() {
			c.after.time = timeKey(r.After.Time)
		}
	}
	return c
}
