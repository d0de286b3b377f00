package service

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/identity"
)

// A directory holds the names of the index in memory, and whose they are. It
// takes what articles bring and take away one by one; each time only the names
// that could be touched are looked at again. It is safe for concurrent use.
type directory struct {
	mu         sync.RWMutex
	names      map[string]*name              // by ID
	buckets    map[string][]string           // identity.BucketOf → IDs
	words      map[string][]string           // word of a name → IDs
	decisions  map[string]decision           // by the ID of the name decided on
	chosen     map[string][]string           // speaker of decisions → IDs of the names
	identities map[string]*onrecord.Identity // by the ID of each alias; never changed once they are there
	joined     uint64                        // raised whenever a name becomes another speaker's
}

// A name is all that the index says of one speaker ID.
type name struct {
	identity.Name
	words []string // different ones
	uses  []use
}

// A use is how often claims have just this speaker.
type use struct {
	speaker onrecord.Speaker
	claims  int
}

// A decision is a person's, with the version of its entry.
type decision struct {
	speaker string // empty: taken back
	version int
}

func newDirectory(uses []use, decisions map[string]decision) *directory {
	d := &directory{
		names: make(map[string]*name, len(uses)), buckets: make(map[string][]string, len(uses)), words: make(map[string][]string, len(uses)),
		decisions: decisions, chosen: map[string][]string{}, identities: make(map[string]*onrecord.Identity, len(uses)),
	}
	for id, made := range decisions {
		if made.speaker != "" {
			put(d.chosen, made.speaker, id)
		}
	}
	for _, u := range uses {
		n := d.names[u.speaker.ID]
		if n == nil {
			n = &name{}
			d.names[u.speaker.ID] = n
		}
		n.uses = append(n.uses, u)
	}
	for _, n := range d.names {
		n.Name = summarize(n.uses)
		d.file(n)
	}
	d.groupAll()
	return d
}

// groupAll decides anew whose all the names are, part by part: most names have
// nothing to do with any other.
func (d *directory) groupAll() {
	grouped := make(map[string]bool, len(d.buckets))
	for bucket := range d.buckets {
		if grouped[bucket] {
			continue
		}
		reached := map[string]bool{bucket: true}
		d.group(d.reach(reached, nil))
		for bucket := range reached {
			grouped[bucket] = true
		}
	}
}

// change takes note of claims that have come into the index and of others that
// have left it.
func (d *directory) change(gone, come []onrecord.Claim) {
	changes := map[onrecord.Speaker]int{}
	for i := range gone {
		changes[gone[i].Speaker]--
	}
	for i := range come {
		changes[come[i].Speaker]++
	}
	maps.DeleteFunc(changes, func(s onrecord.Speaker, change int) bool { return s.ID == "" || change == 0 })
	if len(changes) == 0 {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	touched := map[string]bool{}
	var ids []string
	for speaker, change := range changes {
		ids = append(ids, speaker.ID)
		for _, bucket := range d.count(speaker, change) {
			touched[bucket] = true
		}
	}
	d.group(d.reach(touched, ids))
}

// count changes how often a speaker is used. It returns the buckets of its
// name, before and after.
func (d *directory) count(speaker onrecord.Speaker, change int) []string {
	n := d.names[speaker.ID]
	if n == nil {
		n = &name{}
		d.names[speaker.ID] = n
	}
	before := n.Name
	i := slices.IndexFunc(n.uses, func(u use) bool { return u.speaker == speaker })
	if i < 0 {
		i = len(n.uses)
		n.uses = append(n.uses, use{speaker: speaker})
	}
	// Writers of one article may come in the wrong order: then a count is
	// below 0 for a moment.
	if n.uses[i].claims += change; n.uses[i].claims == 0 {
		n.uses = slices.Delete(n.uses, i, i+1)
	}
	if len(n.uses) == 0 {
		d.unfile(n)
		delete(d.names, speaker.ID)
		if d.speakerOf(speaker.ID) != speaker.ID {
			d.joined++
		}
		delete(d.identities, speaker.ID)
		return []string{before.Bucket}
	}
	n.Name = summarize(n.uses)
	if n.Name.Name != before.Name || n.Bucket != before.Bucket {
		now := n.Name
		n.Name = before
		d.unfile(n)
		n.Name = now
		d.file(n)
	}
	return []string{before.Bucket, n.Bucket}
}

// file puts a name where it can be found.
func (d *directory) file(n *name) {
	n.words = n.words[:0]
	for _, token := range analysis.Words(n.Name.Name) {
		if !slices.Contains(n.words, token.Term) {
			n.words = append(n.words, token.Term)
			put(d.words, token.Term, n.ID)
		}
	}
	put(d.buckets, n.Bucket, n.ID)
}

// unfile takes a name away from where file has put it.
func (d *directory) unfile(n *name) {
	take(d.buckets, n.Bucket, n.ID)
	for _, word := range n.words {
		take(d.words, word, n.ID)
	}
}

// summarize returns a name with what most of its claims say.
func summarize(uses []use) identity.Name {
	n := identity.Name{ID: uses[0].speaker.ID}
	if len(uses) == 1 {
		s := uses[0].speaker
		n.Name, n.Type, n.Claims = s.Name, s.Type, uses[0].claims
		if title := analysis.Fold(s.Title); title != "" {
			n.Titles = []string{title}
		}
		n.Bucket = identity.BucketOf(n)
		return n
	}
	names, types, titles := map[string]int{}, map[onrecord.SpeakerType]int{}, map[string]bool{}
	for _, u := range uses {
		n.Claims += u.claims
		names[u.speaker.Name] += u.claims
		types[u.speaker.Type] += u.claims
		if title := analysis.Fold(u.speaker.Title); title != "" {
			titles[title] = true
		}
	}
	n.Name, n.Type = most(names), most(types)
	n.Titles = slices.Sorted(maps.Keys(titles))
	n.Bucket = identity.BucketOf(n)
	return n
}

// most returns the key of the highest count, of several the least key.
func most[K cmp.Ordered](counts map[K]int) K {
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b K) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

// reach returns the names of the buckets, and all that could be of one speaker
// with one of those or with one of the IDs. It adds the buckets of all these to
// buckets, which may be nil.
func (d *directory) reach(buckets map[string]bool, ids []string) []string {
	seen := map[string]bool{}
	var reached []string
	visit := func(id string) {
		if !seen[id] {
			seen[id] = true
			reached = append(reached, id)
		}
	}
	open := func(bucket string) {
		for _, id := range d.buckets[bucket] {
			visit(id)
		}
	}
	for bucket := range buckets {
		open(bucket)
	}
	for _, id := range ids {
		visit(id)
	}
	for i := 0; i < len(reached); i++ {
		id := reached[i]
		if n := d.names[id]; n != nil && !buckets[n.Bucket] {
			if buckets == nil {
				buckets = map[string]bool{}
			}
			buckets[n.Bucket] = true
			open(n.Bucket)
		}
		if speaker := d.decisions[id].speaker; speaker != "" {
			visit(speaker)
		}
		for _, id := range d.chosen[id] {
			visit(id)
		}
	}
	return reached
}

// group decides anew whose the names are. They are all of those that reach
// leads to from one of them.
func (d *directory) group(ids []string) {
	for _, s := range identity.Groups(d.known(ids)) {
		for _, alias := range s.Aliases {
			if d.speakerOf(alias.ID) != s.ID {
				d.joined++
			}
			d.identities[alias.ID] = &s
		}
	}
}

// known returns the names that the index has of some, and the decisions on
// them.
func (d *directory) known(ids []string) (names []identity.Name, decisions []identity.Decision) {
	for _, id := range ids {
		if n := d.names[id]; n != nil {
			names = append(names, n.Name)
		}
		if speaker := d.decisions[id].speaker; speaker != "" {
			decisions = append(decisions, identity.Decision{Name: id, Speaker: speaker})
		}
	}
	return names, decisions
}

// put adds an ID, which is not there yet, under a key.
func put(lists map[string][]string, key, id string) { lists[key] = append(lists[key], id) }

// take takes an ID away.
func take(lists map[string][]string, key, id string) {
	list := lists[key]
	i := slices.Index(list, id)
	switch {
	case i < 0:
	case len(list) == 1:
		delete(lists, key)
	default:
		list[i] = list[len(list)-1] // their order does not count
		lists[key] = list[:len(list)-1]
	}
}
