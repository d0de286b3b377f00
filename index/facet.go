package index

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
)

// facetCounts counts the values of keyword fields over all matches.
type facetCounts struct {
	dates  bool // the first and last date of each value are asked for
	totals map[onrecord.Field]map[string]facetTotal
}

// A facetTotal is what is known of one value.
type facetTotal struct {
	count       int
	first, last string // date keys; "" where no match has a date
}

func newFacetCounts(r *onrecord.Request) *facetCounts {
	f := &facetCounts{dates: r.FacetDates, totals: make(map[onrecord.Field]map[string]facetTotal, len(r.Facets))}
	for _, field := range r.Facets {
		f.totals[field] = map[string]facetTotal{}
	}
	return f
}

// add counts the matches of one segment.
func (f *facetCounts) add(s *segmentView, documents []uint32) error {
	for field, totals := range f.totals {
		values, err := s.column(string(field))
		if err != nil {
			return err
		}
		counts := make([]int, len(values.values)+1)
		for _, document := range documents {
			counts[values.ordinals[document]]++
		}
		first, last, err := f.period(s, values, documents)
		if err != nil {
			return err
		}
		for i, value := range values.values {
			if counts[i+1] > 0 {
				totals[value] = totals[value].plus(facetTotal{counts[i+1], first(i + 1), last(i + 1)})
			}
		}
	}
	return nil
}

// period returns the first and the last date key of the matches by the ordinal
// of their value. Keys of one segment compare as their ordinals do.
func (f *facetCounts) period(s *segmentView, values *column, documents []uint32) (first, last func(ordinal int) string, err error) {
	if !f.dates {
		none := func(int) string { return "" }
		return none, none, nil
	}
	dates, err := s.column(string(onrecord.FieldSaid))
	if err != nil {
		return nil, nil, err
	}
	firsts, lasts := make([]uint32, len(values.values)+1), make([]uint32, len(values.values)+1)
	for _, document := range documents {
		date, ordinal := dates.ordinals[document], values.ordinals[document]
		if date == 0 {
			continue
		}
		if firsts[ordinal] == 0 || date < firsts[ordinal] {
			firsts[ordinal] = date
		}
		lasts[ordinal] = max(lasts[ordinal], date)
	}
	return func(o int) string { return dates.at(firsts[o]) }, func(o int) string { return dates.at(lasts[o]) }, nil
}

// plus adds what another segment says of the value.
func (t facetTotal) plus(other facetTotal) facetTotal {
	t.count += other.count
	if t.first == "" || other.first != "" && other.first < t.first {
		t.first = other.first
	}
	t.last = max(t.last, other.last)
	return t
}

// top returns the most frequent values of each field, ties by value.
func (f *facetCounts) top(size int) map[onrecord.Field][]onrecord.FacetValue {
	facets := make(map[onrecord.Field][]onrecord.FacetValue, len(f.totals))
	for field, totals := range f.totals {
		values := make([]onrecord.FacetValue, 0, len(totals))
		for value, total := range totals {
			values = append(values, onrecord.FacetValue{
				Value: value, Count: total.count, First: parseDateKey(total.first), Last: parseDateKey(total.last),
			})
		}
		slices.SortFunc(values, func(a, b onrecord.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		facets[field] = values[:min(size, len(values)):min(size, len(values))]
	}
	return facets
}
