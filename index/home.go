package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// The directory of an index holds
//
//	lock                  held by the process that has the index open
//	generation-000007     the index: the highest number is the one in use
//	generation-000008.new one that is being built, of no value yet
//
// Renaming a .new directory is the one step by which a generation comes into
// use. What a crash leaves behind, a .new directory or a lower generation, is
// removed when the index is opened.
const (
	lockName         = "lock"
	generationPrefix = "generation-"
	unfinishedSuffix = ".new"
)

// versionKey is where a generation notes by which versions it was made.
var versionKey = []byte("onrecord.version")

// currentVersion is what this program makes.
func currentVersion() string {
	return fmt.Sprintf("mapping %d, analysis %d", mappingVersion, analysis.Version)
}

// A home is the locked directory of an index.
type home struct {
	path    string
	lock    *flock.Flock
	version string // of the generations to use; others are rebuilt
	// reached is called with the name of each step that a crash may follow.
	reached func(step string)
}

// openHome makes and locks the directory.
func openHome(path string) (*home, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, unavailable(err)
	}
	lock := flock.New(filepath.Join(path, lockName))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, unavailable(err)
	}
	if !locked {
		return nil, fmt.Errorf("%w: the directory is in use by another process", onrecord.ErrUnavailable)
	}
	return &home{path: path, lock: lock, version: currentVersion(), reached: func(string) {}}, nil
}

// close gives the directory free.
func (h *home) close() error { return h.lock.Unlock() }

// openCurrent opens the generation in use, after rebuilding it where it is of
// another version, or makes the first one.
func (h *home) openCurrent() (*store, error) {
	number, err := h.clean()
	if err != nil {
		return nil, err
	}
	if number == 0 {
		return h.build(1, func(*store) error { return nil })
	}
	current, err := openStore(h.generation(number))
	if err != nil {
		return nil, unavailable(err)
	}
	version, err := storeVersion(current)
	if err != nil {
		return nil, errors.Join(err, current.Close())
	}
	if version == h.version {
		return current, nil
	}
	next, err := h.build(number+1, func(next *store) error { return copyRecords(current, next) })
	if err = errors.Join(err, current.Close()); err != nil {
		return nil, fmt.Errorf("rebuild from %q: %w", version, err)
	}
	h.reached("swapped")
	if err := os.RemoveAll(h.generation(number)); err != nil {
		return nil, errors.Join(unavailable(err), next.Close())
	}
	return next, nil
}

// build makes a generation, fills it, and brings it into use.
func (h *home) build(number int, fill func(*store) error) (*store, error) {
	unfinished := h.generation(number) + unfinishedSuffix
	built, err := openStore(unfinished)
	if err != nil {
		return nil, unavailable(err)
	}
	h.reached("opened")
	if err = fill(built); err == nil {
		h.reached("filled")
		err = built.SetInternal(versionKey, []byte(h.version))
	}
	if err = errors.Join(err, built.Close()); err != nil {
		return nil, err
	}
	h.reached("closed")
	if err := syncTree(unfinished); err != nil {
		return nil, unavailable(err)
	}
	h.reached("synced")
	if err := os.Rename(unfinished, h.generation(number)); err != nil {
		return nil, unavailable(err)
	}
	h.reached("renamed")
	if err := syncFile(h.path); err != nil {
		return nil, unavailable(err)
	}
	reopened, err := openStore(h.generation(number))
	if err != nil {
		return nil, unavailable(err)
	}
	return reopened, nil
}

// clean removes what a crash left behind and returns the number of the
// generation in use, 0 where there is none.
func (h *home) clean() (current int, err error) {
	entries, err := os.ReadDir(h.path)
	if err != nil {
		return 0, unavailable(err)
	}
	var leftovers []string
	for _, entry := range entries { // sorted, so numbers ascend
		digits, isGeneration := strings.CutPrefix(entry.Name(), generationPrefix)
		number, err := strconv.Atoi(digits)
		switch {
		case !isGeneration || !entry.IsDir():
		case strings.HasSuffix(digits, unfinishedSuffix):
			leftovers = append(leftovers, filepath.Join(h.path, entry.Name()))
		case err == nil:
			if current > 0 {
				leftovers = append(leftovers, h.generation(current))
			}
			current = number
		}
	}
	for _, leftover := range leftovers {
		if err := os.RemoveAll(leftover); err != nil {
			return 0, unavailable(err)
		}
	}
	return current, nil
}

// generation returns the directory of a generation.
func (h *home) generation(number int) string {
	return filepath.Join(h.path, fmt.Sprintf("%s%06d", generationPrefix, number))
}

// storeVersion returns by which versions a generation was made.
func storeVersion(s *store) (string, error) {
	reader, err := s.Reader()
	if err != nil {
		return "", unavailable(err)
	}
	defer func() { _ = reader.Close() }()
	version, err := reader.GetInternal(versionKey)
	if err != nil {
		return "", unavailable(err)
	}
	return string(version), nil
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
