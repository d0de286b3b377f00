package index

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// Top is onrecord.Searcher's.
func (x *Index) Top(ctx context.Context, r onrecord.TopRequest) (onrecord.TopResult, error) {
	if err := checkTop(&r); err != nil {
		return onrecord.TopResult{}, err
	}
	result, err := reading(x, func(v *view) (onrecord.TopResult, error) {
		plan, err := compile(v, r.Query, r.Split)
		if err != nil {
			return onrecord.TopResult{}, err
		}
		x.notePhrases(plan)
		run := newTopRun(&r)
		run.split = plan.beside
		return run.answer(ctx, v, plan)
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

// A topRun keeps the best matches, segment by segment.
type topRun struct {
	split matcher // nil: none matches it
	lists [2]*collector
	near  onrecord.Date
	by    string // the field by which matches are collapsed; "": they are not
}

// The lists of a topRun.
const (
	topSplit = iota
	topRest
)

func newTopRun(r *onrecord.TopRequest) *topRun {
	run := &topRun{near: r.Near, by: string(r.Collapse)}
	for i := range run.lists {
		run.lists[i] = &collector{order: onrecord.OrderRelevance, limit: r.Limit, kept: map[uint64]*hit{}}
	}
	return run
}

func (run *topRun) answer(ctx context.Context, v *view, p *plan) (result onrecord.TopResult, err error) {
	var segments []*segmentRun
	for _, s := range v.segments {
		if err := ctx.Err(); err != nil {
			return result, err
		}
		found, err := p.matcher.match(ctx, s)
		if err != nil {
			return result, err
		}
		if found = s.live(found); !found.IsEmpty() {
			segments = append(segments, &segmentRun{plan: p, view: s, matches: found, count: int(found.GetCardinality())})
		}
	}
	if result.Stats, err = v.stats(p); err != nil {
		return result, err
	}
	sc, err := newScorer(ctx, p, segments, result.Stats)
	if err != nil {
		return result, err
	}
	for _, s := range segments {
		if err := run.offerAll(ctx, s, sc); err != nil {
			return result, err
		}
	}
	if result.Split, err = run.hits(ctx, topSplit); err != nil {
		return result, err
	}
	result.Rest, err = run.hits(ctx, topRest)
	return result, err
}

// offerAll offers the matches of a segment to the two lists.
func (run *topRun) offerAll(ctx context.Context, s *segmentRun, sc *scorer) error {
	split := noPosting.documents
	if run.split != nil {
		var err error
		if split, err = run.split.match(ctx, s.view); err != nil {
			return err
		}
	}
	o, err := run.offerer(s.view)
	if err != nil {
		return err
	}
	most := o.most() * (1 + 1e-9) // so that no rounding leaves one out
	least := func() float64 { return min(run.lists[topSplit].least(), run.lists[topRest].least()) / most }
	return sc.each(ctx, s, least, func(document uint32, score float64) {
		list := run.lists[topRest]
		if split.Contains(document) {
			list = run.lists[topSplit]
		}
		o.offer(document, score, list)
	})
}

// A topOfferer offers matches of a segment.
type topOfferer struct {
	segment *segmentView
	near    onrecord.Date
	times   *column
	raised  []float64 // by ordinal of times: what nearness makes of a score of 1; 0: not yet known
	groups  []uint64  // by document; nil: matches are not collapsed
}

func (run *topRun) offerer(s *segmentView) (*topOfferer, error) {
	times, err := s.times()
	if err != nil {
		return nil, err
	}
	o := &topOfferer{segment: s, near: run.near, times: times.column}
	if run.near.Known() {
		o.raised = make([]float64, len(times.values)+1)
	}
	if run.by != "" {
		o.groups, err = s.groupKeys(run.by)
	}
	return o, err
}

// offer offers a document with its score.
func (o *topOfferer) offer(document uint32, score float64, to *collector) {
	ordinal := o.times.ordinals[document]
	h := hit{segment: o.segment, document: document, score: score * o.factor(ordinal)}
	if h.score < to.least() {
		return
	}
	h.time = timeOf(o.times.at(ordinal))
	if o.groups != nil {
		h.group = o.groups[document]
	}
	to.offerGroup(&h)
}

// most is the most by which nearness raises a score.
func (o *topOfferer) most() float64 {
	if o.raised == nil {
		return 1
	}
	return bm25.Raised(1, o.near, o.near)
}

// factor is by how much nearness raises the score of what was said at a time.
func (o *topOfferer) factor(ordinal uint32) float64 {
	if o.raised == nil {
		return 1
	}
	if o.raised[ordinal] == 0 {
		o.raised[ordinal] = bm25.Raised(1, o.near, parseDateKey(o.times.at(ordinal)))
	}
	return o.raised[ordinal]
}

// hits reads the claims of a list.
func (run *topRun) hits(ctx context.Context, list int) ([]onrecord.Hit, error) {
	read := searchRun{collector: run.lists[list]}
	claims, scores, err := read.claims(ctx)
	hits := make([]onrecord.Hit, len(claims))
	for i := range claims {
		hits[i] = onrecord.Hit{Claim: claims[i], Score: scores[i]}
	}
	return hits, err
}
