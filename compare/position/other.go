package position

import (
	"slices"
)

// otherSubject reports whether the sides speak of different people or things.
func (p *pairing) otherSubject() bool {
	return p.different(p.sides[0].subject, p.sides[1].subject)
}

// different reports whether two subjects, of the one side and of the other, are
// not the same.
func (p *pairing) different(a, b subject) bool {
	switch {
	case a.who == unknown || b.who == unknown:
		return false
	case a.who == named && p.isOther(0, a.noun), b.who == named && p.isOther(1, b.noun):
		return true
	case a.who == named && b.who == named:
		return p.otherNoun(a.noun, b.noun)
	case a.who == named || b.who == named:
		return false // "we" can be the ministry
	}
	return a.who != b.who
}

// otherNoun reports whether two subjects are different things: of two names one
// is enough, other nouns must both be missing on the other side.
func (p *pairing) otherNoun(a, b int) bool {
	x, y := p.sides[0], p.sides[1]
	if x.words[a].capital && y.words[b].capital && !x.passive() && !y.passive() {
		return x.ids[a] != y.ids[b]
	}
	return !p.has(1, x.ids[a]) && !p.has(0, y.ids[b])
}

// passive reports whether the clause may name who acts behind "by".
func (r *reading) passive() bool {
	return slices.ContainsFunc(r.words, func(w word) bool { return w.term == "by" })
}

// isOther reports whether a noun, a name or one without an article, is somebody
// whom the other side does not have.
func (p *pairing) isOther(side, noun int) bool {
	r := p.sides[side]
	return (noun == 0 && r.direct || r.words[noun].capital) && !p.has(1-side, r.ids[noun])
}

// otherNames reports whether both sides name somebody or some place, and none
// the same.
func (p *pairing) otherNames() bool {
	a, b := p.sides[0].names(), p.sides[1].names()
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(name id) bool { return slices.Contains(b, name) })
}

// apart reports whether the sides speak of two things that are told apart.
func (p *pairing) apart() bool {
	for _, x := range p.sides[0].partings {
		for _, y := range p.sides[1].partings {
			if x.row == y.row && x.sign != y.sign && !slices.Contains(p.sides[0].partings, y) && !slices.Contains(p.sides[1].partings, x) {
				return true
			}
		}
	}
	return false
}
