// Package unpack reads through the compressions that files come in: gzip, bzip2
// and zstd, also one within another, told by their first bytes. It streams, and
// ends what would unpack without end. Pure but for reading.
package unpack

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Limits bound what is unpacked. The zero value of each is its default.
type Limits struct {
	// Ratio is the most bytes that one byte may unpack to, from the first
	// 64 MiB on; default 200. News texts are at 3 to 20.
	Ratio int64
	// Bytes is the most that all may unpack to; default 1 TiB.
	Bytes int64
}

const (
	defaultRatio = 200
	defaultBytes = 1 << 40
	freeBytes    = 64 << 20 // unpacked before the ratio counts
	maxLayers    = 3        // compressions within one another
	maxWindow    = 64 << 20 // memory of zstd
	buffered     = 64 << 10
)

// ErrBomb: unpacking goes past its limits.
var ErrBomb = errors.New("unpacks to too much")

// ErrDamaged: the packed data breaks off or is damaged here.
var ErrDamaged = errors.New("the compressed data is damaged")

// magics are the first bytes of each compression.
var magics = []struct {
	bytes string
	open  func(*bufio.Reader) (io.Reader, func(), error)
}{
	{"\x1f\x8b\x08", openGzip},
	{"BZh", openBzip2},
	{"\x28\xb5\x2f\xfd", openZstd},
}

// A Reader reads what is unpacked, or the source itself where it is not packed.
type Reader struct {
	*bufio.Reader
	close   []func()
	members *members // where one layer of gzip is all there is
}

// Resume goes on behind damage, with the next member of a gzip file, where there
// may be one. It reports false where there is not: nothing more can be read.
func (r *Reader) Resume() bool { return r.members != nil && r.members.resume() }

// Close releases what unpacking holds; the source stays open.
func (r *Reader) Close() {
	for _, f := range r.close {
		f()
	}
}

// NewReader returns a Reader of the source. It reads the first bytes of it.
func NewReader(source io.Reader, limits Limits) (*Reader, error) {
	if limits.Ratio == 0 {
		limits.Ratio = defaultRatio
	}
	if limits.Bytes == 0 {
		limits.Bytes = defaultBytes
	}
	in := &counter{r: source}
	r := &Reader{Reader: bufio.NewReaderSize(in, buffered)}
	for layer := 0; ; layer++ {
		open := openerOf(r.Reader)
		switch {
		case open == nil:
			return r, nil
		case layer == maxLayers:
			r.Close()
			return nil, fmt.Errorf("%w: compressed more than %d times", ErrBomb, maxLayers)
		}
		unpacked, closing, err := open(r.Reader)
		if err != nil {
			r.Close()
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if closing != nil {
			r.close = append(r.close, closing)
		}
		r.members = nil
		if m, ok := unpacked.(*members); ok && layer == 0 {
			r.members = m
		}
		r.Reader = bufio.NewReaderSize(&bounded{r: unpacked, in: in, limits: limits}, buffered)
	}
}

// openerOf returns what unpacks a source, nil where it is not packed. "BZh" can
// begin a text: a digit and the first block's magic follow where it does not.
func openerOf(r *bufio.Reader) func(*bufio.Reader) (io.Reader, func(), error) {
	for _, m := range magics {
		begin, _ := r.Peek(len(m.bytes))
		if string(begin) != m.bytes {
			continue
		}
		if m.bytes == "BZh" {
			block, _ := r.Peek(10)
			if len(block) < 10 || !bytes.Equal(block[4:], []byte("\x31\x41\x59\x26\x53\x59")) && !bytes.Equal(block[4:], []byte("\x17\x72\x45\x38\x50\x90")) {
				return nil
			}
		}
		return m.open
	}
	return nil
}

func openBzip2(r *bufio.Reader) (io.Reader, func(), error) { return bzip2.NewReader(r), nil, nil }

func openZstd(r *bufio.Reader) (io.Reader, func(), error) {
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, nil, err
	}
	return d, d.Close, nil
}

// counter counts what is read of the source.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bounded ends what unpacks to too much, and tells damage from other errors.
type bounded struct {
	r      io.Reader
	in     *counter
	limits Limits
	n      int64
	end    error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.end != nil {
		return 0, b.end
	}
	n, err := b.r.Read(p)
	b.n += int64(n)
	switch {
	case b.n > b.limits.Bytes:
		b.end = fmt.Errorf("%w: more than %d bytes", ErrBomb, b.limits.Bytes)
	case b.n > freeBytes && b.n/b.limits.Ratio > b.in.n:
		b.end = fmt.Errorf("%w: %d bytes out of %d", ErrBomb, b.n, b.in.n)
	case err == nil || errors.Is(err, io.EOF) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrBomb):
		return n, err
	default:
		b.end = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return n, b.end
}
