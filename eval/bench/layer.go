package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"time"

	"github.com/onrecord/onrecord/eval/bench/measure"
)

// inFlight is how many calls over gRPC are made at a time in the layers of many.
const inFlight = 16

// mostRunning bounds the runs of a class at a layer, so that slow classes do not
// take all the time.
const mostRunning = 5 * time.Second

// A layer is where a question is asked.
type layer struct {
	name     string
	inFlight int
	ask      func(context.Context, *target, question) func() (answer, error) // nil: not at this layer
}

// layers from the inside out.
var layers = []layer{
	{layerEngine, 1, func(ctx context.Context, t *target, q question) func() (answer, error) {
		return bind(ctx, q.engine, t.index)
	}},
	{layerLibrary, 1, func(ctx context.Context, t *target, q question) func() (answer, error) {
		return bind(ctx, q.library, t.service)
	}},
	{layerRemote, 1, remotely},
	{layerRemoteMany, inFlight, remotely},
}

// The names of the layers, as in the figures.
const (
	layerEngine     = "engine"
	layerLibrary    = "library"
	layerRemote     = "gRPC"
	layerRemoteMany = "gRPC, 16 in flight"
	layerEcho       = "echo"
	layerEchoMany   = "echo, 16 in flight"
)

func remotely(ctx context.Context, t *target, q question) func() (answer, error) {
	return bind(ctx, q.remote, t.client)
}

// bind fills in whom to ask.
func bind[T any](ctx context.Context, ask func(context.Context, T) (answer, error), whom T) func() (answer, error) {
	if ask == nil {
		return nil
	}
	return func() (answer, error) { return ask(ctx, whom) }
}

// measureClass asks the questions of a class at each layer.
func (b *bench) measureClass(ctx context.Context, t *target, c class) error {
	questions := c.drawAll(b.corpus, b.questions)
	figures := &classFigures{Class: c.name, Layers: map[string]measure.Figures{}}
	b.figures.Classes = append(b.figures.Classes, figures)
	for _, l := range layers {
		if l.ask(ctx, t, questions[0]) == nil || !b.layer.MatchString(l.name) {
			continue
		}
		b.say("%s: %s", c.name, l.name)
		answers := make([]answer, len(questions))
		err := b.profiled(c, l, func(way measure.Way) (err error) {
			figures.Layers[l.name], err = way.Run(len(questions), func(i int) (err error) {
				answers[i], err = l.ask(ctx, t, questions[i])()
				return err
			})
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		if err := figures.take(answers); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	return b.measureEcho(ctx, t, questions, figures)
}

// profiled measures, with a CPU profile where one is wanted.
func (b *bench) profiled(c class, l layer, measured func(measure.Way) error) error {
	way := measure.Way{Warmup: b.warmup, Runs: b.runs, Most: mostRunning, InFlight: l.inFlight}
	return b.profileTo(c.name+"."+l.name, func() error { return measured(way) })
}

// profileTo writes a CPU profile of what is done, where profiles are wanted.
func (b *bench) profileTo(name string, do func() error) (err error) {
	if b.profile == "" {
		return do()
	}
	if err := os.MkdirAll(b.profile, 0o755); err != nil {
		return err
	}
	name = strings.NewReplacer(" ", "-", ",", "").Replace(name) + ".pprof"
	file, err := os.Create(filepath.Join(b.profile, name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return do()
}

// measureEcho sends and receives messages as long as those of the class, on
// average, with nothing behind them.
func (b *bench) measureEcho(ctx context.Context, t *target, questions []question, figures *classFigures) error {
	if questions[0].remote == nil || !b.layer.MatchString(layerEcho) {
		return nil
	}
	t.sizes.sent.Store(0)
	t.sizes.received.Store(0)
	for _, q := range questions {
		if _, err := q.remote(ctx, t.sizing); err != nil {
			return err
		}
	}
	n := len(questions)
	figures.Sent, figures.Received = int(t.sizes.sent.Load())/n, int(t.sizes.received.Load())/n
	ask := t.echo.ask(ctx, figures.Sent, figures.Received)
	for name, inFlight := range map[string]int{layerEcho: 1, layerEchoMany: inFlight} {
		f, err := measure.Way{Warmup: 100 * time.Millisecond, Runs: b.runs, InFlight: inFlight}.Run(max(n, echoCalls), ask)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		figures.Layers[name] = f
	}
	return nil
}

// echoCalls is how many calls of an echo are made at least.
const echoCalls = 200
