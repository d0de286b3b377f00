package compare

import "strings"

// negators are the words that turn a statement around, contractions with "not"
// aside.
var negators = map[string]bool{
	"not": true, "no": true, "never": true, "none": true, "nobody": true, "nothing": true, "nowhere": true,
	"neither": true, "nor": true, "without": true, "cannot": true, "cant": true, "wont": true, "dont": true,
}

// isNegation reports whether a folded word turns a statement around.
func isNegation(term string) bool { return negators[term] || strings.HasSuffix(term, "n't") }
