package zapfile

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/blevesearch/vellum"
)

// A writer gathers the bytes of a segment, with their checksum.
type writer struct {
	buffer []byte
	out    io.Writer // what is gathered goes there; nil: it is kept
	before uint64    // bytes that have gone there
	crc    uint32    // of these

	words    bytes.Buffer // the dictionary of a field
	builder  *vellum.Builder
	sections []uint64 // by field: where its part is
	coded    []byte
}

// spillBytes is how much is gathered before it is written out.
const spillBytes = 1 << 20

// sharedFrom is how many documents a segment has whose words share their ends
// in the dictionary: a third less of it, at a tenth of the time of merging. The
// few ends that are looked up, in a table of sharedEnds, are those of most words;
// ten thousand would find hardly more, at half the time of merging.
const (
	sharedFrom = 1000
	sharedEnds = 1000
)

func newWriter(out io.Writer, documents uint64) (*writer, error) {
	w := &writer{out: out}
	options := &vellum.BuilderOpts{Encoder: 1, RegistryMRUSize: 1}
	if documents >= sharedFrom {
		options.RegistryTableSize = sharedEnds
	}
	var err error
	w.builder, err = vellum.New(&w.words, options)
	return w, err
}

// at is where the next byte will be.
func (w *writer) at() uint64 { return w.before + uint64(len(w.buffer)) }

func (w *writer) varint(n uint64) { w.buffer = binary.AppendUvarint(w.buffer, n) }

func (w *writer) long(n uint64) { w.buffer = binary.BigEndian.AppendUint64(w.buffer, n) }

// spill writes out what is gathered when it is much.
func (w *writer) spill() error {
	if w.out == nil || len(w.buffer) < spillBytes {
		return nil
	}
	return w.flush()
}

// sum is the checksum of all bytes so far.
func (w *writer) sum() uint32 { return crc32.Update(w.crc, crc32.IEEETable, w.buffer) }

func (w *writer) flush() error {
	w.crc = w.sum()
	_, err := w.out.Write(w.buffer)
	w.before += uint64(len(w.buffer))
	w.buffer = w.buffer[:0]
	return err
}

// storedIndex writes where the documents are, and that none is within another.
func (w *writer) storedIndex(places []uint64) (at uint64) {
	at = w.at()
	for _, place := range places {
		w.long(place)
	}
	w.varint(0)
	return at
}

// endField writes the dictionary of a field whose terms were all added.
func (w *writer) endField() error {
	if err := w.builder.Close(); err != nil {
		return err
	}
	dictionary := w.at()
	w.varint(uint64(w.words.Len()))
	w.buffer = append(w.buffer, w.words.Bytes()...)
	w.sections = append(w.sections, w.at())
	w.varint(noDocValues)
	w.varint(noDocValues)
	w.varint(dictionary)
	w.words.Reset()
	if err := w.builder.Reset(&w.words); err != nil {
		return err
	}
	return w.spill()
}

// fields writes what there is of each field, and returns where its index is.
func (w *writer) fields(fields []Field) (at uint64) {
	places := make([]uint64, len(fields))
	for i, f := range fields {
		places[i] = w.at()
		w.varint(uint64(len(f.Name)))
		w.buffer = append(w.buffer, f.Name...)
		w.varint(uint64(f.Options))
		w.varint(1) // section
		w.buffer = binary.BigEndian.AppendUint16(w.buffer, invertedIndex)
		w.long(w.sections[i])
	}
	at = w.at()
	w.varint(uint64(len(fields)))
	for _, place := range places {
		w.long(place)
	}
	return at
}
