package rank

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
)

// byScore is the order of answers: the best first, of equals the latest, those
// without a date last, then by resource name.
func byScore(scoreA, scoreB float64, a, b *onrecord.Claim) int {
	if c := cmp.Compare(scoreB, scoreA); c != 0 {
		return c
	}
	if a, b := a.When(), b.When(); a.Known() != b.Known() || !a.Time.Equal(b.Time) {
		switch {
		case !a.Known():
			return 1
		case !b.Known():
			return -1
		}
		return b.Time.Compare(a.Time)
	}
	return cmp.Compare(a.Name(), b.Name())
}

// merge sorts the spans and joins those that overlap or touch.
func merge(spans []onrecord.Span) []onrecord.Span {
	slices.SortFunc(spans, func(a, b onrecord.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var merged []onrecord.Span
	for _, s := range spans {
		if last := len(merged) - 1; last >= 0 && s.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}
