package index

import (
	"errors"
	"fmt"
	"os"

	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/onrecord/onrecord"
)

// openGeneration opens the newest generation, or where it is of an older version
// the one that it makes of it.
func (h *home) openGeneration() (*store, error) {
	directory := h.generation(h.number)
	m, v, err := h.readManifest(directory)
	if err != nil {
		return nil, err
	}
	if err := m.checkSegments(directory); err != nil {
		return nil, h.refuse(err)
	}
	old, s, err := h.examine(directory, m, v)
	if err != nil {
		return nil, err
	}
	h.acknowledged = s.commits
	if v == h.versions {
		return openAgain(old, directory)
	}
	h.number++
	opened, err := h.build(s, func(next *store) error { return copyRecords(old, next) })
	if err = errors.Join(err, old.Close()); err != nil {
		return nil, unavailable(fmt.Errorf("rebuild from %s (%s), which is left as it is: %w", directory, v, err))
	}
	h.reached("swapped")
	return opened, nil
}

// reopen opens the generation in use after it was closed. Its segments, which
// this process has read or written before, are not read again.
func (h *home) reopen() (*store, error) {
	directory := h.generation(h.number)
	m, v, err := h.readManifest(directory)
	if err != nil {
		return nil, err
	}
	s, _, err := h.examine(directory, m, v)
	if err != nil {
		return nil, err
	}
	return openAgain(s, directory)
}

// openAgain opens a store for writing that was opened to be read.
func openAgain(s *store, directory string) (*store, error) {
	err := s.Close()
	if err == nil {
		s, err = openStore(directory, false)
	}
	if err != nil {
		return nil, unavailable(err)
	}
	return s, nil
}

// readManifest returns the manifest of a generation that this program can use.
func (h *home) readManifest(directory string) (*manifest, versions, error) {
	m, err := readManifest(directory)
	if err != nil {
		return nil, versions{}, h.refuse(err)
	}
	v, err := parseVersions(m.version)
	if err != nil {
		return nil, versions{}, h.refuse(fmt.Errorf("%s: %w", directory, err))
	}
	if v.newer(h.versions) {
		return nil, versions{}, fmt.Errorf("%w: %s is of a newer program (%s; this one makes %s): use that program, or move %s away to start with an empty index",
			onrecord.ErrUnavailable, directory, v, h.versions, h.path)
	}
	return &m, v, nil
}

// examine opens a generation to be read and checks that it is whole: that scorch
// opens the state which the manifest tells, that the documents are those of the
// seal, and that it is not a state from before what was acknowledged.
func (h *home) examine(directory string, m *manifest, v versions) (*store, seal, error) {
	s, err := openStore(directory, true)
	if err != nil {
		return nil, seal{}, h.refuse(fmt.Errorf("%s: %w", directory, err))
	}
	var found seal
	err = guarded(func() (err error) {
		found, err = checkState(s, m, v)
		return err
	})
	if err == nil && found.commits < h.acknowledged {
		err = fmt.Errorf("it has %d commits, but %d were acknowledged", found.commits, h.acknowledged)
	}
	if err != nil {
		return nil, seal{}, h.refuse(fmt.Errorf("%s: %w", directory, errors.Join(err, s.Close())))
	}
	return s, found, nil
}

// checkState compares the state that scorch has opened with the manifest, and
// the documents with their seal, which it returns.
func checkState(s *store, m *manifest, made versions) (seal, error) {
	v, err := s.view(newColumnCache())
	if err != nil {
		return seal{}, err
	}
	defer v.close()
	internal := v.snapshot.Internal()
	if len(v.segments) != len(m.segments) || string(internal[string(versionKey)]) != m.version || string(internal[string(sealKey)]) != m.seal {
		return seal{}, errors.New("scorch does not load its last state")
	}
	found, err := v.seal()
	if err != nil || made.storage == 0 {
		return found, err
	}
	written, err := parseSeal(m.seal)
	if err == nil && !written.holds(found) {
		err = fmt.Errorf("the %d documents in it are not the %d that were written", found.documents, written.documents)
	}
	return written, err
}

// build makes the generation in use, fills it with the documents of a seal, and
// brings it into use.
func (h *home) build(sealed seal, fill func(*store) error) (*store, error) {
	unfinished := h.generation(h.number) + unfinishedSuffix
	if err := os.RemoveAll(unfinished); err != nil {
		return nil, unavailable(err)
	}
	built, err := openStore(unfinished, false)
	if err != nil {
		return nil, unavailable(err)
	}
	h.reached("opened")
	if err = fill(built); err == nil {
		h.reached("filled")
		err = h.seal(built, sealed)
	}
	if err = errors.Join(err, built.Close()); err != nil {
		return nil, errors.Join(err, os.RemoveAll(unfinished)) // the disk may be full
	}
	h.reached("closed")
	if err := syncTree(unfinished); err != nil {
		return nil, unavailable(err)
	}
	h.reached("synced")
	if err := os.Rename(unfinished, h.generation(h.number)); err != nil {
		return nil, unavailable(err)
	}
	h.reached("renamed")
	if err := syncFile(h.path); err != nil {
		return nil, unavailable(err)
	}
	reopened, err := openStore(h.generation(h.number), false)
	if err != nil {
		return nil, unavailable(err)
	}
	return reopened, nil
}

// seal writes version and seal into a generation that was filled, which must
// hold the documents of the seal and no others.
func (h *home) seal(built *store, sealed seal) error {
	v, err := built.view(newColumnCache())
	if err != nil {
		return err
	}
	defer v.close()
	found, err := v.seal()
	if err != nil {
		return err
	}
	if !found.holds(sealed) {
		return fmt.Errorf("%d documents became %d others", sealed.documents, found.documents)
	}
	b := bleveindex.NewBatch()
	b.SetInternal(versionKey, []byte(h.versions.String()))
	b.SetInternal(sealKey, []byte(sealed.String()))
	return built.Batch(b)
}
