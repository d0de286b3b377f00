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

// A tour takes in what a URL holds, and where it is a feed the pages that it
// links to.
type tour struct {
	*sources
	ctx   context.Context
	yield func(ingest.Item) bool
	walk  *fetch.Walk
	feeds []*receipt // of the feed, a page each
}

// onWeb yields what a URL holds and links to.
func (s *sources) onWeb(ctx context.Context, address string, yield func(ingest.Item) bool) bool {
	t := &tour{sources: s, ctx: ctx, yield: yield, walk: s.web.Walk()}
	for n := 0; address != "" && n < s.feedPages; n++ {
		next, more := t.feed(address)
		if !more {
			return false
		}
		address = next
	}
	for _, feed := range t.feeds {
		s.receipts.end(feed)
	}
	return true
}

// feed takes in a page of the feed, or what else there is at an address, and
// what it links to. It returns where the feed goes on; false where there is to be
// no more.
func (t *tour) feed(address string) (next string, more bool) {
	r, err := t.walk.Feed(t.ctx, address)
	if err != nil || r.Unchanged {
		return "", t.instead(address, err)
	}
	t.feeds = append(t.feeds, &receipt{response: r})
	var links []fetch.Link
	for item := range t.read(address, r, t.defaults) {
		next = resolve(r.URL, item.Next)
		switch {
		case !isLink(item):
			if !t.give(t.ctx, item, t.yield, t.feeds...) {
				return "", false
			}
		case len(links) <= fetch.MaxLinks: // one more tells that there are too many
			links = append(links, fetch.Link{URL: item.Article.URL, Info: item.Article.ArticleInfo})
		}
	}
	for visit := range t.walk.Pages(t.ctx, slices.Values(links)) {
		if !t.page(visit, address) {
			return "", false
		}
	}
	return next, t.ctx.Err() == nil
}

// isLink reports whether an item is no more than a link.
func isLink(item ingest.Item) bool {
	return errors.Is(item.Err, ingest.ErrNotFetched) && item.Article.URL != ""
}

// instead yields what there is instead of content.
func (t *tour) instead(address string, err error) bool {
	if err == nil {
		err = errUnchanged
	}
	return t.give(t.ctx, ingest.Item{Where: address, Err: err}, t.yield, t.feeds...)
}

// page yields what a page holds that the feed at an address links to. What the
// page does not say, the feed may have said.
func (t *tour) page(v fetch.Visit, feed string) bool {
	if v.Err != nil || v.Response.Unchanged {
		return t.instead(cmp.Or(v.Link.URL, feed), v.Err)
	}
	page := &receipt{response: v.Response}
	defaults := v.Link.Info
	defaults.URL = "" // it has the one at which it was found
	for item := range t.read(v.Link.URL, v.Response, defaults) {
		if !t.give(t.ctx, item, t.yield, append(slices.Clip(t.feeds), page)...) {
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
		for item := range ingest.Read(counter{r.Body, &t.sources.read}, ingest.Options{
			Name: name, MediaType: r.ContentType, Defaults: defaults, Fields: t.fields,
		}) {
			switch {
			case item.Article.URL != "":
				item.Article.URL = resolve(r.URL, item.Article.URL)
			case item.Where == name:
				item.Article.URL = r.URL
			}
			item.Where = address + strings.TrimPrefix(item.Where, name)
			if !yield(item) {
				return
			}
		}
	}
}

// resolve returns the address that a reference stands for where it was found at
// base; one that cannot be read stays as it is, to be refused.
func resolve(base, reference string) string {
	if reference == "" {
		return ""
	}
	u, err := url.Parse(base)
	if err != nil {
		return reference
	}
	if u, err = u.Parse(reference); err != nil {
		return reference
	}
	return u.String()
}

// nameOf returns what is called so at a URL: its ending tells what it may be.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return fmt.Sprintf("%s://%s%s", u.Scheme, u.Host, u.EscapedPath())
}
