package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// keyBytes is the length of the key that authenticates page tokens.
const keyBytes = 32

// tokenKey reads the key that authenticates page tokens, and makes one where
// there is none, so that tokens outlive a restart. One that is damaged is an
// error: who has a copy can put it back. One process at a time may call it for a
// path; the lock of the index sees to that.
func tokenKey(path string) ([]byte, error) {
	key, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		key = make([]byte, keyBytes)
		rand.Read(key) // never fails
		return key, writeDurably(path, key)
	case err != nil:
		return nil, err
	case len(key) != keyBytes:
		return nil, damaged(path, fmt.Sprintf("it has %d bytes, not %d", len(key), keyBytes))
	case bytes.Equal(key, make([]byte, keyBytes)):
		return nil, damaged(path, "it is all zeros")
	}
	return key, nil
}

func damaged(path, how string) error {
	return fmt.Errorf("%s is damaged: %s\nPut a copy of it back; or remove it, and a new one is made. Page tokens that were given out before are refused then", path, how)
}

// writeDurably writes a file that only its owner can read. After a crash it is
// there as a whole or not at all.
func writeDurably(path string, content []byte) error {
	unfinished := path + ".new"
	file, err := os.OpenFile(unfinished, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Chmod(0o600), file.Sync(), file.Close()); err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	if err := os.Rename(unfinished, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes the names in a folder durable.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
