package zapfile

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/s2"
)

// A Built is a segment as zap keeps it in memory.
type Built struct {
	Bytes         []byte // without the footer
	CRC           uint32
	StoredIndex   uint64 // where in Bytes
	SectionsIndex uint64
}

// Build returns a segment of documents, at least one, in their order.
func Build(fields []Field, documents []Document) (Built, error) {
	w, err := newWriter(nil, uint64(len(documents)))
	if err != nil {
		return Built{}, err
	}
	var built Built
	built.StoredIndex = w.stored(documents)
	d := dictionaries.Get().(*dictionary)
	defer dictionaries.Put(d)
	for field, f := range fields {
		d.reset()
		d.gather(field, documents)
		if err := d.write(w, f, uint64(len(documents))); err != nil {
			return Built{}, err
		}
	}
	built.SectionsIndex = w.fields(fields)
	built.Bytes, built.CRC = w.buffer, crc32.ChecksumIEEE(w.buffer)
	return built, nil
}

// stored writes what is kept of documents as it is.
func (w *writer) stored(documents []Document) (index uint64) {
	places := make([]uint64, len(documents))
	var meta, data, packed []byte
	for i := range documents {
		d := &documents[i]
		places[i] = w.at()
		meta = binary.AppendUvarint(meta[:0], uint64(len(d.ID)))
		data = data[:0]
		for _, s := range d.Stored {
			for _, n := range [...]int{s.Field, storedType, len(data), len(s.Value), 0} { // none of an array
				meta = binary.AppendUvarint(meta, uint64(n))
			}
			data = append(data, s.Value...)
		}
		packed = s2.EncodeSnappy(packed[:cap(packed)], data)
		w.varint(uint64(len(meta)))
		w.varint(uint64(len(d.ID) + len(packed)))
		w.buffer = append(w.buffer, meta...)
		w.buffer = append(w.buffer, d.ID...)
		w.buffer = append(w.buffer, packed...)
	}
	return w.storedIndex(places)
}

// A dictionary gathers the terms of a field of all documents.
type dictionary struct {
	numbers  map[string]int32 // of terms, in the order in which they came
	terms    []string
	last     []int32 // by number: the document that had it last
	having   []int32 // by number: how many documents have it
	postings []posting
	lengths  []uint64 // by document
}

// A posting is a term in a document.
type posting struct{ term, document, times int32 }

var dictionaries = sync.Pool{New: func() any { return &dictionary{numbers: map[string]int32{}} }}

func (d *dictionary) reset() {
	clear(d.numbers)
	clear(d.terms) // they are the caller's
	*d = dictionary{numbers: d.numbers, terms: d.terms[:0], last: d.last[:0], having: d.having[:0], postings: d.postings[:0], lengths: d.lengths[:0]}
}

func (d *dictionary) gather(field int, documents []Document) {
	for i := range documents {
		length := uint64(0)
		if field == 0 {
			d.add(documents[i].ID, int32(i))
		}
		for _, t := range documents[i].Terms {
			if t.Field != field {
				continue
			}
			for _, term := range t.Terms {
				d.add(term, int32(i))
			}
			length += uint64(len(t.Terms))
		}
		d.lengths = append(d.lengths, length)
	}
}

// add adds a term of a document, which come in order.
func (d *dictionary) add(term string, document int32) {
	number, known := d.numbers[term]
	if !known {
		number = int32(len(d.terms))
		d.numbers[term] = number
		d.terms, d.last, d.having = append(d.terms, term), append(d.last, -1), append(d.having, 0)
	}
	if d.last[number] != document {
		d.last[number] = document
		d.having[number]++
		d.postings = append(d.postings, posting{number, document, 1})
		return
	}
	for i := len(d.postings) - 1; ; i-- {
		if d.postings[i].term == number {
			d.postings[i].times++
			return
		}
	}
}

// write writes what was gathered.
func (d *dictionary) write(w *writer, f Field, documents uint64) error {
	order := make([]int32, len(d.terms))
	starts := make([]int32, len(d.terms)+1)
	for number, having := range d.having {
		order[number] = int32(number)
		starts[number+1] = starts[number] + having
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(d.terms[a], d.terms[b]) })
	sorted := make([]posting, len(d.postings)) // by term, in the order of documents
	next := slices.Clone(starts[:len(d.terms)])
	for _, p := range d.postings {
		sorted[next[p.term]] = p
		next[p.term]++
	}
	var p postings
	for _, number := range order {
		p.reset()
		for _, posting := range sorted[starts[number]:starts[number+1]] {
			p.documents = append(p.documents, uint32(posting.document))
			if f.Counted {
				p.counts = append(p.counts, count{uint64(posting.times), d.lengths[posting.document]})
			}
		}
		if err := w.term([]byte(d.terms[number]), &p, documents); err != nil {
			return err
		}
	}
	return w.endField()
}
