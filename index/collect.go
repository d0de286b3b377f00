package index

import (
	"cmp"
	"container/heap"
	"slices"

	"github.com/onrecord/onrecord"
)

// A hit is a document that matches, with what it is ordered by.
type hit struct {
	segment  *segmentView
	document uint32
	score    float64
	time     string // time key; "" where there is no date
	name     string // resource name; "" until it is asked for
	group    uint64 // in a collapsed search: see groupKeys
	place    int    // in the heap
}

// A collector keeps the first hits in an order: a heap with the last of those
// kept on top.
type collector struct {
	order onrecord.Order
	limit int
	after *hit // the place behind which a page begins; nil: the beginning
	hits  []*hit
	kept  map[uint64]*hit // in a collapsed search: of hits those of a group, by its key
	err   error           // of reading a name; the order is not good after it
}

// offer keeps a copy of the hit if it is one of the first. Most are not, and
// cost no allocation.
func (c *collector) offer(h *hit) {
	if c.after != nil && c.compare(h, c.after) <= 0 {
		return
	}
	switch {
	case len(c.hits) < c.limit:
		kept := *h
		heap.Push(c, &kept)
	case c.limit > 0 && c.compare(h, c.hits[0]) < 0:
		*c.hits[0] = *h
		heap.Fix(c, 0)
	}
}

// sorted returns the hits in order.
func (c *collector) sorted() ([]*hit, error) {
	slices.SortFunc(c.hits, c.compare)
	return c.hits, c.err
}

// least returns a score that every hit which is still to come among the first
// has at least. No score is negative.
func (c *collector) least() float64 {
	if c.order == onrecord.OrderRelevance && len(c.hits) == c.limit && c.limit > 0 {
		return c.hits[0].score
	}
	return 0
}

// compare is negative where a comes before b.
func (c *collector) compare(a, b *hit) int {
	if c.order == onrecord.OrderRelevance && a.score != b.score {
		return cmp.Compare(b.score, a.score)
	}
	if a.time != b.time {
		switch {
		case a.time == "":
			return 1
		case b.time == "":
			return -1
		case c.order == onrecord.OrderOldest:
			return cmp.Compare(a.time, b.time)
		}
		return cmp.Compare(b.time, a.time)
	}
	return cmp.Compare(c.nameOf(a), c.nameOf(b))
}

// nameOf reads the name of a hit the first time it is needed: most hits are
// never compared by it.
func (c *collector) nameOf(h *hit) string {
	if h.name == "" && h.segment != nil {
		name, err := h.segment.name(h.document)
		if err != nil && c.err == nil {
			c.err = err
		}
		h.name = name
	}
	return h.name
}

// The methods of heap.Interface.

func (c *collector) Len() int           { return len(c.hits) }
func (c *collector) Less(i, j int) bool { return c.compare(c.hits[i], c.hits[j]) > 0 }
func (c *collector) Swap(i, j int) {
	c.hits[i], c.hits[j] = c.hits[j], c.hits[i]
	c.hits[i].place, c.hits[j].place = i, j
}
func (c *collector) Push(h any) {
	kept := h.(*hit)
	kept.place = len(c.hits)
	c.hits = append(c.hits, kept)
}
func (c *collector) Pop() any {
	last := c.hits[len(c.hits)-1]
	c.hits = c.hits[:len(c.hits)-1]
	return last
}
