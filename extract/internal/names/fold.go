package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/analysis"
)

// Fold returns the word in lower case, without accents and without full stops
// at its end: the form in which names are compared.
func Fold(word string) string {
	word = strings.TrimRight(word, ".")
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf {
			return analysis.Fold(word)
		}
	}
	return strings.ToLower(word)
}

// Slug returns the identity made from a name: its folded words joined by
// hyphens, letters and digits only.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range analysis.Fold(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r != '\'' && r != '.':
			gap = true
		}
	}
	return b.String()
}
