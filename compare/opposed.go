package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// turns reports whether the words of a run differ in a negation, a number or
// what may and must be.
func (c *pairing) turns(r run) bool {
	in, out := c.ofShort(r), c.ofLong(r)
	if negations(in)%2 != negations(out)%2 || !slices.Equal(numbers(in), numbers(out)) || !slices.Equal(hedges(in), hedges(out)) {
		return true
	}
	return slices.ContainsFunc(in, func(a Word) bool {
		return slices.ContainsFunc(out, func(b Word) bool { return isNegatedForm(a.Term, b.Term) })
	})
}

func negations(words []Word) int {
	n := 0
	for _, w := range words {
		if isNegation(w.Term) {
			n++
		}
	}
	return n
}

// numbers returns the numbers in words. A lone "one" is rather a pronoun.
func numbers(words []Word) []float64 {
	var found []float64
	for i := 0; i < len(words); {
		value, width := number(words[i:])
		if width > 0 && !(width == 1 && words[i].Term == "one") {
			found = append(found, value)
		}
		i += max(width, 1)
	}
	return found
}

// hedges returns which of the verbs there are that make something possible or
// due.
func hedges(words []Word) []string {
	var found []string
	for _, w := range words {
		if class := hedgeClasses[w.Term]; class != "" && !slices.Contains(found, class) {
			found = append(found, class)
		}
	}
	slices.Sort(found)
	return found
}

// hedgeClasses has "could" apart from "can" only where none is reported: told,
// both are "can".
var hedgeClasses = formsOf("may might", "can could", "must", "ought")

// isNegatedForm reports whether one word is the other with a negating prefix:
// "able" and "unable".
func isNegatedForm(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	prefix, ok := strings.CutSuffix(b, a)
	return ok && negatingPrefixes[prefix]
}

var negatingPrefixes = map[string]bool{"un": true, "dis": true, "in": true, "im": true, "ir": true, "il": true, "non": true, "anti": true}

// changesPerson reports whether a quotation has one person speak of another
// than the other quotation: "we will pay", "they will pay".
func (c *pairing) changesPerson(r run) bool {
	if c.short.reported || c.long.reported {
		return false
	}
	in, out := persons(c.ofShort(r)), persons(c.ofLong(r))
	return in != 0 && out != 0 && in&out == 0
}

// persons returns the grammatical persons of the pronouns, as bits.
func persons(words []Word) int {
	bits := 0
	for _, w := range words {
		if toldForms[w.Term] == "they" {
			bits |= 1 << personOf(w.Term)
		}
	}
	return bits
}

func personOf(pronoun string) int {
	switch {
	case pronoun[0] == 'y':
		return 2
	case pronoun[0] == 'i' || pronoun[0] == 'm' || pronoun[0] == 'w' || pronoun[0] == 'o' || pronoun[0] == 'u':
		return 1
	}
	return 3
}

// renames reports whether a run puts a name in place of another.
func (c *pairing) renames(r run) bool {
	in, out := c.short.names(c.ofShort(r)), c.long.names(c.ofLong(r))
	if len(in) == 0 || len(out) == 0 {
		return false
	}
	return !slices.ContainsFunc(in, func(a string) bool {
		return slices.ContainsFunc(out, func(b string) bool { return sameName(a, b) })
	})
}

// sameName reports whether two words can be of one name: "Tolvar", "Tolvari".
func sameName(a, b string) bool {
	const least = 4 // letters in common
	return strings.HasPrefix(a, b) && len(b) >= least || strings.HasPrefix(b, a) && len(a) >= least || isVariant(a, b)
}

// names returns the words that begin with a capital and not a sentence.
func (w *Wording) names(words []Word) []string {
	var names []string
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(w.text[word.Start:])
		if unicode.IsUpper(first) && toldForms[word.Term] == "" && !w.beginsSentence(word.Start) {
			names = append(names, word.Term)
		}
	}
	return names
}

func (w *Wording) beginsSentence(at int) bool {
	before := strings.TrimRightFunc(w.text[:at], func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi) || r == '"' || r == '\''
	})
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(sentenceMarks, last)
}

// The marks that end a sentence, and those that end a clause.
const (
	sentenceMarks = ".!?…:;\n"
	clauseMarks   = sentenceMarks + ",–—()"
)

// turnedAround reports whether the words around the part deny it: "It is not
// true that …" before it, "… on no account" behind.
func (c *pairing) turnedAround() bool {
	for i := c.first - 1; i >= 0; i-- {
		if c.breaks(i, i+1, sentenceMarks) || joiners[c.b[i+1].Term] != "" && c.breaks(i, i+1, clauseMarks) {
			break
		}
		if denies(c.b[i]) {
			return true
		}
	}
	for i := c.last; i < len(c.b); i++ {
		if clauseWords[c.b[i].Term] != "" || i > 0 && c.breaks(i-1, i, clauseMarks) {
			break
		}
		if denies(c.b[i]) {
			return true
		}
	}
	return false
}

// denies reports whether a word denies what it stands beside: what is done
// without something is done.
func denies(w Word) bool { return isNegation(w.Term) && w.Term != "without" && w.Term != "nor" }

// breaks reports whether a mark stands between two words of the longer wording.
func (c *pairing) breaks(before, behind int, marks string) bool {
	if behind >= len(c.b) {
		return false
	}
	between := onrecord.Span{Start: c.b[before].End, End: c.b[behind].Start}
	return !between.Empty() && strings.ContainsAny(between.Of(c.long.text), marks)
}

// clauseWords begin a clause, and joiners one that stands by itself.
var (
	clauseWords = formsOf("and", "but", "or", "if", "unless", "because", "while", "until", "when", "that", "which", "who", "as", "so", "than", "where", "though", "although")
	joiners     = formsOf("and", "but", "or", "so")
)
