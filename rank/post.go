package rank

import (
	"regexp"
	"unicode"
)

// notProse matches what stands in posts besides prose: web addresses, and tags
// and handles (the group), which hold words written together.
var notProse = regexp.MustCompile(`(?i:https?://\S+|www\.\S+|pic\.twitter\.com/\S+|\bt\.co/\S+)|[#@]([\p{L}\p{N}_]+)`)

// prose returns the parts of a text that have words: without web addresses,
// and with the words of a tag or handle each as a part of its own.
func prose(text string) []string {
	var parts []string
	at := 0
	for _, m := range notProse.FindAllStringSubmatchIndex(text, -1) {
		parts = append(parts, text[at:m[0]])
		if m[2] >= 0 {
			parts = append(parts, tagWords(text[m[2]:m[3]])...)
		}
		at = m[1]
	}
	return append(parts, text[at:])
}

// tagWords takes the words of a tag apart: where an underscore stands, where a
// capital begins a word ("PortStrike", "NWSHarbour") and between letters and
// digits. Words in lower case stay together: that would take a dictionary.
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
