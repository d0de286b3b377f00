package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// A column is one field of a segment turned around: from document to value.
// Facets count it, time ranges and orders read it. Bleve's doc values would
// tell the same at a hundred times the cost per document.
type column struct {
	values   []string // sorted
	ordinals []uint32 // per document: 1 + index into values; 0: no value
}

// value returns the value of a document, "" where it has none.
func (c *column) value(document uint32) string {
	if ordinal := c.ordinals[document]; ordinal > 0 {
		return c.values[ordinal-1]
	}
	return ""
}

// segmentColumns are the columns of one segment, each made when it is first
// asked for, and the segment's summary.
type segmentColumns struct {
	mu      sync.Mutex
	fields  map[string]*column
	summary *summary // of the documents that were live when it was made
}

// column returns the column of a field.
func (s *segmentView) column(field string) (*column, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if c := s.columns.fields[field]; c != nil {
		return c, nil
	}
	c := &column{ordinals: make([]uint32, s.segment.Count())}
	err := s.terms(field, "", "", func(term string, documents *roaring.Bitmap) error {
		c.values = append(c.values, term)
		for documents := documents.Iterator(); documents.HasNext(); {
			c.ordinals[documents.Next()] = uint32(len(c.values))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.columns.fields[field] = c
	return c, nil
}

// A columnCache keeps the columns of the segments that are in use. A segment
// never changes, only which of its documents are deleted.
type columnCache struct {
	mu       sync.Mutex
	segments map[uint64]*segmentColumns
}

func newColumnCache() *columnCache {
	return &columnCache{segments: map[uint64]*segmentColumns{}}
}

// of returns the columns of a segment.
func (c *columnCache) of(s *scorch.SegmentSnapshot) *segmentColumns {
	c.mu.Lock()
	defer c.mu.Unlock()
	columns := c.segments[s.Id()]
	if columns == nil {
		columns = &segmentColumns{fields: map[string]*column{}}
		c.segments[s.Id()] = columns
	}
	return columns
}

// keep drops the columns of all segments but those of the snapshot.
func (c *columnCache) keep(snapshot *scorch.IndexSnapshot) {
	used := make(map[uint64]bool, len(c.segments))
	for _, s := range snapshot.Segments() {
		used[s.Id()] = true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for id := range c.segments {
		if !used[id] {
			delete(c.segments, id)
		}
	}
}
