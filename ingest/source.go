package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// A source is what articles are read from.
type source struct {
	in   *bufio.Reader
	name string
	line int    // how many lines have been read
	back []byte // lines that were read and are to be read again
}

// at returns the place of an item that begins at a line.
func (s *source) at(line int) string { return fmt.Sprintf("%s:%d", s.name, line) }

const space = " \t\r\n"

// begin skips a byte order mark and white space. io.EOF where there is nothing
// else.
func (s *source) begin() error {
	if mark, _ := s.in.Peek(3); bytes.Equal(mark, []byte("\uFEFF")) {
		s.in.Discard(3) // cannot fail: it has just been peeked at
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

// A form is how a source holds its articles.
type form int

const (
	formText    form = iota // it is one
	formObjects             // JSON objects, one a line or each over several
	formArray               // one JSON array of objects
)

// form tells the form of a source that has begun. It does not wait for more of
// a source that begins with a brace than there is: lines may come one by one.
func (s *source) form() form {
	ending := strings.ToLower(filepath.Ext(s.name))
	otherwise := formText
	if slices.Contains([]string{".json", ".jsonl", ".ndjson"}, ending) {
		otherwise = formObjects
	}
	first, _ := s.in.Peek(1) // there is one, or begin had failed
	switch first[0] {
	case '{':
		return formObjects
	case '[':
		head, _ := s.in.Peek(s.in.Size()) // what there is
		behind := bytes.TrimLeft(head[1:], space)
		if ending == ".json" || len(behind) > 0 && (behind[0] == '{' || behind[0] == ']') {
			return formArray
		}
		return otherwise
	}
	head, _ := s.in.Peek(s.in.Size()) // what there is
	_, behind, _ := bytes.Cut(head, []byte("\n"))
	if bytes.HasPrefix(bytes.TrimLeft(behind, space), []byte(`{"`)) {
		return formObjects
	}
	return otherwise
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
	tooLong := false
	for {
		part, err := s.in.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > MaxItem; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong:
			s.line++
			return nil, ErrTooLong
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
