package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words of text as written, folded (see Fold), stop words
// included, in order.
func Words(text string) []Token {
	r := Reader{tokens: make([]Token, 0, len(text)/6+1)}
	return r.Words(text)
}

// A splitter collects the words of a text.
type splitter struct {
	text   string
	tokens []Token
}

// segment takes what lies between two word boundaries of Unicode: a word, a
// space, a sign, or several words that are written together.
func (s *splitter) segment(start, end int) {
	switch {
	case isPlain(s.text[start:end]):
		if !s.isLoosePossessive(start, end) {
			s.add(start, end, s.text[start:end])
		}
	case end-start == 1: // a space or a sign
	case isWordRun(s.text[start:end]):
		s.add(start, end, s.text[start:end])
	default:
		s.parts(start, end)
	}
}

// parts takes a segment with signs in it: a number, initials, or words that
// are separated by something that Unicode does not separate at.
func (s *splitter) parts(start, end int) {
	if digits, ok := ungroup(s.text[start:end]); ok {
		s.add(start, end, digits)
		return
	}
	for start < end {
		width := partWidth(s.text[start:end])
		if initials, ok := initialsWidth(s.text[start:end]); ok {
			s.add(start, start+initials, strings.ReplaceAll(s.text[start:start+initials], ".", ""))
			width = initials
		} else if width > 0 {
			s.add(start, start+width, s.text[start:start+width])
		}
		start += width
		if start < end {
			_, size := utf8.DecodeRuneInString(s.text[start:end])
			start += size
		}
	}
}

// add appends the word at [start, end), written as word, unless no letter or
// digit is left of it.
func (s *splitter) add(start, end int, word string) {
	if strings.ContainsFunc(word, isLetterOrNumber) {
		s.append(start, end, word)
	}
}

// append appends a word with a letter or digit.
func (s *splitter) append(start, end int, word string) {
	term := cut(foldWord(word))
	s.tokens = append(s.tokens, Token{Term: term, Start: start, End: end, Position: len(s.tokens)})
}

// isLoosePossessive tells of the "s" of "U.S.'s", “Hope”’s and "2024's", which
// Unicode makes a word of its own.
func (s *splitter) isLoosePossessive(start, end int) bool {
	if end-start != 1 || s.text[start]|0x20 != 's' {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(s.text[:start])
	if !isApostrophe(before) {
		return false
	}
	owner, _ := utf8.DecodeLastRuneInString(s.text[:start-size])
	return owner == '.' || owner == '"' || owner == '”' || unicode.IsDigit(owner)
}

// cut bounds a term to MaxTermBytes, at the border of a character.
func cut(term string) string {
	if len(term) <= MaxTermBytes {
		return term
	}
	end := MaxTermBytes
	for !utf8.RuneStart(term[end]) {
		end--
	}
	return term[:end]
}

// isPlain reports that a segment is of ASCII letters and digits only.
func isPlain(segment string) bool {
	for i := range len(segment) {
		if !isASCIILetter(segment[i]) && !isDigit(segment[i]) {
			return false
		}
	}
	return len(segment) > 0
}

// isWordRun reports that a segment is one word with nothing to separate at.
func isWordRun(segment string) bool {
	return partWidth(segment) == len(segment) && len(segment) > 0
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isLetterOrNumber(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
