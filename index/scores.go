package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// scores has a place for each document of a segment. All are 0 whenever it is
// borrowed and given back.
type scores struct{ of []float64 }

var scorePool = sync.Pool{New: func() any { return new(scores) }}

// borrowScores returns scores for so many documents.
func borrowScores(documents int) *scores {
	s := scorePool.Get().(*scores)
	if cap(s.of) < documents {
		s.of = make([]float64, documents)
	}
	s.of = s.of[:documents]
	return s
}

func (s *scores) giveBack() {
	s.of = s.of[:cap(s.of)]
	scorePool.Put(s)
}

// each calls visit with each of the documents.
func each(documents *roaring.Bitmap, visit func(document uint32)) {
	var buffer [512]uint32
	for documents := documents.ManyIterator(); ; {
		n := documents.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, document := range buffer[:n] {
			visit(document)
		}
	}
}
