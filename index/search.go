package index

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
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

// A searchRun gathers the answer segment by segment.
type searchRun struct {
	plan      *plan
	collector *collector
	facets    *facetCounts
	histogram *histogram    // nil: not asked for
	segments  []*segmentRun // those with matches
	total     int
	by        string           // the field by which matches are collapsed; "": they are not
	matches   []segmentMatches // where they are
}

func newRun(p *plan, r *onrecord.Request) *searchRun {
	return &searchRun{
		plan: p, collector: newCollector(r), facets: newFacetCounts(r), histogram: newHistogram(r.Histogram), by: string(r.Collapse),
	}
}

// match finds and counts the matches of a segment.
func (run *searchRun) match(ctx context.Context, s *segmentView) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if r, ok := run.plan.matcher.(rangeMatcher); ok && run.onlyInOrder(r) {
		return run.matchRange(s, r)
	}
	if run.scoringFinds() {
		run.segments = append(run.segments, &segmentRun{plan: run.plan, view: s})
		return nil
	}
	found, err := run.plan.matcher.match(ctx, s)
	if err != nil {
		return err
	}
	segment := &segmentRun{plan: run.plan, view: s, matches: s.live(found)}
	if segment.count = int(segment.matches.GetCardinality()); segment.count == 0 {
		return nil
	}
	run.total += segment.count
	run.segments = append(run.segments, segment)
	if len(run.facets.totals) == 0 && run.histogram == nil {
		return nil
	}
	documents := segment.matches.ToArray()
	if err := run.facets.add(s, documents); err != nil {
		return err
	}
	return run.histogram.add(s, documents)
}

// order offers all matches to the collector.
func (run *searchRun) order(ctx context.Context, stats onrecord.TermStats) error {
	var sc *scorer
	if run.scores() {
		var err error
		if sc, err = newScorer(ctx, run.plan, run.segments, stats); err != nil {
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

// scores reports whether matches are ordered by what they weigh.
func (run *searchRun) scores() bool {
	return run.collector.order == onrecord.OrderRelevance && len(run.plan.parts) > 0
}

// scoringFinds reports whether matches are all that have a score, so that they
// need not be looked for before.
func (run *searchRun) scoringFinds() bool {
	m, ok := run.plan.matcher.(termsMatcher)
	return ok && m.least == 1 && !m.narrowed && len(m.leaves) == len(run.plan.parts) && run.scores() && run.collector.limit > 0 && run.uncounted()
}

// uncounted reports whether nothing is asked about matches but how many there
// are, and which come first.
func (run *searchRun) uncounted() bool {
	return run.by == "" && len(run.facets.totals) == 0 && run.histogram == nil
}

// byTime reports whether matches are ordered by time alone.
func (run *searchRun) byTime() bool {
	after := run.collector.after
	return !run.scores() && (after == nil || after.score == 0)
}

// findAfter looks for the claim behind which the page begins. Its score may
// have changed since with the figures of the index: where it is still among the
// matches its present one counts, and its segment comes first to tell it.
func (run *searchRun) findAfter() error {
	after := run.collector.after
	if after == nil || !run.scores() {
		return nil
	}
	for i, s := range run.segments {
		documents, err := s.view.segment.DocNumbers([]string{documentName(after.name)})
		if err != nil {
			return unavailable(err)
		}
		if documents = both(s.matches, s.view.live(documents)); !documents.IsEmpty() {
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
	switch {
	case sc != nil:
		return run.eachScored(ctx, s, sc, run.collector.least, func(document uint32, score float64) {
			h.score = score
			offer(document)
		})
	case !run.byTime() || !times.walk(run.collector, s, offer):
		each(s.matches, offer)
	}
	return nil
}

// eachScored calls visit with each match of a segment whose score is as high as
// least says, and with its score.
func (run *searchRun) eachScored(ctx context.Context, s *segmentRun, sc *scorer, least func() float64, visit func(document uint32, score float64)) error {
	speakers, err := s.view.column(string(onrecord.FieldSpeakerID))
	if err != nil {
		return err
	}
	scores := borrowScores(int(s.view.segment.Count()))
	defer scores.giveBack()
	err = sc.score(ctx, s, scores)
	if after := run.collector.after; after != nil && after.segment == s.view {
		after.score = scores.of[after.document] * bm25.AttributedPart(speakers.ordinals[after.document] > 0)
	}
	lowest := least()
	offer := func(document uint32, score float64) {
		if score *= bm25.AttributedPart(speakers.ordinals[document] > 0); score >= lowest {
			visit(document, score)
			lowest = least()
		}
	}
	if s.matches == nil {
		s.count = scores.count(s.view.deleted)
		run.total += s.count
		scores.take(func(document uint32, score float64) {
			if score >= lowest && !s.view.isDeleted(document) {
				offer(document, score)
			}
		})
		return err
	}
	each(s.matches, func(document uint32) {
		if score := scores.of[document]; score >= lowest {
			offer(document, score)
		}
	})
	scores.take(func(uint32, float64) {})
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
		every := func() float64 { return 0 } // no score is lower
		err = run.eachScored(ctx, s, sc, every, func(_ uint32, score float64) { m.scores = append(m.scores, score) })
	}
	run.matches = append(run.matches, m)
	return err
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
		if claims[i], err = h.segment.claim(h.document); err != nil {
			return nil, nil, err
		}
		if run.collector.order == onrecord.OrderRelevance {
			scores = append(scores, h.score)
		}
	}
	return claims, scores, nil
}
