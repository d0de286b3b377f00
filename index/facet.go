package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
)

// facetCounts counts the values of keyword fields over all matches.
type facetCounts map[onrecord.Field]map[string]int

func newFacetCounts(fields []onrecord.Field) facetCounts {
	counts := make(facetCounts, len(fields))
	for _, field := range fields {
		counts[field] = map[string]int{}
	}
	return counts
}

// add counts the matches of one segment.
func (f facetCounts) add(s *segmentView, matches *roaring.Bitmap) error {
	if len(f) == 0 {
		return nil
	}
	documents := matches.ToArray()
	for field, totals := range f {
		column, err := s.column(string(field))
		if err != nil {
			return err
		}
		counts := make([]int, len(column.values)+1)
		for _, document := range documents {
			counts[column.ordinals[document]]++
		}
		for i, value := range column.values {
			if count := counts[i+1]; count > 0 {
				totals[value] += count
			}
		}
	}
	return nil
}

// top returns the most frequent values of each field, ties by value.
func (f facetCounts) top(size int) map[onrecord.Field][]onrecord.FacetValue {
	facets := make(map[onrecord.Field][]onrecord.FacetValue, len(f))
	for field, totals := range f {
		values := make([]onrecord.FacetValue, 0, len(totals))
		for value, count := range totals {
			values = append(values, onrecord.FacetValue{Value: value, Count: count})
		}
		slices.SortFunc(values, func(a, b onrecord.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		facets[field] = values[:min(size, len(values)):min(size, len(values))]
	}
	return facets
}
