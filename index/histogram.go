package index

import (
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
)

// checkHistogram checks what does not need the index; nil is no histogram.
func checkHistogram(h *onrecord.Histogram) error {
	if h == nil {
		return nil
	}
	if !isTime(h.Field) {
		return wrongField("histogram", h.Field)
	}
	if len(h.Bounds) < 2 || len(h.Bounds) > onrecord.MaxBuckets+1 {
		return &onrecord.FieldError{Field: "histogram.bounds", Reason: "WRONG_NUMBER",
			Detail: fmt.Sprintf("must be 2 to %d, not %d", onrecord.MaxBuckets+1, len(h.Bounds))}
	}
	for i, bound := range h.Bounds[1:] {
		if !h.Bounds[i].Before(bound) {
			return &onrecord.FieldError{Field: "histogram.bounds", Reason: "NOT_ASCENDING", Detail: "must be in ascending order, each once"}
		}
	}
	return nil
}

// A histogram counts matches by date; nil counts nothing.
type histogram struct {
	field  string
	bounds []string // time keys
	counts onrecord.HistogramCounts
}

// newHistogram returns nil for nil.
func newHistogram(h *onrecord.Histogram) *histogram {
	if h == nil {
		return nil
	}
	bounds := make([]string, len(h.Bounds))
	for i, bound := range h.Bounds {
		bounds[i] = timeKey(bound)
	}
	return &histogram{field: string(h.Field), bounds: bounds, counts: onrecord.HistogramCounts{Buckets: make([]int, len(bounds)-1)}}
}

// add counts the matches of one segment, date by date: many share one.
func (h *histogram) add(s *segmentView, documents []uint32) error {
	if h == nil {
		return nil
	}
	dates, err := s.column(h.field)
	if err != nil {
		return err
	}
	counts := make([]int, len(dates.values)+1)
	for _, document := range documents {
		counts[dates.ordinals[document]]++
	}
	h.counts.Undated += counts[0]
	for i, count := range counts[1:] {
		if count > 0 {
			*h.place(dates.values[i]) += count
		}
	}
	return nil
}

// place returns the counter for the date of a key.
func (h *histogram) place(key string) *int {
	end := timeKey(parseDateKey(key).End())
	last := len(h.bounds) - 1
	if end <= h.bounds[0] || timeOf(key) >= h.bounds[last] {
		return &h.counts.Outside
	}
	bucket, starts := slices.BinarySearch(h.bounds, timeOf(key))
	if !starts {
		bucket-- // of the last bound before it; -1 where there is none
	}
	if bucket < 0 || end > h.bounds[bucket+1] {
		return &h.counts.Across
	}
	return &h.counts.Buckets[bucket]
}
