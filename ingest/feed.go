package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	jsonfeed "github.com/mmcdole/gofeed/json"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/page"
	"github.com/onrecord/onrecord/ingest/when"
)

// isFeed reports whether a source is RSS or Atom, by its first element.
func isFeed(h head) bool {
	return h.begin[0] == '<' && slices.Contains([]string{"rss", "feed", "rdf"}, rootElement(h.begin))
}

// feed reads RSS or Atom.
func (s *source) feed(yield func(Item) bool) {
	content, err := s.whole(MaxItem)
	if err == nil {
		err = checkXML(content)
	}
	if err != nil {
		yield(Item{Where: s.name, Err: err})
		return
	}
	feedItems(content, s.name, yield)
}

// isJSONFeed reports whether an object is a whole JSON Feed.
func isJSONFeed(object map[string]json.RawMessage) bool {
	return strings.HasPrefix(stringAt(object, "version"), "https://jsonfeed.org/version/")
}

// feedItems yields the entries of a feed. One whose text is not in the feed
// tells where it is. It reports whether the caller wants more.
func feedItems(content []byte, where string, yield func(Item) bool) bool {
	f, err := parseFeed(content)
	if err != nil {
		return yield(Item{Where: where, Err: fmt.Errorf("not a feed: %w", err)})
	}
	for i, entry := range f.Items {
		a, err := entryArticle(f, entry)
		item := Item{Where: fmt.Sprintf("%s#%d", where, i+1), Format: f.FeedType, Article: a, Err: err}
		if i == len(f.Items)-1 {
			item.Next = nextPage(f)
		}
		if !yield(item) {
			return false
		}
	}
	return true
}

// nextPage returns the address of a feed's next page (RFC 5005, JSON Feed), as it
// stands there; "" where there is none.
func nextPage(f *gofeed.Feed) string {
	switch original := f.OriginalFeed().(type) {
	case *jsonfeed.Feed:
		return original.NextURL
	case *atom.Feed:
		for _, link := range original.Links {
			if link.Rel == "next" {
				return link.Href
			}
		}
	}
	for _, link := range f.Extensions["atom"]["link"] {
		if link.Attrs["rel"] == "next" {
			return link.Attrs["href"]
		}
	}
	return ""
}

func parseFeed(content []byte) (*gofeed.Feed, error) {
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	f, err := parser.Parse(bytes.NewReader(content))
	if err == nil && len(f.Items) == 0 {
		err = errors.New("a feed without entries")
	}
	return f, err
}

// entryArticle returns the article of an entry; ErrNotFetched where the feed has
// only the beginning of its text, or none.
func entryArticle(f *gofeed.Feed, entry *gofeed.Item) (onrecord.Article, error) {
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{
		URL: entry.Link, Outlet: page.Line(f.Title), Title: page.Line(page.Text(entry.Title)), Language: page.LanguageTag(f.Language),
		Published: feedDate(entry.Published, entry.PublishedParsed),
	}}
	a.UTCOffset = when.Offset(entry.Published)
	a.Modified = feedDate(entry.Updated, entry.UpdatedParsed)
	if !a.Published.Known() {
		a.Published = a.Modified // Atom need not tell more than the last change
	}
	authors := entry.Authors
	if len(authors) == 0 {
		authors = f.Authors
	}
	for _, author := range authors {
		if author != nil && author.Name != "" {
			a.Authors = append(a.Authors, page.Line(author.Name))
		}
	}
	text, summary := page.Text(entry.Content), page.Text(entry.Description)
	switch {
	case isWhole(text), entry.Link == "" && text != "":
		a.Text = text
	case len(summary) >= longSummary && isWhole(summary), entry.Link == "" && summary != "":
		a.Text = summary
	case entry.Link == "":
		return a, errors.New("an entry without text and link")
	default:
		return a, ErrNotFetched
	}
	return a, nil
}

// How many bytes make a text: what is shorter is the beginning of one.
const (
	shortText   = 200  // content
	longSummary = 1000 // what is called a description
)

// isWhole reports whether a text is no beginning that is cut off.
func isWhole(text string) bool {
	for _, cut := range []string{"…", "...", "[…]", "[...]", "[&hellip;]", "(more)"} {
		if strings.HasSuffix(text, cut) {
			return false
		}
	}
	return len(text) >= shortText
}

func feedDate(value string, parsed *time.Time) onrecord.Date {
	if d, ok := when.Parse(value); ok || parsed == nil {
		return d
	}
	d, _ := when.Parse(parsed.UTC().Format(time.RFC3339))
	return d
}

// stringAt returns the string that an object has under a name, else "".
func stringAt(object map[string]json.RawMessage, name string) string {
	var s string
	_ = json.Unmarshal(object[name], &s) // else it stays empty
	return s
}
