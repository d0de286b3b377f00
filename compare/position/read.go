package position

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// A reading is what a clause says, as far as words tell.
type reading struct {
	clause
	negations []operator
	modals    []modal
	stances   []stance
	numbers   []number
	times     times
	partings  []direction // of the words that tell things apart
	subject   subject
	meaning   []bool // by word: it has one of its own, that two clauses can share
	ids       []id   // by word; none where it has no meaning
	content   []id   // the ids, each once and in order
}

// An operator is a word or phrase that governs others.
type operator struct {
	at, end int
	// focus are the words it governs: verbs and nouns of little meaning of
	// their own, then the one that they lead to.
	focus []int
}

func (o *operator) words() []int {
	var words []int
	for i := o.at; i < o.end; i++ {
		words = append(words, i)
	}
	return words
}

// A modal is an operator that commits, or does not.
type modal struct {
	operator
	how firmness
}

// read reads a clause.
func read(c clause, quantities []quantity, v *vocabulary) *reading {
	r := &reading{clause: c, meaning: make([]bool, len(c.words))}
	for i, w := range c.words {
		r.meaning[i] = w.content && !isAdverb(w) && !pronouns.has(w) && !selves.has(w)
	}
	r.findNumbers(quantities)
	r.findTimes()
	for i := 0; i < len(c.words); {
		i += max(r.operatorAt(i), 1)
	}
	r.findStances()
	for i := range r.negations {
		r.negations[i].focus = r.denied(r.negations[i])
	}
	for i := range r.modals {
		r.modals[i].focus = r.focus(r.modals[i].end)
	}
	for i := range r.words {
		found, _ := partings.longest(r.words[i:])
		for _, e := range found {
			r.partings = append(r.partings, e.value)
		}
	}
	r.subject = r.findSubject()
	v.note(r)
	return r
}

// operatorAt takes the negation and the modal words that begin at word i; it
// returns how many words they are.
func (r *reading) operatorAt(i int) (width int) {
	if _, n := negations.longest(r.words[i:]); n > 0 && !r.standsAlone(i) && !r.contrasts(i) {
		r.negations = append(r.negations, operator{at: i, end: i + n})
		width = n
	}
	found, n := modals.longest(r.words[i:])
	if n > 0 && !r.isMonth(i) {
		for _, e := range found {
			r.modals = append(r.modals, modal{operator{at: i, end: i + n}, e.value})
		}
		width = max(width, n)
	}
	for j := range width {
		r.meaning[i+j] = false
	}
	return width
}

// standsAlone reports whether "no" at word i is an answer, or stands for
// "number".
func (r *reading) standsAlone(i int) bool {
	return r.words[i].term == "no" && i+1 < len(r.words) && strings.ContainsAny(r.words[i+1].before, ".,")
}

// contrasts reports whether "not" at word i denies a thing beside another
// ("spending, not taxes, is the cause") and not what the clause says.
func (r *reading) contrasts(i int) bool {
	return r.words[i].term == "not" && strings.Contains(r.words[i].before, ",") && (i == 0 || !auxiliary.has(r.words[i-1]) && !modalVerb.has(r.words[i-1]))
}

// names returns the meanings of the words with a capital.
func (r *reading) names() []id {
	var names []id
	for i, w := range r.words {
		if w.capital && r.meaning[i] {
			names = append(names, r.ids[i])
		}
	}
	return names
}

// spans returns where words stand, in order; those with nothing but space
// between them are one span.
func (r *reading) spans(words ...int) []onrecord.Span {
	slices.Sort(words)
	var spans []onrecord.Span
	for _, i := range words {
		w, last := r.words[i], len(spans)-1
		switch {
		case last < 0 || spans[last].End+len(w.before) < w.Start || spans[last].End < w.Start && strings.TrimSpace(w.before) != "":
			spans = append(spans, w.Span)
		default:
			spans[last].End = w.End
		}
	}
	return spans
}
