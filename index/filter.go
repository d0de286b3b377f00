package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// anyOfNode makes an AnyOf ready. Values of FieldOutlet are folded as those in
// the index are.
func (c *compiler) anyOfNode(n onrecord.AnyOf) (matcher, error) {
	if !isKeyword(n.Field) {
		return nil, wrongField("any of", n.Field)
	}
	if len(n.Values) > MaxTerms {
		return nil, fmt.Errorf("%s has more than %d values: %w", n.Field, MaxTerms, onrecord.ErrTooBroad)
	}
	values := slices.Clone(n.Values)
	if n.Field == onrecord.FieldOutlet {
		for i, value := range values {
			values[i] = analysis.Fold(value)
		}
	}
	values = slices.DeleteFunc(values, func(value string) bool { return value == "" })
	return termsMatcher{leaves: c.leavesOf(n.Field, values), least: min(len(values), 1)}, nil
}

// timeRangeNode makes a TimeRange ready.
func timeRangeNode(n onrecord.TimeRange) (matcher, error) {
	if !isTime(n.Field) {
		return nil, wrongField("time range", n.Field)
	}
	if !n.From.IsZero() && !n.To.IsZero() && !n.From.Before(n.To) {
		return nil, &onrecord.FieldError{Field: string(n.Field), Reason: "EMPTY_RANGE",
			Detail: "must begin before it ends"}
	}
	m := rangeMatcher{field: string(n.Field)}
	if !n.From.IsZero() {
		m.from = timeKey(n.From)
	}
	if !n.To.IsZero() {
		m.to = timeKey(n.To)
	}
	return m, nil
}

// A rangeMatcher matches the claims whose time key lies in [from, to); an
// empty bound is open.
type rangeMatcher struct {
	field, from, to string
}

func (m rangeMatcher) match(_ context.Context, s *segmentView) (*roaring.Bitmap, error) {
	times, err := s.order(m.field)
	if err != nil {
		return nil, err
	}
	return times.within(times.between(m.from, m.to)), nil
}

// narrow returns those of the documents that match: a look at each of a few
// costs less than all that match.
func (m rangeMatcher) narrow(s *segmentView, documents *roaring.Bitmap) (*roaring.Bitmap, error) {
	times, err := s.order(m.field)
	if err != nil {
		return nil, err
	}
	within := times.between(m.from, m.to)
	if all := times.count(within); uint64(all) < documents.GetCardinality() {
		return roaring.And(documents, times.within(within)), nil
	}
	kept := make([]uint32, 0, documents.GetCardinality())
	each(documents, func(document uint32) {
		if within.has(times.ordinals[document]) {
			kept = append(kept, document)
		}
	})
	return roaring.BitmapOf(kept...), nil
}

// onlyInOrder reports whether the claims of a range are asked for in their order
// and not looked at otherwise: then no set of them is needed.
func (run *searchRun) onlyInOrder(r rangeMatcher) bool {
	return r.field == string(onrecord.FieldSaid) && run.byTime() && run.uncounted()
}

// matchRange counts the claims of a segment in a range.
func (run *searchRun) matchRange(s *segmentView, r rangeMatcher) error {
	times, err := s.times()
	if err != nil {
		return err
	}
	segment := &segmentRun{plan: run.plan, view: s, within: times.between(r.from, r.to)}
	segment.count = times.count(segment.within)
	if s.deleted != nil && segment.count > 0 {
		each(s.deleted, func(document uint32) {
			if segment.within.has(times.ordinals[document]) {
				segment.count--
			}
		})
	}
	if segment.count > 0 {
		run.total += segment.count
		run.segments = append(run.segments, segment)
	}
	return nil
}
