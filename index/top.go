package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
)

// Top is onrecord.Searcher's.
func (x *Index) Top(ctx context.Context, r onrecord.TopRequest) (onrecord.TopResult, error) {
	if err := checkTop(&r); err != nil {
		return onrecord.TopResult{}, err
	}
	result, err := reading(x, func(v *view) (onrecord.TopResult, error) {
		run, err := newTopRun(ctx, v, &r)
		if err != nil {
			return onrecord.TopResult{}, err
		}
		return run.answer(ctx)
	})
	if err != nil {
		return onrecord.TopResult{}, fmt.Errorf("top: %w", err)
	}
	return result, nil
}

// checkTop checks what does not need the index.
func checkTop(r *onrecord.TopRequest) error {
	if r.Limit < 1 {
		return &onrecord.FieldError{Field: "limit", Reason: "OUT_OF_RANGE",
			Detail: fmt.Sprintf("must be from 1 to %d", onrecord.MaxCandidates)}
	}
	return checkRequest(&onrecord.Request{Limit: r.Limit, Collapse: r.Collapse})
}

// A topRun keeps the best matches of a query: of those that match another one
// too, and of the rest.
type topRun struct {
	*plan
	stats       onrecord.TermStats
	segments    []*topSegment
	split, rest *collector
}

// A topSegment is a segment while the best matches are looked for.
type topSegment struct {
	topOfferer
	split *roaring.Bitmap // documents that match the other query
}

func newTopRun(ctx context.Context, v *view, r *onrecord.TopRequest) (*topRun, error) {
	p, err := compile(v, r.Query)
	if err != nil {
		return nil, err
	}
	other := &plan{matcher: termsMatcher{}} // matches nothing
	if r.Split != nil {
		if other, err = compile(v, r.Split); err != nil {
			return nil, err
		}
	}
	run := &topRun{plan: p, split: newTopCollector(r), rest: newTopCollector(r)}
	if run.stats, err = v.stats(p); err != nil {
		return nil, err
	}
	for _, s := range v.segments {
		segment := &topSegment{}
		if segment.topOfferer, err = newTopOfferer(s, r); err != nil {
			return nil, err
		}
		if segment.split, err = other.matcher.match(ctx, s); err != nil {
			return nil, err
		}
		run.segments = append(run.segments, segment)
	}
	return run, nil
}

func newTopCollector(r *onrecord.TopRequest) *collector {
	return &collector{order: onrecord.OrderRelevance, limit: r.Limit, kept: map[uint64]*hit{}}
}

func (run *topRun) answer(ctx context.Context) (onrecord.TopResult, error) {
	result := onrecord.TopResult{Stats: run.stats}
	if err := run.find(ctx); err != nil {
		return result, err
	}
	var err error
	if result.Split, err = hitsOf(ctx, run.split); err != nil {
		return result, err
	}
	result.Rest, err = hitsOf(ctx, run.rest)
	return result, err
}

// find offers all matches.
func (run *topRun) find(ctx context.Context) error {
	matches := make([]*segmentRun, len(run.segments))
	total := 0
	for i, s := range run.segments {
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err := run.matcher.match(ctx, s.segment)
		if err != nil {
			return err
		}
		matches[i] = &segmentRun{view: s.segment, matches: s.segment.live(found)}
		total += int(matches[i].matches.GetCardinality())
	}
	sc, err := newScorer(ctx, run.parts, matches, run.stats, total)
	if err != nil {
		return err
	}
	for i, s := range run.segments {
		if err := s.offer(ctx, matches[i], sc, run.split, run.rest); err != nil {
			return err
		}
	}
	return nil
}

// hitsOf reads the claims of a list.
func hitsOf(ctx context.Context, list *collector) ([]onrecord.Hit, error) {
	read := searchRun{collector: list}
	claims, scores, err := read.claims(ctx)
	hits := make([]onrecord.Hit, len(claims))
	for i := range claims {
		hits[i] = onrecord.Hit{Claim: claims[i], Score: scores[i]}
	}
	return hits, err
}
