// Package ingest turns the outside's formats into articles: plain text with a
// small header, JSON and JSON Lines. Readers stream: memory is bounded by the
// longest article, not by the size of the file.
package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/onrecord/onrecord"
)

// MaxItem is the most bytes that one article may take in its outside form.
const MaxItem = 32 << 20

// An Item is one article of a source, or the reason why it could not be read.
type Item struct {
	// Where says which item of which source: "stories.jsonl:17" (by line),
	// "stories.json[3]" (of an array, from 0), "story.txt".
	Where   string
	Article onrecord.Article
	// Ignored names the fields of a JSON object that are none of an article's,
	// in alphabetical order.
	Ignored []string
	Err     error
}

// ErrTooLong: an item is longer than MaxItem.
var ErrTooLong = fmt.Errorf("longer than %d bytes", MaxItem)

// Read yields the articles of one source, in order. What the source is shows
// in its content: JSON where it begins with a brace, with a bracket before a
// brace, or with a line before one that begins with a brace; else text. The
// ending of name decides only where the content does not: what is called .json,
// .jsonl or .ndjson is never text. Fields that an article lacks are taken from
// defaults. A bad item is yielded with its reason and the items behind it
// follow; where the source itself cannot be read on, that is the last item.
func Read(r io.Reader, name string, defaults onrecord.ArticleInfo) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		s := &source{in: bufio.NewReaderSize(r, 64<<10), name: name}
		if err := s.begin(); err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("is empty")
			}
			yield(Item{Where: name, Err: err})
			return
		}
		items := s.text
		switch s.form() {
		case formObjects:
			items = s.objects
		case formArray:
			items = s.array
		}
		items(func(item Item) bool {
			fill(&item.Article.ArticleInfo, defaults)
			return yield(item)
		})
	}
}

// fill sets what a lacks.
func fill(a *onrecord.ArticleInfo, defaults onrecord.ArticleInfo) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&a.URL, defaults.URL}, {&a.Outlet, defaults.Outlet}, {&a.Title, defaults.Title}, {&a.Language, defaults.Language}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if !a.Published.Known() {
		a.Published = defaults.Published
	}
}

// setField sets one field by its key.
func setField(a *onrecord.Article, key, value string) error {
	switch key {
	case "url":
		a.URL = value
	case "outlet":
		a.Outlet = value
	case "title":
		a.Title = value
	case "language":
		a.Language = value
	case "text":
		a.Text = value
	case "published":
		if value == "" {
			return nil
		}
		d, err := onrecord.ParseDate(value)
		if err != nil {
			return fmt.Errorf("published: %w", err)
		}
		a.Published = d
	}
	return nil
}
