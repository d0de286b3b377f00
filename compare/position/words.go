package position

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
)

// A word is one word of a statement, or a part of a contraction ("won't" is
// "will" and "not", both at the same place).
type word struct {
	onrecord.Span
	term    string // folded
	key     string // see keyOf
	content bool   // it has a meaning of its own: no stop word, no mark
	capital bool   // written with a capital, not at the beginning of a sentence
	before  string // what stands between it and the word before it
}

// wordsOf returns the words of a text whose words are at hand. An ellipsis is a
// word without a term.
func wordsOf(text string, words []compare.Word) []word {
	all := make([]word, 0, len(words)+len(words)/8)
	stems := analysis.Terms(text)
	at := 0
	for _, w := range words {
		for len(stems) > 0 && stems[0].Start < w.Start {
			stems = stems[1:]
		}
		next := word{Span: w.Span, before: text[min(at, w.Start):w.Start]}
		at = w.End
		first, _ := utf8.DecodeRuneInString(w.Of(text))
		next.capital = unicode.IsUpper(first) && len(all) > 0 && !endsSentence(next.before)
		verb, rest := parts(w.Term)
		next.term = verb
		next.key, next.content = keyIn(stems, w, verb)
		all = append(all, next)
		if rest != "" {
			behind := word{Span: w.Span, term: rest, capital: next.capital}
			behind.key, behind.content = keyIn(stems, w, rest)
			all = append(all, behind)
		}
	}
	return all
}

// keyIn returns the key of a word, or of a part of it, and whether it has a
// stem: in most cases the first of those that the text has from there on.
func keyIn(stems []analysis.Token, w compare.Word, part string) (key string, content bool) {
	switch {
	case w.Kind == compare.Ellipsis:
		return "", false
	case len(stems) > 0 && stems[0].Start == w.Start && stems[0].End == w.End && part == w.Term && compare.Lemma(part) == "":
		return stems[0].Term, true
	}
	return keyOf(part), len(analysis.Terms(part)) > 0
}

// endsSentence reports whether what stands between two words ends a sentence.
func endsSentence(between string) bool { return strings.ContainsAny(between, ".!?") }

// contractions are the words that a contraction's first part stands for.
var contractions = map[string]string{"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}

// endings are what stands in a contraction for a verb.
var endings = map[string]string{"'ll": "will", "'d": "would", "'m": "am", "'re": "are", "'ve": "have"}

// parts takes a contraction apart; rest is empty for any other word.
func parts(term string) (word, rest string) {
	if term == "cannot" {
		return "can", "not"
	}
	apostrophe := strings.IndexByte(term, '\'')
	if apostrophe <= 0 {
		return term, ""
	}
	if verb, ok := strings.CutSuffix(term, "n't"); ok && verb != "" {
		return cmp.Or(contractions[verb], verb), "not"
	}
	if verb := endings[term[apostrophe:]]; verb != "" {
		return term[:apostrophe], verb
	}
	return term, ""
}
