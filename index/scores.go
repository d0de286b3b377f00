package index

import (
	"math"
	"math/bits"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// scores has a place for each document of a segment. All are 0, and none is in
// has, whenever it is borrowed and given back.
type scores struct {
	of  []float64
	has []uint64 // bit set: those that something was added to
}

var scorePool = sync.Pool{New: func() any { return new(scores) }}

// borrowScores returns scores for so many documents.
func borrowScores(documents int) *scores {
	s := scorePool.Get().(*scores)
	if cap(s.of) < documents {
		s.of, s.has = make([]float64, documents), make([]uint64, (documents+63)/64)
	}
	s.of, s.has = s.of[:documents], s.has[:(documents+63)/64]
	return s
}

func (s *scores) giveBack() {
	s.of, s.has = s.of[:cap(s.of)], s.has[:cap(s.has)]
	scorePool.Put(s)
}

// count counts the documents that something was added to, without the deleted.
func (s *scores) count(deleted *roaring.Bitmap) (count int) {
	for _, word := range s.has {
		count += bits.OnesCount64(word)
	}
	if deleted != nil {
		each(deleted, func(document uint32) { count -= int(s.has[document/64] >> (document % 64) & 1) })
	}
	return count
}

func (s *scores) add(document uint32, weight float64) {
	s.of[document] += weight
	s.has[document/64] |= 1 << (document % 64)
}

// take takes the scores of all documents back, and calls visit with those that
// have at least the lowest, which visit returns anew.
func (s *scores) take(lowest float64, visit func(document uint32, score float64) float64) {
	for i, word := range s.has {
		for s.has[i] = 0; word != 0; word &= word - 1 {
			document := uint32(i*64 + bits.TrailingZeros64(word))
			score := s.of[document]
			s.of[document] = 0
			if score >= lowest {
				lowest = visit(document, score)
			}
		}
	}
}

// clear takes all scores back.
func (s *scores) clear() {
	s.take(math.Inf(1), func(uint32, float64) float64 { return math.Inf(1) })
}

// each calls visit with each of the documents.
func each(documents *roaring.Bitmap, visit func(document uint32)) {
	const few = 16
	if documents.GetCardinality() <= few {
		documents.Iterate(func(document uint32) bool {
			visit(document)
			return true
		})
		return
	}
	eachBatch(documents, func(batch []uint32) {
		for _, document := range batch {
			visit(document)
		}
	})
}

var batchPool = sync.Pool{New: func() any { return new([512]uint32) }}

// eachBatch calls visit with some of the documents after the other.
func eachBatch(documents *roaring.Bitmap, visit func(batch []uint32)) {
	buffer := batchPool.Get().(*[512]uint32)
	defer batchPool.Put(buffer)
	for documents := documents.ManyIterator(); ; {
		n := documents.NextMany(buffer[:])
		if n == 0 {
			return
		}
		visit(buffer[:n])
	}
}
