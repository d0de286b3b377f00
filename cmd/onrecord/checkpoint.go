package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A checkpoint tells how far an import has come: all before it was
// acknowledged, so that one that was cut off goes on there.
type checkpoint struct {
	Place place `json:"place"` // where it goes on
	// Before is a digest of the files before that place, and File of the one
	// that it is in: path, size and time of the last change.
	Before string `json:"before"`
	File   string `json:"file"`
	Begins string `json:"begins"` // digest of the first item of that file
	// First and Last are the IDs of the first and the last article that were
	// taken: where they are not in the index, it is another one.
	First   string    `json:"first"`
	Last    string    `json:"last"`
	Tally   tally     `json:"tally"`
	Rejects int64     `json:"rejects"` // bytes of --rejects
	Time    time.Time `json:"time"`
}

// How often a checkpoint is written, at the least, and how long it is kept.
const (
	checkpointItems = 500
	checkpointEvery = time.Second
	checkpointKept  = 30 * 24 * time.Hour
)

// A checkpointFile is where the checkpoints of one import are kept: a file of
// the user's cache. What is lost with it is time alone.
type checkpointFile struct {
	path    string // "": nowhere
	written time.Time
	since   int // items since then
}

// checkpointFileFor returns the file for an import: the same server, the same
// arguments and the same defaults from the same folder.
func checkpointFileFor(of ...any) *checkpointFile {
	cache, err := os.UserCacheDir()
	if err != nil {
		return &checkpointFile{}
	}
	here, err := os.Getwd()
	if err != nil {
		return &checkpointFile{}
	}
	folder := filepath.Join(cache, "onrecord", "imports")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &checkpointFile{}
	}
	dropOld(folder)
	return &checkpointFile{path: filepath.Join(folder, digest(here, fmt.Sprintf("%q", of))+".json")}
}

// dropOld removes the checkpoints of imports that nobody went on with.
func dropOld(folder string) {
	entries, _ := os.ReadDir(folder) // what cannot be listed is not dropped
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > checkpointKept {
			_ = os.Remove(filepath.Join(folder, entry.Name())) // another import may have
		}
	}
}

// read returns the checkpoint; false where there is none that can be read.
func (f *checkpointFile) read() (c checkpoint, ok bool) {
	content, err := os.ReadFile(f.path)
	if err != nil {
		return c, false
	}
	return c, json.Unmarshal(content, &c) == nil && c.Place.File >= 0 && c.Place.Item >= 0
}

// due reports whether a checkpoint is to be written after one more item.
func (f *checkpointFile) due() bool {
	f.since++
	return f.path != "" && (f.since >= checkpointItems || time.Since(f.written) >= checkpointEvery)
}

// write replaces the checkpoint in one step.
func (f *checkpointFile) write(c checkpoint) error {
	if f.path == "" {
		return nil
	}
	f.written, f.since = time.Now(), 0
	c.Time = f.written.UTC()
	content, err := json.Marshal(c)
	if err != nil {
		return err
	}
	temporary := fmt.Sprintf("%s.%d", f.path, os.Getpid())
	if err := os.WriteFile(temporary, content, 0o600); err != nil {
		return err
	}
	return os.Rename(temporary, f.path)
}

// remove removes the checkpoint, if there is one.
func (f *checkpointFile) remove() error {
	if f.path == "" {
		return nil
	}
	if err := os.Remove(f.path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// digest hashes texts, each with its length before it.
func digest(texts ...string) string {
	h := sha256.New()
	for _, text := range texts {
		fmt.Fprintf(h, "%d:%s", len(text), text)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
