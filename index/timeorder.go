package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
)

// A timeOrder is the column of a time field, of date keys, with the documents
// in its order.
type timeOrder struct {
	*column
	documents []uint32 // by time, those without one first
	starts    []uint32 // per ordinal, and one more: where its documents begin
}

// newTimeOrder sorts the documents of a column by counting.
func newTimeOrder(c *column) *timeOrder {
	o := &timeOrder{column: c, documents: make([]uint32, len(c.ordinals)), starts: make([]uint32, len(c.values)+2)}
	for _, ordinal := range c.ordinals {
		o.starts[ordinal+1]++
	}
	for i := 1; i < len(o.starts); i++ {
		o.starts[i] += o.starts[i-1]
	}
	next := slices.Clone(o.starts)
	for document, ordinal := range c.ordinals {
		o.documents[next[ordinal]] = uint32(document)
		next[ordinal]++
	}
	return o
}

// ordinals returns the range of ordinals, both ends included, whose values lie
// in [from, to); an empty bound is open. It is empty where low > high.
func (c *column) between(from, to string) (low, high uint32) {
	first, _ := slices.BinarySearch(c.values, from)
	last := len(c.values)
	if to != "" {
		last, _ = slices.BinarySearch(c.values, to)
	}
	return uint32(first) + 1, uint32(last)
}

// within returns the documents whose ordinals are from low to high.
func (o *timeOrder) within(low, high uint32) *roaring.Bitmap {
	if low > high {
		return roaring.New()
	}
	found := make([]uint64, len(o.ordinals)/64+1)
	for _, document := range o.documents[o.starts[low]:o.starts[high+1]] {
		found[document/64] |= 1 << (document % 64)
	}
	return roaring.FromDense(found, false)
}

// walk offers the matches in the order that the collector keeps until none of
// the others can be among the first. It does nothing, and returns false, where
// looking at every match takes fewer steps.
func (o *timeOrder) walk(c *collector, matches *roaring.Bitmap, offer func(document uint32)) bool {
	found := float64(matches.GetCardinality())
	if expected := float64(c.limit+1) * float64(len(o.documents)) / found; expected > found {
		return false
	}
	first, last, step := len(o.values), 0, -1
	if c.order == onrecord.OrderOldest {
		first, last, step = 1, len(o.values)+1, 1
	}
	switch after := c.after; {
	case after == nil:
	case after.time == "":
		first = last // behind all that have a time
	case c.order == onrecord.OrderOldest:
		at, _ := slices.BinarySearch(o.values, after.time)
		first = at + 1
	default:
		first, _ = slices.BinarySearch(o.values, after.time+"\xff") // behind every precision
	}
	for ordinal := first; ordinal != last; ordinal += step {
		if c.full(timeOf(o.values[ordinal-1])) {
			return true
		}
		o.offer(ordinal, matches, offer)
	}
	if len(c.hits) < c.limit || c.hits[0].time == "" {
		o.offer(0, matches, offer)
	}
	return true
}

// offer offers the matches of one ordinal.
func (o *timeOrder) offer(ordinal int, matches *roaring.Bitmap, offer func(document uint32)) {
	for _, document := range o.documents[o.starts[ordinal]:o.starts[ordinal+1]] {
		if matches.Contains(document) {
			offer(document)
		}
	}
}

// full reports whether there are as many hits as can be, all of them before
// that time in a time order.
func (c *collector) full(time string) bool {
	return len(c.hits) == c.limit && c.compare(&hit{time: time}, c.hits[0]) > 0 && time != c.hits[0].time
}
