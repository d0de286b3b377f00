package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// WordKind says whose a word is.
type WordKind int

// The kinds.
const (
	Spoken    WordKind = iota // the speaker's
	Editorial                 // an editor's, in square brackets
	Ellipsis                  // no word: a mark that some were left out
)

// A Word is one word of a text, or an ellipsis.
type Word struct {
	onrecord.Span        // where it stands, brackets within it included
	Term          string // folded as analysis.Words folds; empty for an ellipsis
	// Stem is set where brackets cut through the word, "want[ed]": what stands
	// outside of them, folded.
	Stem string
	Kind WordKind
}

// Words returns the words of a text in order, with its ellipses.
func Words(text string) []Word {
	l := lexer{text: text}
	for _, token := range analysis.Words(text) {
		l.separator(token.Start)
		l.word(token)
	}
	l.separator(len(text))
	return l.words
}

// A lexer makes words of the tokens of a text and of what stands between.
type lexer struct {
	text    string
	at      int  // end of what was taken
	bracket bool // within square brackets
	joined  bool // nothing but a bracket or a hyphen stands between at and the last word
	words   []Word
}

// separator takes what stands before the next token.
func (l *lexer) separator(to int) {
	between := l.text[l.at:to]
	l.joined = isJoint(between) && l.adjoins(to)
	behind := 0 // the ellipsis that was taken last
	for i, r := range between {
		if width := ellipsisWidth(between[i:]); width > 0 && i >= behind {
			behind = i + width
			l.ellipsis(onrecord.Span{Start: l.at + i, End: l.at + behind})
		}
		switch r {
		case '[':
			l.bracket = true
		case ']':
			l.bracket = false
		case '%', '٪', '％':
			start := l.at + i
			l.words = append(l.words, Word{Span: onrecord.Span{Start: start, End: start + utf8.RuneLen(r)}, Term: percent, Kind: l.kind()})
		}
	}
	l.at = to
}

// adjoins reports whether letters stand on both sides of what is between at
// and to.
func (l *lexer) adjoins(to int) bool {
	if len(l.words) == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:l.at])
	after, _ := utf8.DecodeRuneInString(l.text[to:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// isJoint reports whether what is between two tokens can be within one word.
func isJoint(between string) bool {
	return between == "[" || between == "]" || between == "-" || between == "‐" || between == "‑"
}

// ellipsisWidth returns how many bytes of s are an ellipsis: "…", or three dots
// and more, with or without spaces between them; 0 where it does not begin with
// one.
func ellipsisWidth(s string) int {
	if strings.HasPrefix(s, "…") {
		return len("…")
	}
	dots, width := 0, 0
	for i := 0; i < len(s) && (s[i] == '.' || s[i] == ' ' && dots > 0); i++ {
		if s[i] == '.' {
			dots, width = dots+1, i+1
		}
	}
	if dots < 3 {
		return 0
	}
	return width
}

// ellipsis adds one; two in a row are one.
func (l *lexer) ellipsis(at onrecord.Span) {
	if n := len(l.words); n > 0 && l.words[n-1].Kind == Ellipsis {
		return
	}
	l.words = append(l.words, Word{Span: at, Kind: Ellipsis})
}

func (l *lexer) kind() WordKind {
	if l.bracket {
		return Editorial
	}
	return Spoken
}

// word takes a token: as a word, or as more of the last one where brackets cut
// through it.
func (l *lexer) word(token analysis.Token) {
	l.at = token.End
	span := onrecord.Span{Start: token.Start, End: token.End}
	last := len(l.words) - 1
	switch {
	case last >= 0 && token.Term == "cent" && l.words[last].Term == "per":
		l.words[last].Term, l.words[last].End = percent, token.End
	case l.joined && l.text[token.Start-1] != '[' && l.text[token.Start-1] != ']':
		l.compound(span, token.Term)
	case l.joined:
		l.join(&l.words[last], token)
	default:
		l.words = append(l.words, Word{Span: span, Term: token.Term, Kind: l.kind()})
	}
}

// compound takes what stands behind a hyphen: more of the word, "cease-fire"
// as "ceasefire", unless either side is a number.
func (l *lexer) compound(span onrecord.Span, term string) {
	last := &l.words[len(l.words)-1]
	_, _, before := numeral(last.Term)
	_, _, behind := numeral(term)
	if before || behind || last.Kind != l.kind() {
		l.words = append(l.words, Word{Span: span, Term: term, Kind: l.kind()})
		return
	}
	last.Term, last.End = last.Term+term, span.End
}

// join adds a token to a word: "[T]he" and "want[ed]" are words of the speaker
// with a letter changed or an ending added.
func (l *lexer) join(word *Word, token analysis.Token) {
	outside := word.Stem
	if word.Kind == Spoken && outside == "" {
		outside = word.Term
	}
	if !l.bracket {
		outside += token.Term
	}
	word.Term += token.Term
	word.Stem, word.Kind, word.End = outside, Spoken, token.End
	if strings.HasSuffix(l.text[:word.Start], "[") {
		word.Start--
	}
	if l.bracket && strings.HasPrefix(l.text[word.End:], "]") {
		word.End++
	}
}

// percent is the word that "%" and "per cent" stand for.
const percent = "percent"

// same reports whether two words are the same one.
func same(a, b *Word) bool {
	if a.Kind == Ellipsis || b.Kind == Ellipsis {
		return false
	}
	return a.Term == b.Term || bent(a, b) || bent(b, a)
}

// bent reports whether a is b with letters that an editor changed.
func bent(a, b *Word) bool {
	const least = 2 // letters that are left
	return len(a.Stem) >= least && (strings.HasPrefix(b.Term, a.Stem) || strings.HasSuffix(b.Term, a.Stem))
}
