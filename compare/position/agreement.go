package position

import (
	"slices"
)

// A measure is what two clauses must have in common to be of one matter, found
// on pairs of statements that a person sorted (testdata/cases.txtar).
type measure struct {
	// less and more are the parts of its meaning, by rarity of the words, that
	// the clause with less of it, and the one with more, share with the other.
	less, more float64
	// shared is the weight of what they share: of two words that are not
	// common, or of one and a pair of opposites.
	shared float64
}

var (
	oneMatter = measure{0.6, 0.35, 0.6}
	// sameDeed is for clauses with the same verb and the same object.
	sameDeed = measure{0.4, 0.2, 0.6}
)

// agreement returns how much of its meaning each side shares with the other,
// from 0 to 1, opposites and without aside; 0 where it is less than the measure.
// besides is how many meanings they are known to share.
func (p *pairing) agreement(least measure, without []id, besides int) float64 {
	names := p.subjectNames()
	shared, of, meanings := 0.0, [2]float64{}, besides+p.opposites()
	for side, r := range p.sides {
		for _, meaning := range r.content {
			if slices.Contains(without, meaning) || p.isMatched(side, meaning) || slices.Contains(names, meaning) {
				continue
			}
			weight := p.vocabulary.weight(meaning)
			of[side] += weight
			if side == 0 && p.has(1, meaning) {
				shared += weight
				if !p.vocabulary.light[meaning] {
					meanings++
				}
			}
		}
	}
	less, more := min(of[0], of[1]), max(of[0], of[1])
	if shared < least.less*less || shared < least.more*more {
		return 0
	}
	if (meanings < 2 || shared < least.shared) && !p.isBrief() {
		return 0
	}
	return (shared/less + shared/more) / 2
}

// subjectNames returns the meanings of the name that both sides have as their
// subject: that two statements are of one person does not make them of one
// matter. It has none where a side has nothing else.
func (p *pairing) subjectNames() []id {
	var names []id
	for side, r := range p.sides {
		of := r.subject
		if of.who != named || !r.words[of.noun].capital {
			return nil
		}
		var own []id
		for i := of.noun; i >= 0 && r.meaning[i] && (r.words[i].capital || i == 0); i-- {
			own = append(own, r.ids[i])
		}
		if len(own) >= len(r.content) {
			return nil
		}
		if side == 0 || slices.ContainsFunc(own, func(name id) bool { return slices.Contains(names, name) }) {
			names = append(names, own...)
		}
	}
	return names
}

// opposites counts the stances whose match is another word.
func (p *pairing) opposites() int {
	n := 0
	for _, m := range p.matches {
		if m.opposite {
			n++
		}
	}
	return n
}

// isBrief reports whether both sides say one and the same thing of the speaker
// and nothing else: "I will resign".
func (p *pairing) isBrief() bool {
	a, b := p.sides[0], p.sides[1]
	return len(a.content) == 1 && len(b.content) == 1 && a.content[0] == b.content[0] && !p.vocabulary.light[a.content[0]] &&
		a.subject.who == self && b.subject.who == self
}

// isMatched reports whether a meaning is that of a stance whose match is
// another word.
func (p *pairing) isMatched(side int, meaning id) bool {
	for _, m := range p.matches {
		a, b := p.sides[0].ids[p.sides[0].stances[m.stances[0]].at], p.sides[1].ids[p.sides[1].stances[m.stances[1]].at]
		if a != b && meaning == [2]id{a, b}[side] {
			return true
		}
	}
	return false
}
