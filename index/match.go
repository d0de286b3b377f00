package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// allMatcher matches every claim.
type allMatcher struct{ claims int } // a leaf

func (m allMatcher) match(_ context.Context, s *segmentView) (*roaring.Bitmap, error) {
	p, err := s.leaf(m.claims)
	return p.documents, err
}

// A termsMatcher matches the claims that have at least so many of the distinct
// terms or values; none where there are none.
type termsMatcher struct {
	leaves   []int
	least    int
	narrowed bool // the query has more terms, which weigh and do not count
}

func (m termsMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	return m.among(ctx, s, nil)
}

// among returns those of the documents that match, all where that is nil. To
// count the terms of a few documents takes less than to count those of all.
func (m termsMatcher) among(ctx context.Context, s *segmentView, documents *roaring.Bitmap) (*roaring.Bitmap, error) {
	bitmaps := make([]*roaring.Bitmap, 0, len(m.leaves))
	for _, leaf := range m.leaves {
		p, err := s.leaf(leaf)
		if err != nil {
			return nil, err
		}
		having := p.documents
		if documents != nil && p != noPosting {
			having = roaring.And(documents, having)
		}
		if !having.IsEmpty() {
			bitmaps = append(bitmaps, having)
		}
	}
	switch {
	case len(bitmaps) < m.least || len(bitmaps) == 0:
		return noPosting.documents, ctx.Err()
	case m.least == 1:
		return union(bitmaps), ctx.Err()
	case m.least == len(bitmaps):
		return intersect(bitmaps), ctx.Err()
	}
	return atLeast(bitmaps, m.least), ctx.Err()
}

// union returns the documents that are in any of the bitmaps.
func union(bitmaps []*roaring.Bitmap) *roaring.Bitmap {
	switch len(bitmaps) {
	case 0:
		return noPosting.documents
	case 1:
		return bitmaps[0]
	}
	return roaring.FastOr(bitmaps...)
}

// intersect returns the documents that are in all of the bitmaps, of which there
// is one at least.
func intersect(bitmaps []*roaring.Bitmap) *roaring.Bitmap {
	if len(bitmaps) == 1 {
		return bitmaps[0]
	}
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
