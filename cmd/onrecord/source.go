package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/fetch"
	"github.com/onrecord/onrecord/ingest"
)

// sources are the files and URLs to take in, and how far reading them has come.
type sources struct {
	found    []found
	stdin    io.Reader
	defaults onrecord.ArticleInfo
	urlUsed  bool // an article has the address of defaults
	fields   ingest.FieldMap
	// total is the size of all files in bytes; -1 where one is not known.
	total int64
	// read counts the bytes read so far.
	read atomic.Int64
	// web is nil where there is no URL.
	web       *fetch.Fetcher
	feedPages int // how many pages of a feed are read
	receipts  receipts

	// from is where to begin: what stands before was taken in by an import that
	// was cut off. fromFirst is the digest of the first item of that file; where
	// standard input begins with another one, anew is called and all is read.
	from      place
	fromFirst string
	anew      func() error
	next      place    // that of the item that is read next
	given     place    // that of the item that was given last
	first     string   // digest of the first item of its file
	digests   []string // see before
}

// A place is that of an item: in which of the files, and which of its items,
// both from 0.
type place struct {
	File int `json:"file"`
	Item int `json:"item"`
}

// found is a file or URL, or what cannot be read and why.
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

// items yields what the files hold from a place on, one after the other, until
// ctx ends. What cannot be read is an item with an error.
func (s *sources) items(ctx context.Context) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for i, f := range s.found {
			if i < s.from.File {
				s.read.Add(f.size)
				continue
			}
			s.next = place{File: i}
			if !s.file(ctx, f, yield) {
				return
			}
		}
	}
}

func (s *sources) file(ctx context.Context, f found, yield func(ingest.Item) bool) bool {
	if f.err != nil {
		return s.give(ctx, ingest.Item{Where: f.path, Err: f.err}, yield)
	}
	if isOnWeb(f.path) {
		return s.onWeb(ctx, f.path, yield)
	}
	in, file, err := open(ctx, f.path, s.stdin)
	if err != nil {
		return s.give(ctx, ingest.Item{Where: f.path, Err: err}, yield)
	}
	defer file.Close()
	for item := range ingest.Read(counter{in, &s.read}, ingest.Options{Name: shownPath(f.path), Defaults: s.defaults, Fields: s.fields}) {
		if !s.give(ctx, item, yield) {
			return false
		}
	}
	return true
}

// give yields an item, which is of these responses, unless it was taken in
// before; false where there is to be no other.
func (s *sources) give(ctx context.Context, item ingest.Item, yield func(ingest.Item) bool, of ...*receipt) bool {
	if ctx.Err() != nil {
		return false
	}
	at := s.next
	s.next.Item++
	if at.Item == 0 {
		if err := s.begin(at, item); err != nil {
			item.Err = err
		}
	}
	if address := s.defaults.URL; address != "" && item.Err == nil && item.Article.URL == address {
		if s.urlUsed {
			item.Err = errors.New("--url is the address of one article, and this is another one")
		}
		s.urlUsed = true
	}
	if at.File == s.from.File && at.Item < s.from.Item {
		return true
	}
	s.given = at
	s.receipts.send(of...)
	item.Err = reason(item.Err)
	return yield(item)
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
