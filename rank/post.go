package rank

import (
	"regexp"
	"strings"
	"unicode"
)

// A passage is a part of a text, with what one of its words counts.
type passage struct {
	text string
	part float64
}

var (
	// address matches a web address, also one that is written on to a word.
	address = regexp.MustCompile(`(?i)https?://\S+|\bwww\.\S+|pic\.twitter\.com/\S+|\bt\.co/\S+`)
	// tag matches a tag or handle; the group is its words written together.
	tag = regexp.MustCompile(`[#@]([\p{L}\p{N}_]+)`)
	// signature matches what stands below an embedded post: "— Mara Velden
	// (@velden) May 18, 2025".
	signature = regexp.MustCompile(`(?:[—–]|(?:^|\s)--)\s*[^—–@]{0,100}\(@\w+\)[^@]{0,40}$`)
)

// passages returns the parts of a text that have words: without web addresses,
// with the words of a tag or handle each as a part of its own, those of a tag
// also together ("#CeaseFire" is "ceasefire" too), and the signature of a post
// last.
func passages(text string) []passage {
	signed := len(text)
	if at := signature.FindStringIndex(text); at != nil {
		signed = at[0]
	}
	all := split(text[:signed], 1)
	return append(all, split(text[signed:], SignaturePart)...)
}

// split leaves web addresses out and takes tags apart.
func split(text string, part float64) []passage {
	var all []passage
	text = address.ReplaceAllString(text, " ")
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, passage{text[at:m[0]], part})
		words := tagWords(text[m[2]:m[3]])
		if text[m[0]] == '#' && len(words) > 1 {
			words = append(words, strings.Join(words, ""))
		}
		for _, word := range words {
			all = append(all, passage{word, part})
		}
		at = m[1]
	}
	return append(all, passage{text[at:], part})
}

// tagWords takes the words of a tag apart: where an underscore stands, where a
// capital begins a word ("PortStrike", "NWSHarbour") and between letters and
// digits. Words in lower case stay together: that would take a dictionary, and
// their letters are compared anyway (see letters.go).
func tagWords(tag string) []string {
	letters := []rune(tag)
	var words []string
	start := 0
	for i := 1; i < len(letters); i++ {
		if letters[i-1] == '_' || beginsWord(letters, i) {
			words = append(words, string(letters[start:i]))
			start = i
		}
	}
	return append(words, string(letters[start:]))
}

// beginsWord reports whether a word of a tag begins at i, which is not 0.
func beginsWord(letters []rune, i int) bool {
	before, r := letters[i-1], letters[i]
	if unicode.IsUpper(r) {
		acronymEnds := unicode.IsUpper(before) && i+1 < len(letters) && unicode.IsLower(letters[i+1])
		return unicode.IsLower(before) || unicode.IsDigit(before) || acronymEnds
	}
	return unicode.IsDigit(r) && unicode.IsLetter(before) || unicode.IsLetter(r) && unicode.IsDigit(before)
}
