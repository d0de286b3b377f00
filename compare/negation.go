package compare

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// negators are the words that turn a statement around, contractions with "not"
// aside.
var negators = map[string]bool{
	"not": true, "no": true, "never": true, "none": true, "nobody": true, "nothing": true, "nowhere": true,
	"neither": true, "nor": true, "without": true, "cannot": true, "cant": true, "wont": true, "dont": true,
}

// isNegation reports whether a folded word turns a statement around.
func isNegation(term string) bool { return negators[term] || strings.HasSuffix(term, "n't") }

// Negations returns where the words stand that turn a statement around.
func Negations(text string) []onrecord.Span {
	var spans []onrecord.Span
	for _, w := range Words(text) {
		if isNegation(w.Term) {
			spans = append(spans, w.Span)
		}
	}
	return spans
}

// TurnsAround reports whether a change, or words left out, put in or took away
// a negation.
func (e Edit) TurnsAround(quote, original string) bool {
	if e.Op == Same {
		return false
	}
	return len(Negations(e.Quote.Of(quote)))%2 != len(Negations(e.Original.Of(original)))%2
}

// ChangesNumber reports whether a change put in, took away or altered a number.
func (e Edit) ChangesNumber(quote, original string) bool {
	if e.Op == Same {
		return false
	}
	ours, theirs := Quantities(e.Quote.Of(quote)), Quantities(e.Original.Of(original))
	if len(ours) != len(theirs) {
		return true
	}
	for i := range ours {
		if ours[i].Value != theirs[i].Value {
			return true
		}
	}
	return false
}
