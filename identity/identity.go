// Package identity decides which names are one speaker's: from the names that
// articles give and what people decided, values in, values out. The same names
// and decisions give the same answer in whatever order they come.
//
// The rules are cautious: two names that could be two speakers' stay apart
// until a person joins them. The names of persons are of one person where the
// surname and the first name are the same ("Donald J. Trump", "Donald Trump")
// and nothing known speaks against it: no other middle name, no "Jr.". A
// surname alone is that of the one person who is known to have it, or of the
// one who has its title too. Organizations are the same with and without "the",
// and as "Department of X" and "X Department". A person is never an
// organization.
package identity

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
)

// A Name is a name that articles attribute claims to.
type Name struct {
	ID     string // onrecord.Speaker.ID
	Name   string
	Type   onrecord.SpeakerType
	Claims int
	Titles []string // the different titles it has, folded
	Bucket string   // what BucketOf says; empty: Groups asks
}

// A Decision is what a person said of a name. There is at most one for each.
type Decision struct {
	Name string // ID
	// Speaker is the ID of the name whose speaker it is; the same ID: it is a
	// speaker of its own, whatever the rules say.
	Speaker string
}

// own reports whether the decision sets a name apart.
func (d Decision) own() bool { return d.Name == d.Speaker }

// Groups returns the speakers that the names are, in the order of their IDs;
// without titles and dates. Each name is an alias of one of them.
//
// What becomes of a name hangs only on the names of its bucket and of those
// that decisions, from one to the next, lead to.
func Groups(names []Name, decisions []Decision) []onrecord.Identity {
	if len(names) == 1 {
		return []onrecord.Identity{new(grouping).identity(names)}
	}
	names = slices.SortedFunc(slices.Values(names), func(a, b Name) int { return cmp.Compare(a.ID, b.ID) })
	g := &grouping{
		rule: sets{}, all: sets{},
		apart: map[string]bool{}, decided: map[string]string{}, chosen: map[string]bool{},
	}
	for _, d := range decisions {
		if d.own() {
			g.apart[d.Name] = true
		} else {
			g.decided[d.Name], g.chosen[d.Speaker] = d.Speaker, true
		}
	}
	buckets := make(map[string][]Name, len(names))
	for _, n := range names {
		if n.Bucket == "" {
			n.Bucket = BucketOf(n)
		}
		buckets[n.Bucket] = append(buckets[n.Bucket], n)
	}
	g.join(buckets)
	return g.identities(buckets)
}

// A grouping is names on their way to speakers.
type grouping struct {
	rule    sets              // joined by rules
	all     sets              // joined by rules and by people
	apart   map[string]bool   // names that are speakers of their own
	decided map[string]string // name → the name whose speaker it is
	chosen  map[string]bool   // the names that others were joined to
}

// join applies the rules and the decisions. Surnames come last: how many
// persons have one is known only then.
func (g *grouping) join(buckets map[string][]Name) {
	var persons []*family
	for _, bucket := range buckets {
		if len(bucket) == 1 {
			continue
		}
		if bucket[0].Type == onrecord.SpeakerPerson {
			f := newFamily(bucket)
			f.joinFullNames(g)
			persons = append(persons, f)
			continue
		}
		g.joinBodies(bucket)
	}
	for name, speaker := range g.decided {
		g.all.join(name, speaker)
	}
	var surnames []pair
	for _, f := range persons {
		surnames = append(surnames, f.matchSurnames(g)...)
	}
	for _, p := range surnames {
		g.rule.join(p.a, p.b)
		g.all.join(p.a, p.b)
	}
}

// A pair is two names that are the same speaker's.
type pair struct{ a, b string }

// joinByRule says that a rule makes two names one speaker's.
func (g *grouping) joinByRule(a, b string) {
	g.rule.join(a, b)
	g.all.join(a, b)
}

// identities returns the groups as speakers. Most names are alone.
func (g *grouping) identities(buckets map[string][]Name) []onrecord.Identity {
	identities := make([]onrecord.Identity, 0, len(buckets))
	groups := map[string][]Name{}
	for _, bucket := range buckets {
		for _, n := range bucket {
			if len(bucket) == 1 && g.decided[n.ID] == "" && !g.chosen[n.ID] {
				identities = append(identities, g.identity(bucket))
				continue
			}
			root := g.all.find(n.ID)
			groups[root] = append(groups[root], n)
		}
	}
	for _, group := range groups {
		identities = append(identities, g.identity(group))
	}
	slices.SortFunc(identities, func(a, b onrecord.Identity) int { return cmp.Compare(a.ID, b.ID) })
	return identities
}

// identity makes one speaker of a group.
func (g *grouping) identity(group []Name) onrecord.Identity {
	main := slices.MinFunc(group, g.compare)
	s := onrecord.Identity{ID: main.ID, Name: main.Name, Type: main.Type}
	for _, n := range group {
		alias := onrecord.Alias{ID: n.ID, Name: n.Name, Claims: n.Claims, Origin: onrecord.AliasPerson}
		switch {
		case n.ID == main.ID:
			alias.Origin = onrecord.AliasSameName
		case g.rule.find(n.ID) == g.rule.find(main.ID):
			alias.Origin = onrecord.AliasRule
		}
		s.Aliases = append(s.Aliases, alias)
		s.Claims += n.Claims
	}
	slices.SortFunc(s.Aliases, func(a, b onrecord.Alias) int {
		return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(a.ID, b.ID))
	})
	return s
}

// compare is negative where a is the better name of a speaker: the one that a
// person joined the others to, then a full name, then the most frequent.
func (g *grouping) compare(a, b Name) int {
	return cmp.Or(
		first(g.chosen[a.ID] && g.decided[a.ID] == "", g.chosen[b.ID] && g.decided[b.ID] == ""),
		first(g.chosen[a.ID], g.chosen[b.ID]),
		first(isFull(a), isFull(b)),
		cmp.Compare(b.Claims, a.Claims),
		cmp.Compare(len(b.Name), len(a.Name)),
		cmp.Compare(a.ID, b.ID),
	)
}

// isFull reports whether a name is more than a surname.
func isFull(n Name) bool {
	return n.Type != onrecord.SpeakerPerson || len(parsePerson(n.Name).given) > 0
}

// first compares two conditions: what holds comes first.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// sets are disjoint sets of IDs; an ID that is not there is alone.
type sets map[string]string

func (s sets) find(id string) string {
	for {
		parent, ok := s[id]
		if !ok {
			return id
		}
		if grandparent, ok := s[parent]; ok {
			s[id] = grandparent
		}
		id = parent
	}
}

func (s sets) join(a, b string) {
	if a, b = s.find(a), s.find(b); a != b {
		s[max(a, b)] = min(a, b)
	}
}
