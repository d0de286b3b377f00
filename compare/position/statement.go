package position

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// A statement is one that was read, with its copies.
type statement struct {
	copies   []dated
	words    []word
	readings []*reading // of the clauses that the speaker asserts
	content  []id       // of all of these, each once and in order
}

// A dated is a copy, by its number among the statements given.
type dated struct {
	number int
	when   onrecord.Date
}

// read reads a statement. It takes note of what the vocabulary has to know.
func (st *Statement) read(v *vocabulary) *statement {
	text := st.Text
	if len(text) > MaxTextBytes {
		end := MaxTextBytes
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	written := compare.Words(text)
	s := &statement{words: wordsOf(text, written)}
	quantities := quantitiesOf(text, written)
	for _, c := range clausesOf(text, s.words, st.Direct) {
		if c.own {
			s.readings = append(s.readings, read(c, quantities, v))
		}
	}
	return s
}

// index gives the words of a statement their ids.
func (s *statement) index(v *vocabulary) {
	for _, r := range s.readings {
		v.index(r)
		s.content = append(s.content, r.content...)
	}
	slices.Sort(s.content)
	s.content = slices.Compact(s.content)
}

// add adds a copy, of each date the first one.
func (s *statement) add(d dated) {
	if !slices.ContainsFunc(s.copies, func(c dated) bool { return c.when == d.when }) {
		s.copies = append(s.copies, d)
	}
}

// fold joins words to what copies have in common.
func fold(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.term)
		b.WriteByte(' ')
	}
	return b.String()
}

// foldedAt returns the words of a clause at some spans, folded.
func (r *reading) foldedAt(spans []onrecord.Span) string {
	var at []word
	for _, w := range r.words {
		if slices.ContainsFunc(spans, func(s onrecord.Span) bool { return s.Contains(w.Span) }) {
			at = append(at, w)
		}
	}
	return fold(at)
}

// before returns the copies of the statement and of a later one that are the
// least time apart; false where none is known to be before one of the other.
func (s *statement) before(later *statement) (earlier, after int, apart time.Duration, ok bool) {
	for _, a := range s.copies {
		for _, b := range later.copies {
			if between := b.when.Time.Sub(a.when.Time); a.when.Before(b.when) && (!ok || between < apart) {
				earlier, after, apart, ok = a.number, b.number, between, true
			}
		}
	}
	return earlier, after, apart, ok
}

// alike is the part of its meanings that a statement shares with another which
// says the same.
const alike = 0.8

// isLike reports whether two statements say much the same.
func (s *statement) isLike(other *statement) bool {
	if s == other {
		return true
	}
	same := 0
	for _, meaning := range s.content {
		if _, found := slices.BinarySearch(other.content, meaning); found {
			same++
		}
	}
	return float64(same) >= alike*float64(min(len(s.content), len(other.content)))
}
