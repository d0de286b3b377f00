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

// An ordinalRange are the ordinals from low to high, both included; none where
// low > high.
type ordinalRange struct{ low, high uint32 }

func (r ordinalRange) has(ordinal uint32) bool { return r.low <= ordinal && ordinal <= r.high }

// between returns the ordinals whose values lie in [from, to); an empty bound is
// open. What has no value lies in no range.
func (c *column) between(from, to string) ordinalRange {
	first, _ := slices.BinarySearch(c.values, from)
	last := len(c.values)
	if to != "" {
		last, _ = slices.BinarySearch(c.values, to)
	}
	return ordinalRange{uint32(first) + 1, uint32(last)}
}

// of returns the documents of a range, by time.
func (o *timeOrder) of(r ordinalRange) []uint32 {
	if r.low > r.high {
		return nil
	}
	return o.documents[o.starts[r.low]:o.starts[r.high+1]]
}

// count counts the documents of a range.
func (o *timeOrder) count(r ordinalRange) int { return len(o.of(r)) }

// within returns the documents of a range.
func (o *timeOrder) within(r ordinalRange) *roaring.Bitmap {
	found := make([]uint64, len(o.ordinals)/64+1)
	for _, document := range o.of(r) {
		found[document/64] |= 1 << (document % 64)
	}
	return roaring.FromDense(found, false)
}

// walk offers the matches in the order that the collector keeps until none of
// the others can be among the first. It does nothing, and returns false, where
// looking at every match takes fewer steps.
func (o *timeOrder) walk(c *collector, s *segmentRun, offer func(document uint32)) bool {
	all := ordinalRange{1, uint32(len(o.values))}
	if s.matches == nil {
		all = s.within
	}
	found := float64(s.count)
	if expected := float64(c.limit+1) * float64(o.count(all)) / found; expected > found && s.matches != nil {
		return false
	}
	matching := s.membership()
	rest := o.behind(c, all)
	for rest.low <= rest.high {
		ordinal := rest.high
		if c.order == onrecord.OrderOldest {
			ordinal = rest.low
			rest.low++
		} else {
			rest.high--
		}
		if c.full(timeOf(o.values[ordinal-1])) {
			return true
		}
		o.offer(ordinal, matching, offer)
	}
	if s.matches != nil && (len(c.hits) < c.limit || c.hits[0].time == "") {
		o.offer(0, matching, offer)
	}
	return true
}

// behind returns those of the ordinals that can be behind the place where the
// collector begins.
func (o *timeOrder) behind(c *collector, r ordinalRange) ordinalRange {
	switch after := c.after; {
	case after == nil:
	case after.time == "": // behind all that have a time
		r.low = r.high + 1
	case c.order == onrecord.OrderOldest:
		at, _ := slices.BinarySearch(o.values, after.time)
		r.low = max(r.low, uint32(at)+1)
	default:
		at, _ := slices.BinarySearch(o.values, after.time+"\xff") // behind every precision
		r.high = min(r.high, uint32(at))
	}
	return r
}

// offer offers the matches of one ordinal.
func (o *timeOrder) offer(ordinal uint32, matching func(document uint32) bool, offer func(document uint32)) {
	for _, document := range o.documents[o.starts[ordinal]:o.starts[ordinal+1]] {
		if matching(document) {
			offer(document)
		}
	}
}

// full reports whether there are as many hits as can be, all of them before
// that time in a time order.
func (c *collector) full(time string) bool {
	return len(c.hits) == c.limit && c.compare(&hit{time: time}, c.hits[0]) > 0 && time != c.hits[0].time
}

// A lateness tells, of a segment's matches with the score of the last hit that is
// kept, those that are not among the first as they are older: claims of one length
// with one word of the query have the same score, and are many.
type lateness struct {
	collector *collector
	times     *timeOrder
	last      string // time of the last hit
	first     uint32 // the ordinal from which on matches are not older
}

func (l *lateness) rejects(score float64, ordinal uint32) bool {
	c := l.collector
	if len(c.hits) < c.limit || score != c.hits[0].score {
		return false
	}
	if last := c.hits[0].time; last != l.last {
		if l.last, l.first = last, 0; last != "" {
			at, _ := slices.BinarySearch(l.times.values, last)
			l.first = uint32(at) + 1
		}
	}
	return ordinal < l.first
}
