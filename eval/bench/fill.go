package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// writers is how many articles are put at once.
const writers = 64

// mostSettling bounds the wait for merges behind the last write.
const mostSettling = 2 * time.Minute

// fill puts all articles with their claims, each durable before it counts.
func (b *bench) fill(ctx context.Context) (row ingestRow, err error) {
	x, err := index.Open(index.Config{Path: b.indexPath()})
	if err != nil {
		return row, err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	var claims atomic.Int64
	row, err = b.feed(ctx, b.corpus.Articles(), writers, func(ctx context.Context, r onrecord.Record) error {
		claims.Add(int64(len(r.Claims)))
		return x.Put(ctx, r)
	})
	return row.per(int(claims.Load())), err
}

// extracting are the ways in which articles are taken in whole: so many of
// them, by so many writers.
var extracting = []extractingWay{{articles: 2000, writers: writers}, {articles: 200, writers: 1}}

type extractingWay struct{ articles, writers int }

// emptyService returns a service over a new index at a path, and what closes and
// removes it.
func emptyService(path string) (s *service.Service, drop func() error, err error) {
	if err := os.RemoveAll(path); err != nil {
		return nil, nil, err
	}
	x, err := index.Open(index.Config{Path: path})
	if err != nil {
		return nil, nil, err
	}
	drop = func() error { return errors.Join(x.Close(), os.RemoveAll(path)) }
	if s, err = service.New(service.Config{Index: x}); err != nil {
		return nil, nil, errors.Join(err, drop())
	}
	return s, drop, nil
}

// ingest takes articles into an index of its own as a client would have them:
// their claims are found in the text.
func (b *bench) ingest(ctx context.Context, way extractingWay) (row ingestRow, err error) {
	path := filepath.Join(b.home, "ingest")
	s, drop, err := emptyService(path)
	if err != nil {
		return row, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	var claims atomic.Int64
	row, err = b.feed(ctx, min(way.articles, b.corpus.Articles()), way.writers, func(ctx context.Context, r onrecord.Record) error {
		done, err := s.Ingest(ctx, draftOf(r))
		claims.Add(int64(len(done.Claims)))
		return err
	})
	return row.per(int(claims.Load())), err
}

// feed makes articles and gives them to so many writers. What making them costs
// is taken off the CPU time; wall time has it, on a core beside.
func (b *bench) feed(ctx context.Context, articles, writers int, put func(context.Context, onrecord.Record) error) (ingestRow, error) {
	records := make(chan onrecord.Record, writers)
	waits := make([]time.Duration, articles)
	var made time.Duration
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	cpu, began := measure.CPU(), time.Now()
	group.Go(func() error {
		defer close(records)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		start := measure.ThreadCPU()
		defer func() { made = measure.ThreadCPU() - start }()
		for i := range articles {
			select {
			case records <- b.corpus.Record(i):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range writers {
		group.Go(func() error {
			for r := range records {
				asked := time.Now()
				if err := put(ctx, r); err != nil {
					return err
				}
				waits[next.Add(1)-1] = time.Since(asked)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return ingestRow{}, err
	}
	wall := time.Since(began)
	measure.Settle(mostSettling)
	row := ingestRow{Articles: articles, WallSeconds: wall.Seconds(), CPUSeconds: (measure.CPU() - cpu - made).Seconds()}
	acknowledged := measure.Of(waits)
	row.AckP50, row.AckP99 = acknowledged.P50, acknowledged.P99
	return row, nil
}

// draftOf returns an article as it is handed in, before its claims are found.
func draftOf(r onrecord.Record) service.Draft {
	return service.Draft{
		URL: r.Article.URL, Outlet: r.Article.Outlet, Title: r.Article.Title, Published: r.Article.Published, Text: r.Article.Text,
	}
}
