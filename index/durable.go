package index

import (
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// durable is what readers see. Scorch shows a batch before it is on disk; whoever
// saw it then could tell a client that an article is in ("unchanged"), and a
// crash would lose it. So while a batch is under way, and after one has failed,
// readers see the state before it.
type durable struct {
	mu   sync.RWMutex          // guards last, and the Index's store and columns
	last *scorch.IndexSnapshot // nil: all that scorch shows is durable
}

// view opens the last durable state.
func (x *Index) view() (*view, error) {
	x.durable.mu.RLock()
	defer x.durable.mu.RUnlock()
	if last := x.durable.last; last != nil {
		last.AddRef()
		return viewOf(last, x.columns), nil
	}
	return x.store.view(x.columns)
}

// hold keeps readers at the state of a view until release.
func (x *Index) hold(v *view) {
	x.durable.mu.Lock()
	defer x.durable.mu.Unlock()
	v.snapshot.AddRef()
	x.durable.last = v.snapshot
}

// release shows readers what scorch has.
func (x *Index) release() {
	x.durable.mu.Lock()
	defer x.durable.mu.Unlock()
	x.durable.drop()
}

func (d *durable) drop() {
	if d.last != nil {
		_ = d.last.Close()
		d.last = nil
	}
}

// stop closes scorch after a batch has failed: it goes on to show the batch and
// to try to write it, but has closed its segment, so that reading it panics.
func (x *Index) stop() {
	if x.home == nil { // nothing was on its way to a disk
		x.release()
		return
	}
	x.stopped = true
	_ = x.store.Close() // the cause is told already
}

// restart opens scorch again where it was stopped: in the last durable state,
// which has the batch that failed or has not.
func (x *Index) restart() error {
	if !x.stopped {
		return nil
	}
	if err := x.store.failure(); err != nil {
		return err
	}
	opened, err := x.home.reopen()
	if err != nil {
		return err
	}
	x.stopped = false
	x.durable.mu.Lock()
	defer x.durable.mu.Unlock()
	// The segments that are written now get the numbers of those that failed.
	x.store, x.columns = opened, newColumnCache()
	x.durable.drop()
	return nil
}
