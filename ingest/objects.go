package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// objects reads JSON objects: one a line, or each over several lines. As soon
// as a line is a whole value, or one that is not has another behind it that
// begins with a brace, each line is taken by itself (JSON Lines). Until then an
// object may go over lines; behind a bad one, lines that do not begin with a
// brace are passed over.
func (s *source) objects(yield func(Item) bool) {
	byLine, bad := false, false
	for {
		line, err := s.nextFull()
		more := true
		send := func(item Item) bool {
			bad = item.Err != nil
			return yield(item)
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, ErrTooLong):
			more = send(Item{Where: s.at(s.line), Err: err})
		case err != nil:
			yield(Item{Where: s.at(s.line + 1), Err: err})
			return
		case byLine || json.Valid(line):
			byLine = true
			more = s.jsonItems(line, s.at(s.line), send)
		case line[0] != '{' && bad:
		case line[0] != '{':
			more = s.jsonItems(line, s.at(s.line), send)
		default:
			byLine, more = s.object(line, send)
		}
		if !more {
			return
		}
	}
}

// object yields an object that begins with a line and is not all of it. Where
// there is none it reports whether the source is JSON Lines, and reading goes on
// with the line behind it or else with the one that does not fit.
func (s *source) object(begin []byte, yield func(Item) bool) (byLine, more bool) {
	first := s.line
	rest := &lineReader{s: s, rest: begin, left: MaxItem - len(begin)}
	dec := json.NewDecoder(rest)
	var raw json.RawMessage
	err := dec.Decode(&raw)
	if err == nil {
		if behind, _ := io.ReadAll(dec.Buffered()); len(bytes.TrimSpace(behind)) > 0 {
			err := fmt.Errorf("not a JSON object: something stands behind it on line %d", s.line)
			return false, yield(Item{Where: s.at(first), Err: err})
		}
		return false, s.jsonItems(raw, s.at(first), yield)
	}
	byLine = beginsObject(rest.lines)
	switch {
	case errors.Is(err, ErrTooLong):
	case byLine || errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("not a JSON object: breaks off")
	default:
		err = fmt.Errorf("not a JSON object: line %d: %w", s.line, err)
	}
	if n := len(rest.lines); byLine {
		s.unread(rest.lines)
	} else if n > 0 {
		s.unread(rest.lines[n-1:])
	}
	return byLine, yield(Item{Where: s.at(first), Err: err})
}

// beginsObject reports whether the first line that is not blank begins with a
// brace.
func beginsObject(lines [][]byte) bool {
	for _, line := range lines {
		if len(bytes.TrimSpace(line)) > 0 {
			return line[0] == '{'
		}
	}
	return false
}

// lineReader gives out the lines of a source, and never more than one at once,
// so that who reads an object reads no line too many.
type lineReader struct {
	s     *source
	rest  []byte   // of the line that is being given out
	lines [][]byte // those read from the source
	left  int      // bytes that may still be read
}

// Read implements io.Reader; ErrTooLong past the bytes that may be read.
func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		line, err := r.s.next()
		if err != nil {
			return 0, err
		}
		r.lines = append(r.lines, line)
		if r.rest, r.left = line, r.left-len(line); r.left < 0 {
			return 0, tooLong(MaxItem)
		}
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
