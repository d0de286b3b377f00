package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest"
)

// sources are the files to take in, and how far reading them has come.
type sources struct {
	paths    []string
	stdin    io.Reader
	defaults onrecord.ArticleInfo
	// total is the size of all files in bytes; -1 where one is not known.
	total int64
	// read counts the bytes read so far.
	read atomic.Int64
}

// endings are those of the files that a folder is searched for.
var endings = []string{".txt", ".json", ".jsonl", ".ndjson"}

// findSources looks up the files behind the arguments: files, folders (with all
// below them that have a known ending), or "-" for standard input.
func findSources(args []string, stdin io.Reader, defaults onrecord.ArticleInfo) (*sources, error) {
	s := &sources{stdin: stdin, defaults: defaults}
	for _, arg := range args {
		if arg == "-" {
			s.paths, s.total = append(s.paths, arg), -1
			continue
		}
		if err := s.add(arg); err != nil {
			return nil, err
		}
	}
	if len(s.paths) == 0 {
		return nil, fmt.Errorf("no files ending in %s below %s", strings.Join(endings, ", "), strings.Join(args, ", "))
	}
	return s, nil
}

func (s *sources) add(arg string) error {
	return filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if path != arg && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			return nil
		case path != arg && !slices.Contains(endings, strings.ToLower(filepath.Ext(path))):
			return nil
		}
		info, err := os.Stat(path) // follows links
		if err != nil {
			return err
		}
		s.paths = append(s.paths, path)
		if s.total >= 0 {
			s.total += info.Size()
		}
		return nil
	})
}

// items yields what the files hold, one after the other. A file that cannot be
// opened is an item with an error.
func (s *sources) items() iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for _, path := range s.paths {
			if !s.file(path, yield) {
				return
			}
		}
	}
}

func (s *sources) file(path string, yield func(ingest.Item) bool) bool {
	f, err := open(path, s.stdin)
	if err != nil {
		return yield(ingest.Item{Where: path, Err: reason(err)})
	}
	defer f.Close()
	for item := range ingest.Read(counter{f, &s.read}, path, s.defaults) {
		if !yield(item) {
			return false
		}
	}
	return true
}

// reason leaves the path out of a file's error: it is named beside it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// counter counts what is read through it.
type counter struct {
	r io.Reader
	n *atomic.Int64
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}
