// Package version tells what a new version of an article did to the statements
// of the one before: which it has as they were, which in other words, and which
// not at all. Pure: values in, values out.
package version

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
)

// A Fate is what became of a claim.
type Fate struct {
	State onrecord.ClaimState
	// Place is which claim of the new version it is, or has its place; -1 where
	// there is none.
	Place int
}

// Fates returns, for each claim of one version, what became of it in the next.
// The claims of both are in text order. same reports whether two names may be
// one speaker's.
//
// Words that the new version attributes to the same speaker are unchanged,
// wherever they stand now and however often. Those that it attributes to another
// one are edited. So is a claim for which another stands there: at the same place
// between unchanged ones, with at least half of its words; or anywhere, of the
// same speaker and with almost all of its words. A claim of the new version
// takes the place of one only.
func Fates(before, after []onrecord.Claim, same func(a, b onrecord.Speaker) bool) []Fate {
	m := &matching{before: before, after: after, same: same, taken: make([]bool, len(after)), fates: make([]Fate, len(before))}
	for i := range m.fates {
		m.fates[i] = Fate{onrecord.StateRemoved, -1}
	}
	for i := range before {
		m.keys = append(m.keys, Keys(&before[i]))
	}
	m.byKey = m.places()
	m.sameWords()
	m.otherSpeaker()
	m.inPlace()
	m.elsewhere()
	return m.fates
}

// Keys returns what claims of the same words have in common, if only one of
// the two: the ID, but for what stands behind a hyphen in that of the second claim
// in the same words or of a former one whose words another has; and the words
// without case and marks, which a correction can change.
func Keys(c *onrecord.Claim) [2]string {
	var words strings.Builder
	for _, w := range analysis.Words(c.Text) {
		words.WriteString(" " + w.Term)
	}
	return [2]string{Base(c.ID), words.String()}
}

// Base returns a claim's ID without what stands behind a hyphen.
func Base(claimID string) string {
	base, _, _ := strings.Cut(claimID, "-")
	return base
}

// A matching pairs the claims of two versions.
type matching struct {
	before, after []onrecord.Claim
	same          func(a, b onrecord.Speaker) bool
	keys          [][2]string      // of before
	byKey         map[string][]int // places in after
	taken         []bool           // by place in after: it has its one in before
	fates         []Fate
	wordings      map[*onrecord.Claim]*compare.Wording
	asked         int // comparisons made
}

func (m *matching) pair(i, place int, state onrecord.ClaimState) {
	m.fates[i], m.taken[place] = Fate{state, place}, true
}

// open reports whether a claim of the version before has no fate yet.
func (m *matching) open(i int) bool { return m.fates[i].Place < 0 }

// sameWords finds the unchanged claims. Words that stood there twice and now
// stand there once are unchanged both times.
func (m *matching) sameWords() {
	for i := range m.before {
		again := -1
		for _, place := range m.alike(i) {
			if !m.same(m.before[i].Speaker, m.after[place].Speaker) {
				continue
			}
			if again = place; !m.taken[place] {
				break
			}
		}
		if again >= 0 {
			m.pair(i, again, onrecord.StatePresent)
		}
	}
}

// otherSpeaker finds the words that are now attributed to somebody else.
func (m *matching) otherSpeaker() {
	for i := range m.before {
		for _, place := range m.alike(i) {
			if m.open(i) && !m.taken[place] {
				m.pair(i, place, onrecord.StateEdited)
			}
		}
	}
}

// alike returns the places in after of the claims in the same words.
func (m *matching) alike(i int) []int {
	if places := m.byKey[m.keys[i][0]]; len(places) > 0 {
		return places
	}
	return m.byKey[m.keys[i][1]]
}

// places returns the places in after by the keys of the claim.
func (m *matching) places() map[string][]int {
	places := make(map[string][]int, 2*len(m.after))
	for place := range m.after {
		for _, key := range Keys(&m.after[place]) {
			places[key] = append(places[key], place)
		}
	}
	return places
}
