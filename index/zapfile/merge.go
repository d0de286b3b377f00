package zapfile

import (
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"io"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// Dropped is the new number of a document that a merge left out.
const Dropped = 1<<64 - 1

// Merge writes a segment's file with the documents of others, given by the bytes
// of their files, in their order and without those that are dropped (nil:
// none); at least one is left. It returns the new numbers of all documents.
// stopped is asked now and then and ends it with an error. It panics where the
// bytes are not those that were written.
func Merge(to io.Writer, fields []Field, files [][]byte, drops []*roaring.Bitmap, stopped func() error) ([][]uint64, error) {
	m := &merge{stopped: stopped}
	for i, file := range files {
		s, err := read(file, fields)
		if err != nil {
			return nil, err
		}
		m.add(s, drops[i])
	}
	var err error
	if m.writer, err = newWriter(to, m.documents); err != nil {
		return nil, err
	}
	stored, err := m.storedDocuments()
	if err != nil {
		return nil, err
	}
	for field, f := range fields {
		if err := m.field(field, f.Counted); err != nil {
			return nil, err
		}
	}
	m.footer(m.documents, stored, m.fields(fields))
	return m.numbers, m.flush()
}

// footer writes what zap reads first. It ends with the checksum of all before.
func (w *writer) footer(documents, stored, sections uint64) {
	w.buffer = binary.BigEndian.AppendUint32(w.buffer, 0) // the length of a hook's name
	w.long(documents)
	w.long(stored)
	w.long(sections)
	w.buffer = binary.BigEndian.AppendUint32(w.buffer, zap.DefaultChunkMode)
	w.buffer = binary.BigEndian.AppendUint32(w.buffer, zap.Version)
	w.buffer = binary.BigEndian.AppendUint32(w.buffer, w.sum())
}

type merge struct {
	*writer
	segments  []*segment
	drops     []*roaring.Bitmap
	numbers   [][]uint64 // by segment and document
	documents uint64     // that are left
	stopped   func() error
}

// add adds a segment and numbers its documents.
func (m *merge) add(s *segment, drops *roaring.Bitmap) {
	numbers := make([]uint64, s.documents)
	for document := range numbers {
		if drops != nil && drops.Contains(uint32(document)) {
			numbers[document] = Dropped
			continue
		}
		numbers[document] = m.documents
		m.documents++
	}
	m.segments, m.drops, m.numbers = append(m.segments, s), append(m.drops, drops), append(m.numbers, numbers)
}

// storedDocuments copies what is kept of the documents, in runs of those that
// are left.
func (m *merge) storedDocuments() (index uint64, err error) {
	places := make([]uint64, 0, m.documents)
	for i, s := range m.segments {
		if err := m.stopped(); err != nil {
			return 0, err
		}
		numbers := m.numbers[i]
		for first := 0; first < len(numbers); {
			end := first
			for end < len(numbers) && numbers[end] != Dropped {
				end++
			}
			if end == first {
				first++
				continue
			}
			data, starts := s.storedBytes(uint64(first), uint64(end-first))
			for _, start := range starts {
				places = append(places, m.at()+start)
			}
			m.buffer = append(m.buffer, data...)
			if err := m.spill(); err != nil {
				return 0, err
			}
			first = end
		}
	}
	return m.storedIndex(places), m.spill()
}

// field merges the dictionaries and postings of a field.
func (m *merge) field(field int, counted bool) error {
	if err := m.stopped(); err != nil {
		return err
	}
	var words wordHeap
	for i, s := range m.segments {
		iterator, err := s.words[field].Iterator(nil, nil)
		if errors.Is(err, vellum.ErrIteratorDone) {
			continue
		}
		if err != nil {
			return err
		}
		word := &wordPlace{segment: i, iterator: iterator}
		word.term, word.value = iterator.Current()
		words = append(words, word)
	}
	heap.Init(&words)
	var p postings
	var term []byte
	for len(words) > 0 {
		p.reset()
		term = append(term[:0], words[0].term...)
		for len(words) > 0 && bytes.Equal(words[0].term, term) {
			if err := m.take(words[0], counted, &p); err != nil {
				return err
			}
			if err := words.next(); err != nil {
				return err
			}
		}
		if err := m.term(term, &p, m.documents); err != nil {
			return err
		}
		if err := m.spill(); err != nil {
			return err
		}
	}
	return m.endField()
}

// take adds the postings of a word in its segment.
func (m *merge) take(word *wordPlace, counted bool, p *postings) error {
	numbers := m.numbers[word.segment]
	return m.segments[word.segment].postings(word.value, counted, func(document uint32, c count) {
		number := numbers[document]
		if number == Dropped {
			return
		}
		p.documents = append(p.documents, uint32(number))
		if counted {
			p.counts = append(p.counts, c)
		}
	})
}

// A wordPlace is where the reading of a segment's dictionary is.
type wordPlace struct {
	segment  int
	iterator *vellum.FSTIterator
	term     []byte
	value    uint64
}

// A wordHeap has the least word first, of one word the first segment.
type wordHeap []*wordPlace

func (h wordHeap) Len() int { return len(h) }
func (h wordHeap) Less(i, j int) bool {
	if order := bytes.Compare(h[i].term, h[j].term); order != 0 {
		return order < 0
	}
	return h[i].segment < h[j].segment
}
func (h wordHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *wordHeap) Push(x any)   { *h = append(*h, x.(*wordPlace)) }
func (h *wordHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// next goes on behind the first word.
func (h *wordHeap) next() error {
	first := (*h)[0]
	err := first.iterator.Next()
	if errors.Is(err, vellum.ErrIteratorDone) {
		heap.Pop(h)
		return first.iterator.Close()
	}
	if err != nil {
		return err
	}
	first.term, first.value = first.iterator.Current()
	heap.Fix(h, 0)
	return nil
}
