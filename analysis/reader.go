package analysis

import "github.com/clipperhouse/uax29/v2/words"

// A Reader analyzes many texts one after the other without new room for each.
// The zero Reader is ready. It is for one goroutine at a time.
type Reader struct {
	tokens  []Token
	letters []rune
}

// Words is the function Words; the tokens are good until the next call.
func (r *Reader) Words(text string) []Token {
	s := splitter{text: text, tokens: r.tokens[:0]}
	for segments := words.FromString(text); segments.Next(); {
		s.segment(segments.Start(), segments.End())
	}
	r.tokens = s.tokens
	return r.tokens
}

// Term returns what Terms makes of a word of the text, as Words has it; false
// where it leaves it out.
func (r *Reader) Term(word Token, text string) (term string, ok bool) {
	term, r.letters, ok = termOf(word, text, r.letters)
	return term, ok
}
