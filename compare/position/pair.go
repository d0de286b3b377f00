package position

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// uncertain is how good a sign another number, time or modality is beside a
// contrary.
const uncertain = 0.8

// A pairing is two clauses that are compared: of the earlier statement, and of
// the later one.
type pairing struct {
	vocabulary *vocabulary
	sides      [2]*reading
	matches    []match
}

// A match is a stance of each side that have a row of opposites in common, as
// indexes into their stances.
type match struct {
	stances  [2]int
	opposite bool // they are on the two sides of the row
}

// signs returns the signs that the two clauses show, and how much they are on
// one matter, from 0 to 1.
func (p *pairing) signs() (signs []onrecord.ChangeSign, score float64) {
	if !p.meet() {
		return nil, 0
	}
	p.match()
	if p.sides[0].conditional && p.sides[1].conditional || p.otherSubject() || p.apart() || p.otherNames() {
		return nil, 0
	}
	if p.contrary() {
		for _, find := range []func() (onrecord.ChangeSign, float64){p.opposite, p.negation} {
			if sign, agreement := find(); agreement > 0 {
				return []onrecord.ChangeSign{sign}, agreement
			}
		}
		return nil, 0
	}
	for _, find := range []func() (onrecord.ChangeSign, float64){p.modality, p.number, p.time} {
		if sign, agreement := find(); agreement > 0 {
			signs, score = append(signs, sign), max(score, uncertain*agreement)
		}
	}
	return signs, score
}

// meet reports whether both sides have a meaning in common.
func (p *pairing) meet() bool {
	for a, b := p.sides[0].content, p.sides[1].content; len(a) > 0 && len(b) > 0; {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// match pairs the stances of both sides, each with one of the other at most:
// the same words first, then words of one direction, then opposites.
func (p *pairing) match() {
	p.matches = p.matches[:0]
	a, b := p.sides[0], p.sides[1]
	for _, fits := range []func(x, y *stance) bool{
		func(x, y *stance) bool { return a.words[x.at].key == b.words[y.at].key && relation(x, y) > 0 },
		func(x, y *stance) bool { return relation(x, y) > 0 },
		func(x, y *stance) bool { return relation(x, y) < 0 },
	} {
		for i := range a.stances {
			for j := range b.stances {
				if p.matchOf(0, i) == nil && p.matchOf(1, j) == nil && fits(&a.stances[i], &b.stances[j]) {
					p.matches = append(p.matches, match{[2]int{i, j}, relation(&a.stances[i], &b.stances[j]) < 0})
				}
			}
		}
	}
}

// matchOf returns the match of a stance of a side; nil where it has none.
func (p *pairing) matchOf(side, stance int) *match {
	for i := range p.matches {
		if p.matches[i].stances[side] == stance {
			return &p.matches[i]
		}
	}
	return nil
}

// relation is 1 for stances on one side of a row, -1 for two on both, 0 where
// they have no row in common.
func relation(a, b *stance) int {
	found := 0
	for _, x := range a.in {
		for _, y := range b.in {
			switch {
			case x.row != y.row:
			case x.sign == y.sign:
				return 1
			default:
				found = -1
			}
		}
	}
	return found
}

// contrary reports whether the two sides say contrary things, if they are about
// the same: the turns of both, and the opposites between them, are odd.
func (p *pairing) contrary() bool {
	turns := len(p.turns(0)) + len(p.turns(1))
	for _, m := range p.matches {
		if m.opposite {
			turns++
		}
	}
	return turns%2 == 1
}

// turns returns what turns a side around: its negations, and the stances that
// do and have no match on the other side.
func (p *pairing) turns(side int) []operator {
	r := p.sides[side]
	all := slices.Clone(r.negations)
	for i, s := range r.stances {
		if s.turns && p.matchOf(side, i) == nil {
			all = append(all, s.operator)
		}
	}
	return all
}

// has reports whether a side has a meaning.
func (p *pairing) has(side int, meaning id) bool {
	_, found := slices.BinarySearch(p.sides[side].content, meaning)
	return found
}

// sameObject reports whether one thing stands behind a word of each side, as an
// object does: with an article or the like before it ("kill the families"), and
// no other half of a compound ("tax cuts").
func (p *pairing) sameObject(a, b int) bool {
	x, y := p.sides[0].head(a+1), p.sides[1].head(b+1)
	return x > a+1 && y > b+1 && !p.sides[0].meaning[a+1] && !p.sides[1].meaning[b+1] && p.sides[0].ids[x] == p.sides[1].ids[y]
}

// sameHead reports whether what stands behind a word of each side is about the
// same thing, or at one of them about nothing.
func (p *pairing) sameHead(a, b int) bool {
	x, y := p.sides[0].head(a+1), p.sides[1].head(b+1)
	return x < 0 || y < 0 || p.has(1, p.sides[0].ids[x]) && p.has(0, p.sides[1].ids[y])
}
