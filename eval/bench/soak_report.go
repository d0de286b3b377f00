package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/onrecord/onrecord/eval/bench/measure"
)

// failures counts errors and keeps the first few.
type failures struct {
	mu    sync.Mutex
	count int
	first []error
}

const keptFailures = 5

func (f *failures) add(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.count++; len(f.first) < keptFailures {
		f.first = append(f.first, err)
	}
}

// resources are what the server uses, sampled through the load.
type resources struct {
	own, resident []int64 // bytes
	err           error
}

// The times between two samples, and between two lines of the log.
const (
	sampleEvery = time.Second
	logEvery    = 30 // samples
)

// watch samples until the context ends.
func (r *resources) watch(ctx context.Context, p *process, log io.Writer) {
	for tick := time.NewTicker(sampleEvery); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		resident, own, err := measure.Memory(p.cmd.Process.Pid)
		if err != nil {
			r.err = err
			return
		}
		r.own, r.resident = append(r.own, own), append(r.resident, resident)
		if n := len(r.own); n%logEvery == 0 {
			fmt.Fprintf(log, "%4d s: memory %d MB, without mapped files %d MB\n", n, resident/megabyte, own/megabyte)
		}
	}
}

// quarter returns the median of a quarter of the samples, the first of which
// (0) is warm-up.
func quarter(samples []int64, number int) int64 {
	part := slices.Sorted(slices.Values(samples[len(samples)*number/4 : len(samples)*(number+1)/4]))
	if len(part) == 0 {
		return 0
	}
	return part[len(part)/2]
}

// mostGrowth is how much more memory the server may have in the last quarter of
// the load than in the second, for it to count as flat.
const mostGrowth = 1.1

func (r *resources) growth() float64 {
	if then := quarter(r.own, 1); then > 0 {
		return float64(quarter(r.own, 3)) / float64(then)
	}
	return 0
}

// print writes what the load took.
func (s *soak) print(w io.Writer) {
	fmt.Fprintf(w, "%d claims, %d clients, %v, %d%% ingest; milliseconds\n", s.corpus.Claims(), soakClients, s.soak, ingestPercent)
	t := newTable(w, "Calls", "", "calls", "calls/s", "p50", "p99", "longest")
	kinds := append([]class{{name: ingestKind}}, classes...)
	total := 0
	for _, of := range kinds {
		h := s.waits[of.name]
		total += h.Count()
		t.row(of.name, h.Count(), float64(h.Count())/s.soak.Seconds(), milliseconds(h.Percentile(50)), milliseconds(h.Percentile(99)), milliseconds(h.Longest()))
	}
	t.row("all", total, float64(total)/s.soak.Seconds(), nil, nil, nil)
	t.Flush()
	m := newTable(w, "Memory in MB, medians", "", "first quarter", "second", "third", "last", "last over second")
	for _, of := range []struct {
		name    string
		samples []int64
	}{{"resident", s.resources.resident}, {"without mapped files", s.resources.own}} {
		row := []any{of.name}
		for number := range 4 {
			row = append(row, float64(quarter(of.samples, number))/megabyte)
		}
		m.row(append(row, over(float64(quarter(of.samples, 3)), float64(quarter(of.samples, 1))))...)
	}
	m.Flush()
	fmt.Fprintf(w, "\n%d errors\n", s.failures.count)
}

// verdict is an error where a call failed or memory grew.
func (s *soak) verdict() error {
	if s.failures.count > 0 {
		return fmt.Errorf("%d calls failed: %w", s.failures.count, errors.Join(s.failures.first...))
	}
	if s.resources.err != nil {
		return s.resources.err
	}
	if growth := s.resources.growth(); growth > mostGrowth {
		return fmt.Errorf("memory grew to %.2f times from the second quarter to the last", growth)
	}
	return nil
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
