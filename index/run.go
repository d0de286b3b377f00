package index

import (
	"context"

	"github.com/onrecord/onrecord"
)

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
	if err := run.findAfter(ctx, sc); err != nil {
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
	return ok && m.least == 1 && len(m.leaves) == len(run.plan.parts) && run.scores() && run.collector.limit > 0 && run.uncounted()
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
// matches its present one counts.
func (run *searchRun) findAfter(ctx context.Context, sc *scorer) error {
	after := run.collector.after
	if after == nil || sc == nil {
		return nil
	}
	for _, s := range run.segments {
		documents, err := s.view.segment.DocNumbers([]string{documentName(after.name)})
		if err != nil {
			return unavailable(err)
		}
		if documents = both(s.matches, s.view.live(documents)); !documents.IsEmpty() {
			score, err := sc.of(ctx, s, documents.Minimum())
			if s.matches != nil || score > 0 { // else it is none of those that scoring finds
				after.score = score
			}
			return err
		}
	}
	return nil
}
