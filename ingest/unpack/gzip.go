package unpack

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// members reads the members of a gzip file one behind the other. Behind a
// damaged one it goes on with the next that it finds: web archives have a member
// for each record.
type members struct {
	in     *bufio.Reader
	z      *gzip.Reader
	damage error
	end    error
}

func openGzip(r *bufio.Reader) (io.Reader, func(), error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, nil, err
	}
	z.Multistream(false)
	return &members{in: r, z: z}, nil, nil
}

// Read implements io.Reader. An error that is an ErrDamaged is the answer until
// resume: who peeks must not lose it.
func (m *members) Read(p []byte) (int, error) {
	for m.end == nil && m.damage == nil {
		n, err := m.z.Read(p)
		switch {
		case err == nil:
			return n, nil
		case !errors.Is(err, io.EOF):
			m.damage = fmt.Errorf("%w: %w", ErrDamaged, err)
			return n, m.damage
		}
		if m.next(); n > 0 {
			return n, nil
		}
	}
	return 0, cmp.Or(m.damage, m.end)
}

// resume goes on with the next member behind damage.
func (m *members) resume() bool {
	if m.damage == nil {
		return false
	}
	m.damage = nil
	m.find()
	return m.end == nil
}

// next begins with the member that follows.
func (m *members) next() {
	if _, err := m.in.Peek(1); err != nil {
		m.end = err
		return
	}
	if err := m.reset(); err != nil { // padding, or something that is no member
		m.find()
	}
}

func (m *members) reset() error {
	err := m.z.Reset(m.in)
	m.z.Multistream(false)
	return err
}

// find begins with the next member that there is.
func (m *members) find() {
	for {
		begin, err := m.in.Peek(3)
		switch {
		case err != nil:
			m.end = io.EOF
			if !errors.Is(err, io.EOF) {
				m.end = err
			}
			return
		case !bytes.Equal(begin, []byte("\x1f\x8b\x08")):
		case m.reset() == nil:
			return
		default:
			continue
		}
		m.in.Discard(1) // cannot fail: it has just been peeked at
	}
}
