package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/fetch"
	"github.com/onrecord/onrecord/ingest"
)

// sources are the files and URLs to take in, and how far reading them has come.
type sources struct {
	found    []found
	stdin    io.Reader
	defaults onrecord.ArticleInfo
	fields   ingest.FieldMap
	// total is the size of all files in bytes; -1 where one is not known.
	total int64
	// read counts the bytes read so far.
	read    atomic.Int64
	ignored ignored
	// web is nil where there is no URL.
	web       *fetch.Fetcher
	feedPages int // how many pages of a feed are read
	receipts  receipts
}

// found is a file or URL, or what cannot be read and why.
type found struct {
	path string
	err  error
}

// none reports whether there is nothing to read.
func (s *sources) none() bool {
	return !slices.ContainsFunc(s.found, func(f found) bool { return f.err == nil })
}

// items yields what the files hold, one after the other, until ctx ends. What
// cannot be read is an item with an error.
func (s *sources) items(ctx context.Context) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for _, f := range s.found {
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

// give yields an item, which is of these responses; false where there is to be
// no other.
func (s *sources) give(ctx context.Context, item ingest.Item, yield func(ingest.Item) bool, of ...*receipt) bool {
	if ctx.Err() != nil {
		return false
	}
	s.ignored.add(item.Ignored)
	s.receipts.send(of...)
	item.Err = reason(item.Err)
	return yield(item)
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

// ignored counts the fields of JSON objects that are no article's, by name.
type ignored struct {
	mu     sync.Mutex
	counts map[string]int
}

// maxIgnored bounds the names that are counted.
const maxIgnored = 100

func (g *ignored) add(names []string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.counts == nil {
		g.counts = make(map[string]int)
	}
	for _, name := range names {
		if _, ok := g.counts[name]; ok || len(g.counts) < maxIgnored {
			g.counts[name]++
		}
	}
}

// all returns the counts once there is nothing more to read.
func (g *ignored) all() map[string]int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return maps.Clone(g.counts)
}

// tellIgnored lists the names, the most frequent first.
func tellIgnored(counts map[string]int) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%s)", name, number(counts[name], "article"))
	}
	return "ignored, as articles have no such fields: " + strings.Join(names, ", ")
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
