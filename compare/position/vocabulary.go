package position

import (
	"math"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// An id stands for a meaning: a stem and, for names, what is derived from
// them.
type id int32

const none id = -1

// A vocabulary gives the words of many statements their ids and weights.
type vocabulary struct {
	ids     map[string]id
	stems   []string        // by id: of one of its words
	light   []bool          // by id: of little meaning
	weights []float64       // by id; see weigh
	names   map[string]bool // keys that are written with a capital somewhere
	// negated are the keys of which some word is the contrary, by a prefix, each
	// with a row of its own behind those of opposites.
	negated map[string]int
}

func newVocabulary() *vocabulary {
	return &vocabulary{ids: map[string]id{}, names: map[string]bool{}, negated: map[string]int{}}
}

// note takes note of the names in a reading. All readings must be noted before
// one is indexed.
func (v *vocabulary) note(r *reading) {
	for i, w := range r.words {
		if r.meaning[i] && w.capital {
			v.names[w.key] = true
		}
		if positive := withoutPrefix(w.term); r.meaning[i] && positive != "" && v.negated[positive] == 0 {
			v.negated[positive] = -1 - len(v.negated) // no row of opposites
		}
	}
}

// withoutPrefix returns the key of the word of which another is the contrary:
// "acceptable" of "unacceptable"; "" for a word that does not look like one.
func withoutPrefix(term string) string {
	const least = 5 // letters that stay
	for _, prefix := range []string{"un", "dis", "non", "in", "im", "il", "ir"} {
		rest, ok := strings.CutPrefix(term, prefix)
		if ok && len(rest) >= least && (prefix[0] != 'i' || describes(term)) {
			return keyOf(rest)
		}
	}
	return ""
}

// describes tells words that end as adjectives do from the many others that
// begin as contraries do.
func describes(term string) bool {
	return slices.ContainsFunc([]string{"able", "ible", "ent", "al", "ive", "ect"}, func(ending string) bool { return strings.HasSuffix(term, ending) })
}

// contrast adds the stances of the words of which others are the contrary.
func (v *vocabulary) contrast(r *reading) {
	for i, w := range r.words {
		if !r.meaning[i] {
			continue
		}
		if row := v.negated[w.key]; row != 0 {
			r.stand(i, direction{row, 1})
		}
		if row := v.negated[withoutPrefix(w.term)]; row != 0 {
			r.stand(i, direction{row, -1})
		}
	}
}

// index gives the words of a reading their ids.
func (v *vocabulary) index(r *reading) {
	v.contrast(r)
	r.ids = make([]id, len(r.words))
	for i, w := range r.words {
		r.ids[i] = none
		if r.meaning[i] {
			r.ids[i] = v.id(w)
			r.content = append(r.content, r.ids[i])
		}
	}
	slices.Sort(r.content)
	r.content = slices.Compact(r.content)
}

// lightPart is the part of its weight that a word of little meaning has.
const lightPart = 0.25

func (v *vocabulary) id(w word) id {
	key := w.key
	if v.names[key] {
		key = rootOf(key)
	}
	known, ok := v.ids[key]
	if !ok {
		known = id(len(v.stems))
		v.ids[key] = known
		v.stems, v.light = append(v.stems, w.key), append(v.light, light.has(w))
	}
	return known
}

// weigh weighs all ids.
func (v *vocabulary) weigh(rarity func(stem string) float64) {
	v.weights = make([]float64, len(v.stems))
	for i, stem := range v.stems {
		v.weights[i] = rarity(stem)
		if v.light[i] {
			v.weights[i] *= lightPart
		}
	}
}

func (v *vocabulary) weight(meaning id) float64 { return v.weights[meaning] }

// rootOf cuts from a name what makes a people of a country: "Kestria" and
// "Kestrian", "Tolvar" and "Tolvari".
func rootOf(name string) string {
	const least = 4 // letters that stay
	for _, ending := range []string{"ian", "ia", "an", "a", "i"} {
		if root, ok := strings.CutSuffix(name, ending); ok && len(root) >= least {
			return root
		}
	}
	return name
}

// commonClaims is how many claims without a word an index is taken to have
// besides its own: in a small one no word is common yet.
const commonClaims = 1000

// Rarity returns the weight of a stem by how few claims of an index have it,
// from 0 (all) to 1 (none). Stems that the figures do not have are rare.
func Rarity(stats onrecord.TermStats) func(stem string) float64 {
	all := float64(stats.Claims + commonClaims)
	return func(stem string) float64 {
		return math.Log(all/float64(max(stats.DocFreq[stem], 1))) / math.Log(all)
	}
}
