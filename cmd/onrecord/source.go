package main

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest"
)

// sources are the files to take in, and how far reading them has come.
type sources struct {
	found    []found
	stdin    io.Reader
	defaults onrecord.ArticleInfo
	// total is the size of all files in bytes; -1 where one is not known.
	total int64
	// read counts the bytes read so far.
	read atomic.Int64

	// from is where to begin: what stands before was taken in by an import that
	// was cut off. fromFirst is the digest of the first item of that file; where
	// standard input begins with another one, anew is called and all is read.
	from      place
	fromFirst string
	anew      func() error
	first     string   // digest of the first item of the file that is read
	digests   []string // see before
}

// A place is that of an item: in which of the files, and which of its items,
// both from 0.
type place struct {
	File int `json:"file"`
	Item int `json:"item"`
}

// found is a file, or what cannot be read and why.
type found struct {
	path    string
	err     error
	regular bool
	size    int64     // of a regular one
	changed time.Time // likewise
}

// none reports whether there is nothing to read.
func (s *sources) none() bool {
	return !slices.ContainsFunc(s.found, func(f found) bool { return f.err == nil })
}

// items yields what the files hold, one after the other, until ctx ends. What
// cannot be read is an item with an error.
func (s *sources) items(ctx context.Context) iter.Seq2[place, ingest.Item] {
	return func(yield func(place, ingest.Item) bool) {
		for i, f := range s.found {
			if i < s.from.File {
				s.read.Add(f.size)
				continue
			}
			n := 0
			for item := range s.read1(ctx, f) {
				at := place{File: i, Item: n}
				if n == 0 {
					if err := s.begin(at, item); err != nil {
						item.Err = err
					}
				}
				n++
				if at.File == s.from.File && at.Item < s.from.Item {
					continue
				}
				if !yield(at, item) {
					return
				}
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

// begin takes the first item of a file. Of what can be read once only, that
// tells whether it is what was read before.
func (s *sources) begin(at place, first ingest.Item) error {
	s.first = itemDigest(first)
	if at.File != s.from.File || s.from.Item == 0 || s.first == s.fromFirst {
		return nil
	}
	s.from = place{}
	return s.anew()
}

// read1 yields the items of one file, until ctx ends.
func (s *sources) read1(ctx context.Context, f found) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		if f.err != nil {
			yield(ingest.Item{Where: f.path, Err: f.err})
			return
		}
		in, file, err := open(ctx, f.path, s.stdin)
		if err != nil {
			yield(ingest.Item{Where: f.path, Err: err})
			return
		}
		defer file.Close()
		for item := range ingest.Read(counter{in, &s.read}, shownPath(f.path), s.defaults) {
			if ctx.Err() != nil {
				return
			}
			item.Err = reason(item.Err)
			if !yield(item) {
				return
			}
		}
	}
}

// reason leaves operation and path out of a file's error: the path is named
// beside it.
func reason(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

// open opens a file; "-" is standard input. Reading it ends with ctx.
func open(ctx context.Context, path string, stdin io.Reader) (io.Reader, io.Closer, error) {
	if path == "-" {
		return newInput(ctx, stdin), io.NopCloser(nil), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, reason(err)
	}
	return newInput(ctx, file), file, nil
}

// shownPath is what people are told of a path.
func shownPath(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
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
