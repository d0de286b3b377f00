package fetch

import (
	"context"
	"iter"

	"github.com/onrecord/onrecord"
)

// The bounds of a Walk.
const (
	MaxLinks     = 2000 // pages that are fetched
	MaxFeedPages = 20   // pages that the feed itself may have
)

// A Link is an entry of a feed: a page, and what the feed says of it.
type Link struct {
	URL  string
	Info onrecord.ArticleInfo
}

// A Visit is a page that a feed linked to, or why it could not be fetched.
type Visit struct {
	Link     Link
	Response *Response // nil with an error
	Err      error
}

// A Walk goes through a feed and what it links to, each page once, within
// MaxLinks and MaxFeedPages. For one goroutine.
type Walk struct {
	fetcher *Fetcher
	seen    map[string]bool
	links   int
	pages   int
	ended   bool // MaxLinks was told
}

// Walk begins a walk.
func (f *Fetcher) Walk() *Walk { return &Walk{fetcher: f, seen: make(map[string]bool)} }

// Feed opens the feed, and then page after page of one that has several (its
// "next"). A page that was there before is an ErrLoop, and one past
// MaxFeedPages, or behind MaxLinks, an ErrTooManyLinks.
func (w *Walk) Feed(ctx context.Context, address string) (*Response, error) {
	switch {
	case w.pages == MaxFeedPages, w.links >= MaxLinks:
		return nil, ErrTooManyLinks
	case !w.first(address):
		return nil, ErrLoop
	}
	w.pages++
	return w.fetcher.Open(ctx, address)
}

// first reports whether a URL comes for the first time.
func (w *Walk) first(address string) bool {
	if u, err := parseURL(address); err == nil {
		address = u.String()
	}
	if w.seen[address] {
		return false
	}
	w.seen[address] = true
	return true
}

// Pages fetches what links point to and yields the pages in the order of the
// links; those that were there before are left out. Several hosts are asked at
// the same time, a few pages ahead. Past MaxLinks one visit with an
// ErrTooManyLinks is the last. Ends with ctx, whose error is then the last
// visit's.
func (w *Walk) Pages(ctx context.Context, links iter.Seq[Link]) iter.Seq[Visit] {
	return func(yield func(Visit) bool) {
		ctx, cancel := context.WithCancel(ctx)
		v := visitor{walk: w, ctx: ctx, last: make(map[string]chan struct{})}
		defer v.stop()
		defer cancel()
		for link := range links {
			if !w.first(link.URL) {
				continue
			}
			if w.links++; w.links > MaxLinks {
				break
			}
			v.start(link)
			if len(v.ahead) > 2*w.fetcher.config.Hosts && !v.yield(yield) {
				return
			}
		}
		for len(v.ahead) > 0 {
			if !v.yield(yield) {
				return
			}
		}
		if w.links > MaxLinks && !w.ended {
			w.ended = true
			yield(Visit{Err: ErrTooManyLinks})
		}
	}
}

// A visitor fetches pages ahead of who wants them.
type visitor struct {
	walk  *Walk
	ctx   context.Context
	ahead []chan Visit             // of each page under way, in order
	last  map[string]chan struct{} // by host: closed when its last page is there
}

// start fetches a page behind those of the same host that were started before.
func (v *visitor) start(link Link) {
	done, result := make(chan struct{}), make(chan Visit, 1)
	name := link.URL
	if u, err := parseURL(link.URL); err == nil {
		name = u.Hostname()
	}
	before := v.last[name]
	v.last[name] = done
	v.ahead = append(v.ahead, result)
	go func() {
		defer close(done)
		if before != nil {
			<-before
		}
		r, err := v.walk.fetcher.Page(v.ctx, link.URL)
		result <- Visit{link, r, err}
	}()
}

// yield gives the next page out; false ends the walk.
func (v *visitor) yield(yield func(Visit) bool) bool {
	visit := <-v.ahead[0]
	v.ahead = v.ahead[1:]
	return yield(visit) && v.ctx.Err() == nil
}

// stop waits for what is still under way.
func (v *visitor) stop() {
	for _, done := range v.last {
		<-done
	}
}
