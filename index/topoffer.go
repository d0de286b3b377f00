package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// A topOfferer offers matches of a segment to a list of the best.
type topOfferer struct {
	segment *segmentView
	near    onrecord.Date
	times   *column
	raised  []float64 // by ordinal of times: what nearness makes of a score of 1; 0: not yet known
	groups  []uint64  // by document; nil: matches are not collapsed
}

func newTopOfferer(s *segmentView, r *onrecord.TopRequest) (topOfferer, error) {
	o := topOfferer{segment: s, near: r.Near}
	times, err := s.times()
	if err != nil {
		return o, err
	}
	o.times = times.column
	if r.Near.Known() {
		o.raised = make([]float64, len(o.times.values)+1)
	}
	if r.Collapse != "" {
		o.groups, err = s.groupKeys(string(r.Collapse))
	}
	return o, err
}

// offer weighs matches and offers them to a list, those that match the other
// query to a list of their own.
func (s *topSegment) offer(ctx context.Context, found *segmentRun, sc *scorer, split, rest *collector) error {
	if found.matches.IsEmpty() {
		return nil
	}
	scores := borrowScores(int(s.segment.segment.Count()))
	defer scores.giveBack()
	err := sc.score(ctx, found, scores.of)
	s.offerScored(roaring.And(found.matches, s.split), scores.of, split)
	s.offerScored(roaring.AndNot(found.matches, s.split), scores.of, rest)
	return err
}

// offerScored offers documents with their scores, which it sets back to 0.
func (o *topOfferer) offerScored(documents *roaring.Bitmap, scores []float64, to *collector) {
	most := bm25.Raised(1, o.near, o.near)
	each(documents, func(document uint32) {
		score := scores[document]
		scores[document] = 0
		if to.rejects(score * most) {
			return
		}
		ordinal := o.times.ordinals[document]
		if score *= o.factor(ordinal); to.rejects(score) {
			return
		}
		h := hit{segment: o.segment, document: document, score: score, time: timeOf(o.times.at(ordinal))}
		if o.groups != nil {
			h.group = o.groups[document]
		}
		to.offerGroup(&h)
	})
}

// factor is what nearness makes of a score of 1 for what was said at a time.
func (o *topOfferer) factor(ordinal uint32) float64 {
	if o.raised == nil {
		return 1
	}
	if o.raised[ordinal] == 0 {
		o.raised[ordinal] = bm25.Raised(1, o.near, parseDateKey(o.times.at(ordinal)))
	}
	return o.raised[ordinal]
}
