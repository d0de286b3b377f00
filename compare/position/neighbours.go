package position

import (
	"cmp"
	"iter"
	"slices"
)

// Neighbours is with how many others each statement is compared.
const Neighbours = 30

// neighbours yields the pairs to compare, each once.
func neighbours(all []*statement, v *vocabulary) iter.Seq[[2]*statement] {
	return func(yield func([2]*statement) bool) {
		having := map[id][]int{} // the statements before with a meaning
		shared := make([]float64, len(all))
		for i, s := range all {
			for _, j := range sharing(s, having, shared, v) {
				if !yield([2]*statement{all[j], s}) {
					return
				}
			}
			for _, meaning := range s.content {
				having[meaning] = append(having[meaning], i)
			}
		}
	}
}

// sharing returns the statements before s that share the most with it. shared
// is of zeros, and again so afterwards.
func sharing(s *statement, having map[id][]int, shared []float64, v *vocabulary) []int {
	var near []int
	for _, meaning := range s.content {
		for _, j := range having[meaning] {
			if shared[j] == 0 {
				near = append(near, j)
			}
			shared[j] += v.weight(meaning)
		}
	}
	slices.SortFunc(near, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(b, a)) })
	for _, j := range near {
		shared[j] = 0
	}
	return near[:min(len(near), Neighbours)]
}
