// Package ingest turns the outside's formats into articles and tells them apart
// by what is in them: see formats. Readers stream: memory is bounded by the
// longest article, not by the size of the source, and nothing is fetched.
package ingest

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/unpack"
)

// MaxItem is the most bytes that one article may take in its outside form.
const MaxItem = 32 << 20

// An Item is one article of a source, or the reason why there is none.
type Item struct {
	// Where says which item of which source: "stories.jsonl:17" (by line),
	// "stories.json[3]" (of an array, from 0), "crawl.warc@1024" (by byte),
	// "story.txt".
	Where string
	// Format is what the item was read as ("html"); empty where that is not
	// known.
	Format  string
	Article onrecord.Article
	// Next is where a feed goes on, with its last entry: the address of its next
	// page, as it stands there. Empty where it does not.
	Next string
	// Ignored names the fields of a JSON object that are none of an article's,
	// in alphabetical order.
	Ignored []string
	// Raw is the JSON that could not be made an article of, as it stands there;
	// nil for others.
	Raw []byte
	// Err is why there is no article that can be taken in. With ErrNotFetched,
	// Article has all but the text.
	Err error
}

// Reasons why there is no article that are no fault of an item, apart from
// ErrLeftOut.
var (
	// ErrLeftOut: a part of the article before could not be read; the rest was.
	ErrLeftOut = errors.New("left out")
	// ErrNotFetched: the item tells only where the article is.
	ErrNotFetched = errors.New("has a link and no text: the page has to be fetched")
	// ErrPassedOver: the item is of a kind that has no articles.
	ErrPassedOver = errors.New("passed over")
	// ErrNoArticle: the item is a page without an article.
	ErrNoArticle = errors.New("no article in the page")
)

// ErrTooLong: an item is longer than it may be, most often MaxItem.
var ErrTooLong = errors.New("too long")

func tooLong(most int) error { return fmt.Errorf("%w: more than %d bytes", ErrTooLong, most) }

// Options say how a source is read. The zero value works.
type Options struct {
	// Name is what the source is called; its ending counts where the content
	// leaves open what it is.
	Name string
	// MediaType is what somebody says that the source is ("text/html;
	// charset=utf-8"); it counts as the ending of Name does.
	MediaType string
	// Defaults are what articles have that do not say otherwise. A page at a
	// known URL keeps that.
	Defaults onrecord.ArticleInfo
	// Fields are the names that JSON objects give to an article's fields, where
	// those are not the usual ones.
	Fields FieldMap
	// Limits bound what is unpacked.
	Limits unpack.Limits
}

// Read yields the articles of one source, in order; a source that is compressed
// is unpacked. A bad item is yielded with its reason and the items behind it
// follow; where the source itself cannot be read on, that is the last item.
func Read(r io.Reader, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		in, err := unpack.NewReader(r, o.Limits)
		if err != nil {
			yield(Item{Where: o.Name, Err: err})
			return
		}
		defer in.Close()
		s := &source{in: in.Reader, packed: in, name: o.Name, options: o}
		if err := s.begin(); err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("is empty")
			}
			yield(Item{Where: s.name, Err: err})
			return
		}
		s.read(yield)
	}
}

// read yields the items of a source that has begun.
func (s *source) read(yield func(Item) bool) {
	f := s.format()
	f.read(s, func(item Item) bool {
		if item.Format == "" {
			item.Format = f.name
		}
		fill(&item.Article.ArticleInfo, s.options.Defaults)
		return yield(item)
	})
}

// One reads the one article of a document. It is an error where there are more.
func One(r io.Reader, o Options) (onrecord.Article, error) {
	var found *Item
	for item := range Read(r, o) {
		switch {
		case errors.Is(item.Err, ErrPassedOver), errors.Is(item.Err, ErrLeftOut):
		case found != nil:
			return onrecord.Article{}, errors.New("holds more than one article")
		default:
			found = &item
		}
	}
	if found == nil {
		return onrecord.Article{}, errors.New("holds no article")
	}
	return found.Article, found.Err
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
