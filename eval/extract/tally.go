package main

// kinds are the rows of the report; "all" sums them.
var kinds = []string{"all", "direct", "mixed", "indirect"}

// A count is what precision and recall are made of.
type count struct {
	// gold and found: how many were asked for, and how many of them found.
	gold, found int
	// system and right: how many the system gave, and how many are right.
	system, right int
}

func (c count) precision() float64 { return share(c.right, c.system) }
func (c count) recall() float64    { return share(c.found, c.gold) }

func (c count) f1() float64 {
	p, r := c.precision(), c.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// A tally adds up the articles.
type tally struct {
	exact, partial, attribution map[string]*count
	// names counts the found statements whose gold speaker has a full name,
	// and those whose name is right.
	names, namesRight int
	// bins are the statements by confidence, in tenths.
	bins [11]struct{ n, right int }
}

func newTally() *tally {
	t := &tally{exact: map[string]*count{}, partial: map[string]*count{}, attribution: map[string]*count{}}
	for _, k := range kinds {
		t.exact[k], t.partial[k], t.attribution[k] = &count{}, &count{}, &count{}
	}
	return t
}

// add counts one article.
func (t *tally) add(s scored) {
	attributed := make([]bool, len(s.system))
	unasked := make([]bool, len(s.system)) // found, but the gold names no speaker
	for i := range s.gold {
		g := &s.gold[i]
		if !g.demanded() {
			continue
		}
		j := s.back[i]
		found := j >= 0 && s.overlap[j] >= partial
		each(t.exact, g.kind, func(c *count) { c.gold++; c.found += one(j >= 0 && s.system[j].exact == g.exact) })
		each(t.partial, g.kind, func(c *count) { c.gold++; c.found += one(found) })
		var has, ok, byName bool
		if j >= 0 {
			has, ok, byName = speakerOK(g.quote, s.system[j].quote)
		} else {
			has, _, _ = speakerOK(g.quote, &quote{})
		}
		if has {
			each(t.attribution, g.kind, func(c *count) { c.gold++; c.found += one(found && ok) })
		}
		if !found {
			continue
		}
		attributed[j], unasked[j] = has && ok, !has
		if byName && g.quote.Speaker.Resolved != "" {
			t.names++
			t.namesRight += one(ok)
		}
	}
	t.addSystem(s, attributed, unasked)
}

func (t *tally) addSystem(s scored, attributed, unasked []bool) {
	for j := range s.system {
		if s.excused(j) {
			continue
		}
		y := &s.system[j]
		found := s.partner[j] >= 0 && s.overlap[j] >= partial
		exact := s.partner[j] >= 0 && s.gold[s.partner[j]].exact == y.exact
		each(t.exact, y.kind, func(c *count) { c.system++; c.right += one(exact) })
		each(t.partial, y.kind, func(c *count) { c.system++; c.right += one(found) })
		if unasked[j] {
			continue
		}
		each(t.attribution, y.kind, func(c *count) { c.system++; c.right += one(attributed[j]) })
		bin := &t.bins[min(int(y.quote.Confidence*10), 10)]
		bin.n++
		bin.right += one(attributed[j])
	}
}

// each applies f to the row of the kind and to that of all.
func each(rows map[string]*count, kind string, f func(*count)) {
	f(rows[kind])
	f(rows["all"])
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
