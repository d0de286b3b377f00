package index

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// A store is scorch with the workers it uses.
type store struct {
	bleveindex.Index
	directory string
	workers   *bleveindex.AnalysisQueue
	closing   chan struct{}

	breaking sync.Once
	broken   chan struct{} // closed when one of scorch's own goroutines has ended, for the reason in cause
	cause    error
}

// openStore opens scorch in a directory, or in memory where it is "". Scorch
// is used without bleve.Index above it: what that adds, the mapping of
// arbitrary values and its own searchers, is not wanted here. A store that is
// opened to be read leaves every file as it is.
func openStore(directory string, readOnly bool) (*store, error) {
	s := &store{
		directory: directory,
		workers:   bleveindex.NewAnalysisQueue(runtime.GOMAXPROCS(0)),
		closing:   make(chan struct{}),
		broken:    make(chan struct{}),
	}
	err := guarded(func() (err error) {
		if s.Index, err = s.newScorch(directory, readOnly); err != nil {
			return err
		}
		return s.Index.Open()
	})
	if err != nil {
		s.workers.Close()
		return nil, err
	}
	return s, nil
}

// errorsName is a store's name in scorch's registry, while it is made.
const errorsName = "onrecord"

var registry sync.Mutex // of scorch's callbacks

func (s *store) newScorch(directory string, readOnly bool) (bleveindex.Index, error) {
	registerPlugin()
	registry.Lock()
	defer registry.Unlock()
	scorch.RegistryAsyncErrorCallbacks[errorsName] = s.asyncError
	defer delete(scorch.RegistryAsyncErrorCallbacks, errorsName)
	return scorch.NewScorch(scorch.Name, map[string]any{
		"path":      directory,
		"read_only": readOnly,
		// The directory is locked already; without a timeout a lock that
		// somebody else holds would be waited for without end.
		"bolt_timeout":           "2s",
		"scorchMergePlanOptions": mergeOptions,
		"asyncErrorCallbackName": errorsName,
	}, s.workers)
}

// mergeOptions are when scorch merges segments. A query's cost grows with how
// many there are, and every segment has its own dictionary of mostly the same
// words: with three of each size instead of scorch's own ten there are some ten
// of a million claims, not forty, and each claim is written four times on its
// way, not three. Below FloorSegmentSize documents all count as equally small.
// With scorch's own 2000 every batch of a few articles would be merged again and
// again until it is that large: twice the time for each Put.
var mergeOptions = map[string]any{
	"MaxSegmentsPerTier": 3, "SegmentsPerMergeTask": 10, "TierGrowth": 10.0, "FloorSegmentSize": 100,
}

// retryPause is how long scorch waits after it could not write or merge, for
// example as the disk is full, before it tries again.
const retryPause = 100 * time.Millisecond

// asyncError is called by scorch's goroutines where something went wrong. By
// itself scorch tries again at once, over and over, and does not notice that
// one of its goroutines is no more.
func (s *store) asyncError(err error, _ string) {
	if errors.Is(err, scorch.ErrAsyncPanic) {
		s.breaking.Do(func() {
			s.cause = fmt.Errorf("the index takes no writes until it is opened again: %w", err)
			close(s.broken)
		})
		return
	}
	select {
	case <-time.After(retryPause):
	case <-s.closing:
	}
}

// failure tells why scorch is broken; nil: it is not.
func (s *store) failure() error {
	select {
	case <-s.broken:
		return s.cause
	default:
		return nil
	}
}

// Batch applies a batch, durable when it returns without an error. Broken scorch
// would never answer.
func (s *store) Batch(b *bleveindex.Batch) error {
	done := make(chan error, 1)
	go func() {
		done <- guarded(func() error {
			if err := s.Index.Batch(b); err != nil {
				return unavailable(err)
			}
			return nil
		})
	}()
	select {
	case err := <-done:
		return err
	case <-s.broken:
		return s.cause
	}
}

// closeWait bounds how long broken scorch has to close: what is left of it may
// wait without end for what is no more.
const closeWait = 5 * time.Second

// Close closes scorch and ends its workers.
func (s *store) Close() error {
	close(s.closing)
	defer plugin.forget(s.directory)
	closed := make(chan error, 1)
	go func() {
		err := s.Index.Close()
		s.workers.Close()
		closed <- err
	}()
	select {
	case err := <-closed:
		return errors.Join(s.failure(), err)
	case <-s.broken:
	}
	select {
	case err := <-closed:
		return errors.Join(s.cause, err)
	case <-time.After(closeWait):
		return s.cause
	}
}
