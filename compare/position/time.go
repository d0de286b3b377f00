package position

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// times are the words of a clause that say when, by their kind.
type times struct {
	years, months, seasons []timeWord
}

type timeWord struct {
	value int
	word  int
}

var (
	monthNames  = strings.Fields("january february march april may june july august september october november december")
	seasonNames = strings.Fields("spring summer autumn winter")
)

// findTimes finds the months and seasons.
func (r *reading) findTimes() {
	for i, w := range r.words {
		if r.isMonth(i) {
			r.times.months = append(r.times.months, timeWord{slices.Index(monthNames, w.term), i})
			r.meaning[i] = false
		} else if season := slices.Index(seasonNames, w.term); season >= 0 {
			r.times.seasons = append(r.times.seasons, timeWord{season, i})
			r.meaning[i] = false
		}
	}
}

// isMonth reports whether word i is a month; "may" and "march" only with a
// capital inside a sentence.
func (r *reading) isMonth(i int) bool {
	return r.words[i].capital && slices.Contains(monthNames, r.words[i].term)
}

// time looks for another time of what is to come.
func (p *pairing) time() (onrecord.ChangeSign, float64) {
	a, b := p.sides[0], p.sides[1]
	x, y := a.times.other(&b.times)
	if len(x) == 0 || len(a.negations)+len(b.negations) > 0 {
		return onrecord.ChangeSign{}, 0
	}
	for _, m := range a.modals {
		for _, n := range b.modals {
			if !m.how.plans() || !n.how.plans() || len(m.focus) == 0 || len(n.focus) == 0 {
				continue
			}
			i, j := m.focus[len(m.focus)-1], n.focus[len(n.focus)-1]
			if agreement := p.agreement(oneMatter, nil, 1); agreement > 0 && a.ids[i] == b.ids[j] && p.sameHead(i, j) {
				return onrecord.ChangeSign{Cue: onrecord.CueTime, Earlier: a.spans(x...), Later: b.spans(y...)}, agreement
			}
		}
	}
	return onrecord.ChangeSign{}, 0
}

// plans reports whether a modal announces what is to come.
func (f firmness) plans() bool { return f == firm || f == reported || f == duty }

// exclude reports whether both name a time of some kind and share none: what
// is said is said of different times.
func (t *times) exclude(other *times) bool {
	for _, kind := range t.kinds(other) {
		if len(kind[0]) > 0 && len(kind[1]) > 0 && !shareTime(kind[0], kind[1]) {
			return true
		}
	}
	return false
}

// other returns the words of both that name different times of one kind; none
// where there is no such kind.
func (t *times) other(u *times) (words, otherWords []int) {
	for _, kind := range t.kinds(u) {
		if len(kind[0]) != 1 || len(kind[1]) != 1 || shareTime(kind[0], kind[1]) {
			continue
		}
		words, otherWords = append(words, kind[0][0].word), append(otherWords, kind[1][0].word)
	}
	return words, otherWords
}

func (t *times) kinds(u *times) [3][2][]timeWord {
	return [3][2][]timeWord{{t.years, u.years}, {t.months, u.months}, {t.seasons, u.seasons}}
}

func shareTime(a, b []timeWord) bool {
	return slices.ContainsFunc(a, func(x timeWord) bool {
		return slices.ContainsFunc(b, func(y timeWord) bool { return x.value == y.value })
	})
}
