package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// Occurrences tell in which documents of a segment something of the query occurs.
type occurrences struct {
	documents *roaring.Bitmap
	repeated  []repeat // those in which it occurs more than once, ascending, and maybe others
	words     []uint64 // of a prefix: hashKey of those that begin so
}

// A patternKey names a phrase or a prefix.
type patternKey struct{ field, words string }

// A patternMatcher keeps what it finds in segmentView.patterns.
type patternMatcher interface {
	matcher
	key() patternKey
}

// keep keeps what a pattern of the view's query was found to be, so that it is
// looked for once: to match, and to weigh.
func (s *segmentView) keep(key patternKey, found *occurrences) {
	if s.patterns == nil {
		s.patterns = map[patternKey]*occurrences{}
	}
	s.patterns[key] = found
}

// A tally counts occurrences by document.
type tally struct {
	counts []uint32 // all 0 whenever it is in the pool
	found  []uint64 // bit set: those with a count
}

var tallyPool = sync.Pool{New: func() any { return new(tally) }}

// borrowTally returns a tally for so many documents.
func borrowTally(documents int) *tally {
	t := tallyPool.Get().(*tally)
	if cap(t.counts) < documents {
		t.counts = make([]uint32, documents)
	}
	t.counts = t.counts[:documents]
	t.found = make([]uint64, (documents+63)/64)
	return t
}

func (t *tally) count(document, times uint32) {
	t.counts[document] += times
	t.found[document/64] |= 1 << (document % 64)
}

// giveBack returns what was counted, and the tally to the pool.
func (t *tally) giveBack() *occurrences {
	o := &occurrences{documents: roaring.FromDense(t.found, false)}
	each(o.documents, func(document uint32) {
		if t.counts[document] > 1 {
			o.repeated = append(o.repeated, repeat{document, t.counts[document]})
		}
		t.counts[document] = 0
	})
	t.found, t.counts = nil, t.counts[:cap(t.counts)]
	tallyPool.Put(t)
	return o
}
