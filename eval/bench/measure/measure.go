// Package measure times calls, in wall time and in CPU time of the process.
package measure

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Figures are what a number of calls took, in microseconds.
type Figures struct {
	Calls int     `json:"calls"` // different calls, each made once a run
	P50   float64 `json:"p50"`
	P95   float64 `json:"p95"`
	P99   float64 `json:"p99"`
	// CPU is the CPU time of the whole process, of all its threads, for one
	// call: what a collector of garbage does meanwhile is in it.
	CPU float64 `json:"cpu"`
	// PerSecond is how many calls were answered in a second of wall time.
	PerSecond float64 `json:"per_second"`
}

// A Way says how to measure.
type Way struct {
	// Warmup is how long the calls are made before it counts: once each at
	// least.
	Warmup time.Duration
	// Runs is how often all calls are made; the run with the least CPU time
	// counts. 0: once.
	Runs int
	// Most ends the runs early, at the end of the one in which so much time has
	// gone; 0: never.
	Most time.Duration
	// InFlight is how many calls are made at a time; 0: one.
	InFlight int
}

// Run makes the calls from 0 to n-1. It stops at the first error.
func (w Way) Run(n int, call func(i int) error) (Figures, error) {
	for began := time.Now(); ; {
		if _, err := w.once(n, call); err != nil || n == 0 {
			return Figures{}, err
		}
		if time.Since(began) >= w.Warmup {
			break
		}
	}
	var best Figures
	began := time.Now()
	for run := 0; run < max(w.Runs, 1) && (run == 0 || w.Most == 0 || time.Since(began) < w.Most); run++ {
		f, err := w.once(n, call)
		if err != nil {
			return Figures{}, err
		}
		if run == 0 || f.CPU < best.CPU {
			best = f
		}
	}
	return best, nil
}

// once makes all calls.
func (w Way) once(n int, call func(i int) error) (Figures, error) {
	waits := make([]time.Duration, n)
	var next atomic.Int64
	var failed atomic.Pointer[error]
	var all sync.WaitGroup
	cpu, began := CPU(), time.Now()
	for range max(w.InFlight, 1) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && failed.Load() == nil; i = int(next.Add(1)) - 1 {
				asked := time.Now()
				if err := call(i); err != nil {
					failed.CompareAndSwap(nil, &err)
				}
				waits[i] = time.Since(asked)
			}
		})
	}
	all.Wait()
	wall, used := time.Since(began), CPU()-cpu
	if err := failed.Load(); err != nil {
		return Figures{}, *err
	}
	f := Of(waits)
	f.CPU, f.PerSecond = micros(used)/float64(max(n, 1)), float64(n)/wall.Seconds()
	return f, nil
}

// Of returns the percentiles of waits, which it sorts; CPU and PerSecond are
// not known.
func Of(waits []time.Duration) Figures {
	slices.Sort(waits)
	at := func(percent int) float64 {
		if len(waits) == 0 {
			return 0
		}
		return micros(waits[min(len(waits)*percent/100, len(waits)-1)])
	}
	return Figures{Calls: len(waits), P50: at(50), P95: at(95), P99: at(99)}
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }
