package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

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
		plan, err := compile(v, r.Query)
		if err != nil {
			return onrecord.Result{}, err
		}
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
	return checkHistogram(r.Histogram)
}

// search answers a request from one view.
func search(ctx context.Context, v *view, p *plan, r *onrecord.Request) (onrecord.Result, error) {
	var result onrecord.Result
	var err error
	if result.Stats, err = v.stats(p.terms); err != nil {
		return onrecord.Result{}, err
	}
	run := &searchRun{collector: newCollector(r), facets: newFacetCounts(r), histogram: newHistogram(r.Histogram)}
	if r.Order == onrecord.OrderRelevance && r.Limit > 0 && len(p.scored) > 0 {
		if run.scorer, err = p.scorer(ctx, v, result.Stats); err != nil {
			return onrecord.Result{}, err
		}
	}
	for _, s := range v.segments {
		if err := ctx.Err(); err != nil {
			return onrecord.Result{}, err
		}
		matches, err := p.matcher.match(ctx, s)
		if err != nil {
			return onrecord.Result{}, err
		}
		if err := run.take(ctx, s, s.live(matches)); err != nil {
			return onrecord.Result{}, err
		}
	}
	result.Total = run.total
	result.Facets = run.facets.top(r.FacetSize)
	if run.histogram != nil {
		result.Histogram = run.histogram.counts
	}
	result.Claims, err = run.claims(ctx)
	return result, err
}

// newCollector returns the collector for a request.
func newCollector(r *onrecord.Request) *collector {
	c := &collector{order: r.Order, limit: r.Limit}
	if r.Order != onrecord.OrderRelevance && r.After != (onrecord.Key{}) {
		c.after = &hit{name: r.After.Name}
		if !r.After.Time.IsZero() {
			c.after.time = timeKey(r.After.Time)
		}
	}
	return c
}

// A searchRun gathers the answer segment by segment.
type searchRun struct {
	collector *collector
	facets    *facetCounts
	histogram *histogram // nil: not asked for
	scorer    *scorer    // nil: not needed
	total     int
}

// take takes the live matches of a segment.
func (run *searchRun) take(ctx context.Context, s *segmentView, matches *roaring.Bitmap) error {
	run.total += int(matches.GetCardinality())
	if matches.IsEmpty() || (run.collector.limit == 0 && len(run.facets.totals) == 0 && run.histogram == nil) {
		return nil
	}
	documents := matches.ToArray()
	if err := run.facets.add(s, documents); err != nil {
		return err
	}
	if err := run.histogram.add(s, documents); err != nil {
		return err
	}
	if run.collector.limit == 0 {
		return nil
	}
	times, err := s.column(string(onrecord.FieldSaid))
	if err != nil {
		return err
	}
	var scores []float64
	if run.scorer != nil {
		if scores, err = run.scorer.scores(ctx, s, documents); err != nil {
			return err
		}
	}
	var h hit
	for i, document := range documents {
		h = hit{segment: s, document: document, time: timeOf(times.value(document))}
		if scores != nil {
			h.score = scores[i]
		}
		run.collector.offer(&h)
	}
	return run.collector.err
}

// claims reads the claims that were kept.
func (run *searchRun) claims(ctx context.Context) ([]onrecord.Claim, error) {
	hits, err := run.collector.sorted()
	if err != nil {
		return nil, err
	}
	claims := make([]onrecord.Claim, len(hits))
	for i, h := range hits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		err := h.segment.payload(h.document, func(payload []byte) (err error) {
			claims[i], err = decodeClaim(payload)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return claims, nil
}
