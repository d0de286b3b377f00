package index

import (
	"sync"

	"github.com/onrecord/onrecord"
)

// A numbering gives the values of a field numbers that are the same in all
// segments, so that counting over segments compares no strings. It only grows;
// see columnCache.keep.
type numbering struct {
	mu      sync.RWMutex
	numbers map[string]uint32
	values  []string // by number
}

// of returns the numbers of values, as many.
func (n *numbering) of(values []string) []uint32 {
	n.mu.Lock()
	defer n.mu.Unlock()
	numbers := make([]uint32, len(values))
	for i, value := range values {
		number, known := n.numbers[value]
		if !known {
			number = uint32(len(n.values))
			n.numbers[value] = number
			n.values = append(n.values, value)
		}
		numbers[i] = number
	}
	return numbers
}

// all returns the values by number, as many as there are now.
func (n *numbering) all() []string {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.values[:len(n.values):len(n.values)]
}

// numbered are the numbers of a column's values, by ordinal less one.
type numbered struct {
	by      *numbering
	numbers []uint32
}

// numbered returns a column with the numbers of its values.
func (s *segmentView) numbered(field onrecord.Field) (*column, []uint32, error) {
	c, err := s.column(string(field))
	if err != nil {
		return nil, nil, err
	}
	by := s.numberings.field(field)
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	known := s.columns.numbered[field]
	if known.by != by {
		known = numbered{by, by.of(c.values)}
		s.columns.numbered[field] = known
	}
	return c, known.numbers, nil
}

// numberings are those of all fields that were counted.
type numberings struct {
	mu     sync.Mutex
	fields map[onrecord.Field]*numbering
}

func newNumberings() *numberings { return &numberings{fields: map[onrecord.Field]*numbering{}} }

func (ns *numberings) field(field onrecord.Field) *numbering {
	ns.mu.Lock()
	defer ns.mu.Unlock()
	n := ns.fields[field]
	if n == nil {
		n = &numbering{numbers: map[string]uint32{}}
		ns.fields[field] = n
	}
	return n
}

// size counts the values of all fields.
func (ns *numberings) size() int {
	ns.mu.Lock()
	defer ns.mu.Unlock()
	size := 0
	for _, n := range ns.fields {
		size += len(n.all())
	}
	return size
}
