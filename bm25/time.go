package bm25

import (
	"time"

	"github.com/onrecord/onrecord"
)

// How much nearness in time counts. Learned with the weights of package rank.
const (
	// TimePart is added to a score, as a part of it, where both are of the same
	// time; at a distance of TimeHalfDays, half of it. A statement of any age keeps
	// what its words give.
	TimePart     = 1.0
	TimeHalfDays = 60.0
)

// Raised returns a score raised by the nearness of two dates.
func Raised(score float64, a, b onrecord.Date) float64 { return score * (1 + TimePart*Nearness(a, b)) }

// Nearness is 1 for two dates of the same time, less the farther they are
// apart, and 0 where one is not known.
func Nearness(a, b onrecord.Date) float64 {
	if !a.Known() || !b.Known() {
		return 0
	}
	if b.Time.Before(a.Time) {
		a, b = b, a
	}
	apart := max(b.Time.Sub(a.End()), 0)
	return 1 / (1 + float64(apart)/float64(24*time.Hour)/TimeHalfDays)
}
