package rank

import "strings"

// similarLetters is the length of the sequences by which words are compared:
// shorter ones are in everything, longer ones in few other words.
const similarLetters = 4

// A sequence is similarLetters letters of a word, with a space before its
// first and behind its last; the low 16 bits of each.
type sequence uint64

// sequences appends the sequences of a folded word, without its possessive
// ending.
func sequences(word string, to []sequence) []sequence {
	word = strings.TrimSuffix(word, "'s")
	var current sequence
	seen := 0
	next := func(r rune) {
		current = current<<16 | sequence(r&0xffff)
		if seen++; seen >= similarLetters {
			to = append(to, current)
		}
	}
	next(' ')
	for _, r := range word {
		next(r)
	}
	next(' ')
	if seen < similarLetters {
		to = append(to, current)
	}
	return to
}
