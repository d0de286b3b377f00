package zapfile

import (
	"encoding/binary"

	zap "github.com/blevesearch/zapx/v17"
)

// Postings are the documents that have a term, ascending.
type postings struct {
	documents []uint32
	counts    []count // of a counted field, one for each document
}

// A count is how often a document has a term, and how many terms it has.
type count struct{ times, length uint64 }

func (p *postings) reset() { p.documents, p.counts = p.documents[:0], p.counts[:0] }

// term writes a term with its postings in a segment of so many documents; terms
// come in order.
func (w *writer) term(term []byte, p *postings, documents uint64) error {
	if len(p.documents) == 0 {
		return nil
	}
	if len(p.counts) == 0 && len(p.documents) == 1 && p.documents[0] <= maxOneDocument {
		return w.builder.Insert(term, zap.FSTValEncode1Hit(uint64(p.documents[0]), zap.NormBits1Hit))
	}
	counts := uint64(0)
	if len(p.counts) > 0 {
		counts = w.at()
		w.counts(p, documents)
	}
	at := w.at()
	w.varint(counts)
	w.varint(0) // positions
	w.coded = appendBitmap(w.coded[:0], p.documents)
	w.varint(uint64(len(w.coded)))
	w.buffer = append(w.buffer, w.coded...)
	return w.builder.Insert(term, at)
}

// chunkPostings is how many postings zap has in a chunk.
const chunkPostings = 1024

// counts writes the counts of a term in chunks of documents: the end of each
// chunk, then the counts.
func (w *writer) counts(p *postings, documents uint64) {
	chunks := uint64(len(p.documents))/chunkPostings + 1
	size := max(documents/chunks, 1)
	ends := make([]uint64, (documents-1)/size+1)
	w.coded = w.coded[:0]
	for i, c := range p.counts {
		w.coded = binary.AppendUvarint(w.coded, c.times<<1) // without positions
		w.coded = binary.AppendUvarint(w.coded, c.length)
		ends[uint64(p.documents[i])/size] = uint64(len(w.coded))
	}
	w.varint(uint64(len(ends)))
	last := uint64(0)
	for _, end := range ends {
		last = max(last, end)
		w.varint(last)
	}
	w.buffer = append(w.buffer, w.coded...)
}
