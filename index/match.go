package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// allMatcher matches every claim.
type allMatcher struct{}

func (allMatcher) match(_ context.Context, s *segmentView) (*roaring.Bitmap, error) {
	return s.postings(fieldRecordType, recordClaim)
}

// A termsMatcher matches the claims that have at least so many of the distinct
// terms in the field; none where there are no terms.
type termsMatcher struct {
	field    string
	terms    []string
	least    int
	narrowed bool // some terms of the query are left out: see Match.Breadth
}

func (m termsMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	return m.among(ctx, s, nil)
}

// among returns those of the documents that match, all where that is nil. To
// count the terms of a few documents takes less than to count those of all.
func (m termsMatcher) among(ctx context.Context, s *segmentView, documents *roaring.Bitmap) (*roaring.Bitmap, error) {
	bitmaps := make([]*roaring.Bitmap, 0, len(m.terms))
	for _, term := range m.terms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		having, err := s.postings(m.field, term)
		if err != nil {
			return nil, err
		}
		if having = both(documents, having); !having.IsEmpty() {
			bitmaps = append(bitmaps, having)
		}
	}
	switch {
	case len(bitmaps) < m.least || len(bitmaps) == 0:
		return roaring.New(), nil
	case m.least == 1:
		return roaring.FastOr(bitmaps...), nil
	case m.least == len(bitmaps):
		return intersect(bitmaps), nil
	}
	return atLeast(bitmaps, m.least), nil
}

// intersect returns the documents that are in all of the bitmaps.
func intersect(bitmaps []*roaring.Bitmap) *roaring.Bitmap {
	fewestFirst(bitmaps)
	return roaring.FastAnd(bitmaps...)
}

func fewestFirst(bitmaps []*roaring.Bitmap) {
	slices.SortFunc(bitmaps, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
}

// atLeast returns the documents that are in at least so many of the bitmaps.
// Only those that are in one of the smallest can be: all the others together
// are one too few. So of common words only those are counted that stand beside a
// rarer one.
func atLeast(bitmaps []*roaring.Bitmap, least int) *roaring.Bitmap {
	fewestFirst(bitmaps)
	rare, common := bitmaps[:len(bitmaps)-least+1], bitmaps[len(bitmaps)-least+1:]
	candidates := roaring.FastOr(rare...)
	counts := make([]uint16, candidates.Maximum()+1) // MaxTerms fits
	for _, documents := range rare {
		each(documents, func(document uint32) { counts[document]++ })
	}
	for i, documents := range common {
		each(roaring.And(candidates, documents), func(document uint32) { counts[document]++ })
		candidates = withAtLeast(candidates, counts, i+2) // with all that are left, just enough
	}
	return candidates
}

// withAtLeast returns the candidates that have so high a count.
func withAtLeast(candidates *roaring.Bitmap, counts []uint16, least int) *roaring.Bitmap {
	found := make([]uint64, len(counts)/64+1)
	each(candidates, func(document uint32) {
		if int(counts[document]) >= least {
			found[document/64] |= 1 << (document % 64)
		}
	})
	return roaring.FromDense(found, false)
}

// A valuesMatcher matches the claims whose keyword is one of the values.
type valuesMatcher struct {
	field  string
	values []string
}

func (m valuesMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	bitmaps := make([]*roaring.Bitmap, 0, len(m.values))
	for _, value := range m.values {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		documents, err := s.postings(m.field, value)
		if err != nil {
			return nil, err
		}
		bitmaps = append(bitmaps, documents)
	}
	return roaring.FastOr(bitmaps...), nil
}

// A boolMatcher combines: see onrecord.Bool.
type boolMatcher struct {
	must, should, not []matcher
}

func (m boolMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	return m.among(ctx, s, nil)
}

// among returns those of the documents that match, all where that is nil.
func (m boolMatcher) among(ctx context.Context, s *segmentView, documents *roaring.Bitmap) (*roaring.Bitmap, error) {
	found, err := m.wanted(ctx, s, documents)
	if err != nil {
		return nil, err
	}
	if len(m.not) == 0 || found.IsEmpty() {
		return found, nil
	}
	unwanted, err := either(ctx, s, m.not, found)
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(found, unwanted), nil
}

// wanted returns what of the documents, all where that is nil, matches all of
// must and one of should. Time ranges come last, to narrow down what there is.
func (m boolMatcher) wanted(ctx context.Context, s *segmentView, found *roaring.Bitmap) (*roaring.Bitmap, error) {
	var ranges []rangeMatcher
	for _, part := range m.must {
		if r, ok := part.(rangeMatcher); ok {
			ranges = append(ranges, r)
			continue
		}
		documents, err := matchAmong(ctx, s, part, found)
		if err != nil {
			return nil, err
		}
		if found = both(found, documents); found.IsEmpty() {
			return found, nil
		}
	}
	if len(m.should) > 0 {
		documents, err := either(ctx, s, m.should, found)
		if err != nil {
			return nil, err
		}
		found = both(found, documents)
	}
	for _, r := range ranges {
		var err error
		if found == nil {
			found, err = r.match(ctx, s)
		} else {
			found, err = r.narrow(s, found)
		}
		if err != nil {
			return nil, err
		}
	}
	if found == nil {
		return (allMatcher{}).match(ctx, s)
	}
	return found, nil
}

// matchAmong returns the claims that match, of which those count that are among
// what was found so far; nil stands for everything.
func matchAmong(ctx context.Context, s *segmentView, m matcher, found *roaring.Bitmap) (*roaring.Bitmap, error) {
	switch m := m.(type) {
	case termsMatcher:
		return m.among(ctx, s, found)
	case boolMatcher:
		return m.among(ctx, s, found)
	}
	return m.match(ctx, s)
}

// both returns what is in both bitmaps; a nil one stands for everything.
func both(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == nil {
		return b
	}
	return roaring.And(a, b)
}

// either returns the claims that match any of the matchers; of those that are
// not among what was found so far (nil: everything) some may be missing.
func either(ctx context.Context, s *segmentView, matchers []matcher, found *roaring.Bitmap) (*roaring.Bitmap, error) {
	bitmaps := make([]*roaring.Bitmap, 0, len(matchers))
	for _, m := range matchers {
		if _, all := m.(allMatcher); all {
			return m.match(ctx, s) // the others add nothing
		}
	}
	for _, m := range matchers {
		documents, err := matchAmong(ctx, s, m, found)
		if err != nil {
			return nil, err
		}
		bitmaps = append(bitmaps, documents)
	}
	return roaring.FastOr(bitmaps...), nil
}
