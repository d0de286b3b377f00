package analysis

import (
	"strings"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/go-porterstemmer"
)

// stopWords are the words that Terms leaves out: the Snowball list for English
// as bleve carries it.
var stopWords = loadStopWords()

// Terms returns the English stems of the words of text, in order, without stop
// words and possessive endings: the steps of bleve's analyzer "en" (possessive,
// lower case, stop words, Porter's stemmer) over the words of this package. A stem
// begins with the same letter as its word.
// The pronoun "us" is left out too, "US" and "U.S." are kept as "us".
// The negations "not" and "no" are stop words, as is every word of "The Who":
// whoever needs them asks for Words.
func Terms(text string) []Token {
	words := Words(text)
	return terms(text, words, words[:0])
}

// TermsAmong is Terms for a text whose Words are at hand. They stay as they are.
func TermsAmong(words []Token, text string) []Token {
	return terms(text, words, make([]Token, 0, len(words)))
}

// terms appends to kept.
func terms(text string, words, kept []Token) []Token {
	var scratch []rune
	var ok bool
	for _, token := range words {
		if token.Term, scratch, ok = termOf(token, text, scratch); ok {
			kept = append(kept, token)
		}
	}
	return kept
}

// termOf returns the stem of a word of the text; false where it is left out.
// scratch is working space to be handed on.
func termOf(token Token, text string, scratch []rune) (string, []rune, bool) {
	word := strings.TrimSuffix(token.Term, "'s")
	if word == "" || stopWords[word] || word == "us" && isPronoun(text[token.Start:token.End]) {
		return "", scratch, false
	}
	term, scratch := stem(word, scratch)
	return term, scratch, true
}

// Stem returns what Terms makes of a folded word, "" where that leaves it out.
// The text that the word is of is not known here: "us" counts as the pronoun.
func Stem(word string) string {
	if word = strings.TrimSuffix(word, "'s"); word == "" || stopWords[word] || word == "us" {
		return ""
	}
	stemmed, _ := stem(word, nil)
	return stemmed
}

// IsModal reports whether a stem is of a modal verb, which reported speech
// changes ("will" to "would"); "would", "could", "should" and "ought" are stop
// words. As they are written, "Will" and "May" are names too.
func IsModal(stem string) bool {
	switch stem {
	case "will", "shall", "can", "mai", "might", "must":
		return true
	}
	return false
}

// isPronoun tells the pronoun "us" from the country, which is written "US" or
// "U.S.": they fold to the same word, and in news that word is everywhere.
func isPronoun(us string) bool { return us[0] == 'u' || strings.HasPrefix(us, "Us") }

// stem returns the stem of a folded word: a part of the word itself where it
// is one, which saves the copy. scratch is working space to be handed on.
func stem(word string, scratch []rune) (string, []rune) {
	scratch = scratch[:0]
	for _, r := range word {
		scratch = append(scratch, r)
	}
	stemmed := porterstemmer.StemWithoutLowerCasing(scratch)
	if n, ok := prefixLen(word, stemmed); ok {
		return word[:n], scratch
	}
	return string(stemmed), scratch
}

// prefixLen returns the length in bytes of prefix, where word begins with it.
func prefixLen(word string, prefix []rune) (int, bool) {
	matched := 0
	for i, r := range word {
		if matched == len(prefix) {
			return i, true
		}
		if r != prefix[matched] {
			return 0, false
		}
		matched++
	}
	return len(word), matched == len(prefix)
}

// loadStopWords reads the list of bleve. A test sees that it is whole.
func loadStopWords() bleve.TokenMap {
	list := bleve.NewTokenMap()
	if err := list.LoadBytes(en.EnglishStopWords); err != nil {
		return bleve.NewTokenMap()
	}
	return list
}
