package position

import (
	"slices"
	"strings"
)

// denied returns what a negation governs: what is behind it or, of "say
// nothing", the verb.
func (r *reading) denied(n operator) []int {
	switch r.words[n.at].term {
	case "nothing", "nobody", "none":
		if n.at > 0 && r.meaning[n.at-1] {
			return []int{n.at - 1}
		}
	}
	return r.focus(n.end)
}

// reach is how many words behind an operator its focus is looked for.
const reach = 9

// focus returns what an operator that ends before word i governs.
func (r *reading) focus(i int) []int {
	var chain []int
	for j := i; j < min(i+reach, len(r.words)); j++ {
		if r.standsFor(j) {
			return append(chain, j)
		}
		if !r.meaning[j] {
			continue
		}
		chain = append(chain, j)
		if !r.leads(j) {
			break
		}
	}
	return chain
}

// standsFor reports whether a stance without a meaning of its own ends with word
// i: "against".
func (r *reading) standsFor(i int) bool {
	return !r.meaning[i] && slices.ContainsFunc(r.stances, func(s stance) bool { return s.last == i && !r.meaning[s.at] })
}

// leads reports whether a negation goes through word i to what is behind it.
func (r *reading) leads(i int) bool {
	w, next := r.words[i], i+1
	for ; next < len(r.words) && isAdverb(r.words[next]); next++ {
	}
	if next == len(r.words) || !lightVerb.has(w) && !lightNoun.has(w) {
		return false
	}
	switch r.words[next].term {
	case "to", "that":
		return true
	case "of", "for", "in":
		return lightNoun.has(w)
	}
	return selves.has(r.words[next]) || pronouns.has(r.words[next]) || r.words[next].content
}

// head returns the noun that what ends before word i is about: the last word
// of the first run of words with a meaning, or of the one before a noun that
// stands for it; -1 where there is none.
func (r *reading) head(i int) int {
	const near = 4
	for j := i; j < min(i+near, len(r.words)); j++ {
		if !r.meaning[j] {
			continue
		}
		end := j
		for end+1 < len(r.words) && r.meaning[end+1] && !strings.ContainsAny(r.words[end+1].before, ",.;:") {
			end++
		}
		for end > j && (shells.has(r.words[end]) || light.has(r.words[end])) {
			end--
		}
		return end
	}
	return -1
}

// negates reports whether a negation governs word i.
func (r *reading) negates(i int) bool {
	return slices.ContainsFunc(r.negations, func(n operator) bool { return slices.Contains(n.focus, i) })
}

// negating returns the words of all negations.
func (r *reading) negating() []int {
	var words []int
	for _, n := range r.negations {
		words = append(words, n.words()...)
	}
	return words
}
