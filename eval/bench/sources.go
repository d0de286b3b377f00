package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/service"
)

// A bulk is a source with many articles, as the outside has them.
type bulk struct {
	name     string
	articles int
	write    func(w io.Writer, c *corpus.Corpus, number int) error
}

// bulks are the sources that are measured.
var bulks = []bulk{{"a.jsonl", 100_000, writeLine}, {"a.warc", 5000, writePage}}

// A bulkRow is what taking in a source took, from its first byte to the last
// article on disk.
type bulkRow struct {
	articles, claims int
	bytes            int64
	wall, cpu        time.Duration
	peak             int64 // resident bytes
}

// takeSources takes in each source on an index of its own and prints what that
// took.
func takeSources(ctx context.Context, o options, stdout io.Writer) error {
	c := corpus.New(o.seed, o.claims)
	t := newTable(stdout, "Sources, to the index on disk", "source", "articles", "claims", "MB", "articles/s", "CPU ms/article", "articles/s of CPU, 2 cores", "peak MB")
	defer t.Flush()
	for _, b := range bulks {
		b.articles = min(b.articles, c.Articles())
		row, err := b.take(ctx, c, filepath.Join(o.directory, "sources"))
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		n := float64(row.articles)
		t.row(b.name, row.articles, row.claims, float64(row.bytes)/megabyte, n/row.wall.Seconds(), row.cpu.Seconds()*1000/n, 2*n/row.cpu.Seconds(), float64(row.peak)/megabyte)
	}
	return nil
}

// take takes a source in. What making it costs is not in the CPU time.
func (b bulk) take(ctx context.Context, c *corpus.Corpus, path string) (row bulkRow, err error) {
	s, drop, err := emptyService(path)
	if err != nil {
		return row, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	runtime.GC()
	in, out := io.Pipe()
	defer in.Close()
	made := make(chan time.Duration, 1)
	cpu, began := measure.CPU(), time.Now()
	go func() { made <- b.make(out, c, &row.bytes) }()
	peak := watchMemory()
	err = b.stream(ctx, s, in, &row)
	in.Close()
	row.wall = time.Since(began)
	measure.Settle(mostSettling)
	row.cpu, row.peak = measure.CPU()-cpu-<-made, peak()
	return row, err
}

// make writes the source and returns the CPU time that it took.
func (b bulk) make(out *io.PipeWriter, c *corpus.Corpus, bytes *int64) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := measure.ThreadCPU()
	w := &countingWriter{w: out}
	for i := range b.articles {
		if err := b.write(w, c, i); err != nil {
			out.CloseWithError(err)
			return measure.ThreadCPU() - start
		}
	}
	*bytes = w.n
	out.Close()
	return measure.ThreadCPU() - start
}

// stream takes in what is read of the source.
func (b bulk) stream(ctx context.Context, s *service.Service, in io.Reader, row *bulkRow) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	items := make(chan ingest.Item)
	go func() {
		defer close(items)
		for item := range ingest.Read(in, ingest.Options{Name: b.name}) {
			select {
			case items <- item:
			case <-ctx.Done():
				return
			}
		}
	}()
	return s.IngestStream(ctx, func() (service.StreamItem, error) {
		item, ok := <-items
		if !ok {
			return service.StreamItem{}, io.EOF
		}
		return service.StreamItem{Label: item.Where, Draft: service.DraftOf(item.Article), Err: item.Err}, nil
	}, func(a service.Ack) error {
		row.articles++
		row.claims += len(a.Claims)
		if a.Err != nil {
			return fmt.Errorf("%s: %w", a.Label, a.Err)
		}
		return nil
	})
}

// watchMemory notes the most resident memory until it is asked for.
func watchMemory() (peak func() int64) {
	var most atomic.Int64
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for tick := time.NewTicker(100 * time.Millisecond); ; {
			if resident, _, err := measure.Memory(os.Getpid()); err == nil && resident > most.Load() {
				most.Store(resident)
			}
			select {
			case <-tick.C:
			case <-done:
				tick.Stop()
				return
			}
		}
	}()
	return func() int64 { close(done); <-ended; return most.Load() }
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
