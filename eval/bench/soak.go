package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/measure"
)

// The load of a soak.
const (
	soakClients   = 16
	soakQuestions = 50 // of a class
	ingestPercent = 10 // of the calls; the others look up
)

// soakWeights say how often a class is asked, next to 10 for the others: the
// slow ones as rarely as people do.
var soakWeights = map[string]int{"related": 5, "verify, verbatim": 5, "verify, altered": 5, "timeline of a speaker": 2, "timeline of a matter": 2, "check, first of 20": 1, "check, all of 20": 1}

// A soak is a load of mixed calls on a server process, to see that none fails
// and that memory stays as it is. Articles are taken in as new versions of
// those that are there, so that the index keeps its size.
type soak struct {
	options
	corpus    *corpus.Corpus
	log       io.Writer
	lookUps   []soaked // by weight: a class may be there several times
	waits     map[string]*measure.Histogram
	version   atomic.Int64
	failures  failures
	resources resources
}

// A soaked is the questions of a class.
type soaked struct {
	class     string
	questions []question
}

const ingestKind = "ingest"

func newSoak(o options, log io.Writer) *soak {
	s := &soak{options: o, corpus: corpus.New(o.seed, o.claims), log: log, waits: map[string]*measure.Histogram{ingestKind: {}}}
	for _, c := range classes {
		of := soaked{c.name, c.drawAll(s.corpus, soakQuestions)}
		weight, special := soakWeights[c.name]
		if !special {
			weight = 10
		}
		for range weight {
			s.lookUps = append(s.lookUps, of)
		}
		s.waits[c.name] = &measure.Histogram{}
	}
	return s
}

// run starts the server on an empty directory, fills it and lets the load on.
func (s *soak) run(ctx context.Context, stdout io.Writer) (err error) {
	data := filepath.Join(s.directory, "soak")
	if err := os.RemoveAll(data); err != nil {
		return err
	}
	p, err := startServer(ctx, s.server, data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.stop(), os.RemoveAll(data)) }()
	fmt.Fprintf(s.log, "%d articles in\n", s.corpus.Articles())
	if err := s.fill(ctx, p); err != nil {
		return err
	}
	fmt.Fprintf(s.log, "%d clients for %v\n", soakClients, s.soak)
	if err := s.load(ctx, p); err != nil {
		return err
	}
	s.print(stdout)
	return s.verdict()
}

// fill takes all articles in over one stream.
func (s *soak) fill(ctx context.Context, p *process) error {
	c, err := client.New(p.address, client.Config{})
	if err != nil {
		return err
	}
	defer c.Close()
	items := func(yield func(client.Item) bool) {
		for i := range s.corpus.Articles() {
			if !yield(client.Item{Article: s.corpus.Record(i).Article}) {
				return
			}
		}
	}
	for ack, err := range c.IngestAll(ctx, items) {
		if err := errors.Join(err, ack.Err); err != nil {
			return err
		}
	}
	return nil
}

// load has all clients call until the time is over. Calls under way then are
// waited for.
func (s *soak) load(ctx context.Context, p *process) error {
	until := time.Now().Add(s.soak)
	watched, stop := context.WithCancel(ctx)
	var watching, calling sync.WaitGroup
	watching.Go(func() { s.resources.watch(watched, p, s.log) })
	for number := range soakClients {
		c, err := client.New(p.address, client.Config{})
		if err != nil {
			stop()
			return err
		}
		defer c.Close()
		random := rand.New(rand.NewPCG(s.seed, uint64(number)))
		calling.Go(func() {
			for time.Now().Before(until) && ctx.Err() == nil {
				s.call(ctx, c, random)
			}
		})
	}
	calling.Wait()
	stop()
	watching.Wait()
	return ctx.Err()
}

// call makes one call.
func (s *soak) call(ctx context.Context, c *client.Client, random *rand.Rand) {
	kind, ask := ingestKind, func() error {
		_, err := c.Ingest(ctx, s.newVersion(random))
		return err
	}
	if random.IntN(100) >= ingestPercent {
		of := s.lookUps[random.IntN(len(s.lookUps))]
		q := of.questions[random.IntN(len(of.questions))]
		kind, ask = of.class, func() error { return lookUp(ctx, c, q) }
	}
	began := time.Now()
	err := ask()
	s.waits[kind].Add(time.Since(began))
	if err != nil && ctx.Err() == nil {
		s.failures.add(fmt.Errorf("%s: %w", kind, err))
	}
}

// lookUp asks a question. That somebody asked about has left the index with an
// old version of an article is an answer too.
func lookUp(ctx context.Context, c *client.Client, q question) error {
	if _, err := q.remote(ctx, c); !errors.Is(err, onrecord.ErrNotFound) {
		return err
	}
	return nil
}

// newVersion returns an article of the corpus with a last line that no version
// has had. All its claims stay, as those that went would be kept.
func (s *soak) newVersion(random *rand.Rand) onrecord.Article {
	a := s.corpus.Record(random.IntN(s.corpus.Articles())).Article
	a.Text = fmt.Sprintf("%s\n\nThis is version %d.", a.Text, s.version.Add(1))
	return a
}
