// Package analysis says what a word is. There is one definition, and every
// engine, the ranking and the query language use it, so that they agree on
// which claims match and on where the matched words stand.
//
// Texts are cut by the word boundaries of Unicode (UAX #29) with these
// additions, each of which the tests show:
//
//   - Case, diacritics and typographic apostrophes do not count:
//     "Zelenský" = "zelensky", "isn’t" = "isn't". Diacritics are dropped from
//     Latin letters only; elsewhere they make other letters.
//   - A hyphen or a dash separates: "cease-fire" is two words. A soft hyphen
//     is not there.
//   - Initials are one word without their dots: "U.S." = "US", "J.D." = "JD".
//     Other dots, colons and underscores separate, also where a space was
//     forgotten: "over.He" is two words.
//   - A number is one word: "1,200" = "1200", "3.5", "2nd". Signs of currency
//     and per cent are not part of it.
//   - Chinese, Japanese kana and Thai come letter by letter: no dictionary is
//     used, a phrase finds the word.
//
// Terms makes of these words the stems that a search for meaning uses; Words
// leaves them as written, for phrases, names and beginnings of words.
package analysis

// Version names this definition of a word. What was analyzed by another
// version must be analyzed again: raise it with every change that gives any
// text other tokens, or any value another fold.
const Version = 1

// MaxTermBytes bounds a term. What is longer (a key, a hash, a broken text) is
// cut to its first MaxTermBytes bytes.
const MaxTermBytes = 255

// A Token is one word of a text.
type Token struct {
	// Term is the form that is compared: folded, in Terms also stemmed.
	Term string
	// Start and End are the byte range of the word in the text it came from.
	Start, End int
	// Position counts the words of the text from 0. It is the same in Terms
	// and in Words: a stop word leaves a gap.
	Position int
}
