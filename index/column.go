package index

import (
	"math"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/onrecord/onrecord"
)

// A column is one field of a segment turned around: from document to value.
// Facets count it, time ranges and orders read it. Bleve's doc values would
// tell the same at a hundred times the cost per document.
type column struct {
	values   []string // sorted
	ordinals []uint32 // per document: 1 + index into values; 0: no value
}

// value returns the value of a document, "" where it has none.
func (c *column) value(document uint32) string { return c.at(c.ordinals[document]) }

// at returns the value of an ordinal, "" for 0.
func (c *column) at(ordinal uint32) string {
	if ordinal == 0 {
		return ""
	}
	return c.values[ordinal-1]
}

// segmentColumns are the columns of one segment, each made when it is first
// asked for, and the segment's summary.
type segmentColumns struct {
	mu       sync.Mutex
	fields   map[string]*column
	orders   map[string]*timeOrder
	lengths  []uint16            // per document: terms of FieldText, at most 65,535
	groups   map[string][]uint64 // see groupKeys
	prints   *prints
	summary  *summary // of the documents that were live when it was made
	numbered map[onrecord.Field]numbered
	recent   *recentPostings // guarded by the columnCache

	sequences atomic.Pointer[sequences] // nil: not made
}

// column returns the column of a field.
func (s *segmentView) column(field string) (*column, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if c := s.columns.fields[field]; c != nil {
		return c, nil
	}
	c := &column{ordinals: make([]uint32, s.segment.Count())}
	err := s.eachWord(field, "", "", func(value []byte, p wordPosting) error {
		c.values = append(c.values, string(value))
		return p.Each(func(document uint32) { c.ordinals[document] = uint32(len(c.values)) })
	})
	if err != nil {
		return nil, err
	}
	s.columns.fields[field] = c
	return c, nil
}

// times returns the order by which a claim is filed.
func (s *segmentView) times() (*timeOrder, error) { return s.order(string(onrecord.FieldSaid)) }

// order returns the time order of a field.
func (s *segmentView) order(field string) (*timeOrder, error) {
	c, err := s.column(field)
	if err != nil {
		return nil, err
	}
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	o := s.columns.orders[field]
	if o == nil {
		o = newTimeOrder(c)
		s.columns.orders[field] = o
	}
	return o, nil
}

// lengths returns how many terms each document has in FieldText.
func (s *segmentView) lengths() ([]uint16, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if s.columns.lengths != nil {
		return s.columns.lengths, nil
	}
	lengths := make([]uint16, s.segment.Count())
	err := s.eachWord(fieldTextLength, "", "", func(term []byte, p wordPosting) error {
		length, err := strconv.Atoi(string(term))
		if err != nil {
			return unavailable(err)
		}
		return p.Each(func(document uint32) { lengths[document] = uint16(min(length, math.MaxUint16)) })
	})
	if err == nil {
		s.columns.lengths = lengths
	}
	return lengths, err
}

// A columnCache keeps the columns of the segments that are in use. A segment
// never changes, only which of its documents are deleted.
type columnCache struct {
	mu         sync.Mutex
	segments   map[uint64]*segmentColumns
	numberings *numberings
}

func newColumnCache() *columnCache {
	return &columnCache{segments: map[uint64]*segmentColumns{}, numberings: newNumberings()}
}

// present returns the numberings in use.
func (c *columnCache) present() *numberings {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.numberings
}

// of returns the columns of a segment, and the postings of its file or, until it
// has one, its memory.
func (c *columnCache) of(s *scorch.SegmentSnapshot) (*segmentColumns, *recentPostings) {
	c.mu.Lock()
	defer c.mu.Unlock()
	columns := c.segments[s.Id()]
	if columns == nil {
		columns = &segmentColumns{fields: map[string]*column{}, orders: map[string]*timeOrder{}, numbered: map[onrecord.Field]numbered{}}
		c.segments[s.Id()] = columns
	}
	if columns.recent == nil || columns.recent.of != s.Segment() {
		columns.recent = newRecentPostings(s.Segment())
	}
	return columns, columns.recent
}

// keep drops the columns of all segments but those of the snapshot, and the
// numberings where most of their values are of dropped segments.
func (c *columnCache) keep(snapshot *scorch.IndexSnapshot) {
	used := make(map[uint64]bool, len(c.segments))
	for _, s := range snapshot.Segments() {
		used[s.Id()] = true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	values := 0
	for id, columns := range c.segments {
		if used[id] {
			values += columns.numberedValues()
		} else {
			delete(c.segments, id)
		}
	}
	const spare = 10_000 // values that are not worth the work
	if c.numberings.size() > 2*values+spare {
		c.numberings = newNumberings()
	}
}

// numberedValues counts the values that have numbers.
func (s *segmentColumns) numberedValues() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	values := 0
	for _, n := range s.numbered {
		values += len(n.numbers)
	}
	return values
}
