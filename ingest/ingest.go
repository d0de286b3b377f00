// Package ingest turns the outside's formats into articles: plain text with a
// small header, JSON and JSON Lines. Readers stream: memory is bounded by the
// longest article, not by the size of the file.
package ingest

import (
	"bufio"
	"bytes"
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
	// Where says which item of which source: "stories.jsonl:17".
	Where   string
	Article onrecord.Article
	Err     error
}

// ErrTooLong: an item is longer than MaxItem.
var ErrTooLong = fmt.Errorf("longer than %d bytes", MaxItem)

// Read yields the articles of one source, in order. What the source is shows
// in its content: JSON where it begins with a brace or bracket, else text.
// Fields that an article lacks are taken from defaults. A bad item is yielded
// with its reason and the items behind it follow; where the source itself
// cannot be read on, that is the last item.
func Read(r io.Reader, name string, defaults onrecord.ArticleInfo) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		first, err := firstByte(in)
		items := oneText(in, name)
		switch {
		case errors.Is(err, io.EOF):
			yield(Item{Where: name, Err: errors.New("is empty")})
			return
		case err != nil:
			yield(Item{Where: name, Err: err})
			return
		case first == '[':
			items = jsonArray(in, name)
		case first == '{':
			items = jsonObjects(in, name)
		}
		for item := range items {
			fill(&item.Article.ArticleInfo, defaults)
			if !yield(item) {
				return
			}
		}
	}
}

// firstByte skips a byte order mark and white space and returns the byte
// behind them, unread.
func firstByte(in *bufio.Reader) (byte, error) {
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\uFEFF")) {
		in.Discard(3) // cannot fail: it has just been peeked at
	}
	for {
		b, err := in.ReadByte()
		if err != nil {
			return 0, err
		}
		if !bytes.ContainsRune([]byte(" \t\r\n"), rune(b)) {
			return b, in.UnreadByte()
		}
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
