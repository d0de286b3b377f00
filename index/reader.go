package index

import (
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// A reader reads a bitmap some documents at a time, up to one after the other.
type reader struct {
	documents roaring.ManyIntIterable
	buffer    []uint32
	rest      []uint32 // of the buffer
	done      bool
}

const readerDocuments = 256 // in its buffer

// reader returns a reader that uses a part of the block's buffers, which are
// numbered from 0; of nothing where documents is nil.
func (b *block) reader(number int, documents *roaring.Bitmap) reader {
	if documents == nil {
		return reader{done: true}
	}
	from := number * readerDocuments
	return reader{documents: documents.ManyIterator(), buffer: b.buffers[from : from+readerDocuments : from+readerDocuments]}
}

// upTo returns some of the next documents before end, none where there are none
// left. They are valid until the next call.
func (r *reader) upTo(end uint32) []uint32 {
	if len(r.rest) == 0 && !r.done {
		n := r.documents.NextMany(r.buffer)
		r.rest, r.done = r.buffer[:n], n == 0
	}
	n := len(r.rest)
	if n > 0 && r.rest[n-1] >= end {
		n, _ = slices.BinarySearch(r.rest, end)
	}
	next := r.rest[:n]
	r.rest = r.rest[n:]
	return next
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
	buffer := batchPool.Get().(*[512]uint32)
	defer batchPool.Put(buffer)
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

var batchPool = sync.Pool{New: func() any { return new([512]uint32) }}
