package main

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// titleWords do not tell people apart at the beginning of a name.
var titleWords = wordSet(`mr mrs ms miss dr prof professor sen senator rep representative gov governor president vice mayor sir
dame lord lady judge justice chief minister prime premier secretary attorney general const constable sgt sergeant staff insp
inspector det detective supt superintendent capt captain lt lieutenant col colonel maj major gen cmdr commander coach ceo
chairman chairwoman chair director spokesman spokeswoman spokesperson king queen prince princess pope cardinal bishop
archbishop rev reverend father sister hon honourable honorable ambassador councillor coun mp mpp mla the a an former then ex
republican democratic presidential nominee candidate`)

var nameSuffixes = wordSet("jr sr ii iii iv phd md")

var pronouns = wordSet("he she they it we i you his her their him them who himself herself themselves")

func wordSet(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// nameWords returns the words of a name that count: without accents, titles
// before it and suffixes.
func nameWords(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.M, r):
		case r == '’':
			b.WriteByte('\'')
		case isWord(r) || r == '-' || r == '\'' || unicode.IsSpace(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	var out []string
	for w := range strings.FieldsSeq(b.String()) {
		w = strings.Trim(dropPossessive(w), "'")
		if w != "" && !nameSuffixes[w] {
			out = append(out, w)
		}
	}
	for len(out) > 1 && titleWords[out[0]] {
		out = out[1:]
	}
	return out
}

// dropPossessive removes every 's that ends a word part.
func dropPossessive(w string) string {
	for i := 0; i+2 <= len(w); i++ {
		if w[i:i+2] == "'s" && (i+2 == len(w) || !isWord(rune(w[i+2])) && w[i+2] < 0x80) {
			return w[:i] + dropPossessive(w[i+2:])
		}
	}
	return w
}

// sameName reports whether the system's name means the gold's: the same last
// name with first names that do not contradict, or one name within the other.
func sameName(gold, system string) bool {
	x, y := nameWords(gold), nameWords(system)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if slices.Equal(x, y) {
		return true
	}
	if len(y) == 1 && pronouns[y[0]] || len(x) == 1 && pronouns[x[0]] {
		return false
	}
	sub := subset(x, y) || subset(y, x)
	if x[len(x)-1] == y[len(y)-1] {
		return len(x) == 1 || len(y) == 1 || []rune(x[0])[0] == []rune(y[0])[0] || sub
	}
	if sub {
		small := x
		if len(y) < len(x) {
			small = y
		}
		return !titleWords[small[len(small)-1]]
	}
	return jaccard(x, y) >= 0.5
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

func jaccard(a, b []string) float64 {
	in := make(map[string]int)
	for _, w := range a {
		in[w] |= 1
	}
	for _, w := range b {
		in[w] |= 2
	}
	both := 0
	for _, v := range in {
		if v == 3 {
			both++
		}
	}
	return float64(both) / float64(len(in))
}
