package position

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// modality looks for a word that commits less, or more.
func (p *pairing) modality() (onrecord.ChangeSign, float64) {
	agreement := p.agreement(oneMatter, nil, 1)
	if agreement == 0 {
		return onrecord.ChangeSign{}, 0
	}
	for _, x := range p.sides[0].commitments() {
		for _, y := range p.sides[1].commitments() {
			if !p.differ(x, y) {
				continue
			}
			return onrecord.ChangeSign{
				Cue: onrecord.CueModality, Earlier: p.sides[0].spans(x.marked()...), Later: p.sides[1].spans(y.marked()...),
			}, agreement
		}
	}
	return onrecord.ChangeSign{}, 0
}

// marked returns the words that show a modal: of a plain statement its verb.
func (m *modal) marked() []int {
	if m.how == bare {
		return m.focus
	}
	return m.words()
}

// commitments returns how firmly a clause commits to what: the least firm of
// its modals or, without any, its plain verb.
func (r *reading) commitments() []*modal {
	var all []*modal
	for i := range r.modals {
		all = append(all, &r.modals[i])
	}
	hedged := slices.ContainsFunc(all, func(m *modal) bool { return m.how == possible })
	all = slices.DeleteFunc(all, func(m *modal) bool {
		return hedged && m.how != possible || m.how == reported && r.direct || (m.how == forever || m.how == present) && len(r.negations) == 0
	})
	if verb := r.plainVerb(); len(r.modals) == 0 && verb >= 0 {
		all = append(all, &modal{operator{at: verb, end: verb, focus: []int{verb}}, bare})
	}
	return all
}

// plainVerb returns the verb behind "I" or "we" in a clause without a negation;
// -1 where there is none.
func (r *reading) plainVerb() int {
	for i := 1; i < len(r.words); i++ {
		before := r.words[i-1].term
		if r.meaning[i] && (before == "i" || before == "we") && len(r.negations) == 0 {
			return i
		}
	}
	return -1
}

// differ reports whether two modals commit differently to the same.
func (p *pairing) differ(x, y *modal) bool {
	if !slices.Contains(differing[:], [2]firmness{x.how, y.how}) && !slices.Contains(differing[:], [2]firmness{y.how, x.how}) {
		return false
	}
	if x.how == present || y.how == present || x.how == forever || y.how == forever {
		return true // they are about the negation
	}
	if len(x.focus) == 0 || len(y.focus) == 0 {
		return false
	}
	a, b := x.focus[len(x.focus)-1], y.focus[len(y.focus)-1]
	return p.sides[0].ids[a] == p.sides[1].ids[b] && p.sameHead(a, b)
}

// differing are the pairs of firmness that make a cue, in either order.
var differing = [...][2]firmness{
	{firm, possible}, {reported, possible}, {bare, possible}, {duty, advice}, {duty, possible}, {forever, present},
}
