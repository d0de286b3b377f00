package corpus

import (
	"math/rand/v2"
	"sort"
)

// A zipf draws ranks by the law of Zipf and Mandelbrot with exponent 1: rank r
// has a share of 1 / (r + 1 + offset) of the draws, made to add up to 1.
type zipf struct {
	offset     float64
	cumulative []float64 // share of the ranks up to each; the last is 1
	total      float64
}

func newZipf(ranks int, offset float64) *zipf {
	z := &zipf{offset: offset, cumulative: make([]float64, ranks)}
	for rank := range ranks {
		z.total += 1 / (float64(rank) + 1 + offset)
		z.cumulative[rank] = z.total
	}
	for rank := range ranks {
		z.cumulative[rank] /= z.total
	}
	return z
}

// draw returns a rank.
func (z *zipf) draw(random *rand.Rand) int {
	return min(sort.SearchFloat64s(z.cumulative, random.Float64()), len(z.cumulative)-1)
}

// rankOf returns the rank that has about this share of the draws.
func (z *zipf) rankOf(share float64) int {
	rank := int(1/(share*z.total) - 1 - z.offset)
	return max(0, min(rank, len(z.cumulative)-1))
}
