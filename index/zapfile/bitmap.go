package zapfile

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// Bitmaps are roaring's in its portable format: of each 65,536 documents an
// array of 2 bytes a document, 8 KiB of bits, or an array of runs of 4 bytes.
const (
	cookie        = 12346 // without runs
	cookieRuns    = 12347
	mostArray     = 4096 // documents
	bitsBytes     = 8192
	leastOffsets  = 4  // containers, where some have runs
	containerBits = 16 // of a document's number within its container
)

// A container is a part of a bitmap.
type container struct {
	documents []uint32 // of one key
	runs      int
}

func (c container) key() uint32 { return c.documents[0] >> containerBits }

// plainBytes is how long the container is without runs.
func (c container) plainBytes() int { return min(2*len(c.documents), bitsBytes) }

func (c container) runsBytes() int { return 2 + 4*c.runs }

func (c container) hasRuns() bool { return c.runsBytes() < c.plainBytes() }

func (c container) bytes() int { return min(c.plainBytes(), c.runsBytes()) }

// split cuts ascending documents into containers.
func split(documents []uint32) (containers []container, withRuns bool) {
	for start := 0; start < len(documents); {
		key, runs, end := documents[start]>>containerBits, 1, start+1
		for end < len(documents) && documents[end]>>containerBits == key {
			if documents[end] != documents[end-1]+1 {
				runs++
			}
			end++
		}
		c := container{documents[start:end], runs}
		containers, withRuns = append(containers, c), withRuns || c.hasRuns()
		start = end
	}
	return containers, withRuns
}

// appendBitmap appends the bitmap of ascending documents.
func appendBitmap(to []byte, documents []uint32) []byte {
	start := len(to)
	containers, withRuns := split(documents)
	if withRuns {
		to = binary.LittleEndian.AppendUint32(to, cookieRuns|uint32(len(containers)-1)<<16)
		flags := make([]byte, (len(containers)+7)/8)
		for i, c := range containers {
			if c.hasRuns() {
				flags[i/8] |= 1 << (i % 8)
			}
		}
		to = append(to, flags...)
	} else {
		to = binary.LittleEndian.AppendUint32(to, cookie)
		to = binary.LittleEndian.AppendUint32(to, uint32(len(containers)))
	}
	for _, c := range containers {
		to = binary.LittleEndian.AppendUint16(to, uint16(c.key()))
		to = binary.LittleEndian.AppendUint16(to, uint16(len(c.documents)-1))
	}
	if !withRuns || len(containers) >= leastOffsets {
		offset := len(to) - start + 4*len(containers)
		for _, c := range containers {
			to = binary.LittleEndian.AppendUint32(to, uint32(offset))
			offset += c.bytes()
		}
	}
	for _, c := range containers {
		to = c.append(to)
	}
	return to
}

// append appends the container.
func (c container) append(to []byte) []byte {
	switch {
	case c.hasRuns():
		to = binary.LittleEndian.AppendUint16(to, uint16(c.runs))
		for i := 0; i < len(c.documents); {
			end := i + 1
			for end < len(c.documents) && c.documents[end] == c.documents[end-1]+1 {
				end++
			}
			to = binary.LittleEndian.AppendUint16(to, uint16(c.documents[i]))
			to = binary.LittleEndian.AppendUint16(to, uint16(end-i-1))
			i = end
		}
		return to
	case len(c.documents) <= mostArray:
		for _, document := range c.documents {
			to = binary.LittleEndian.AppendUint16(to, uint16(document))
		}
		return to
	}
	at := len(to)
	to = append(to, make([]byte, bitsBytes)...)
	for _, document := range c.documents {
		low := document & (1<<containerBits - 1)
		to[at+int(low/8)] |= 1 << (low % 8)
	}
	return to
}

var errBitmap = errors.New("a bitmap is damaged")

// eachIn calls visit with the documents of a bitmap, ascending.
func eachIn(bitmap []byte, visit func(document uint32)) error {
	r := &bitmapReader{rest: bitmap}
	first := r.long()
	size, runFlags := 0, []byte(nil)
	switch {
	case first == cookie:
		size = int(r.long())
	case first&(1<<16-1) == cookieRuns:
		size = int(first>>16) + 1
		runFlags = r.take((size + 7) / 8)
	default:
		return errBitmap
	}
	if size > 1<<containerBits {
		return errBitmap
	}
	heads := &bitmapReader{rest: r.take(4 * size)}
	if runFlags == nil || size >= leastOffsets {
		r.take(4 * size) // the containers follow each other
	}
	for i := range size {
		base, documents := uint32(heads.short())<<containerBits, int(heads.short())+1
		switch {
		case runFlags != nil && runFlags[i/8]&(1<<(i%8)) != 0:
			r.eachInRuns(base, visit)
		case documents <= mostArray:
			for array := r.take(2 * documents); len(array) > 0; array = array[2:] {
				visit(base | uint32(binary.LittleEndian.Uint16(array)))
			}
		default:
			eachBit(r.take(bitsBytes), base, visit)
		}
		if r.failed || heads.failed {
			return errBitmap
		}
	}
	return nil
}

// A bitmapReader reads a bitmap from its beginning. Behind the end are zeros.
type bitmapReader struct {
	rest   []byte
	failed bool
}

func (r *bitmapReader) take(n int) []byte {
	if n > len(r.rest) {
		r.failed = true
		return make([]byte, min(n, bitsBytes))
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *bitmapReader) short() uint16 { return binary.LittleEndian.Uint16(r.take(2)) }

func (r *bitmapReader) long() uint32 { return binary.LittleEndian.Uint32(r.take(4)) }

func (r *bitmapReader) eachInRuns(base uint32, visit func(document uint32)) {
	for range r.short() {
		start, more := uint32(r.short()), uint32(r.short())
		for document := start; document <= start+more && !r.failed; document++ {
			visit(base + document)
		}
	}
}

func eachBit(bitmap []byte, base uint32, visit func(document uint32)) {
	for i := 0; i+8 <= len(bitmap); i += 8 {
		for word := binary.LittleEndian.Uint64(bitmap[i:]); word != 0; word &= word - 1 {
			visit(base + uint32(8*i+bits.TrailingZeros64(word)))
		}
	}
}
