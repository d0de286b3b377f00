package fetch

import (
	"net/http"
	"testing"
	"time"
)

func TestRetryAfter(t *testing.T) {
	now := time.Date(2024, 3, 11, 8, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                              0,
		"120":                           2 * time.Minute,
		" 0 ":                           0,
		"-5":                            0,
		"1.5":                           0,
		"soon":                          0,
		"99999999999999999999999":       maxDuration,
		"Mon, 11 Mar 2024 08:01:30 GMT": 90 * time.Second,
		"Mon, 11 Mar 2024 07:00:00 GMT": 0,
		"Mon, 11 Mar 9999 07:00:00 GMT": maxDuration,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

// FuzzRetryAfter reads any header: what comes out can be waited for.
func FuzzRetryAfter(f *testing.F) {
	for _, s := range []string{"120", "-1", "Mon, 11 Mar 2024 08:01:30 GMT", "18446744073709551616"} {
		f.Add(s, int64(0))
	}
	f.Fuzz(func(t *testing.T, value string, now int64) {
		if got := retryAfter(value, time.Unix(now, 0)); got < 0 || got > maxDuration {
			t.Errorf("%q: %v", value, got)
		}
	})
}

// TestBusyHost leaves a site alone that asked for it, all of it and no other.
func TestBusyHost(t *testing.T) {
	pages := map[string]http.HandlerFunc{"herald.example/a": status(503, "Retry-After: 600"), "herald.example/b": text("B"), "wire.example/a": text("A")}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		for _, tt := range []struct {
			after     time.Duration
			url, want string
		}{
			{0, "http://herald.example/a", "error: the site asks not to be asked again for 10m0s: status 503 Service Unavailable"},
			{0, "http://herald.example/b", "error: the site asks not to be asked again"},
			{0, "http://wire.example/a", "http://wire.example/a A"},
			{10 * time.Minute, "http://herald.example/b", "http://herald.example/b B"},
		} {
			time.Sleep(tt.after)
			if got := told(f.Page(t.Context(), tt.url)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		}
	})
}
