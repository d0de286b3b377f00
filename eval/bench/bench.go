package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/measure"
)

// A bench is one run.
type bench struct {
	options
	corpus  *corpus.Corpus
	home    string // where this corpus's files are
	log     io.Writer
	figures *figures
}

func newBench(o options, log io.Writer) (*bench, error) {
	b := &bench{options: o, corpus: corpus.New(o.seed, o.claims), log: log}
	b.home = filepath.Join(o.directory, fmt.Sprintf("%d-seed-%d", o.claims, o.seed))
	b.figures = &figures{
		Claims: b.corpus.Claims(), Seed: o.seed, Cores: runtime.GOMAXPROCS(0), Go: runtime.Version(),
	}
	if err := os.MkdirAll(b.home, 0o755); err != nil {
		return nil, err
	}
	if o.reuse {
		return b, nil
	}
	return b, os.RemoveAll(b.indexPath())
}

func (b *bench) indexPath() string { return filepath.Join(b.home, "index") }

// say tells what is going on.
func (b *bench) say(format string, args ...any) { fmt.Fprintf(b.log, format+"\n", args...) }

func (b *bench) run(ctx context.Context) error {
	if !b.reuse {
		if err := b.takeIn(ctx); err != nil {
			return fmt.Errorf("taking in: %w", err)
		}
	}
	if err := b.lookUp(ctx); err != nil {
		return err
	}
	return b.askPeers(ctx)
}

// takeIn fills the index that is looked up in, and measures what taking in
// costs, with extraction and without.
func (b *bench) takeIn(ctx context.Context) error {
	b.say("%d claims: index", b.corpus.Claims())
	if err := b.measureIngest("index part", writers, func() (ingestRow, error) { return b.fill(ctx) }); err != nil {
		return err
	}
	for _, way := range extracting {
		b.say("taking in with extraction, %d writers", way.writers)
		if err := b.measureIngest("with extraction", way.writers, func() (ingestRow, error) { return b.ingest(ctx, way) }); err != nil {
			return err
		}
	}
	return nil
}

// measureIngest notes what one way of taking in took.
func (b *bench) measureIngest(name string, writers int, measured func() (ingestRow, error)) error {
	var row ingestRow
	err := b.profileTo(fmt.Sprintf("%s %d writers", name, writers), func() (err error) {
		row, err = measured()
		return err
	})
	row.Name, row.Writers = name, writers
	b.figures.Ingest = append(b.figures.Ingest, row)
	return err
}

// lookUp opens the index and asks the questions of all classes.
func (b *bench) lookUp(ctx context.Context) (err error) {
	size, err := measure.DiskUsage(b.indexPath())
	if err != nil {
		return err
	}
	b.figures.BytesPerClaim = float64(size) / float64(b.corpus.Claims())
	debug.FreeOSMemory()
	_, before, err := measure.Memory(os.Getpid())
	if err != nil {
		return err
	}
	target, err := b.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.close()) }()
	for _, c := range classes {
		if !b.class.MatchString(c.name) {
			continue
		}
		if err := b.measureClass(ctx, target, c); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	resident, own, err := measure.Memory(os.Getpid())
	b.figures.RSS, b.figures.OwnMemory = resident, own-before
	return err
}
