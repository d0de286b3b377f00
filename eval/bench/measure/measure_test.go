package measure

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestPercentiles(t *testing.T) {
	waits := make([]time.Duration, 100)
	var h Histogram
	for i := range waits {
		waits[i] = time.Duration(100-i) * time.Millisecond
		h.Add(waits[i])
	}
	f := Of(waits)
	if f.P50 != 51_000 || f.P95 != 96_000 || f.P99 != 100_000 {
		t.Errorf("got %v, %v, %v, want 51000, 96000, 100000", f.P50, f.P95, f.P99)
	}
	if got := h.Percentile(50); got < 50*time.Millisecond || got > 53*time.Millisecond {
		t.Errorf("histogram: got a median of %v, want 50 ms to a twentieth", got)
	}
	if got := h.Percentile(100); got != 100*time.Millisecond || h.Count() != 100 || h.Longest() != got {
		t.Errorf("histogram: got %v of %d, want 100 ms of 100", got, h.Count())
	}
}

func TestHistogramTakesAnyWait(t *testing.T) {
	var h Histogram
	for _, wait := range []time.Duration{-1, 0, 1, time.Hour, 1 << 62} {
		h.Add(wait)
	}
	if h.Count() != 5 || h.Longest() != 1<<62 {
		t.Errorf("got %d, longest %v", h.Count(), h.Longest())
	}
}

func TestRunMakesEveryCall(t *testing.T) {
	for _, inFlight := range []int{1, 4} {
		var calls [10]atomic.Int64
		f, err := Way{Runs: 2, InFlight: inFlight}.Run(len(calls), func(i int) error { calls[i].Add(1); return nil })
		if err != nil || f.Calls != len(calls) {
			t.Errorf("got %+v, %v", f, err)
		}
		for i := range calls {
			if got := calls[i].Load(); got != 3 { // warm-up and two runs
				t.Errorf("%d in flight: call %d was made %d times, want 3", inFlight, i, got)
			}
		}
	}
	failure := errors.New("no")
	if _, err := (Way{}).Run(3, func(int) error { return failure }); !errors.Is(err, failure) {
		t.Errorf("got %v, want the call's error", err)
	}
}
