// Package service is the two ways through On Record, as a library: articles in
// (Ingest), earlier statements out (Search, Related, Check). It holds what is
// decided between a request and an index: what is taken, how a query and its
// filters become a question to the engine, what counts as earlier, how answers
// are ranked and paged. Whatever speaks a protocol converts, calls and converts
// back.
//
// Bad input is an *onrecord.FieldError that names the field as the API does;
// other errors are those of package onrecord, wrapped.
package service

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/onrecord/onrecord"
)

// Config is what a Service is made of.
type Config struct {
	// Index keeps and finds the claims. Required; the caller closes it.
	Index onrecord.Index
	// Now tells the time; nil: time.Now.
	Now func() time.Time
}

// A Service answers requests. All methods are safe for concurrent use.
type Service struct {
	index     onrecord.Index
	now       func() time.Time
	directory *directory
	grouper   *grouper
	deciding  sync.Mutex // held while decisions on speakers are made
	// deleting is held by a deletion, and for reading by other writes: Delete
	// is no compare-and-set, and the directory has to know what it removed.
	deleting sync.RWMutex
	// extracting bounds the texts in which claims are looked for at the same
	// time: the longest takes half a second of a processor, and memory up to a
	// hundred times its size.
	extracting *semaphore.Weighted
}

// New returns a Service over an index. It reads the names of all speakers. From
// then on articles and decisions are written by this Service alone, or it does
// not know of the speakers in them.
func New(c Config) (*Service, error) {
	if c.Index == nil {
		return nil, errors.New("service: Config.Index must be set")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	speakers, err := loadDirectory(context.Background(), c.Index)
	if err != nil {
		return nil, err
	}
	return &Service{
		index: c.Index, now: c.Now, directory: speakers,
		grouper:    &grouper{index: c.Index, directory: speakers, recent: newRecentStatements()},
		extracting: semaphore.NewWeighted(int64(runtime.GOMAXPROCS(0))),
	}, nil
}

// Coverage says what answers are drawn from.
func (s *Service) Coverage(ctx context.Context) (onrecord.Coverage, error) {
	return s.index.Coverage(ctx)
}
