package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"

	"github.com/onrecord/onrecord"
)

// The directory of an index holds
//
//	acknowledged          how many commits were acknowledged (note.go)
//	lock                  held by the process that has the index open
//	generation-000007     the index: the highest number is the one in use
//	generation-000008.new one that is being built, of no value yet
//
// Renaming a .new directory is the one step by which a generation comes into
// use. What a crash leaves behind, a .new directory or a lower generation, is
// removed when the index was opened.
const (
	lockName         = "lock"
	generationPrefix = "generation-"
	unfinishedSuffix = ".new"
)

// A home is the locked directory of an index.
type home struct {
	path     string
	lock     *flock.Flock
	versions versions // of the generations to use; older ones are rebuilt
	// Of the open index:
	note         *note
	number       int    // of the generation in use
	acknowledged uint64 // commits
	// reached is called with the name of each step that a crash may follow.
	reached func(step string)
}

// openHome makes and locks the directory.
func openHome(path string) (*home, error) {
	if err := makeDirectory(path); err != nil {
		return nil, unavailable(err)
	}
	lock := flock.New(filepath.Join(path, lockName))
	if _, err := os.Stat(lock.Path()); errors.Is(err, fs.ErrNotExist) {
		if err := firstNote(path); err != nil {
			return nil, unavailable(err)
		}
	}
	locked, err := lock.TryLock()
	if err != nil {
		return nil, unavailable(err)
	}
	if !locked {
		return nil, fmt.Errorf("%w: the directory is in use by another process", onrecord.ErrUnavailable)
	}
	return &home{path: path, lock: lock, versions: currentVersions(), reached: func(string) {}}, nil
}

// close gives the directory free.
func (h *home) close() error {
	var err error
	if h.note != nil {
		err = h.note.close()
	}
	return errors.Join(err, h.lock.Unlock())
}

// openCurrent opens the generation in use, after rebuilding it where it is of
// an older version, or makes the first one. Where less is there than was
// acknowledged it fails and leaves everything as it is.
func (h *home) openCurrent() (*store, error) {
	var noted bool
	var err error
	if h.acknowledged, noted, err = readNote(h.path); err != nil {
		return nil, h.refuse(err)
	}
	if h.number, err = h.newest(); err != nil {
		return nil, unavailable(err)
	}
	var opened *store
	switch {
	case h.number > 0:
		opened, err = h.openGeneration()
	case !noted || h.acknowledged > 0:
		err = h.refuse(fmt.Errorf("%s: no generation of the index is there any more", h.path))
	default:
		h.number = 1
		opened, err = h.build(seal{}, func(*store) error { return nil })
	}
	if err != nil {
		return nil, err
	}
	if h.note, err = startNote(h.path, h.acknowledged); err == nil {
		err = h.clean()
	}
	if err != nil {
		return nil, errors.Join(unavailable(err), opened.Close())
	}
	return opened, nil
}

// acknowledge notes how many commits there are. A note that lags behind is only
// a weaker check of the next opening.
func (h *home) acknowledge(commits uint64) {
	h.acknowledged = commits
	_ = h.note.write(commits)
}

// refuse tells a person what to do about an index that cannot be used as it
// is.
func (h *home) refuse(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return unavailable(err)
	}
	return unavailable(fmt.Errorf("%w; put a copy of %s in its place, or move it away to start with an empty index", err, h.path))
}

// newest returns the highest number of a generation, 0 where there is none.
func (h *home) newest() (newest int, err error) {
	entries, err := os.ReadDir(h.path)
	for _, entry := range entries {
		digits, isGeneration := strings.CutPrefix(entry.Name(), generationPrefix)
		if number, err := strconv.Atoi(digits); isGeneration && err == nil {
			newest = max(newest, number)
		}
	}
	return newest, err
}

// clean removes all generations but the one in use, and those that were not
// finished.
func (h *home) clean() error {
	entries, err := os.ReadDir(h.path)
	for _, entry := range entries {
		if path := filepath.Join(h.path, entry.Name()); strings.HasPrefix(entry.Name(), generationPrefix) && path != h.generation(h.number) {
			err = errors.Join(err, os.RemoveAll(path))
		}
	}
	return err
}

// generation returns the directory of a generation.
func (h *home) generation(number int) string {
	return filepath.Join(h.path, fmt.Sprintf("%s%06d", generationPrefix, number))
}

// makeDirectory makes a directory, and the names of all that it makes durable.
func makeDirectory(path string) error {
	made := path
	for ; ; made = filepath.Dir(made) {
		if _, err := os.Stat(made); !errors.Is(err, fs.ErrNotExist) || made == filepath.Dir(made) {
			break
		}
	}
	if err := os.MkdirAll(path, 0o700); err != nil || made == path {
		return err
	}
	for at := path; at != made; {
		at = filepath.Dir(at)
		if err := syncFile(at); err != nil {
			return err
		}
	}
	return nil
}

// syncTree makes the files of a directory durable, and their names.
func syncTree(directory string) error {
	return filepath.WalkDir(directory, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return syncFile(path)
	})
}

func syncFile(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
