package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// partWidth returns how many bytes at the beginning of a segment are of one
// word: up to the first sign that is neither an apostrophe nor the dot of a
// decimal number.
func partWidth(segment string) int {
	for i, r := range segment {
		if !isWordRune(r) && !isDecimalPoint(segment, i) {
			return i
		}
	}
	return len(segment)
}

// isWordRune reports whether r continues a word. Format characters are soft
// hyphens and joiners; the middle dot is a Catalan letter's.
func isWordRune(r rune) bool {
	return isLetterOrNumber(r) || unicode.IsMark(r) || isApostrophe(r) || r == '·' || unicode.Is(unicode.Cf, r)
}

// isDecimalPoint tells of a dot between two digits.
func isDecimalPoint(segment string, i int) bool {
	return segment[i] == '.' && i > 0 && isDigit(segment[i-1]) && i+1 < len(segment) && isDigit(segment[i+1])
}

// initialsWidth returns how many bytes at the beginning of a segment are
// initials: at least two single letters with a dot between each two.
func initialsWidth(segment string) (int, bool) {
	width, letters := 0, 0
	for {
		letter := letterWidth(segment[width:])
		if letter == 0 {
			break
		}
		letters++
		width += letter
		if width == len(segment) || segment[width] != '.' || letterWidth(segment[width+1:]) == 0 {
			break
		}
		width++
	}
	return width, letters > 1
}

// letterWidth returns the width of the letter, with its marks, that stands
// alone at the beginning of a segment; 0 where none does.
func letterWidth(segment string) int {
	first, width := utf8.DecodeRuneInString(segment)
	if !unicode.IsLetter(first) {
		return 0
	}
	for width < len(segment) {
		r, size := utf8.DecodeRuneInString(segment[width:])
		if !unicode.IsMark(r) {
			break
		}
		width += size
	}
	if width < len(segment) && segment[width] != '.' && partWidth(segment[width:]) > 0 {
		return 0
	}
	return width
}

// ungroup returns a number without the commas between its groups of three
// digits ("1,200,000.5bn"). It is false for anything else, a list of numbers
// ("1,2,3") included.
func ungroup(segment string) (string, bool) {
	if !strings.Contains(segment, ",") {
		return "", false
	}
	groups := strings.Split(segment, ",")
	if len(groups[0]) > 3 || leadingDigits(groups[0]) != len(groups[0]) || groups[0] == "" {
		return "", false
	}
	for _, group := range groups[1 : len(groups)-1] {
		if len(group) != 3 || leadingDigits(group) != 3 {
			return "", false
		}
	}
	last := groups[len(groups)-1]
	if leadingDigits(last) != 3 || partWidth(groups[0]+last) != len(groups[0])+len(last) {
		return "", false
	}
	return strings.Join(groups, ""), true
}

// leadingDigits counts the digits that s begins with.
func leadingDigits(s string) int {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return i
		}
	}
	return len(s)
}
