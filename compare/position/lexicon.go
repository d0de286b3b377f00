package position

import (
	"strings"

	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
)

// A table holds words and phrases with a value for each, by the key of their
// first word.
type table[V any] map[string][]entry[V]

type entry[V any] struct {
	keys  []string // of all its words
	exact string   // where set: its one word just so, not another form of it
	value V
}

// add adds a list of phrases, separated by commas.
func (t table[V]) add(list string, value V) {
	for phrase := range strings.SplitSeq(list, ",") {
		phrase = strings.TrimSpace(phrase)
		exact, isExact := strings.CutPrefix(phrase, "=")
		e := entry[V]{value: value}
		for _, word := range strings.Fields(exact) {
			e.keys = append(e.keys, keyOf(word))
		}
		if isExact {
			e.exact = exact
		}
		t[e.keys[0]] = append(t[e.keys[0]], e)
	}
}

// longest returns the entries with the most words among those that the words
// begin with, and how many words that is.
func (t table[V]) longest(words []word) (found []entry[V], width int) {
	for _, e := range t[words[0].key] {
		if len(e.keys) < width || !e.begins(words) {
			continue
		}
		if len(e.keys) > width {
			found, width = nil, len(e.keys)
		}
		found = append(found, e)
	}
	return found, width
}

func (e *entry[V]) begins(words []word) bool {
	if len(e.keys) > len(words) || e.exact != "" && e.exact != words[0].term {
		return false
	}
	for i, key := range e.keys {
		if words[i].key != key {
			return false
		}
	}
	return true
}

// set returns a table of phrases that have no value.
func set(list string) table[struct{}] {
	t := table[struct{}]{}
	t.add(list, struct{}{})
	return t
}

// has reports whether a word, alone, is in the table.
func (t table[V]) has(w word) bool {
	for _, e := range t[w.key] {
		if len(e.keys) == 1 && (e.exact == "" || e.exact == w.term) {
			return true
		}
	}
	return false
}

// keyOf returns what a folded word is known by in tables: the stem of its
// lemma, or the word itself where it is a stop word.
func keyOf(term string) string {
	if lemma := compare.Lemma(term); lemma != "" {
		term = lemma
	}
	if stems := analysis.Terms(term); len(stems) == 1 {
		return stems[0].Term
	}
	return term
}

// A direction is a side of a row of opposites.
type direction struct {
	row  int
	sign int // 1 before the bar, -1 behind it
}

// The lexicon, made ready.
var (
	negations    = set(negators)
	inert        = set(idioms)
	lightVerb    = set(lightVerbs)
	emptyVerb    = set(emptyVerbs)
	lightNoun    = set(lightNouns)
	light        = set(lightVerbs + ", " + lightNouns + ", " + generics)
	shells       = set(shellNouns)
	saying       = set(sayingVerbs)
	conditions   = set(conditionStarters)
	reasons      = set(reasonStarters)
	others       = set(otherStarters)
	selves       = set(selfPronouns)
	pronouns     = set(otherPronouns)
	auxiliary    = set(auxiliaries)
	modalVerb    = set(modalVerbs)
	adverb       = set(adverbs)
	complemented = set(complementers)
	modals       = modalTable()
	stances      = directions(opposites)
	partings     = directions(partingWords)
)

func directions(rows string) table[direction] {
	t := table[direction]{}
	row := 0
	for line := range strings.Lines(strings.TrimSpace(rows)) {
		with, against, _ := strings.Cut(line, "|")
		t.add(with, direction{row, 1})
		t.add(against, direction{row, -1})
		row++
	}
	return t
}

// A firmness is how firmly a modal word commits.
type firmness int

const (
	bare     firmness = iota // no modal word
	firm                     // will
	duty                     // must
	advice                   // should
	possible                 // might
	reported                 // would: will or a condition
	forever                  // never
	present                  // not now
)

func modalTable() table[firmness] {
	t := table[firmness]{}
	for how, list := range map[firmness]string{
		firm: firmWords, duty: dutyWords, advice: adviceWords, possible: possibleWords,
		reported: reportedWords, forever: foreverWords, present: presentWords,
	} {
		t.add(list, how)
	}
	return t
}
