package main

import (
	"sort"
	"strings"
	"unicode"
)

// All offsets of this file are code points, as those of the gold are.

// edge is what does not count at the ends of a quote.
const edge = " \t\r\n\u00a0\"“”„〝〞«»‘’'`,.;:!?-–—―…()[]"

// words returns the places of the words of t: letters and digits, with
// apostrophes and hyphens within.
func words(t []rune) [][2]int {
	var out [][2]int
	for i := 0; i < len(t); {
		if !isWord(t[i]) {
			i++
			continue
		}
		start := i
		for i < len(t) && (isWord(t[i]) || joins(t[i]) && i+1 < len(t) && isWord(t[i+1])) {
			i++
		}
		out = append(out, [2]int{start, i})
	}
	return out
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func joins(r rune) bool { return r == '’' || r == '\'' || r == '-' }

// wordsIn returns the indexes of the words that begin in [start, end).
func wordsIn(at [][2]int, start, end int) []int {
	var ids []int
	for i := sort.Search(len(at), func(i int) bool { return at[i][0] >= start }); i < len(at) && at[i][0] < end; i++ {
		ids = append(ids, i)
	}
	return ids
}

// trimmed drops white space, quotation marks, punctuation and a leading "that"
// from the ends of [start, end).
func trimmed(t []rune, start, end int) [2]int {
	isEdge := func(i int) bool { return strings.ContainsRune(edge, t[i]) }
	for start < end && isEdge(start) {
		start++
	}
	for end > start && isEdge(end-1) {
		end--
	}
	if start+5 <= len(t) && strings.EqualFold(string(t[start:start+5]), "that ") {
		start += 5
	}
	for start < end && isEdge(start) {
		start++
	}
	return [2]int{start, end}
}

// quotedMask tells for every code point whether it stands in double quotation
// marks, of any style, or in pairs of apostrophes where the text uses those.
func quotedMask(t []rune) []bool {
	t = plainMarks(t)
	mask := make([]bool, len(t))
	inside := false
	for i, r := range t {
		if r == '\n' && i+1 < len(t) && t[i+1] == '\n' {
			inside = false
		}
		switch {
		case strings.ContainsRune("“„〝«", r):
			inside = true
		case strings.ContainsRune("”〞»", r):
			inside = false
		case r == '"':
			inside = !inside
		case inside:
			mask[i] = true
		}
	}
	return mask
}

// plainMarks returns t with doubled apostrophes and grave accents as double
// marks; the length stays.
func plainMarks(t []rune) []rune {
	s := string(t)
	if strings.Count(s, "''") >= 4 {
		s = strings.ReplaceAll(s, "''", "\"\u2060")
	}
	s = strings.ReplaceAll(s, "``", "““")
	return []rune(strings.ReplaceAll(s, `""`, "\"\u2060"))
}

// kindOf tells the kind of the words ids by how many stand in quotation marks.
func kindOf(at [][2]int, ids []int, mask []bool) string {
	n := 0
	for _, id := range ids {
		if mask[at[id][0]] {
			n++
		}
	}
	switch {
	case n == 0:
		return "indirect"
	case float64(n) >= 0.9*float64(len(ids)):
		return "direct"
	}
	return "mixed"
}
