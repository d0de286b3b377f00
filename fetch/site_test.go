package fetch

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/fetch/robots"
)

func TestRobots(t *testing.T) {
	const file, page = "herald.example/robots.txt", "herald.example/a/b"
	for _, tt := range []struct {
		name  string
		pages map[string]http.HandlerFunc
		want  string
		asked []string
	}{
		{"none", nil, "http://herald.example/a/b A", []string{"0s " + file, "1s " + page}},
		{"forbidden", map[string]http.HandlerFunc{file: status(403)}, "http://herald.example/a/b A", []string{"0s " + file, "1s " + page}},
		{"allowed", map[string]http.HandlerFunc{file: text("User-agent: *\nDisallow: /\nAllow: /a")}, "http://herald.example/a/b A", []string{"0s " + file, "1s " + page}},
		{"not allowed", map[string]http.HandlerFunc{file: text("User-agent: *\nDisallow: /a")}, "error: robots.txt of the site does not allow it", []string{"0s " + file}},
		{"not allowed to us", map[string]http.HandlerFunc{file: text("User-agent: onrecord\nDisallow: /a\n\nUser-agent: *\nDisallow:")}, "error: robots.txt of the site does not allow it", []string{"0s " + file}},
		{"broken", map[string]http.HandlerFunc{file: status(500)}, "error: robots.txt of the site cannot be read now: status 500 Internal Server Error", []string{"0s " + file}},
		{"busy", map[string]http.HandlerFunc{file: inTurn(status(503), status(429, "Retry-After: 5"), status(404))}, "http://herald.example/a/b A", []string{"0s " + file, "1s " + file, "6s " + file, "7s " + page}},
		{"busy for ever", map[string]http.HandlerFunc{file: status(429)}, "error: robots.txt of the site cannot be read now: status 429 Too Many Requests", []string{"0s " + file, "1s " + file, "3s " + file}},
		{"busy for long", map[string]http.HandlerFunc{file: status(429, "Retry-After: 3000")}, "error: the site asks not to be asked again for 50m0s: status 429 Too Many Requests", []string{"0s " + file}},
		{"elsewhere", map[string]http.HandlerFunc{file: moved("http://www.herald.example/robots"), "www.herald.example/robots": text("User-agent: *\nDisallow: /a")},
			"error: robots.txt of the site does not allow it", []string{"0s " + file, "0s www.herald.example/robots"}},
		{"nowhere", map[string]http.HandlerFunc{file: moved("/robots.txt")}, "http://herald.example/a/b A",
			[]string{"0s " + file, "1s " + file, "2s " + file, "3s " + file, "4s " + file, "5s " + file, "6s " + page}},
		{"at a private address", map[string]http.HandlerFunc{file: moved("http://10.0.0.1/")},
			"error: robots.txt of the site cannot be read now: dial tcp 10.0.0.1:80: leads to a private address (10.0.0.1)", []string{"0s " + file}},
		{"cut off", map[string]http.HandlerFunc{file: inTurn(cutOff, text("User-agent: *\nDisallow: /a"))}, "error: robots.txt of the site does not allow it", []string{"0s " + file, "1s " + file}},
		{"too long, and only its beginning counts", map[string]http.HandlerFunc{file: text("User-agent: *\n" + strings.Repeat("#\n", robots.MaxBytes/2) + "Disallow: /a")},
			"http://herald.example/a/b A", []string{"0s " + file, "1s " + page}},
		{"that never ends", map[string]http.HandlerFunc{file: slowly("#"+strings.Repeat("x", 1000)+"\n", time.Second, math.MaxInt)},
			"error: robots.txt of the site cannot be read now: too slow: not all there after 2m0s", []string{"0s " + file}},
		{"with a delay", map[string]http.HandlerFunc{file: text("User-agent: *\nCrawl-delay: 7")}, "http://herald.example/a/b A", []string{"0s " + file, "7s " + page}},
		{"with a delay for ever", map[string]http.HandlerFunc{file: text("User-agent: *\nCrawl-delay: 1e9")}, "http://herald.example/a/b A", []string{"0s " + file, "1m0s " + page}},
		{"with hardly any delay", map[string]http.HandlerFunc{file: text("User-agent: *\nCrawl-delay: 0.1")}, "http://herald.example/a/b A", []string{"0s " + file, "1s " + page}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pages := map[string]http.HandlerFunc{page: text("A")}
			for at, p := range tt.pages {
				pages[at] = p
			}
			inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
				if got := told(f.Page(t.Context(), "http://"+page)); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if diff := cmp.Diff(tt.asked, w.log()); diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// TestRobotsLast asks for robots.txt once a day, or sooner where there was no
// answer.
func TestRobotsLast(t *testing.T) {
	pages := map[string]http.HandlerFunc{"herald.example/": text("A"), "wire.example/": text("B"), "wire.example/robots.txt": inTurn(status(500), status(404))}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		for _, at := range []time.Duration{0, time.Minute, time.Hour, 23 * time.Hour, 25 * time.Hour} {
			time.Sleep(at - time.Since(w.began))
			for _, address := range []string{"http://herald.example/", "http://wire.example/"} {
				_, _ = f.Page(t.Context(), address) // what was asked is told below
			}
		}
		want := []string{
			"0s herald.example/robots.txt", "1s herald.example/", "1s wire.example/robots.txt",
			"1m0s herald.example/",
			"1h0m0s herald.example/", "1h0m0s wire.example/robots.txt", "1h0m1s wire.example/",
			"23h0m0s herald.example/", "23h0m0s wire.example/",
			"25h0m0s herald.example/robots.txt", "25h0m1s herald.example/", "25h0m1s wire.example/robots.txt", "25h0m2s wire.example/",
		}
		if diff := cmp.Diff(want, w.log()); diff != "" {
			t.Errorf("asked (-want +got):\n%s", diff)
		}
	})
}

// TestRobotsForAll fetches robots.txt once for all who wait for it, and again
// where who fetched it gave up.
func TestRobotsForAll(t *testing.T) {
	const file = "herald.example/robots.txt"
	pages := map[string]http.HandlerFunc{file: inTurn(hang, slowly("User-agent: *\n", 5*time.Second, 1)), "herald.example/a": text("A")}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		got := make(chan string)
		for i := range 3 {
			go func() {
				ctx, cancel := context.WithTimeout(t.Context(), []time.Duration{10 * time.Second, 8 * time.Second, time.Hour}[i])
				defer cancel()
				time.Sleep(time.Duration(i) * time.Second)
				got <- told(f.Page(ctx, "http://herald.example/a"))
			}()
		}
		want := []string{"error: context deadline exceeded", "error: context deadline exceeded", "http://herald.example/a A"}
		for i, w := range want {
			if g := <-got; g != w {
				t.Errorf("%d: got %s, want %s", i, g, w)
			}
		}
		if diff := cmp.Diff([]string{"0s " + file, "10s " + file, "15s herald.example/a"}, w.log()); diff != "" {
			t.Errorf("asked (-want +got):\n%s", diff)
		}
	})
}

func TestManySites(t *testing.T) {
	pages := make(map[string]http.HandlerFunc)
	inWeb(t, Config{Pace: time.Nanosecond}, pages, func(t *testing.T, w *web, f *Fetcher) {
		for i := range 2 * maxHosts {
			_, _ = f.Page(t.Context(), fmt.Sprintf("http://%d.example/", i)) // 404, all of them
			time.Sleep(time.Second)
		}
		if got := len(f.sites.all); got > maxSites {
			t.Errorf("%d sites are kept", got)
		}
		if got := len(f.hosts.all); got > maxHosts {
			t.Errorf("%d hosts are kept", got)
		}
	})
}
