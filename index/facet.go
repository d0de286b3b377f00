package index

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
)

// facetCounts counts the values of keyword fields over all matches.
type facetCounts struct {
	dates  bool // the first and last date of each value are asked for
	joined map[onrecord.Field]onrecord.Joining
	totals map[onrecord.Field]*facetTotals
}

// facetTotals are the counts of one field, by the number of the value.
type facetTotals struct {
	by     *numbering
	counts []int32
	// collapsed has how many groups each has, by the number with which it is
	// counted; nil: not asked for.
	collapsed []int32
	first     []string // date keys, "" where no match has a date; nil: not asked for
	last      []string
}

func newFacetCounts(r *onrecord.Request) *facetCounts {
	f := &facetCounts{dates: r.FacetDates, joined: r.Joined, totals: make(map[onrecord.Field]*facetTotals, len(r.Facets))}
	for _, field := range r.Facets {
		f.totals[field] = &facetTotals{}
	}
	return f
}

// add counts the matches of one segment.
func (f *facetCounts) add(s *segmentView, documents []uint32) error {
	for field, totals := range f.totals {
		c, numbers, err := s.numbered(field)
		if err != nil {
			return err
		}
		totals.by = s.numberings.field(field)
		totals.grow(len(totals.by.all()), f.dates)
		for _, document := range documents {
			if ordinal := c.ordinals[document]; ordinal > 0 {
				totals.counts[numbers[ordinal-1]]++
			}
		}
		if f.dates {
			if err := totals.addDates(s, c, numbers, documents); err != nil {
				return err
			}
		}
	}
	return nil
}

// grow makes room for so many values.
func (t *facetTotals) grow(values int, dates bool) {
	t.counts = append(t.counts, make([]int32, values-len(t.counts))...)
	if dates {
		t.first = append(t.first, make([]string, values-len(t.first))...)
		t.last = append(t.last, make([]string, values-len(t.last))...)
	}
}

// addDates finds the first and the last date of the matches by their value.
// Keys of one segment compare as their ordinals do.
func (t *facetTotals) addDates(s *segmentView, c *column, numbers, documents []uint32) error {
	dates, err := s.column(string(onrecord.FieldSaid))
	if err != nil {
		return err
	}
	firsts, lasts := make([]uint32, len(c.values)+1), make([]uint32, len(c.values)+1)
	for _, document := range documents {
		date, ordinal := dates.ordinals[document], c.ordinals[document]
		if date == 0 {
			continue
		}
		if firsts[ordinal] == 0 || date < firsts[ordinal] {
			firsts[ordinal] = date
		}
		lasts[ordinal] = max(lasts[ordinal], date)
	}
	for i, number := range numbers {
		t.widen(number, dates.at(firsts[i+1]), dates.at(lasts[i+1]))
	}
	return nil
}

// top returns the most frequent values of each field, ties by value.
func (f *facetCounts) top(size int) map[onrecord.Field][]onrecord.FacetValue {
	facets := make(map[onrecord.Field][]onrecord.FacetValue, len(f.totals))
	for field, totals := range f.totals {
		if by := f.joined[field]; by != nil && totals.by != nil {
			totals.join(totals.by.joining(by))
		}
		facets[field] = totals.top(size)
	}
	return facets
}

// join adds up what counts as one: to has, by number, the number with which a
// value is counted.
func (t *facetTotals) join(to []uint32) {
	apart := *t
	t.counts, t.first, t.last = make([]int32, len(to)), nil, nil
	if apart.first != nil {
		t.first, t.last = make([]string, len(to)), make([]string, len(to))
	}
	for number, count := range apart.counts {
		if count == 0 {
			continue
		}
		t.counts[to[number]] += count
		if t.first != nil {
			t.widen(to[number], apart.first[number], apart.last[number])
		}
	}
}

// widen takes dates of matches into account, "" where there are none.
func (t *facetTotals) widen(number uint32, first, last string) {
	if t.first[number] == "" || first != "" && first < t.first[number] {
		t.first[number] = first
	}
	t.last[number] = max(t.last[number], last)
}

func (t *facetTotals) top(size int) []onrecord.FacetValue {
	if t.by == nil || size == 0 {
		return nil
	}
	values := t.by.all()
	order := t.counts
	if t.collapsed != nil {
		order = t.collapsed
	}
	least := leastOf(order, size)
	var top []onrecord.FacetValue
	for number, count := range t.counts {
		if count == 0 || int(order[number]) < least {
			continue
		}
		v := onrecord.FacetValue{Value: values[number], Count: int(count)}
		if t.collapsed != nil {
			v.Collapsed = int(t.collapsed[number])
		}
		if t.first != nil {
			v.First, v.Last = parseDateKey(t.first[number]), parseDateKey(t.last[number])
		}
		top = append(top, v)
	}
	slices.SortFunc(top, func(a, b onrecord.FacetValue) int {
		return cmp.Or(cmp.Compare(b.Collapsed, a.Collapsed), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return top[:min(size, len(top)):min(size, len(top))]
}

// leastOf returns the lowest count among the so many highest.
func leastOf(counts []int32, size int) int {
	highest := int32(0)
	for _, count := range counts {
		highest = max(highest, count)
	}
	const most = 1 << 16 // counts above are taken together: there are few
	having := make([]int, min(int(highest), most)+1)
	for _, count := range counts {
		having[min(int(count), most)]++
	}
	for count := len(having) - 1; count > 0; count-- {
		if size -= having[count]; size <= 0 {
			return count
		}
	}
	return 0
}
