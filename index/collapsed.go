package index

import "github.com/onrecord/onrecord"

// countHits counts what a request with CountHits asks for.
func (run *searchRun) countHits(r *onrecord.Request) (onrecord.HistogramCounts, error) {
	for field, totals := range run.facets.totals {
		if err := run.countCollapsed(field, totals); err != nil {
			return onrecord.HistogramCounts{}, err
		}
	}
	if r.Histogram == nil {
		return onrecord.HistogramCounts{}, nil
	}
	return run.hitHistogram(r.Histogram)
}

// countCollapsed counts the different groups of each value of a facet.
func (run *searchRun) countCollapsed(field onrecord.Field, totals *facetTotals) error {
	if totals.by == nil {
		return nil // no match
	}
	var to []uint32 // nil: each value counts by itself
	if by := run.facets.joined[field]; by != nil {
		to = totals.by.joining(by)
	}
	totals.collapsed = make([]int32, max(len(to), len(totals.counts)))
	known := newKeySet(run.total)
	for _, m := range run.matches {
		c, numbers, err := m.segment.numbered(field)
		if err != nil {
			return err
		}
		for _, document := range m.documents {
			ordinal, group := c.ordinals[document], m.groups[document]
			if ordinal == 0 {
				continue
			}
			number := numbers[ordinal-1]
			if to != nil {
				number = to[number]
			}
			if group == 0 || known.add(groupOf(group, number)) {
				totals.collapsed[number]++
			}
		}
	}
	return nil
}

// groupOf returns a key of a keySet for a group and the number of a value.
func groupOf(group uint64, number uint32) uint64 {
	const odd = 0x9e3779b97f4a7c15 // of Fibonacci hashing
	return (group^uint64(number))*odd | 2
}

// hitHistogram counts the first match of each group, and those without one.
func (run *searchRun) hitHistogram(h *onrecord.Histogram) (onrecord.HistogramCounts, error) {
	hits := make(map[*segmentView][]uint32, len(run.matches))
	firsts := map[uint64]hit{}
	var candidate hit
	for i := range run.matches {
		m := &run.matches[i]
		for place := range m.documents {
			m.hit(place, &candidate)
			if candidate.group == 0 {
				hits[m.segment] = append(hits[m.segment], candidate.document)
				continue
			}
			if first, known := firsts[candidate.group]; !known || run.collector.compare(&candidate, &first) < 0 {
				firsts[candidate.group] = candidate
			}
		}
	}
	for _, first := range firsts {
		hits[first.segment] = append(hits[first.segment], first.document)
	}
	counted := newHistogram(h)
	for s, documents := range hits {
		if err := counted.add(s, documents); err != nil {
			return onrecord.HistogramCounts{}, err
		}
	}
	return counted.counts, run.collector.err
}
