package position

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// number looks for another number of the same things.
func (p *pairing) number() (onrecord.ChangeSign, float64) {
	a, b := p.sides[0], p.sides[1]
	if a.times.exclude(&b.times) {
		return onrecord.ChangeSign{}, 0
	}
	for i := range a.numbers {
		for j := range b.numbers {
			x, y := &a.numbers[i], &b.numbers[j]
			if !sameUnit(x, y) || sameValue(x.Value, y.Value) || !near(x.Value, y.Value) || !p.sameThing(x, y) || b.counted(x) || a.counted(y) {
				continue
			}
			if agreement := p.agreement(oneMatter, append(a.unitOf(x), b.unitOf(y)...), 1); agreement > 0 {
				return onrecord.ChangeSign{Cue: onrecord.CueNumber, Earlier: a.spans(x.words()...), Later: b.spans(y.words()...)}, agreement
			}
		}
	}
	return onrecord.ChangeSign{}, 0
}

// sameThing reports whether two numbers are of the same thing, as far as the
// words show: both clauses have one subject that is named, or words next to one
// of the numbers are next to the other.
func (p *pairing) sameThing(x, y *number) bool {
	a, b := p.sides[0], p.sides[1]
	if a.subject.who == named && b.subject.who == named && a.ids[a.subject.noun] == b.ids[b.subject.noun] {
		return true
	}
	return slices.ContainsFunc(a.beside(x), func(meaning id) bool { return slices.Contains(b.beside(y), meaning) })
}

// beside returns the meanings of the nearest words before and behind a number
// and its unit.
func (r *reading) beside(n *number) []id {
	unit := r.unitOf(n)
	var near []id
	for i := n.first - 1; i >= 0 && len(near) < 2; i-- {
		if r.meaning[i] {
			near = append(near, r.ids[i])
		}
	}
	for i, behind := n.last+1, 0; i < len(r.words) && behind < 2; i++ {
		if r.meaning[i] && !slices.Contains(unit, r.ids[i]) {
			near, behind = append(near, r.ids[i]), behind+1
		}
	}
	return near
}

// counted reports whether a clause has the same number of the same things.
func (r *reading) counted(n *number) bool {
	return slices.ContainsFunc(r.numbers, func(other number) bool { return sameUnit(n, &other) && sameValue(n.Value, other.Value) })
}

// unitOf returns the meanings of the words that say what a number counts.
func (r *reading) unitOf(n *number) []id {
	var unit []id
	for i := n.last + 1; i < len(r.words) && len(unit) < len(n.Units); i++ {
		if r.meaning[i] {
			unit = append(unit, r.ids[i])
		}
	}
	return unit
}
