package analysis

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A Reader analyzes many texts one after the other without new room for each.
// The zero Reader is ready. It is for one goroutine at a time.
type Reader struct {
	tokens  []Token
	letters []rune
}

// Words is the function Words; the tokens are good until the next call.
//
// Most of a text is plain words between spaces, which need no rules. The rules
// of Unicode never join anything across a space, so that what stands between
// two spaces can be looked at alone. A byte that is not UTF-8 may take those
// behind it along, so that a text with one is cut as a whole.
func (r *Reader) Words(text string) []Token {
	s := splitter{text: text, tokens: r.tokens[:0]}
	if !utf8.ValidString(text) {
		s.byRules(0, len(text))
	} else {
		s.words()
	}
	r.tokens = s.tokens
	return r.tokens
}

// words takes the words of a text that is UTF-8.
func (s *splitter) words() {
	for at := 0; at < len(s.text); {
		if s.text[at] == ' ' {
			at++
			continue
		}
		end, ok := s.plain(at)
		if !ok {
			end = spaceFrom(s.text, end)
			s.byRules(at, end)
		}
		at = end
	}
}

// byRules takes the words of a part of the text by the rules of Unicode.
func (s *splitter) byRules(start, end int) {
	for segments := words.FromString(s.text[start:end]); segments.Next(); {
		s.segment(start+segments.Start(), start+segments.End())
	}
}

// plain appends the word at start where it is of ASCII letters and digits, up to
// a space or the end, with at most one mark before that. It returns where to go
// on, and false where the word is not of that kind.
func (s *splitter) plain(start int) (int, bool) {
	end := start
	for end < len(s.text) && (isASCIILetter(s.text[end]) || isDigit(s.text[end])) {
		end++
	}
	next := end
	if next < len(s.text) && strings.IndexByte(",.;:!?", s.text[next]) >= 0 {
		next++
	}
	if end == start || next < len(s.text) && s.text[next] != ' ' {
		return end, false
	}
	s.append(start, end, s.text[start:end])
	return next, true
}

// spaceFrom returns where the first space from at on is, or the end.
func spaceFrom(text string, at int) int {
	if i := strings.IndexByte(text[at:], ' '); i >= 0 {
		return at + i
	}
	return len(text)
}

// Term returns what Terms makes of a word of the text, as Words has it; false
// where it leaves it out.
func (r *Reader) Term(word Token, text string) (term string, ok bool) {
	term, r.letters, ok = termOf(word, text, r.letters)
	return term, ok
}
