package version

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
)

// The bounds of what is compared word by word.
const (
	nearby      = 20     // claims of the same place in the text, a claim
	maxElse     = 200    // claims of each version that are sought elsewhere
	maxCompared = 20_000 // pairs of claims
)

// How like two wordings have to be to be one claim that was edited.
const (
	leastShared = 0.5 // of the words of the longer one, at the same place
	bySpeaker   = 0.2 // what the same speaker adds to the likeness
	certain     = 1.0 // with which no other claim is looked at
	// opposedLike is the likeness of words that almost are the same and yet say
	// something else, for which compare.Relate has none: another number, a
	// negation put in.
	opposedLike = 0.6
)

// A candidate is a claim of the new version that may have the place of another.
type candidate struct {
	before, place int
	likeness      float64
}

// inPlace finds the edited claims that stand where they stood: between the same
// unchanged ones.
func (m *matching) inPlace() {
	first, last := m.between()
	free := m.free()
	words := m.wordSets()
	var found []candidate
	rank, at := 0, -1 // among the open claims between the same unchanged ones
	for i := range m.before {
		if !m.open(i) {
			continue
		}
		if rank++; first[i] != at {
			rank, at = 0, first[i]
		}
		there := free[lowerBound(free, first[i]):lowerBound(free, last[i])]
		for _, at := range around(min(rank, len(there)-1), len(there)) {
			likeness := m.likeness(i, there[at], words)
			if likeness >= leastShared {
				found = append(found, candidate{i, there[at], likeness})
			}
			if likeness >= certain {
				break
			}
		}
	}
	m.take(found)
}

// around returns the places nearest to one of so many, that one first.
func around(place, places int) []int {
	var order []int
	for distance := 0; len(order) < min(nearby, places); distance++ {
		if at := place - distance; at >= 0 {
			order = append(order, at)
		}
		if at := place + distance; at < places && distance > 0 {
			order = append(order, at)
		}
	}
	return order
}

// elsewhere finds the edited claims that were moved too.
func (m *matching) elsewhere() {
	free := m.free()
	free = free[:min(len(free), maxElse)]
	words := m.wordSets()
	var found []candidate
	left := maxElse
	for i := range m.before {
		if !m.open(i) || left == 0 {
			continue
		}
		left--
		for _, place := range free {
			if !m.same(m.before[i].Speaker, m.after[place].Speaker) || !m.worthIt(i, place, words) {
				continue
			}
			relation, likeness := m.relate(i, place)
			if relation >= compare.Reworded {
				found = append(found, candidate{i, place, likeness})
			}
		}
	}
	m.take(found)
}

// take pairs the candidates, the most alike first.
func (m *matching) take(found []candidate) {
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, c := range found {
		if m.open(c.before) && !m.taken[c.place] {
			m.pair(c.before, c.place, onrecord.StateEdited)
		}
	}
}

// between returns, for each claim of the version before, the places in the new
// one between the unchanged claims around it: from first up to last.
func (m *matching) between() (first, last []int) {
	first, last = make([]int, len(m.before)), make([]int, len(m.before))
	at := 0
	for i, fate := range m.fates {
		first[i] = at
		if fate.State == onrecord.StatePresent {
			at = max(at, fate.Place+1)
		}
	}
	at = len(m.after)
	for i, fate := range slices.Backward(m.fates) {
		last[i] = max(first[i], at)
		if fate.State == onrecord.StatePresent && fate.Place >= first[i] {
			at = min(at, fate.Place)
		}
	}
	return first, last
}

// free returns the places of the new version that have nobody's place yet.
func (m *matching) free() []int {
	var free []int
	for place, taken := range m.taken {
		if !taken {
			free = append(free, place)
		}
	}
	return free
}

// lowerBound returns where in ascending places those from place on begin.
func lowerBound(places []int, place int) int {
	at, _ := slices.BinarySearch(places, place)
	return at
}

// likeness tells how alike two claims at one place are, from 0 to 1, with a
// little more for the same speaker; 0 for those that are no edit of each other.
func (m *matching) likeness(i, place int, words wordSets) float64 {
	same := m.same(m.before[i].Speaker, m.after[place].Speaker)
	if !m.worthIt(i, place, words) {
		return 0
	}
	relation, likeness := m.relate(i, place)
	switch {
	case relation == compare.Opposed:
		likeness = opposedLike
	case relation == compare.Different && same:
		likeness = sharedWords(m.before[i].Text, m.after[place].Text)
	case relation == compare.Part:
		likeness = max(likeness, leastShared)
	case relation != compare.Different:
		likeness = max(likeness, opposedLike)
	}
	if same && likeness >= leastShared {
		likeness += bySpeaker
	}
	return likeness
}

func (m *matching) relate(i, place int) (compare.Relation, float64) {
	m.asked++
	return compare.Relate(m.wording(&m.before[i]), m.wording(&m.after[place]))
}

// wording returns the wording of a claim, which is made once.
func (m *matching) wording(c *onrecord.Claim) *compare.Wording {
	if m.wordings == nil {
		m.wordings = map[*onrecord.Claim]*compare.Wording{}
	}
	w := m.wordings[c]
	if w == nil {
		w = compare.NewWording(c.Text, c.Kind != onrecord.KindDirect)
		m.wordings[c] = w
	}
	return w
}

// sharedWords returns the part of the words of the longer text that both have,
// in the same order.
func sharedWords(before, after string) float64 {
	same := 0
	for _, e := range compare.Edits(after, before) {
		if e.Op == onrecord.EditSame {
			same += len(analysis.Words(e.OriginalText))
		}
	}
	return float64(same) / float64(max(1, len(analysis.Words(before)), len(analysis.Words(after))))
}

// wordSets are the different words of the claims that are still to be paired.
type wordSets struct{ before, after map[int]map[string]bool }

func (m *matching) wordSets() wordSets {
	sets := wordSets{map[int]map[string]bool{}, map[int]map[string]bool{}}
	for i := range m.before {
		if m.open(i) {
			sets.before[i] = wordSet(m.before[i].Text)
		}
	}
	for _, place := range m.free() {
		sets.after[place] = wordSet(m.after[place].Text)
	}
	return sets
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range analysis.Words(text) {
		set[w.Term] = true
	}
	return set
}

// leastCommon is of how many words of the shorter claim one has to be in common
// for two claims to be compared word by word.
const leastCommon = 3

func (m *matching) worthIt(i, place int, words wordSets) bool {
	a, b := words.before[i], words.after[place]
	if len(a) > len(b) {
		a, b = b, a
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return common > 0 && common*leastCommon >= len(a) && m.asked < maxCompared
}
