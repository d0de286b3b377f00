// Package index is the embedded engine: an onrecord.Index on bleve's scorch.
//
// Scorch keeps the segments: dictionaries, postings and payloads, with batches
// that are atomic and durable. What is written is analyzed by package analysis
// (document.go), several writers share a batch (write.go), and queries are
// answered from the segments themselves (compile.go, match.go, score.go,
// column.go) rather than by bleve's searchers, whose cost per hit is many times
// higher. Everything that knows scorch's inside is in view.go, store.go,
// segments.go, manifest.go and bolt.go.
package index

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/onrecord/onrecord"
)

// A Config says where an index lives. The zero Config is an index in memory,
// gone when it is closed.
type Config struct {
	// Path is the directory of the index; it is made where it is missing. One
	// process at a time can have it open.
	Path string
}

// An Index is an onrecord.Index on scorch.
type Index struct {
	store   *store
	home    *home // nil in memory
	columns *columnCache
	covered atomic.Pointer[covered]
	durable durable
	stopped bool // scorch is closed after a batch failed; the committer's

	fingerprints fingerprintFilter
	phrases      atomic.Bool // they are looked for in sequences: see warmSequences

	writes    chan *write
	committed chan struct{} // closed when the committer has ended
	written   chan struct{} // has room for one: something was written
	closing   chan struct{} // closed when Close begins
	cold      chan struct{} // closed when warmLoop has ended

	mu     sync.RWMutex // guards closed
	closed bool
	inside sync.WaitGroup // the calls that Close waits for
}

var _ onrecord.Index = (*Index)(nil)

var (
	errClosed    = errors.New("index is closed")
	errNotScorch = errors.New("index is not scorch")
)

// Open opens the index, which is empty where there was none. An index of an
// older mapping or analysis is rebuilt first from what it stores. One that is
// damaged, lacks something that was acknowledged, or is of a newer program is
// left as it is: ErrUnavailable, with the file and what a person can do. For
// that all of it is read once (1 GB: some 0.5 s, and the disk's time).
func Open(c Config) (*Index, error) {
	if c.Path == "" {
		s, err := openStore("", false)
		if err != nil {
			return nil, fmt.Errorf("open index in memory: %w", err)
		}
		return start(s, nil), nil
	}
	h, err := openHome(c.Path)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", c.Path, err)
	}
	s, err := h.openCurrent()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", c.Path, err), h.close())
	}
	return start(s, h), nil
}

// start returns an index that takes writes.
func start(s *store, h *home) *Index {
	x := &Index{
		store:     s,
		home:      h,
		columns:   newColumnCache(),
		writes:    make(chan *write, maxWaiting),
		committed: make(chan struct{}),
		written:   make(chan struct{}, 1),
		closing:   make(chan struct{}),
		cold:      make(chan struct{}),
	}
	if v, err := s.view(x.columns); err == nil { // else whoever reads is told
		x.phrases.Store(len(v.segments) > 0)
		v.close()
	}
	x.note()
	go x.commitLoop()
	go x.warmLoop()
	return x
}

// Close is onrecord.Index's. A second Close does nothing.
func (x *Index) Close() error {
	x.mu.Lock()
	if x.closed {
		x.mu.Unlock()
		return nil
	}
	x.closed = true
	x.mu.Unlock()
	close(x.closing)

	x.inside.Wait()
	close(x.writes)
	<-x.committed
	close(x.written)
	<-x.cold
	x.release()
	var err error
	if !x.stopped {
		err = x.store.Close()
	}
	if x.home != nil {
		err = errors.Join(err, x.home.close())
	}
	if err != nil {
		return fmt.Errorf("close index: %w", err)
	}
	return nil
}

// enter keeps Close waiting until leave; it is false where the index is
// closed.
func (x *Index) enter() bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.closed {
		x.inside.Add(1)
	}
	return !x.closed
}

func (x *Index) leave() { x.inside.Done() }

// reading calls read with the present state of the index.
func reading[T any](x *Index, read func(*view) (T, error)) (T, error) {
	var none T
	if !x.enter() {
		return none, unavailable(errClosed)
	}
	defer x.leave()
	v, err := x.view()
	if err != nil {
		return none, err
	}
	defer v.close()
	result := none
	err = guarded(func() (err error) {
		result, err = read(v)
		return err
	})
	return result, err
}

// unavailable marks an error of the storage.
func unavailable(err error) error { return fmt.Errorf("%w: %w", onrecord.ErrUnavailable, err) }
