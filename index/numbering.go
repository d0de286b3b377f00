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
	joined  joined
}

// A joined is the last joining that was asked for, by number.
type joined struct {
	by    onrecord.Joining
	state uint64
	to    []uint32
}

// of returns the numbers of values, as many.
func (n *numbering) of(values []string) []uint32 {
	n.mu.Lock()
	defer n.mu.Unlock()
	numbers := make([]uint32, len(values))
	for i, value := range values {
		numbers[i] = n.number(value)
	}
	return numbers
}

// number returns the number of a value, a new one where it has none.
func (n *numbering) number(value string) uint32 {
	number, known := n.numbers[value]
	if !known {
		number = uint32(len(n.values))
		n.numbers[value] = number
		n.values = append(n.values, value)
	}
	return number
}

// joining returns, by number, the number with which a value is counted. It is
// kept until the joining has another state: to ask about each value takes longer
// than to count a common word.
func (n *numbering) joining(by onrecord.Joining) []uint32 {
	state := by.State()
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.joined.by != by || n.joined.state != state {
		n.joined = joined{by: by, state: state}
	}
	for len(n.joined.to) < len(n.values) {
		value := n.values[len(n.joined.to)]
		n.joined.to = append(n.joined.to, n.number(by.Of(value)))
	}
	return n.joined.to
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
