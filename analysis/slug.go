package analysis

import (
	"strings"
	"unicode"
)

// Slug returns the identity made from a name: its folded words joined by
// hyphens, letters and digits only ("J.D. Orsk" gives "jd-orsk"). A slug stays
// as it is.
func Slug(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range Fold(name) {
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
