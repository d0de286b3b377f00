package index

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// A boolMatcher combines: see onrecord.Bool.
type boolMatcher struct {
	leaves  []int          // that every match has
	ranges  []rangeMatcher // that every match lies in
	must    []matcher      // what else it is
	should  []matcher      // at least one of which it is, where there are any
	not     []matcher
	present int // the leaf of all claims
}

// newBool sorts out what a Bool asks for.
func newBool(must, should, not []matcher, claims int) matcher {
	if should = joinTerms(should); len(should) == 1 {
		must, should = append(must, should[0]), nil
	}
	if len(must) == 1 && len(should) == 0 && len(not) == 0 {
		return must[0]
	}
	m := boolMatcher{should: should, not: not, present: claims}
	for _, part := range must {
		switch part := part.(type) {
		case rangeMatcher:
			m.ranges = append(m.ranges, part)
		case termsMatcher:
			if len(part.leaves) > 0 && part.least == len(part.leaves) {
				m.leaves = append(m.leaves, part.leaves...)
			} else {
				m.must = append(m.must, part)
			}
		default:
			m.must = append(m.must, part)
		}
	}
	return m
}

// joinTerms makes one matcher of those that any of several terms will do for.
func joinTerms(should []matcher) []matcher {
	var joined termsMatcher
	var others []matcher
	for _, m := range should {
		if terms, ok := m.(termsMatcher); ok && (terms.least == 1 || len(terms.leaves) == 0) {
			joined.leaves, joined.least = append(joined.leaves, terms.leaves...), 1
			joined.narrowed = joined.narrowed || terms.narrowed
		} else {
			others = append(others, m)
		}
	}
	if joined.least == 0 {
		return others
	}
	slices.Sort(joined.leaves)
	joined.leaves = slices.Compact(joined.leaves)
	joined.least = min(1, len(joined.leaves))
	return append(others, joined)
}

func (m boolMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	found, err := m.wanted(ctx, s)
	if err != nil || len(m.not) == 0 || found.IsEmpty() {
		return found, err
	}
	unwanted, err := either(ctx, s, m.not)
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(found, unwanted), nil
}

// wanted returns what matches all of must and one of should: the rarest terms
// first, and time ranges last, to narrow down what there is.
func (m boolMatcher) wanted(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	found, err := m.having(s)
	for _, part := range m.must {
		if err != nil || found != nil && found.IsEmpty() {
			return found, err
		}
		found, err = matchAmong(ctx, s, part, found)
	}
	if err == nil && len(m.should) > 0 {
		var documents *roaring.Bitmap
		if documents, err = either(ctx, s, m.should); err == nil {
			found = both(found, documents)
		}
	}
	for _, r := range m.ranges {
		if err != nil || found != nil && found.IsEmpty() {
			return found, err
		}
		if found == nil {
			found, err = r.match(ctx, s)
		} else {
			found, err = r.narrow(s, found)
		}
	}
	if err == nil && found == nil {
		return allMatcher{m.present}.match(ctx, s)
	}
	return found, err
}

// having returns the claims that have all leaves; nil where there are none.
func (m boolMatcher) having(s *segmentView) (*roaring.Bitmap, error) {
	if len(m.leaves) == 0 {
		return nil, nil
	}
	bitmaps := make([]*roaring.Bitmap, len(m.leaves))
	for i, leaf := range m.leaves {
		p, err := s.leaf(leaf)
		if err != nil || p == noPosting {
			return noPosting.documents, err
		}
		bitmaps[i] = p.documents
	}
	return intersect(bitmaps), nil
}

// matchAmong returns the claims that match, of which those count that are among
// what was found so far; nil stands for everything.
func matchAmong(ctx context.Context, s *segmentView, m matcher, found *roaring.Bitmap) (*roaring.Bitmap, error) {
	if terms, ok := m.(termsMatcher); ok {
		return terms.among(ctx, s, found)
	}
	documents, err := m.match(ctx, s)
	if err != nil {
		return nil, err
	}
	return both(found, documents), nil
}

// both returns what is in both bitmaps; a nil one stands for everything.
func both(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == nil {
		return b
	}
	return roaring.And(a, b)
}

// either returns the claims that match any of the matchers.
func either(ctx context.Context, s *segmentView, matchers []matcher) (*roaring.Bitmap, error) {
	for _, m := range matchers {
		if _, all := m.(allMatcher); all {
			return m.match(ctx, s) // the others add nothing
		}
	}
	bitmaps := make([]*roaring.Bitmap, 0, len(matchers))
	for _, m := range matchers {
		documents, err := m.match(ctx, s)
		if err != nil {
			return nil, err
		}
		bitmaps = append(bitmaps, documents)
	}
	return union(bitmaps), nil
}
