package service

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/onrecord/onrecord"
)

// joinFacets adds the counts of a speaker's names up and cuts every facet to
// the size that was asked for. The counts of the speakers shown are exact; where
// more names match than an engine counts at once, a speaker of many rare names
// can be missing among them.
func (s *Service) joinFacets(ctx context.Context, q *search, facets map[onrecord.Field][]onrecord.FacetValue) error {
	for field, values := range facets {
		if field == onrecord.FieldSpeakerID {
			joined, err := s.joinSpeakers(ctx, q, values)
			if err != nil {
				return err
			}
			facets[field] = joined
			continue
		}
		facets[field] = values[:min(len(values), q.facetSize)]
	}
	return nil
}

func (s *Service) joinSpeakers(ctx context.Context, q *search, values []onrecord.FacetValue) ([]onrecord.FacetValue, error) {
	top := s.directory.sum(values, q.facetSize)
	if len(values) < q.FacetSize {
		return top, nil
	}
	ids := make([]string, len(top))
	for i, v := range top {
		ids[i] = v.Value
	}
	var exact []onrecord.FacetValue
	for chunk := range slices.Chunk(s.directory.aliases(ids...), maxValues) {
		found, err := s.index.Search(ctx, onrecord.Request{
			Query:  onrecord.Bool{Must: []onrecord.Node{q.Query, anySpeaker(chunk)}},
			Facets: []onrecord.Field{onrecord.FieldSpeakerID}, FacetSize: maxValues, FacetDates: q.FacetDates,
		})
		if err != nil {
			return nil, fmt.Errorf("count by speaker: %w", err)
		}
		exact = append(exact, found.Facets[onrecord.FieldSpeakerID]...)
	}
	return s.directory.sum(exact, q.facetSize), nil
}

// sum adds what is told of names up to what is of their speakers, and returns
// the most frequent, ties by ID.
func (d *directory) sum(values []onrecord.FacetValue, size int) []onrecord.FacetValue {
	d.mu.RLock()
	totals := map[string]onrecord.FacetValue{}
	for _, v := range values {
		if s := d.identities[v.Value]; s != nil {
			v.Value = s.ID
		}
		totals[v.Value] = addValue(totals[v.Value], v)
	}
	d.mu.RUnlock()
	summed := make([]onrecord.FacetValue, 0, len(totals))
	for _, id := range slices.Sorted(maps.Keys(totals)) {
		summed = append(summed, totals[id])
	}
	slices.SortStableFunc(summed, func(a, b onrecord.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	return summed[:min(len(summed), size)]
}

// addValue adds a value of a facet to what is known of the same one; the zero
// value is nothing yet.
func addValue(known, more onrecord.FacetValue) onrecord.FacetValue {
	if !known.First.Known() || more.First.Known() && more.First.Compare(known.First) < 0 {
		known.First = more.First
	}
	if more.Last.Compare(known.Last) > 0 {
		known.Last = more.Last
	}
	known.Value, known.Count = more.Value, known.Count+more.Count
	return known
}
