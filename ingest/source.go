package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"github.com/onrecord/onrecord/ingest/unpack"
)

// A source is what articles are read from.
type source struct {
	in      *bufio.Reader
	packed  *unpack.Reader // what in reads through
	name    string
	options Options
	line    int    // how many lines have been read
	back    []byte // lines that were read and are to be read again
}

// at returns the place of an item that begins at a line.
func (s *source) at(line int) string { return fmt.Sprintf("%s:%d", s.name, line) }

const space = " \t\r\n"

// begin skips a byte order mark and white space; what is in UTF-16, as its mark
// says, is read as UTF-8. io.EOF where there is nothing else.
func (s *source) begin() error {
	switch mark, _ := s.in.Peek(3); {
	case bytes.Equal(mark, []byte("\uFEFF")):
		s.in.Discard(3) // cannot fail: it has just been peeked at
	case bytes.HasPrefix(mark, []byte("\xFF\xFE")), bytes.HasPrefix(mark, []byte("\xFE\xFF")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		s.in = bufio.NewReaderSize(utf16.Reader(s.in), s.in.Size())
	}
	for {
		b, err := s.in.ReadByte()
		switch {
		case err != nil:
			return err
		case b == '\n':
			s.line++
		case strings.IndexByte(space, b) < 0:
			return s.in.UnreadByte()
		}
	}
}

// next returns the next line with its break; of one longer than MaxItem,
// ErrTooLong once it is passed.
func (s *source) next() ([]byte, error) {
	if len(s.back) > 0 {
		line := s.back
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		s.back = s.back[len(line):]
		s.line++
		return line, nil
	}
	var line []byte
	long := false
	for {
		part, err := s.in.ReadSlice('\n')
		if long = long || len(line)+len(part) > MaxItem; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long:
			s.line++
			return nil, tooLong(MaxItem)
		case err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)):
			return nil, err
		}
		s.line++
		return line, nil
	}
}

// nextFull is next, without lines that are blank.
func (s *source) nextFull() ([]byte, error) {
	for {
		line, err := s.next()
		if err != nil || len(bytes.TrimSpace(line)) > 0 {
			return line, err
		}
	}
}

// unread makes next return the lines once more.
func (s *source) unread(lines [][]byte) {
	s.line -= len(lines)
	s.back = append(bytes.Join(lines, nil), s.back...)
}
