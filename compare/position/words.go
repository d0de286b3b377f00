package position

import (
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

// wordsOf returns the words of a text. An ellipsis is a word without a term.
func wordsOf(text string) []word {
	var all []word
	stems := stemsOf(text)
	at := 0
	for _, w := range compare.Words(text) {
		before := text[min(at, w.Start):w.Start]
		at = w.End
		for i, part := range parts(w.Term) {
			next := word{Span: w.Span, term: part}
			if i == 0 {
				next.before = before
			}
			next.key, next.content = stems.of(w, part)
			first, _ := utf8.DecodeRuneInString(w.Of(text))
			next.capital = unicode.IsUpper(first) && len(all) > 0 && !endsSentence(next.before)
			all = append(all, next)
		}
	}
	return all
}

// A stemming is the stems of a text by where they begin.
type stemming map[int]analysis.Token

func stemsOf(text string) stemming {
	terms := analysis.Terms(text)
	stems := make(stemming, len(terms))
	for _, token := range terms {
		stems[token.Start] = token
	}
	return stems
}

// of returns the key of a word, or of a part of it, and whether it has a stem.
func (s stemming) of(w compare.Word, part string) (key string, content bool) {
	stem, ok := s[w.Start]
	switch {
	case w.Kind == compare.Ellipsis:
		return "", false
	case ok && stem.End == w.End && part == w.Term && lemmas[part] == "":
		return stem.Term, true
	}
	return keyOf(part), len(analysis.Terms(part)) > 0
}

// endsSentence reports whether what stands between two words ends a sentence.
func endsSentence(between string) bool { return strings.ContainsAny(between, ".!?") }

// contractions are the words that a contraction's first part stands for.
var contractions = map[string]string{"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}

// parts takes a contraction apart.
func parts(term string) []string {
	if !strings.Contains(term, "'") && term != "cannot" {
		return []string{term}
	}
	if verb, ok := strings.CutSuffix(term, "n't"); ok && verb != "" {
		if whole := contractions[verb]; whole != "" {
			verb = whole
		}
		return []string{verb, "not"}
	}
	if term == "cannot" {
		return []string{"can", "not"}
	}
	for ending, whole := range map[string]string{"'ll": "will", "'d": "would", "'m": "am", "'re": "are", "'ve": "have"} {
		if pronoun, ok := strings.CutSuffix(term, ending); ok && pronoun != "" {
			return []string{pronoun, whole}
		}
	}
	return []string{term}
}
