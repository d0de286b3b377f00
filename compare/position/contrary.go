package position

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// opposite looks for words of opposite meaning.
func (p *pairing) opposite() (onrecord.ChangeSign, float64) {
	agreement := p.agreement(oneMatter, nil, 0)
	if agreement == 0 {
		return onrecord.ChangeSign{}, 0
	}
	a, b := p.sides[0], p.sides[1]
	for _, m := range p.matches {
		x, y := &a.stances[m.stances[0]], &b.stances[m.stances[1]]
		if !m.opposite || a.negates(x.at) && b.negates(y.at) || !p.sameHead(x.last, y.last) {
			continue
		}
		return onrecord.ChangeSign{
			Cue: onrecord.CueOpposite, Earlier: a.spans(append(a.negating(), x.words()...)...), Later: b.spans(append(b.negating(), y.words()...)...),
		}, agreement
	}
	return onrecord.ChangeSign{}, 0
}

// negation looks for what one side denies and the other says.
func (p *pairing) negation() (onrecord.ChangeSign, float64) {
	side := 0
	if len(p.turns(1)) > len(p.turns(0)) {
		side = 1
	}
	turned, plain := p.sides[side], p.sides[1-side]
	if turned.isPending() {
		return onrecord.ChangeSign{}, 0
	}
	for _, turn := range p.turns(side) {
		for _, focus := range turn.focus {
			other := p.counterpart(side, focus)
			if other < 0 || !p.denies(side, turn, focus, other) {
				continue
			}
			at, least := [2]int{focus, other}, oneMatter
			if p.sameObject(at[side], at[1-side]) {
				least = sameDeed
			}
			marked := [2][]onrecord.Span{turned.spans(append(turn.words(), focus)...), plain.spans(append(plain.negating(), other)...)}
			if agreement := p.agreement(least, nil, 0); agreement > 0 {
				return onrecord.ChangeSign{Cue: onrecord.CueNegation, Earlier: marked[side], Later: marked[1-side]}, agreement
			}
		}
	}
	return onrecord.ChangeSign{}, 0
}

// denies reports whether what turns a side around denies there what the other
// side says at its word other.
func (p *pairing) denies(side int, turn operator, focus, other int) bool {
	turned, plain := p.sides[side], p.sides[1-side]
	if plain.negates(other) && len(plain.negations)%2 == 1 || !plain.asserts(other) {
		return false
	}
	if turned.words[turn.at].term == "without" && !plain.hasWith(other) {
		return false
	}
	at, verbs := [2]int{focus, other}, [2]int{turn.at, other}
	return p.sameHead(at[side], at[1-side]) &&
		!p.different(p.sides[0].subjectBefore(verbs[side]), p.sides[1].subjectBefore(verbs[1-side]))
}

// counterpart returns the word of the other side that is the same as a word of
// a side, or a stance of the same direction; -1 where there is none. A word of
// little meaning has none.
func (p *pairing) counterpart(side, word int) int {
	r, other := p.sides[side], p.sides[1-side]
	if i := slices.Index(other.ids, r.ids[word]); i >= 0 && r.meaning[word] && (!light.has(r.words[word]) || lightVerb.has(r.words[word]) && !emptyVerb.has(r.words[word])) {
		return i
	}
	for _, m := range p.matches {
		if s := r.stances[m.stances[side]]; !m.opposite && (s.at == word || s.last == word) {
			return other.stances[m.stances[1-side]].at
		}
	}
	return -1
}

// asserts reports whether word i is part of what the clause says to be so: there
// is a verb that can be told, or word i looks like one.
func (r *reading) asserts(i int) bool {
	for _, w := range r.words {
		if modalVerb.has(w) || auxiliary.has(w) || selves.has(w) || pronoun(w.term) == another {
			return true
		}
	}
	term := r.words[i].term
	return strings.HasSuffix(term, "s") || strings.HasSuffix(term, "ed") || compare.Lemma(term) != ""
}

// isPending reports whether the clause denies something until now only: "not
// yet".
func (r *reading) isPending() bool {
	return slices.ContainsFunc(r.words, func(w word) bool { return w.term == "yet" })
}

// hasWith reports whether word i is what a thing has: "with conditions".
func (r *reading) hasWith(i int) bool {
	const near = 3
	for j := max(0, i-near); j < i; j++ {
		if term := r.words[j].key; term == "with" || term == "have" {
			return true
		}
	}
	return false
}
