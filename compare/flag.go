package compare

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// changeFlags warn of what a change of words, or words put in place of others,
// does.
func changeFlags(in, out []Word) []onrecord.QuoteFlag {
	flags := senseFlags(in, out)
	if hasCondition(out) && !hasCondition(in) {
		flags = addFlags(flags, onrecord.FlagCondition)
	}
	return flags
}

// senseFlags warn of negations and numbers.
func senseFlags(in, out []Word) []onrecord.QuoteFlag {
	var flags []onrecord.QuoteFlag
	if turnsAround(in, out) {
		flags = append(flags, onrecord.FlagNegation)
	}
	if !slices.Equal(numbersIn(in), numbersIn(out)) {
		flags = append(flags, onrecord.FlagNumber)
	}
	return flags
}

// turnsAround reports whether negations came or went. Two are none, but not
// those that were said twice: "never, never".
func turnsAround(in, out []Word) bool {
	ours, theirs := negations(in), negations(out)
	return ours%2 != theirs%2 || (ours == 0) != (theirs == 0)
}

// numbersIn returns the numbers among folded words.
func numbersIn(words []Word) []string {
	var numbers []string
	for _, w := range words {
		if w.Term != "" && '0' <= w.Term[0] && w.Term[0] <= '9' {
			numbers = append(numbers, w.Term)
		}
	}
	return numbers
}

// conditions are the words that limit what is said. Of several words, the last
// one is here: "as long as", "provided that".
var conditions = map[string]bool{
	"unless": true, "if": true, "until": true, "till": true, "except": true, "provided": true, "providing": true, "while": true,
}

// isCondition reports whether the word at i limits what is said.
func isCondition(words []Word, i int) bool {
	return conditions[words[i].Term] || words[i].Term == "as" && i+2 < len(words) && words[i+1].Term == "long" && words[i+2].Term == "as"
}

func hasCondition(words []Word) bool {
	for i := range words {
		if isCondition(words, i) {
			return true
		}
	}
	return false
}

// addFlags adds those that are not there yet, and keeps them in order.
func addFlags(flags []onrecord.QuoteFlag, more ...onrecord.QuoteFlag) []onrecord.QuoteFlag {
	for _, flag := range more {
		if at, found := slices.BinarySearch(flags, flag); !found {
			flags = slices.Insert(flags, at, flag)
		}
	}
	return flags
}
