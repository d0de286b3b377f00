package main

import (
	"cmp"
	"slices"
	"strings"
)

// An item is one contiguous piece of a quote, of the gold or of the system.
type item struct {
	quote *quote
	start int // of the piece
	words []int
	exact [2]int // the piece without the punctuation at its ends
	kind  string
}

// A scored article is its gold and system items with how they are paired.
type scored struct {
	gold, system []item
	// partner is, for each system item, the gold item it is paired with, and
	// back; -1 for none. overlap is the token F1 of the pair.
	partner, back []int
	overlap       []float64
}

// partial is the token F1 from which on a pair counts as found.
const partial = 0.5

// scoreArticle pairs the system's quotes with the gold's, best overlap first.
func scoreArticle(a goldArticle, system []quote) scored {
	t := []rune(a.Text)
	at, mask := words(t), quotedMask(t)
	s := scored{gold: items(a.Quotes, t, at, mask), system: items(system, t, at, mask)}
	s.align()
	return s
}

func items(quotes []quote, t []rune, at [][2]int, mask []bool) []item {
	var out []item
	for i := range quotes {
		q := &quotes[i]
		spans := q.Spans
		if spans == nil {
			spans = [][2]int{{q.Start, q.End}}
		}
		for _, sp := range spans {
			ids := wordsIn(at, sp[0], sp[1])
			if len(ids) == 0 {
				continue
			}
			out = append(out, item{q, sp[0], ids, trimmed(t, sp[0], sp[1]), kindOf(at, ids, mask)})
		}
	}
	return out
}

type pair struct {
	f            float64
	exact        bool
	gold, system int
}

func (s *scored) align() {
	byWord := make(map[int][]int)
	for j := range s.system {
		for _, w := range s.system[j].words {
			byWord[w] = append(byWord[w], j)
		}
	}
	var pairs []pair
	for i := range s.gold {
		shared := make(map[int]int)
		for _, w := range s.gold[i].words {
			for _, j := range byWord[w] {
				shared[j]++
			}
		}
		for j, n := range shared {
			f := 2 * float64(n) / float64(len(s.gold[i].words)+len(s.system[j].words))
			pairs = append(pairs, pair{f, s.gold[i].exact == s.system[j].exact, i, j})
		}
	}
	slices.SortFunc(pairs, comparePairs)
	s.partner, s.overlap = filled(len(s.system)), make([]float64, len(s.system))
	s.back = filled(len(s.gold))
	for _, p := range pairs {
		if s.back[p.gold] < 0 && s.partner[p.system] < 0 {
			s.back[p.gold], s.partner[p.system], s.overlap[p.system] = p.system, p.gold, p.f
		}
	}
}

// comparePairs orders the larger overlap first, then the exact pair, then by
// place.
func comparePairs(a, b pair) int {
	if c := cmp.Compare(b.f, a.f); c != 0 {
		return c
	}
	if a.exact != b.exact {
		if a.exact {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.gold, b.gold), cmp.Compare(a.system, b.system))
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// demanded reports whether the gold item is one that has to be found.
func (i *item) demanded() bool { return i.quote.Act == "" || i.quote.Act == "statement" }

// excused reports whether the system item j is neither right nor wrong: it
// meets gold that is not asked for, or says itself that it is no statement.
func (s *scored) excused(j int) bool {
	if p := s.partner[j]; p >= 0 {
		return !s.gold[p].demanded()
	}
	if !s.system[j].demanded() {
		return true
	}
	other := false
	for i := range s.gold {
		if !overlaps(s.gold[i].words, s.system[j].words) {
			continue
		}
		if s.gold[i].demanded() {
			return false
		}
		other = true
	}
	return other
}

// overlaps reports whether two runs of words share one.
func overlaps(a, b []int) bool { return a[0] <= b[len(b)-1] && b[0] <= a[len(a)-1] }

// speakerOK reports whether the gold item has a speaker, and whether the
// system's is the same: by name where the gold knows it, else by mention.
func speakerOK(gold, system *quote) (has, ok, byName bool) {
	g, y := gold.Speaker, system.Speaker
	text, resolved := strings.TrimSpace(g.Text), strings.TrimSpace(g.Resolved)
	if text == "" && resolved == "" {
		return false, false, false
	}
	names := []string{y.Resolved, y.Text}
	switch {
	case resolved != "":
		if y.Resolved != "" {
			names = names[:1]
		}
		return true, anyName(resolved, names), true
	case g.Type == "name":
		return true, anyName(text, names), true
	}
	return true, sameMention(g, y), false
}

func anyName(gold string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return n != "" && sameName(gold, n) })
}

// sameMention reports whether the mentions overlap or are the same words.
func sameMention(g, y source) bool {
	spans := g.Spans
	if spans == nil {
		spans = [][2]int{{g.Start, g.End}}
	}
	for _, sp := range spans {
		if y.Start >= 0 && sp[0] < y.End && y.Start < sp[1] {
			return true
		}
	}
	if y.Text == "" {
		return false
	}
	return slices.Equal(nameWords(g.Text), nameWords(y.Text)) || g.Type != "pronoun" && sameName(g.Text, y.Text)
}
