package index

import (
	"context"
	"fmt"
	"sync"

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
	if r.Collapse != "" && !isKeyword(r.Collapse) {
		return &onrecord.FieldError{Field: "collapse", Reason: "NOT_A_KEYWORD",
			Detail: fmt.Sprintf("must be a keyword field or empty; %q is not", r.Collapse)}
	}
	return checkHistogram(r.Histogram)
}

// search answers a request from one view.
func search(ctx context.Context, v *view, p *plan, r *onrecord.Request) (onrecord.Result, error) {
	run := &searchRun{collector: newCollector(r), facets: newFacetCounts(r), histogram: newHistogram(r.Histogram), by: string(r.Collapse)}
	for _, s := range v.segments {
		if err := run.match(ctx, s, p.matcher); err != nil {
			return onrecord.Result{}, err
		}
	}
	result := onrecord.Result{Total: run.total}
	var err error
	if result.Stats, err = v.stats(p); err != nil {
		return onrecord.Result{}, err
	}
	if r.Limit > 0 || run.by != "" {
		if err := run.order(ctx, p, result.Stats); err != nil {
			return onrecord.Result{}, err
		}
	}
	if run.by != "" {
		result.Collapsed = run.collapse()
	}
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

// A searchRun gathers the answer segment by segment.
type searchRun struct {
	collector *collector
	facets    *facetCounts
	histogram *histogram    // nil: not asked for
	segments  []*segmentRun // those with matches
	total     int
	by        string           // the field by which matches are collapsed; "": they are not
	matches   []segmentMatches // where they are
}

// match finds and counts the matches of a segment.
func (run *searchRun) match(ctx context.Context, s *segmentView, m matcher) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	found, err := m.match(ctx, s)
	if err != nil {
		return err
	}
	if found = s.live(found); found.IsEmpty() {
		return nil
	}
	run.total += int(found.GetCardinality())
	terms, ok := m.(termsMatcher)
	matchesAny := ok && terms.least == 1 && !terms.narrowed && (s.deleted == nil || s.deleted.IsEmpty())
	run.segments = append(run.segments, &segmentRun{view: s, matches: found, any: matchesAny})
	if len(run.facets.totals) == 0 && run.histogram == nil {
		return nil
	}
	documents := found.ToArray()
	if err := run.facets.add(s, documents); err != nil {
		return err
	}
	return run.histogram.add(s, documents)
}

// order offers all matches to the collector.
func (run *searchRun) order(ctx context.Context, p *plan, stats onrecord.TermStats) error {
	var sc *scorer
	if run.collector.order == onrecord.OrderRelevance && len(p.parts) > 0 {
		var err error
		if sc, err = newScorer(ctx, p.parts, run.segments, stats, run.total); err != nil {
			return err
		}
	}
	if err := run.findAfter(); err != nil {
		return err
	}
	for _, s := range run.segments {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := run.offer(ctx, s, sc); err != nil {
			return err
		}
	}
	return run.collector.err
}

// findAfter looks for the claim behind which the page begins. Its score may
// have changed since with the figures of the index: where it is still among the
// matches its present one counts, and its segment comes first to tell it.
func (run *searchRun) findAfter() error {
	after := run.collector.after
	if after == nil || run.collector.order != onrecord.OrderRelevance {
		return nil
	}
	for i, s := range run.segments {
		documents, err := s.view.segment.DocNumbers([]string{after.name})
		if err != nil {
			return unavailable(err)
		}
		if documents = s.matching(documents); !documents.IsEmpty() {
			after.segment, after.document = s.view, documents.Minimum()
			run.segments[0], run.segments[i] = s, run.segments[0]
			return nil
		}
	}
	return nil
}

// offer offers the matches of a segment to the collector.
func (run *searchRun) offer(ctx context.Context, s *segmentRun, sc *scorer) error {
	times, err := s.view.times()
	if err != nil {
		return err
	}
	if run.by != "" {
		return run.gather(ctx, s, sc, times.column)
	}
	h := hit{segment: s.view} // one for all: the collector copies what it keeps
	offer := func(document uint32) {
		h.document, h.time, h.name = document, timeOf(times.value(document)), ""
		run.collector.offer(&h)
	}
	if sc == nil {
		if run.collector.order == onrecord.OrderRelevance || !times.walk(run.collector, s.matches, offer) {
			each(s.matches, offer)
		}
		return nil
	}
	return run.eachScored(ctx, s, sc, func(document uint32, score float64) {
		if h.score = score; !run.collector.rejects(score) {
			offer(document)
		}
	})
}

// eachScored calls visit with each match of a segment and its score.
func (run *searchRun) eachScored(ctx context.Context, s *segmentRun, sc *scorer, visit func(document uint32, score float64)) error {
	scores := borrowScores(int(s.view.segment.Count()))
	defer scores.giveBack()
	err := sc.score(ctx, s, scores.of)
	if after := run.collector.after; after != nil && after.segment == s.view {
		after.score = scores.of[after.document]
	}
	each(s.matches, func(document uint32) {
		score := scores.of[document]
		scores.of[document] = 0
		visit(document, score)
	})
	return err
}

// gather keeps the matches of a segment to be collapsed.
func (run *searchRun) gather(ctx context.Context, s *segmentRun, sc *scorer, times *column) error {
	groups, err := s.view.groupKeys(run.by)
	if err != nil {
		return err
	}
	m := segmentMatches{segment: s.view, documents: s.matches.ToArray(), times: times, groups: groups}
	if sc != nil {
		m.scores = make([]float64, 0, len(m.documents))
		err = run.eachScored(ctx, s, sc, func(_ uint32, score float64) { m.scores = append(m.scores, score) })
	}
	run.matches = append(run.matches, m)
	return err
}

// each calls visit with each of the documents.
func each(documents *roaring.Bitmap, visit func(document uint32)) {
	var buffer [512]uint32
	for documents := documents.ManyIterator(); ; {
		n := documents.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, document := range buffer[:n] {
			visit(document)
		}
	}
}

// scores has a place for each document of a segment. All are 0 whenever it is
// borrowed and given back.
type scores struct{ of []float64 }

var scorePool = sync.Pool{New: func() any { return new(scores) }}

// borrowScores returns scores for so many documents.
func borrowScores(documents int) *scores {
	s := scorePool.Get().(*scores)
	if cap(s.of) < documents {
		s.of = make([]float64, documents)
	}
	s.of = s.of[:documents]
	return s
}

func (s *scores) giveBack() {
	s.of = s.of[:cap(s.of)]
	scorePool.Put(s)
}

// claims reads the claims that were kept.
func (run *searchRun) claims(ctx context.Context) ([]onrecord.Claim, []float64, error) {
	hits, err := run.collector.sorted()
	if err != nil {
		return nil, nil, err
	}
	claims := make([]onrecord.Claim, len(hits))
	var scores []float64
	for i, h := range hits {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		err := h.segment.payload(h.document, func(payload []byte) (err error) {
			claims[i], err = decodeClaim(payload)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
		if run.collector.order == onrecord.OrderRelevance {
			scores = append(scores, h.score)
		}
	}
	return claims, scores, nil
}
