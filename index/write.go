package index

import (
	"context"
	"errors"
	"fmt"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
)

// The bounds of one group of writes that wait for the disk together. A larger
// batch gains little speed and makes the writes in it wait for each other.
const (
	maxGroupDocuments = 2000
	maxGroupBytes     = 8 << 20
	maxWaiting        = 1024 // writes that wait for a group
)

// A write is a Put, a Delete or an Enter on its way into the index.
type write struct {
	ctx       context.Context
	articleID string
	revision  int              // of the record put; 0 deletes
	entries   []onrecord.Entry // of a ledger; none: a Put or a Delete
	documents []*indexDocument // of the record or the entries put

	fingerprints []uint32 // of the record put
	bytes        int
	done         chan error // receives the outcome once
}

// submit hands a write to the committer and waits for its outcome. Where the
// context ends first the write may still happen.
func (x *Index) submit(w *write) error {
	if !x.enter() {
		return unavailable(errClosed)
	}
	w.done = make(chan error, 1)
	select {
	case x.writes <- w: // the committer leaves for it
	case <-w.ctx.Done():
		x.leave()
		return w.ctx.Err()
	}
	select {
	case err := <-w.done:
		return err
	case <-w.ctx.Done():
		return w.ctx.Err()
	}
}

// commitLoop is the only writer. It puts everything that waits into one batch,
// which costs the disk as much as a single write; what arrives meanwhile waits
// for the next one. Nobody waits for company.
func (x *Index) commitLoop() {
	defer close(x.committed)
	var first *write
	for {
		if first == nil {
			var open bool
			if first, open = <-x.writes; !open {
				return
			}
		}
		var group []*write
		group, first = x.gather(first)
		x.commit(group)
		x.note()
		if x.home == nil {
			x.compact()
		}
		for range group {
			x.leave()
		}
	}
}

// gather returns the writes that wait, up to the bounds of a group, and the
// first one that has no room in it.
func (x *Index) gather(first *write) (group []*write, next *write) {
	group = []*write{first}
	documents, bytes := len(first.documents), first.bytes
	for {
		select {
		case w, open := <-x.writes:
			if !open {
				return group, nil
			}
			documents, bytes = documents+len(w.documents), bytes+w.bytes
			if documents > maxGroupDocuments || bytes > maxGroupBytes {
				return group, w
			}
			group = append(group, w)
		default:
			return group, nil
		}
	}
}

// commit applies the writes of a group in their order as one batch, durable
// when it returns, and tells each its outcome.
func (x *Index) commit(group []*write) {
	b, err := x.newBatch()
	if err != nil {
		for _, w := range group {
			w.done <- err
		}
		return
	}
	defer b.view.close()
	x.columns.keep(b.view.snapshot)
	accepted := make([]*write, 0, len(group))
	for _, w := range group {
		if err := guarded(func() error { return b.apply(w) }); err != nil {
			w.done <- err
			continue
		}
		accepted = append(accepted, w)
	}
	if len(accepted) > 0 {
		err = x.write(b)
	}
	for _, w := range accepted {
		w.done <- err
	}
}

// write writes a batch and shows it to readers.
func (x *Index) write(b *batch) error {
	b.seal.commits++
	b.operations.SetInternal(sealKey, []byte(b.seal.String()))
	x.hold(b.view)
	if err := x.store.Batch(b.operations); err != nil {
		x.stop()
		return err
	}
	x.release()
	if x.home != nil {
		x.home.acknowledge(b.seal.commits)
	}
	return nil
}

// A batch gathers the operations of a group.
type batch struct {
	view       *view
	operations *bleveindex.Batch
	seal       seal                    // as it will be after the batch
	states     map[string]articleState // of articles, as they will be after the batch
	versions   map[string]int          // of entries, by name, likewise
}

// An articleState is what the writes of an article hang on.
type articleState struct {
	revision  int      // 0: not there
	documents []string // names
}

func (x *Index) newBatch() (*batch, error) {
	if err := x.restart(); err != nil {
		return nil, err
	}
	v, err := x.store.view(x.columns)
	if err != nil {
		return nil, err
	}
	b := &batch{view: v, operations: bleveindex.NewBatch(), states: map[string]articleState{}, versions: map[string]int{}}
	if written := v.snapshot.Internal()[string(sealKey)]; written != nil {
		if b.seal, err = parseSeal(string(written)); err != nil {
			v.close()
			return nil, err
		}
	}
	return b, nil
}

// apply adds a write to the batch, or refuses it.
func (b *batch) apply(w *write) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if len(w.entries) > 0 {
		return b.enter(w)
	}
	now, err := b.state(w.articleID)
	if err != nil {
		return err
	}
	switch {
	case w.revision == 0 && now.revision == 0:
		return onrecord.ErrNotFound
	case w.revision != 0 && w.revision != now.revision+1:
		return fmt.Errorf("revision %d is put, but %d is stored: %w", w.revision, now.revision, onrecord.ErrConflict)
	}
	for _, name := range now.documents {
		b.delete(name)
	}
	names := make([]string, len(w.documents))
	for i, d := range w.documents {
		b.put(d)
		names[i] = d.ID()
	}
	b.states[w.articleID] = articleState{revision: w.revision, documents: names}
	return nil
}

// put adds a document under a name that is free after the batch.
func (b *batch) put(d *indexDocument) {
	b.seal.add(d.ID())
	b.operations.Update(d)
}

// delete removes the document with a name, which is there after the batch.
func (b *batch) delete(name string) {
	b.seal.remove(name)
	b.operations.Delete(name)
}

// state returns the state of an article after the writes that were applied.
func (b *batch) state(articleID string) (articleState, error) {
	if state, ok := b.states[articleID]; ok {
		return state, nil
	}
	found, err := b.view.article(articleID)
	if errors.Is(err, onrecord.ErrNotFound) {
		return articleState{}, nil
	}
	if err != nil {
		return articleState{}, err
	}
	names, err := found.documentNames()
	return articleState{revision: found.stored.record().Revision, documents: names}, err
}
