package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// anyOfNode makes an AnyOf ready. Values of FieldOutlet are folded as those in
// the index are.
func anyOfNode(n onrecord.AnyOf) (matcher, error) {
	if !isKeyword(n.Field) {
		return nil, wrongField("any of", n.Field)
	}
	if len(n.Values) > MaxTerms {
		return nil, fmt.Errorf("%s has more than %d values: %w", n.Field, MaxTerms, onrecord.ErrTooBroad)
	}
	values := slices.Clone(n.Values)
	if n.Field == onrecord.FieldOutlet {
		for i, value := range values {
			values[i] = analysis.Fold(value)
		}
	}
	values = slices.DeleteFunc(values, func(value string) bool { return value == "" })
	return valuesMatcher{field: string(n.Field), values: values}, nil
}

// prefixNode makes a Prefix ready, and counts what it stands for in the view.
func (c *compiler) prefixNode(n onrecord.Prefix) (matcher, error) {
	if n.Field != onrecord.FieldExact && n.Field != onrecord.FieldSpeaker {
		return nil, wrongField("prefix", n.Field)
	}
	words := analysis.Words(n.Text)
	if len(words) != 1 {
		return valuesMatcher{field: string(n.Field)}, nil // no word has a space or a sign inside
	}
	m := prefixMatcher{field: string(n.Field), prefix: words[0].Term}
	found := map[string]bool{}
	for _, s := range c.view.segments {
		err := s.terms(m.field, m.prefix, afterPrefix(m.prefix), func(term string, _ *roaring.Bitmap) error {
			if found[term] = true; len(found) > MaxExpansions {
				return fmt.Errorf("more than %d words begin with %q: %w", MaxExpansions, m.prefix, onrecord.ErrTooBroad)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return m, nil
}

// A prefixMatcher matches the claims that have a word that begins so.
type prefixMatcher struct {
	field, prefix string
}

func (m prefixMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	var bitmaps []*roaring.Bitmap
	err := s.terms(m.field, m.prefix, afterPrefix(m.prefix), func(_ string, documents *roaring.Bitmap) error {
		bitmaps = append(bitmaps, documents)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	return roaring.FastOr(bitmaps...), nil
}

// afterPrefix returns the first string after all that begin with prefix. The
// prefix is UTF-8, so its last byte is never 0xff.
func afterPrefix(prefix string) string {
	end := []byte(prefix)
	end[len(end)-1]++
	return string(end)
}

// timeRangeNode makes a TimeRange ready.
func timeRangeNode(n onrecord.TimeRange) (matcher, error) {
	if !isTime(n.Field) {
		return nil, wrongField("time range", n.Field)
	}
	if !n.From.IsZero() && !n.To.IsZero() && !n.From.Before(n.To) {
		return nil, &onrecord.FieldError{Field: string(n.Field), Reason: "EMPTY_RANGE",
			Detail: "must begin before it ends"}
	}
	m := rangeMatcher{field: string(n.Field)}
	if !n.From.IsZero() {
		m.from = timeKey(n.From)
	}
	if !n.To.IsZero() {
		m.to = timeKey(n.To)
	}
	return m, nil
}

// A rangeMatcher matches the claims whose time key lies in [from, to); an
// empty bound is open.
type rangeMatcher struct {
	field, from, to string
}

func (m rangeMatcher) match(_ context.Context, s *segmentView) (*roaring.Bitmap, error) {
	times, err := s.order(m.field)
	if err != nil {
		return nil, err
	}
	return times.within(times.between(m.from, m.to)), nil
}

// narrow returns those of the documents that match: a look at each of a few
// costs less than all that match.
func (m rangeMatcher) narrow(s *segmentView, documents *roaring.Bitmap) (*roaring.Bitmap, error) {
	times, err := s.order(m.field)
	if err != nil {
		return nil, err
	}
	low, high := times.between(m.from, m.to)
	if low > high {
		return roaring.New(), nil
	}
	if all := times.starts[high+1] - times.starts[low]; uint64(all) < documents.GetCardinality() {
		return roaring.And(documents, times.within(low, high)), nil
	}
	kept := make([]uint32, 0, documents.GetCardinality())
	each(documents, func(document uint32) {
		if ordinal := times.ordinals[document]; low <= ordinal && ordinal <= high {
			kept = append(kept, document)
		}
	})
	return roaring.BitmapOf(kept...), nil
}
