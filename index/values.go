package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
)

// Values is onrecord.Searcher's. It reads the dictionaries alone.
func (x *Index) Values(ctx context.Context, field onrecord.Field) ([]onrecord.FacetValue, error) {
	if !isKeyword(field) {
		return nil, wrongField("values", field)
	}
	values, err := reading(x, func(v *view) ([]onrecord.FacetValue, error) { return v.values(ctx, string(field)) })
	if err != nil {
		return nil, fmt.Errorf("values of %s: %w", field, err)
	}
	return values, nil
}

func (v *view) values(ctx context.Context, field string) ([]onrecord.FacetValue, error) {
	counted := make([]map[string]int, len(v.segments))
	err := eachAtOnce(len(v.segments), func(i int) (err error) {
		counted[i], err = v.segments[i].values(ctx, field)
		return err
	})
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, values := range counted {
		for value, count := range values {
			counts[value] += count
		}
	}
	values := make([]onrecord.FacetValue, 0, len(counts))
	for value, count := range counts {
		values = append(values, onrecord.FacetValue{Value: value, Count: count})
	}
	slices.SortFunc(values, func(a, b onrecord.FacetValue) int { return cmp.Compare(a.Value, b.Value) })
	return values, nil
}

// values counts the values of a field in live documents.
func (s *segmentView) values(ctx context.Context, field string) (map[string]int, error) {
	counts := map[string]int{}
	err := s.eachWord(field, "", "", func(value []byte, p wordPosting) error {
		count, err := s.countWord(p)
		if err != nil {
			return err
		}
		if count > 0 {
			counts[string(value)] = count
		}
		return ctx.Err()
	})
	return counts, err
}
