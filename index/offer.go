package index

import (
	"context"

	"github.com/onrecord/onrecord"
)

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
		late := lateness{collector: run.collector, times: times}
		err := sc.each(ctx, s, run.collector.least, func(document uint32, score float64) {
			if h.score = score; !late.rejects(score, times.ordinals[document]) {
				offer(document)
			}
		})
		if s.matches == nil {
			run.total += s.count
		}
		return err
	case !run.byTime() || !times.walk(run.collector, s, offer):
		each(s.matches, offer)
	}
	return nil
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
		err = sc.each(ctx, s, every, func(_ uint32, score float64) { m.scores = append(m.scores, score) })
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
