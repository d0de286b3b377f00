package index

import (
	"container/heap"
	"hash/maphash"
)

// A collapsed search has the matches of all segments in hand before it offers
// any: a group whose first hit is on an earlier page must not come again by
// another one.

// hashSeed makes keys those of this process.
var hashSeed = maphash.MakeSeed()

// hashKey returns a key of a keySet, never 0 nor 1, for a string. Two that are
// not the same have the same one once in 10^19 pairs.
func hashKey(value []byte) uint64 { return maphash.Bytes(hashSeed, value) | 2 }

// groupKeys returns, for each document of the segment, the hashKey of its value of
// a keyword field; 0 where it has none.
func (s *segmentView) groupKeys(field string) ([]uint64, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if keys := s.columns.groups[field]; keys != nil {
		return keys, nil
	}
	keys := make([]uint64, s.segment.Count())
	err := s.eachWord(field, "", "", func(value []byte, p wordPosting) error {
		key := hashKey(value)
		return p.Each(func(document uint32) { keys[document] = key })
	})
	if err != nil {
		return nil, err
	}
	if s.columns.groups == nil {
		s.columns.groups = map[string][]uint64{}
	}
	s.columns.groups[field] = keys
	return keys, nil
}

// A segmentMatches is what matches in a segment, with what it is ordered by.
type segmentMatches struct {
	segment   *segmentView
	documents []uint32
	scores    []float64 // nil: all 0
	times     *column
	groups    []uint64 // by document
}

// hit fills h with the match at a place.
func (m *segmentMatches) hit(place int, h *hit) {
	document := m.documents[place]
	*h = hit{segment: m.segment, document: document, time: timeOf(m.times.value(document)), group: m.groups[document]}
	if m.scores != nil {
		h.score = m.scores[place]
	}
}

// collapse offers the first match of each group to the collector, and counts
// the groups.
func (run *searchRun) collapse() (groups int) {
	set := newKeySet(run.total)
	var h hit
	for i := range run.matches {
		m := &run.matches[i]
		for place := range m.documents {
			m.hit(place, &h)
			if h.group == 0 {
				groups++
				continue
			}
			if set.add(h.group) {
				groups++
			}
			if run.collector.isBehind(&h) {
				continue
			}
			set.mark(h.group)
		}
	}
	if run.collector.limit == 0 {
		return groups
	}
	run.collector.kept = map[uint64]*hit{}
	for i := range run.matches {
		m := &run.matches[i]
		for place := range m.documents {
			if m.hit(place, &h); h.group == 0 || !set.marked(h.group) {
				run.collector.offerGroup(&h)
			}
		}
	}
	return groups
}

// isBehind reports whether a hit is behind the place where the page begins.
func (c *collector) isBehind(h *hit) bool { return c.after == nil || c.compare(h, c.after) > 0 }

// offerGroup is offer, but keeps one hit of each group.
func (c *collector) offerGroup(h *hit) {
	if kept := c.kept[h.group]; kept != nil && h.group != 0 {
		if c.compare(h, kept) < 0 {
			h.place = kept.place
			*kept = *h
			heap.Fix(c, kept.place)
		}
		return
	}
	full := len(c.hits) == c.limit
	if full && c.compare(h, c.hits[0]) >= 0 || !c.isBehind(h) {
		return
	}
	kept := *h
	if full {
		delete(c.kept, c.hits[0].group)
		c.hits[0] = &kept
		heap.Fix(c, 0)
	} else {
		heap.Push(c, &kept)
	}
	c.kept[kept.group] = &kept
}

// A keySet is a set of keys, each of which may be marked: an open table with
// the mark in the lowest bit.
type keySet struct{ slots []uint64 }

func newKeySet(most int) *keySet {
	size := 16
	for size < 2*most {
		size *= 2
	}
	return &keySet{make([]uint64, size)}
}

// find returns the slot of a key, or the empty one where it belongs.
func (s *keySet) find(key uint64) *uint64 {
	for i := key >> 1; ; i++ {
		slot := &s.slots[i&uint64(len(s.slots)-1)]
		if *slot == 0 || *slot&^1 == key&^1 {
			return slot
		}
	}
}

// add adds a key and reports whether it is new.
func (s *keySet) add(key uint64) bool {
	slot := s.find(key)
	isNew := *slot == 0
	if isNew {
		*slot = key &^ 1
	}
	return isNew
}

// mark marks a key that is in the set.
func (s *keySet) mark(key uint64) { *s.find(key) |= 1 }

func (s *keySet) marked(key uint64) bool { return *s.find(key)&1 != 0 }
