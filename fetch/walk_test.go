package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func linksTo(addresses ...string) []Link {
	links := make([]Link, len(addresses))
	for i, address := range addresses {
		links[i] = Link{URL: "http://" + address, Info: onrecord.ArticleInfo{Title: fmt.Sprint("Entry ", i)}}
	}
	return links
}

// visits tells what a walk fetches.
func visits(ctx context.Context, w *Walk, links []Link) (all []string) {
	for v := range w.Pages(ctx, slices.Values(links)) {
		all = append(all, strings.TrimSpace(v.Link.Info.Title+": "+told(v.Response, v.Err)))
	}
	return all
}

func TestWalk(t *testing.T) {
	pages := map[string]http.HandlerFunc{
		"herald.example/feed":       text("feed"),
		"herald.example/a":          text("A"),
		"herald.example/b":          slowly("B", 5*time.Second, 1),
		"herald.example/c":          text("C"),
		"wire.example/d":            text("D"),
		"closed.example/robots.txt": text("User-agent: *\nDisallow: /"),
	}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		walk := f.Walk()
		if got, want := told(walk.Feed(t.Context(), "http://herald.example/feed")), "http://herald.example/feed feed"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		links := linksTo("herald.example/a", "herald.example/b", "herald.example/a#top", "closed.example/x", "wire.example/d", "HERALD.example/a", "herald.example/none", "herald.example/feed", "127.0.0.1:1/x", "herald.example/c")
		want := []string{
			"Entry 0: http://herald.example/a A",
			"Entry 1: http://herald.example/b B",
			"Entry 3: error: robots.txt of the site does not allow it",
			"Entry 4: http://wire.example/d D",
			"Entry 6: error: status 404 Not Found",
			"Entry 8: error: dial tcp 127.0.0.1:1: leads to a private address (127.0.0.1)",
			"Entry 9: http://herald.example/c C",
		}
		if diff := cmp.Diff(want, visits(t.Context(), walk, links)); diff != "" {
			t.Errorf("visits (-want +got):\n%s", diff)
		}
		asked := w.log()
		slices.SortStableFunc(asked, func(a, b string) int {
			return strings.Compare(a[strings.Index(a, " "):][:3], b[strings.Index(b, " "):][:3])
		})
		want = []string{
			"1s closed.example/robots.txt",
			"0s herald.example/robots.txt", "1s herald.example/feed", "2s herald.example/a", "3s herald.example/b", "8s herald.example/none", "9s herald.example/c",
			"1s wire.example/robots.txt", "2s wire.example/d",
		}
		if diff := cmp.Diff(want, asked); diff != "" {
			t.Errorf("asked (-want +got):\n%s", diff)
		}
	})
}

// TestWalkThatIsLeft stops fetching where nobody wants more.
func TestWalkThatIsLeft(t *testing.T) {
	var links []Link
	for i := range 100 {
		links = append(links, linksTo(fmt.Sprintf("herald.example/%d", i))...)
	}
	inWeb(t, Config{Hosts: 2}, nil, func(t *testing.T, w *web, f *Fetcher) {
		for range f.Walk().Pages(t.Context(), slices.Values(links)) {
			break
		}
		if got := len(w.log()); got > 6 {
			t.Errorf("%d requests for one page", got)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		began := time.Now()
		got := visits(ctx, f.Walk(), links)
		if took := time.Since(began); took != 10*time.Second {
			t.Errorf("ended after %v", took)
		}
		if last := got[len(got)-1]; !strings.HasSuffix(last, context.DeadlineExceeded.Error()) {
			t.Errorf("the last visit is %q", last)
		}
	})
}

// TestHostsAtATime never has more requests under way than there may be, and
// one to a host.
func TestHostsAtATime(t *testing.T) {
	pages := make(map[string]http.HandlerFunc)
	var links []Link
	for i := range 12 {
		address := fmt.Sprintf("%c.example/%d", 'a'+i%6, i)
		pages[address] = slowly("x", 10*time.Second, 1)
		links = append(links, linksTo(address)...)
	}
	inWeb(t, Config{Hosts: 3}, pages, func(t *testing.T, w *web, f *Fetcher) {
		began := time.Now()
		for v := range f.Walk().Pages(t.Context(), slices.Values(links)) {
			if v.Err != nil {
				t.Error(v.Err)
			}
		}
		if took := time.Since(began); took < 40*time.Second || took > 60*time.Second {
			t.Errorf("12 pages of 10 s, 3 at a time, took %v", took)
		}
	})
}

func TestEndlessFeed(t *testing.T) {
	endless := func(w http.ResponseWriter, r *http.Request) { text("more")(w, r) }
	inWeb(t, Config{}, map[string]http.HandlerFunc{"herald.example/feed": endless}, func(t *testing.T, w *web, f *Fetcher) {
		walk := f.Walk()
		n := 0
		for ; ; n++ {
			r, err := walk.Feed(t.Context(), fmt.Sprintf("http://herald.example/feed?page=%d", n))
			if errors.Is(err, ErrTooManyLinks) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			r.Body.Close()
		}
		if n != MaxFeedPages {
			t.Errorf("%d pages of a feed, want %d", n, MaxFeedPages)
		}
		again := f.Walk()
		for i, want := range []error{nil, ErrLoop} {
			if _, err := again.Feed(t.Context(), "http://herald.example/feed#"+fmt.Sprint(i)); !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		}
	})
}

func TestTooManyLinks(t *testing.T) {
	links := func(yield func(Link) bool) {
		for i := 0; yield(Link{URL: fmt.Sprintf("http://herald.example/%d", i)}); i++ {
		}
	}
	inWeb(t, Config{Pace: time.Nanosecond}, nil, func(t *testing.T, w *web, f *Fetcher) {
		n, last := 0, error(nil)
		walk := f.Walk()
		for v := range walk.Pages(t.Context(), links) {
			n, last = n+1, v.Err
		}
		if n != MaxLinks+1 || !errors.Is(last, ErrTooManyLinks) {
			t.Errorf("%d visits, the last %v", n, last)
		}
		if got := visits(t.Context(), walk, linksTo("herald.example/more")); len(got) != 0 {
			t.Errorf("and then %q", got)
		}
		if _, err := walk.Feed(t.Context(), "http://herald.example/feed"); !errors.Is(err, ErrTooManyLinks) {
			t.Errorf("the feed goes on: %v", err)
		}
	})
}
