package analysis

import (
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis/char/asciifolding"
	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which a keyword value is compared where its case
// does not matter: lower case, without diacritics on Latin letters, with plain
// apostrophes, and with one space where there were several. A value that is
// folded already stays as it is.
func Fold(value string) string {
	return strings.Join(strings.Fields(foldWord(value)), " ")
}

// foldWord folds a word. It returns the word itself, without a copy, where
// there is nothing to change.
func foldWord(word string) string {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return foldUnicode(word)
		}
	}
	return strings.ToLower(word)
}

// foldUnicode folds what is not plain ASCII. The order matters: marks can be
// told from their letters only when decomposed, and letters that do not
// decompose (ø, ł, ß) are for the table of bleve, which knows composed ones.
func foldUnicode(word string) string {
	word = norm.NFC.String(dropMarks(norm.NFD.String(word)))
	word = string(asciifolding.New().Filter([]byte(word)))
	// Some letters of the table decompose again, as do some lower-case forms.
	return norm.NFC.String(dropMarks(norm.NFD.String(strings.ToLower(word))))
}

// dropMarks drops from a decomposed word the diacritics of Latin letters and
// the format characters, and makes its apostrophes plain. The final sigma of
// Greek becomes the plain one, which upper case cannot tell from it.
func dropMarks(word string) string {
	latin := false
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case '\u0300' <= r && r <= '\u036f':
			if latin {
				return -1
			}
			return r
		case isApostrophe(r):
			r = '\''
		case r == 'ς':
			r = 'σ'
		}
		latin = unicode.Is(unicode.Latin, r)
		return r
	}, word)
}

// isApostrophe tells of the signs that are typed or set as an apostrophe.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '‛', 'ʼ', 'ʻ', '＇':
		return true
	}
	return false
}
