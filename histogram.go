package onrecord

import "time"

// A Histogram asks in which periods the matches of a Request lie.
type Histogram struct {
	Field Field // FieldSaid or FieldPublished
	// Bounds part the periods, in ascending order: bucket i is
	// [Bounds[i], Bounds[i+1]). 2 to MaxBuckets+1 of them.
	Bounds []time.Time
}

// MaxBuckets is the most periods that one Histogram parts.
const MaxBuckets = 1000

// HistogramCounts is the answer to a Histogram. Every match is counted once: in
// a bucket, or in one of the other fields.
type HistogramCounts struct {
	// Buckets count the matches whose date lies in the bucket whole: a claim
	// of "2025-05" is in a bucket that has all of that month, and in no day's.
	Buckets []int
	Across  int // the date's period has instants on both sides of some bound
	Outside int // the whole period is before the first bound, or not before the last
	Undated int
}
