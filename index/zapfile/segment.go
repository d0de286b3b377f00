package zapfile

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
)

// errSegment is a segment that this package did not write, or whose bytes have
// changed.
var errSegment = errors.New("not a segment as it was written")

// A segment is one that is read to be merged.
type segment struct {
	data      []byte
	documents uint64
	stored    uint64        // where the places of documents are
	words     []*vellum.FST // by field
}

// read reads a segment's file.
func read(data []byte, fields []Field) (*segment, error) {
	if len(data) < footerBytes {
		return nil, errSegment
	}
	footer := data[len(data)-footerBytes:] // there is no name of a hook that changes bytes before it
	s := &segment{data: data, documents: binary.BigEndian.Uint64(footer[4:]), stored: binary.BigEndian.Uint64(footer[12:])}
	sections := binary.BigEndian.Uint64(footer[20:])
	if binary.BigEndian.Uint32(footer) != 0 || binary.BigEndian.Uint32(footer[32:]) != zap.Version {
		return nil, errSegment
	}
	r := &reader{data: data, at: sections}
	if r.varint() != uint64(len(fields)) {
		return nil, errSegment
	}
	for i, f := range fields {
		field := &reader{data: data, at: r.long()}
		if name := string(field.take(field.varint())); name != f.Name {
			return nil, fmt.Errorf("%w: field %d is %q, not %q", errSegment, i, name, f.Name)
		}
		field.varint() // options
		if field.varint() != 1 {
			return nil, errSegment
		}
		field.take(2)
		section := &reader{data: data, at: field.long()}
		section.varint()
		section.varint()
		words := &reader{data: data, at: section.varint()}
		fst, err := vellum.Load(words.take(words.varint()))
		if err != nil {
			return nil, err
		}
		s.words = append(s.words, fst)
	}
	return s, nil
}

// storedBytes returns what is kept of the documents in [first, first+n), and
// where each begins in it.
func (s *segment) storedBytes(first, n uint64) (data []byte, places []uint64) {
	index := &reader{data: s.data, at: s.stored + 8*first}
	places = make([]uint64, n)
	for i := range places {
		places[i] = index.long()
	}
	last := &reader{data: s.data, at: places[n-1]}
	meta, value := last.varint(), last.varint()
	start, end := places[0], last.at+meta+value
	for i := range places {
		places[i] -= start
	}
	return s.data[start:end], places
}

// postings calls visit with the documents of a term, given what the dictionary
// says of it, and with their counts where the field has them.
func (s *segment) postings(value uint64, counted bool, visit func(document uint32, c count)) error {
	if value&zap.FSTValEncodingMask == zap.FSTValEncoding1Hit {
		document, _ := zap.FSTValDecode1Hit(value)
		visit(uint32(document), count{})
		return nil
	}
	r := &reader{data: s.data, at: value}
	countsAt := r.varint()
	r.varint()
	bitmap := r.take(r.varint())
	if !counted {
		return eachIn(bitmap, func(document uint32) { visit(document, count{}) })
	}
	counts := &reader{data: s.data, at: countsAt}
	for range counts.varint() {
		counts.varint()
	}
	return eachIn(bitmap, func(document uint32) {
		times, length := counts.varint()>>1, counts.varint()
		visit(document, count{times, length})
	})
}

// A reader reads a segment's bytes, which were checked against their checksum:
// it panics where they end too early.
type reader struct {
	data []byte
	at   uint64
}

func (r *reader) varint() uint64 {
	n, length := binary.Uvarint(r.data[r.at:])
	if length <= 0 {
		panic(errSegment)
	}
	r.at += uint64(length)
	return n
}

func (r *reader) take(n uint64) []byte {
	taken := r.data[r.at : r.at+n]
	r.at += n
	return taken
}

func (r *reader) long() uint64 { return binary.BigEndian.Uint64(r.take(8)) }
