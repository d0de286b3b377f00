// Package warc reads web archives (ISO 28500): records one behind the other,
// each with a header and a block of the length that the header tells. It
// streams. Pure but for reading.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The bounds of a header.
const (
	maxLine   = 64 << 10
	maxFields = 200
)

// ErrHeader: a record has no header that can be read.
var ErrHeader = errors.New("not the header of a record")

// A Record is one record of an archive.
type Record struct {
	Offset int64  // of its first byte, in the archive when unpacked
	Type   string // "response", "request", "warcinfo", …
	URI    string // what it is of
	Date   string // when it was fetched, RFC 3339
	Media  string // media type of the block
	Length int64  // of the block, in bytes
	// Block is read before Next is called again; what is left of it is passed.
	Block io.Reader
}

// A Reader reads the records of an archive.
type Reader struct {
	in     *bufio.Reader
	offset int64
	block  *io.LimitedReader // of the record at hand
	broken error
	atLine bool // what was read last is the end of a line
}

// NewReader returns a Reader.
func NewReader(in *bufio.Reader) *Reader { return &Reader{in: in} }

// Broken returns why the next record is not where it should be, nil where it is:
// an error of Next, or of reading the block. Find goes on then.
func (r *Reader) Broken() error { return r.broken }

// Next returns the next record; io.EOF where there is none.
func (r *Reader) Next() (Record, error) {
	rec, err := r.next()
	r.broken = err
	return rec, err
}

func (r *Reader) next() (Record, error) {
	at := r.offset
	if err := r.pass(); err != nil {
		return Record{Offset: at}, err
	}
	first, err := r.firstLine()
	rec := Record{Offset: r.offset - int64(len(first)), Length: -1}
	if err != nil {
		return rec, err
	}
	if !bytes.HasPrefix(first, []byte("WARC/")) {
		return rec, ErrHeader
	}
	for range maxFields {
		line, err := r.line()
		if err != nil {
			return rec, unexpected(err)
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			if rec.Length < 0 {
				return rec, fmt.Errorf("%w: no Content-Length", ErrHeader)
			}
			r.block = &io.LimitedReader{R: r.in, N: rec.Length}
			rec.Block = &counted{r.block, r}
			return rec, nil
		}
		if err := rec.set(text); err != nil {
			return rec, err
		}
	}
	return rec, fmt.Errorf("%w: more than %d fields", ErrHeader, maxFields)
}

// set sets the field of a header's line. Others than the known are passed over.
func (rec *Record) set(line string) error {
	name, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case line[0] == ' ' || line[0] == '\t': // goes on with the one before
	case !ok:
		return fmt.Errorf("%w: %.40q", ErrHeader, line)
	}
	switch strings.ToLower(name) {
	case "warc-type":
		rec.Type = strings.ToLower(value)
	case "warc-target-uri":
		rec.URI = strings.Trim(value, "<>")
	case "warc-date":
		rec.Date = value
	case "content-type":
		rec.Media = value
	case "content-length":
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 0 {
			return fmt.Errorf("%w: Content-Length %.40q", ErrHeader, value)
		}
		rec.Length = n
	}
	return nil
}

// pass passes what is left of the block at hand.
func (r *Reader) pass() error {
	if r.block == nil {
		return nil
	}
	left := r.block.N
	r.block, r.atLine = nil, false
	n, err := io.CopyN(io.Discard, r.in, left)
	r.offset += n
	return unexpected(err)
}

// firstLine returns the first line that is not blank.
func (r *Reader) firstLine() ([]byte, error) {
	for {
		line, err := r.line()
		if len(bytes.TrimSpace(line)) > 0 {
			return line, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// line returns a line with its break. io.EOF where there is none.
func (r *Reader) line() ([]byte, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		r.offset += int64(len(part))
		if len(line)+len(part) > maxLine {
			return nil, fmt.Errorf("%w: a line of more than %d bytes", ErrHeader, maxLine)
		}
		line = append(line, part...)
		r.atLine = err == nil
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)):
			return nil, err
		}
		return line, nil
	}
}

// Find goes on with the next line that begins a record; io.EOF where there is
// none.
func (r *Reader) Find() error {
	atLine := r.atLine && r.block == nil
	r.block, r.broken = nil, nil
	for {
		if begin, err := r.in.Peek(7); atLine && bytes.HasPrefix(begin, []byte("WARC/1.")) {
			return nil
		} else if len(begin) == 0 {
			return err
		}
		part, err := r.in.ReadSlice('\n')
		r.offset += int64(len(part))
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		atLine = err == nil
	}
}

// unexpected turns the end of the archive within a record into an error.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// counted counts what is read of a block, and notes where it breaks off.
type counted struct {
	block  *io.LimitedReader
	reader *Reader
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.block.Read(p)
	c.reader.offset += int64(n)
	if err != nil && c.block.N > 0 {
		err = unexpected(err)
		c.reader.broken = err
	}
	return n, err
}
