package identity

import (
	"slices"
	"strings"
)

// A family is the names with one surname, persons all.
type family struct {
	full     []member
	surnames []member // without a given name
}

// A member is a name of a family.
type member struct {
	Name
	person
}

// newFamily takes the names apart. "Van Hollen" is a surname alone only where
// somebody is known whose surname it is.
func newFamily(bucket []Name) *family {
	f := &family{}
	known := map[string]bool{}
	members := make([]member, len(bucket))
	for i, n := range bucket {
		members[i] = member{n, parsePerson(n.Name)}
		if p := members[i].person; len(p.given) > 0 && !p.capital {
			known[strings.Join(p.particles, " ")] = true
		}
	}
	for _, m := range members {
		if m.capital && known[m.given[0]] {
			m.particles, m.given = m.given, nil
		}
		if len(m.given) == 0 {
			f.surnames = append(f.surnames, m)
		} else {
			f.full = append(f.full, m)
		}
	}
	return f
}

// joinFullNames joins the full names of the same person: those that could be
// names of exactly the same others. So "Donald Trump" and "Donald J. Trump" are
// one, and as soon as a "Donald B. Trump" is known none of the three are.
func (f *family) joinFullNames(g *grouping) {
	alike := map[string][]member{}
	for _, m := range f.full {
		if !g.apart[m.ID] {
			key := strings.Join(append([]string{root(m.given[0]), m.suffix}, m.particles...), " ")
			alike[key] = append(alike[key], m)
		}
	}
	for _, members := range alike {
		before := map[string]string{} // names that one could also be → it
		for _, m := range members {
			could := make([]byte, len(members))
			for i, other := range members {
				if m.couldBe(other.person) {
					could[i] = 1
				}
			}
			if same, ok := before[string(could)]; ok {
				g.joinByRule(same, m.ID)
			}
			before[string(could)] = m.ID
		}
	}
}

// couldBe reports whether two full names with the same surname, particles and
// suffix could be one person's.
func (p person) couldBe(other person) bool {
	if !sameFirst(p.given[0], other.given[0]) {
		return false
	}
	for i := 1; i < min(len(p.given), len(other.given)); i++ {
		a, b := p.given[i], other.given[i]
		if a != b && !isInitialOf(a, b) && !isInitialOf(b, a) {
			return false
		}
	}
	return true
}

// isInitialOf reports whether a is a letter that b begins with.
func isInitialOf(a, b string) bool { return len([]rune(a)) == 1 && strings.HasPrefix(b, a) }

// matchSurnames pairs each surname alone with the one person it is the surname
// of: the only one known, or the only one who has one of its titles.
func (f *family) matchSurnames(g *grouping) []pair {
	var pairs []pair
	for _, m := range f.surnames {
		if g.apart[m.ID] || g.decided[m.ID] != "" {
			continue
		}
		all, titled := map[string]string{}, map[string]string{}
		for _, candidate := range f.full {
			if !m.isSurnameOf(candidate.person) {
				continue
			}
			person := g.all.find(candidate.ID)
			all[person] = candidate.ID
			if slices.ContainsFunc(m.Titles, func(title string) bool { return slices.Contains(candidate.Titles, title) }) {
				titled[person] = candidate.ID
			}
		}
		switch {
		case len(all) == 1:
			pairs = append(pairs, onlyPair(m.ID, all))
		case len(titled) == 1:
			pairs = append(pairs, onlyPair(m.ID, titled))
		}
	}
	return pairs
}

func onlyPair(id string, candidates map[string]string) pair {
	for _, candidate := range candidates {
		return pair{id, candidate}
	}
	return pair{id, id}
}

// isSurnameOf reports whether a surname alone can stand for a full name.
func (p person) isSurnameOf(full person) bool {
	return (p.suffix == "" || p.suffix == full.suffix) && (len(p.particles) == 0 || slices.Equal(p.particles, full.particles))
}
