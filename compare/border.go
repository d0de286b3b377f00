package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsSentence reports whether a sentence ends in front of a word. The first
// word and the end of the text are borders too.
func (t *Text) endsSentence(i int) bool {
	if i <= 0 || i >= len(t.words) {
		return true
	}
	gap := t.between(i)
	if strings.Contains(gap, "\n\n") {
		return true
	}
	capital := startsSentence(t.source[t.words[i].Start:])
	if t.breaks[i] {
		return endsWithAttribution(gap) || capital && strings.IndexAny(gap, ".!?") == 0
	}
	at := strings.IndexAny(gap, ".!?")
	if at < 0 || !capital {
		return false
	}
	return gap[at] != '.' || !isAbbreviation(t.source[t.words[i-1].Start:t.words[i-1].End])
}

// endsWithAttribution tells of what interrupts an utterance whether it ends a
// sentence: “We stay,” she said. “We wait.”
func endsWithAttribution(gap string) bool {
	gap = strings.TrimRightFunc(gap, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(openingMarks, r) })
	return gap != "" && strings.ContainsRune(".!?:", rune(gap[len(gap)-1]))
}

// openingMarks are what a quotation goes on with.
const openingMarks = "“„‘«\"'[("

// startsSentence reports whether a text begins as a sentence does.
func startsSentence(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, openingMarks))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)
}

// isAbbreviation tells of a word before a full stop whether that ends a
// sentence; a letter alone is an initial.
func isAbbreviation(word string) bool {
	return len(word) == 1 && word != "I" || strings.Contains(word, ".") || abbreviations[strings.ToLower(word)]
}

// abbreviations are those that stand before a capital letter.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "st": true, "mt": true, "rev": true, "hon": true, "gen": true,
	"col": true, "capt": true, "lt": true, "sgt": true, "sen": true, "rep": true, "gov": true, "pres": true, "vs": true,
}

// endsClause reports whether a clause ends in front of a word: a sentence, or
// there is a mark that parts, or a word that joins.
func (t *Text) endsClause(i int) bool {
	if t.endsSentence(i) || joins[t.words[i].Term] {
		return true
	}
	gap := t.between(i)
	return strings.ContainsAny(gap, ",;:()–—?!") || strings.Contains(gap, " - ") || strings.Contains(gap, "--")
}

// joins are the words that begin a clause of its own.
var joins = map[string]bool{
	"and": true, "or": true, "but": true, "so": true, "because": true, "which": true, "who": true,
}

// nextBorder returns the first border from a word on, and previousBorder the
// last one up to it; ends is endsSentence or endsClause.
func nextBorder(ends func(i int) bool, i int) int {
	for !ends(i) {
		i++
	}
	return i
}

func previousBorder(ends func(i int) bool, i int) int {
	for !ends(i) {
		i--
	}
	return i
}
