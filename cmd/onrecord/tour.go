package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/fetch"
	"github.com/onrecord/onrecord/ingest"
)

// A tour takes in what a URL holds, and the pages that it links to where it is a
// feed.
type tour struct {
	*sources
	ctx     context.Context
	address string
	yield   func(ingest.Item) bool
	links   []fetch.Link
}

// onWeb yields what a URL holds and links to.
func (s *sources) onWeb(ctx context.Context, address string, yield func(ingest.Item) bool) bool {
	t := &tour{sources: s, ctx: ctx, address: address, yield: yield}
	walk := s.web.Walk()
	r, err := walk.Feed(ctx, address)
	if err != nil || r.Unchanged {
		return t.instead(address, err)
	}
	feed := &receipt{response: r}
	for item := range t.read(address, r, s.defaults) {
		if t.link(item) {
			continue
		}
		if !t.give(ctx, item, yield, feed) {
			return false
		}
	}
	for visit := range walk.Pages(ctx, slices.Values(t.links)) {
		if !t.page(visit, feed) {
			return false
		}
	}
	s.receipts.end(feed)
	return ctx.Err() == nil
}

// instead yields what there is instead of content.
func (t *tour) instead(address string, err error, of ...*receipt) bool {
	if err == nil {
		err = errUnchanged
	}
	return t.give(t.ctx, ingest.Item{Where: address, Err: err}, t.yield, of...)
}

// link notes an item that is only a link; false where it is none.
func (t *tour) link(item ingest.Item) bool {
	if !errors.Is(item.Err, ingest.ErrNotFetched) || item.Article.URL == "" {
		return false
	}
	if len(t.links) <= fetch.MaxLinks { // one more tells that there were too many
		t.links = append(t.links, fetch.Link{URL: item.Article.URL, Info: item.Article.ArticleInfo})
	}
	return true
}

// page yields what a page holds that a feed links to. What the page does not
// say, the feed may have said.
func (t *tour) page(v fetch.Visit, feed *receipt) bool {
	if v.Err != nil || v.Response.Unchanged {
		return t.instead(cmp.Or(v.Link.URL, t.address), v.Err, feed)
	}
	page := &receipt{response: v.Response}
	defaults := v.Link.Info
	defaults.URL = "" // it has the one at which it was found
	for item := range t.read(v.Link.URL, v.Response, defaults) {
		if !t.give(t.ctx, item, t.yield, page, feed) {
			return false
		}
	}
	t.receipts.end(page)
	return true
}

// read yields what a response holds. One article by itself is the page's; of
// several, only those that say so have an address.
func (t *tour) read(address string, r *fetch.Response, defaults onrecord.ArticleInfo) iter.Seq[ingest.Item] {
	name := nameOf(r.URL)
	if r.IsHTML() && defaults.URL == "" {
		defaults.URL = r.URL
	}
	return func(yield func(ingest.Item) bool) {
		defer r.Body.Close()
		for item := range ingest.Read(counter{r.Body, &t.sources.read}, ingest.Options{Name: name, MediaType: r.ContentType, Defaults: defaults}) {
			if item.Where == name && item.Article.URL == "" {
				item.Article.URL = r.URL
			}
			item.Where = address + strings.TrimPrefix(item.Where, name)
			if !yield(item) {
				return
			}
		}
	}
}

// nameOf returns what is called so at a URL: its ending tells what it may be.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return fmt.Sprintf("%s://%s%s", u.Scheme, u.Host, u.EscapedPath())
}
