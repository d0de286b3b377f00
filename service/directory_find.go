package service

import (
	"maps"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/identity"
)

// identity returns the speaker that a name is, by its ID.
func (d *directory) identity(id string) (onrecord.Identity, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if s := d.identities[id]; s != nil {
		return *s, true
	}
	return onrecord.Identity{}, false
}

// resolve gives a claim the ID of the speaker whose name its own is.
func (d *directory) resolve(c *onrecord.Claim) {
	if s, ok := d.identity(c.Speaker.ID); ok {
		c.Speaker.ID = s.ID
	}
}

// resolveNew is resolve for a claim that is not in the index: its name may be
// another one of a speaker who is.
func (d *directory) resolveNew(c *onrecord.Claim) {
	if c.Speaker.ID == "" {
		return
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := summarize([]use{{c.Speaker, 1}})
	names, decisions := d.known(d.reach(map[string]bool{n.Bucket: true}, []string{n.ID}))
	if !slices.ContainsFunc(names, func(known identity.Name) bool { return known.ID == n.ID }) {
		n.Claims = 0
		names = append(names, n)
	}
	for _, s := range identity.Groups(names, decisions) {
		for _, alias := range s.Aliases {
			if alias.ID == n.ID {
				c.Speaker.ID = s.ID
			}
		}
	}
}

// resolveAll resolves each of the claims.
func (d *directory) resolveAll(claims []onrecord.Claim) {
	for i := range claims {
		d.resolve(&claims[i])
	}
}

// decision returns whose a person decided a name to be; empty where nobody did.
func (d *directory) decision(id string) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.decisions[id].speaker
}

// joinedTo returns the other names that people decided to be the speaker of a
// name.
func (d *directory) joinedTo(id string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.DeleteFunc(slices.Clone(d.chosen[id]), func(joined string) bool { return joined == id })
}

// aliases returns the IDs of all names of the speakers that some names are, and
// the names themselves, in order.
func (d *directory) aliases(ids ...string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	all := map[string]bool{}
	for _, id := range ids {
		all[id] = true
		if s := d.identities[id]; s != nil {
			for _, alias := range s.Aliases {
				all[alias.ID] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// named returns the IDs of the names that have all these words, of which the
// last may be the beginning of one.
func (d *directory) named(words []string, begins bool) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if len(words) == 0 {
		return nil
	}
	var found []string
	for _, id := range d.fewest(words, begins) {
		if d.names[id].has(words, begins) {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return found
}

// fewest returns names, few and each once, that have among them all those with
// these words.
func (d *directory) fewest(words []string, begins bool) []string {
	whole := words
	if begins {
		whole = words[:len(words)-1]
	}
	if len(whole) == 0 {
		var found []string
		for word, ids := range d.words {
			if strings.HasPrefix(word, words[0]) {
				found = append(found, ids...)
			}
		}
		slices.Sort(found)
		return slices.Compact(found)
	}
	least := d.words[whole[0]]
	for _, word := range whole[1:] {
		if ids := d.words[word]; len(ids) < len(least) {
			least = ids
		}
	}
	return least
}

func (n *name) has(words []string, begins bool) bool {
	for i, word := range words {
		prefix := begins && i == len(words)-1
		if !slices.ContainsFunc(n.words, func(w string) bool { return w == word || prefix && strings.HasPrefix(w, word) }) {
			return false
		}
	}
	return true
}

// list returns the speakers of whom some alias has all the words of a text, the
// last one as a beginning; all for a text without any.
func (d *directory) list(text string) []*onrecord.Identity {
	var words []string
	for _, token := range analysis.Words(text) {
		words = append(words, token.Term)
	}
	found := map[*onrecord.Identity]bool{}
	if len(words) == 0 {
		d.mu.RLock()
		defer d.mu.RUnlock()
		for _, s := range d.identities {
			found[s] = true
		}
		return slices.Collect(maps.Keys(found))
	}
	ids := d.named(words, true)
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, id := range ids {
		if s := d.identities[id]; s != nil {
			found[s] = true
		}
	}
	return slices.Collect(maps.Keys(found))
}

// A titleCount is a title of a speaker with the keys of the claims that have it.
type titleCount struct {
	title  string
	claims int
	keys   []string // of FieldSpeakerAs
}

// titles returns the titles of a speaker, those of the most claims first.
// Titles that differ in case only are one, as most claims state it.
func (d *directory) titles(s *onrecord.Identity) []titleCount {
	d.mu.RLock()
	defer d.mu.RUnlock()
	counts := map[string]*titleCount{}
	stated := map[string]map[string]int{}
	for _, alias := range s.Aliases {
		n := d.names[alias.ID]
		if n == nil {
			continue
		}
		for _, u := range n.uses {
			folded := analysis.Fold(u.speaker.Title)
			if folded == "" {
				continue
			}
			if counts[folded] == nil {
				counts[folded], stated[folded] = &titleCount{}, map[string]int{}
			}
			counts[folded].claims += u.claims
			counts[folded].keys = append(counts[folded].keys, u.speaker.Key())
			stated[folded][u.speaker.Title] += u.claims
		}
	}
	titles := make([]titleCount, 0, len(counts))
	for folded, count := range counts {
		count.title = most(stated[folded])
		titles = append(titles, *count)
	}
	slices.SortFunc(titles, func(a, b titleCount) int {
		if a.claims != b.claims {
			return b.claims - a.claims
		}
		return strings.Compare(a.title, b.title)
	})
	return titles
}
