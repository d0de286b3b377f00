package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Flag says what a token looks like.
type Flag uint16

// The flags of a token.
const (
	Word        Flag = 1 << iota // has a letter or digit
	Capital                      // begins with an upper-case letter
	AllCaps                      // two or more letters, none of them lower case
	Number                       // begins with a digit, or with a currency sign before one
	Punct                        // punctuation or a symbol
	Mark                         // a quotation mark, of any style
	Opens                        // Mark that opens a pair
	Closes                       // Mark that closes a pair
	Abbrev                       // ends with a full stop that belongs to it ("Sen.", "U.S.")
	Clitic                       // the 's, 'll, 've of the word before it
	SpaceAfter                   // white space or the end of the text follows
	SpaceBefore                  // white space or the beginning of the text goes before
)

// A Token is one word, number, punctuation mark or clitic.
type Token struct {
	Start, End int
	// Lower is the token in lower case, with the typographic apostrophe (’)
	// as '.
	Lower string
	Flags Flag
	// Quote is the index of the innermost quotation the token stands in or is
	// a mark of; -1 outside of all.
	Quote     int
	Sentence  int
	Paragraph int
}

// aboutTokens returns about how many tokens tokenize makes of s, rather more
// than fewer: room for them at once costs a third of room that grows.
func aboutTokens(s string) int {
	n, within := 0, false
	for i := range len(s) {
		switch b := s[i]; {
		case b == 0xE2: // the first byte of most punctuation beyond ASCII
			n, within = n+1, false
		case b >= 0x80, b >= '0' && b <= '9', b >= 'A' && b <= 'Z', b >= 'a' && b <= 'z':
			if !within {
				n++
			}
			within = true
		default:
			if b > ' ' {
				n++
			}
			within = false
		}
	}
	return n
}

// tokenize fills Tokens and Paragraphs.
func (d *Document) tokenize() {
	s := d.Text
	d.Tokens = make([]Token, 0, aboutTokens(s))
	soft := hardWrapped(s)
	paragraph := Range{}
	closeParagraph := func() {
		paragraph.End = len(d.Tokens)
		if paragraph.Len() > 0 {
			d.Paragraphs = append(d.Paragraphs, paragraph)
		}
		paragraph.First = len(d.Tokens)
	}
	space := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) || ignorable(r) {
			next := i + n
			if r == '\n' || r == '\u2029' {
				if !soft || blankLineFollows(s[next:]) {
					closeParagraph()
				}
			}
			if len(d.Tokens) > 0 && !ignorable(r) {
				d.Tokens[len(d.Tokens)-1].Flags |= SpaceAfter
			}
			space = space || !ignorable(r)
			i = next
			continue
		}
		t := scan(s, i, r, n)
		if space {
			t.Flags |= SpaceBefore
		}
		t.Quote, t.Paragraph = -1, len(d.Paragraphs)
		d.Tokens = append(d.Tokens, t)
		i, space = t.End, false
	}
	if len(d.Tokens) > 0 {
		d.Tokens[len(d.Tokens)-1].Flags |= SpaceAfter
	}
	closeParagraph()
}

// ignorable reports whether r prints nothing and separates nothing.
func ignorable(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u200b' || r == '\u200d' || r == '\u2060' || r == '\u00ad'
}

// hardWrapped reports whether the text breaks its lines at a fixed width and
// marks paragraphs by blank lines, so that a single line break means a space.
func hardWrapped(s string) bool {
	single, blank, line := 0, 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] != '\n' {
			line++
			continue
		}
		if line > 120 {
			return false
		}
		if line == 0 {
			blank++
			single--
		} else {
			single++
		}
		line = 0
	}
	return blank > 0 && single > 2*blank
}

// blankLineFollows reports whether s begins with a line of white space only.
func blankLineFollows(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return true
}

// scan returns the token that begins at s[i], where the rune r of n bytes is.
func scan(s string, i int, r rune, n int) Token {
	switch {
	case isMark(r):
		return scanMark(s, i, r, n)
	case unicode.IsDigit(r), isCurrency(r) && digitAt(s, i+n):
		return scanNumber(s, i, n)
	case unicode.IsLetter(r), (r == '@' || r == '#') && letterAt(s, i+n):
		return scanWord(s, i)
	}
	end := i + n
	for r == '.' || r == '-' || r == '!' || r == '?' { // "...", "--", "?!"
		q, m := utf8.DecodeRuneInString(s[end:])
		if q != r && !(q == '!' && r == '?') && !(q == '?' && r == '!') {
			break
		}
		end += m
	}
	return Token{Start: i, End: end, Lower: s[i:end], Flags: Punct}
}

func isCurrency(r rune) bool { return r == '$' || r == '£' || r == '€' || r == '¥' }

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || r == '_'
}

// scanNumber reads digits with the separators within them, a unit that clings
// to them ("5pm", "20th", "3-year") and a percent sign.
func scanNumber(s string, i, n int) Token {
	end := i + n
	for end < len(s) {
		c := s[end]
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			end++
		case (c == '.' || c == ',' || c == ':' || c == '/') && digitAt(s, end+1):
			end++
		case c == '-' && letterAt(s, end+1), c == '-' && digitAt(s, end+1):
			end++
		case c == '%':
			end++
			return Token{Start: i, End: end, Lower: s[i:end], Flags: Word | Number}
		default:
			return Token{Start: i, End: end, Lower: strings.ToLower(s[i:end]), Flags: Word | Number}
		}
	}
	return Token{Start: i, End: end, Lower: strings.ToLower(s[i:end]), Flags: Word | Number}
}
