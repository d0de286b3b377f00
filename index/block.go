package index

import (
	"math/bits"
	"sync"
)

// blockDocuments is how many documents are scored at a time: their scores stay in
// the processor's nearest caches while one part of the query after the other is
// added to them.
const blockDocuments = 1 << 14

// A block has the scores of blockDocuments documents one behind the other, the
// first of them a multiple of that. All are 0, and none is in has, whenever it is
// borrowed and given back.
type block struct {
	of      [blockDocuments]float64
	has     [blockDocuments / 64]uint64 // bit set: those that something was added to
	used    bool                        // has is not empty
	buffers []uint32                    // for readers
}

var blockPool = sync.Pool{New: func() any { return new(block) }}

// borrowBlock returns a block with buffers for so many readers.
func borrowBlock(readers int) *block {
	b := blockPool.Get().(*block)
	if len(b.buffers) < readers*readerDocuments {
		b.buffers = make([]uint32, readers*readerDocuments)
	}
	return b
}

func (b *block) giveBack() { blockPool.Put(b) }

func (b *block) add(document uint32, weight float64) {
	at := document % blockDocuments
	b.of[at] += weight
	b.has[at/64] |= 1 << (at % 64)
}

// take calls visit with the documents that something was added to, that are not
// deleted, and that have the least score, and takes all scores back. It returns
// how many are not deleted. The first document of the block is first.
func (b *block) take(first uint32, deleted *reader, least func() float64, visit func(document uint32, score float64)) int {
	if !b.used {
		return 0
	}
	count, lowest := 0, least()
	b.withoutDeleted(first+blockDocuments, deleted)
	for i, word := range b.has {
		count += bits.OnesCount64(word)
		for b.has[i] = 0; word != 0; word &= word - 1 {
			at := i*64 + bits.TrailingZeros64(word)
			score := b.of[at]
			b.of[at] = 0
			if score >= lowest {
				visit(first+uint32(at), score)
				lowest = least()
			}
		}
	}
	b.used = false
	return count
}

// withoutDeleted takes back the scores of deleted documents before end.
func (b *block) withoutDeleted(end uint32, deleted *reader) {
	for {
		documents := deleted.upTo(end)
		if len(documents) == 0 {
			return
		}
		for _, document := range documents {
			if at := document % blockDocuments; document+blockDocuments >= end {
				b.of[at] = 0
				b.has[at/64] &^= 1 << (at % 64)
			}
		}
	}
}

// tell calls visit with the matches before end that have the least score, and
// takes all scores back.
func (b *block) tell(end uint32, matches *reader, least func() float64, visit func(document uint32, score float64)) {
	lowest := least()
	for {
		documents := matches.upTo(end)
		if len(documents) == 0 {
			break
		}
		for _, document := range documents {
			if score := b.of[document%blockDocuments]; score >= lowest {
				visit(document, score)
				lowest = least()
			}
		}
	}
	b.clear()
}

// clear takes all scores back.
func (b *block) clear() {
	if !b.used {
		return
	}
	for i, word := range b.has {
		for b.has[i] = 0; word != 0; word &= word - 1 {
			b.of[i*64+bits.TrailingZeros64(word)] = 0
		}
	}
	b.used = false
}
