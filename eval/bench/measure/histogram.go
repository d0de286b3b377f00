package measure

import (
	"math"
	"sync/atomic"
	"time"
)

// The buckets of a Histogram: from 1 µs, each a twentieth wider than the last,
// to an hour.
const (
	bucketGrowth = 1.05
	buckets      = 460
)

// A Histogram counts waits in a few kilobytes, however many there are, and
// tells percentiles to a twentieth. The zero value is empty. It is safe for
// concurrent use.
type Histogram struct {
	counts  [buckets]atomic.Int64
	longest atomic.Int64
}

// Add counts a wait.
func (h *Histogram) Add(wait time.Duration) {
	bucket := int(math.Log(max(micros(wait), 1)) / math.Log(bucketGrowth))
	h.counts[min(bucket, buckets-1)].Add(1)
	for {
		longest := h.longest.Load()
		if int64(wait) <= longest || h.longest.CompareAndSwap(longest, int64(wait)) {
			return
		}
	}
}

// Count returns how many there are.
func (h *Histogram) Count() (n int) {
	for i := range h.counts {
		n += int(h.counts[i].Load())
	}
	return n
}

// Longest returns the longest wait.
func (h *Histogram) Longest() time.Duration { return time.Duration(h.longest.Load()) }

// Percentile returns the wait that so many of a hundred do not exceed; 0 where
// there are none.
func (h *Histogram) Percentile(percent float64) time.Duration {
	rest := int(math.Ceil(float64(h.Count()) * percent / 100))
	for i := range h.counts {
		if rest -= int(h.counts[i].Load()); rest <= 0 {
			return min(time.Duration(math.Pow(bucketGrowth, float64(i+1))*float64(time.Microsecond)), h.Longest())
		}
	}
	return h.Longest()
}
