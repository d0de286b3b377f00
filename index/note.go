package index

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
)

// A note tells, outside of the generation, how many commits were acknowledged:
// a generation that is missing, that was put back from an older copy, or that
// bolt opens as it was before its last commits, is told by it. It is written
// after the commit and not synced, so that it may lag behind after a power
// failure, but is never ahead. Its name comes first in the directory: who
// copies the files one after the other copies a note that is not ahead either.
type note struct{ file *os.File }

const noteName = "acknowledged"

// noteText is of one length whatever the number, so that it is replaced in
// place.
func noteText(commits uint64) string {
	digits := fmt.Sprintf("%020d", commits)
	return fmt.Sprintf("%s %08x\n", digits, crc32.ChecksumIEEE([]byte(digits)))
}

// firstNote makes the note of a directory that no index was in yet, before
// anything else: where there is none later, it was lost. Another process may
// do the same.
func firstNote(directory string) error {
	file, err := os.OpenFile(filepath.Join(directory, noteName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join((&note{file: file}).close(), syncFile(directory))
}

// readNote returns how many commits of an index were acknowledged, and whether
// it has a note. An empty note is of none: a crash came before the first.
func readNote(directory string) (commits uint64, found bool, err error) {
	path := filepath.Join(directory, noteName)
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, false, nil
	case err != nil || len(text) == 0:
		return 0, true, err
	}
	if _, err := fmt.Sscanf(string(text), "%d", &commits); err != nil || noteText(commits) != string(text) {
		return 0, true, fmt.Errorf("%s: not what was written there; without the file the index opens unless something else is amiss", path)
	}
	return commits, true, nil
}

// startNote opens the note of an index for writing.
func startNote(directory string, commits uint64) (*note, error) {
	file, err := os.OpenFile(filepath.Join(directory, noteName), os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	n := &note{file: file}
	if err := errors.Join(n.write(commits), file.Sync(), syncFile(directory)); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return n, nil
}

func (n *note) write(commits uint64) error {
	_, err := n.file.WriteAt([]byte(noteText(commits)), 0)
	return err
}

func (n *note) close() error { return errors.Join(n.file.Sync(), n.file.Close()) }
