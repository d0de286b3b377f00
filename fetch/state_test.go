package fetch

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// versioned answers with what has an ETag or a date, and with 304 to who knows it.
func versioned(key, value, ifKey, content string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get(ifKey) == value {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set(key, value)
		text(content)(w, r)
	}
}

// changing changes in the second in which it is fetched.
func changing(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("If-Modified-Since") != "" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Last-Modified", time.Now().UTC().Format(http.TimeFormat))
	text("N")(w, r)
}

// TestUnchanged fetches twice with a state file between.
func TestUnchanged(t *testing.T) {
	const date = "Fri, 31 Dec 1999 08:00:00 GMT"
	pages := map[string]http.HandlerFunc{
		"herald.example/tag":   versioned("ETag", `W/"1"`, "If-None-Match", "A"),
		"herald.example/date":  versioned("Last-Modified", date, "If-Modified-Since", "B"),
		"herald.example/now":   changing,
		"herald.example/plain": text("C"),
		"herald.example/moved": moved("/tag"),
		"herald.example/long":  versioned("ETag", `"`+strings.Repeat("x", maxValidator)+`"`, "If-None-Match", "D"),
	}
	file := filepath.Join(t.TempDir(), "state.json")
	fetchAll := func(remember bool, paths ...string) (got []string) {
		inWeb(t, Config{StateFile: file}, pages, func(t *testing.T, w *web, f *Fetcher) {
			for _, path := range paths {
				r, err := f.Page(t.Context(), "http://herald.example/"+path)
				got = append(got, strings.TrimPrefix(told(r, err), "http://herald.example/"))
				if err == nil && remember {
					f.Remember(r)
				}
			}
		})
		return got
	}
	all := []string{"tag", "date", "now", "plain", "moved", "long"}
	steps := []struct {
		remember bool
		want     []string
	}{
		{false, []string{"tag A", "date B", "now N", "plain C", "tag A", "long D"}},
		{true, []string{"tag A", "date B", "now N", "plain C", "tag unchanged", "long D"}},
		{true, []string{"tag unchanged", "date unchanged", "now N", "plain C", "tag unchanged", "long D"}},
	}
	for i, step := range steps {
		if diff := cmp.Diff(step.want, fetchAll(step.remember, all...)); diff != "" {
			t.Errorf("time %d (-want +got):\n%s", i, diff)
		}
	}
	pages["herald.example/tag"] = versioned("ETag", `"2"`, "If-None-Match", "A new")
	if diff := cmp.Diff([]string{"tag A new"}, fetchAll(true, "tag")); diff != "" {
		t.Errorf("a new version (-want +got):\n%s", diff)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStateFiles(t *testing.T) {
	for name, tt := range map[string]struct{ content, want string }{
		"another file":    {"url: https://a.example/1\n", "is no state file: invalid character 'u' looking for beginning of value"},
		"another JSON":    {`{"url": "https://a.example/1"}`, `is no state file of this version, whose format is "onrecord fetch state 1"`},
		"one cut off":     {`{"format": "onrecord fetch state 1", "pages": {`, "is no state file: unexpected end of JSON input"},
		"one that is bad": {`{"format": "onrecord fetch state 1", "pages": {"http://a.example/": {"etag": "a\nb"}}}`, ""},
	} {
		path := filepath.Join(t.TempDir(), "state.json")
		if err := os.WriteFile(path, []byte(tt.content), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := New(Config{StateFile: path})
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case tt.want == "" && len(f.state.pages) > 0:
			t.Errorf("%s: has %v", name, f.state.pages)
		case tt.want != "" && (err == nil || err.Error() != path+": "+tt.want):
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
	if _, err := New(Config{StateFile: t.TempDir()}); err == nil {
		t.Error("a folder is taken for a state file")
	}
	f, err := New(Config{StateFile: filepath.Join(t.TempDir(), "none", "state.json")})
	if err != nil {
		t.Fatal(err)
	}
	f.state.put("http://a.example/", seen{ETag: `"1"`})
	if err := f.Close(); err == nil {
		t.Error("what cannot be remembered is not told")
	}
}

// TestStateOfALongRun is on disk before the end.
func TestStateOfALongRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.json")
	inWeb(t, Config{StateFile: file}, nil, func(t *testing.T, w *web, f *Fetcher) {
		f.state.put("http://a.example/1", seen{ETag: "1"})
		if _, err := os.Stat(file); err == nil {
			t.Error("it is written for each page")
		}
		time.Sleep(saveEvery)
		f.state.put("http://a.example/2", seen{ETag: "2"})
		again, err := loadState(file)
		if err != nil || len(again.pages) != 2 {
			t.Errorf("got %v, %v", again, err)
		}
	})
}

// TestStateIsBounded forgets what was seen longest ago.
func TestStateIsBounded(t *testing.T) {
	s, err := loadState("")
	if err != nil {
		t.Fatal(err)
	}
	began := time.Date(2024, 3, 11, 0, 0, 0, 0, time.UTC)
	const n = maxSeen + maxSeen/4
	for i := range n {
		s.put(fmt.Sprint(i), seen{ETag: "1", At: began.Add(time.Duration(i) * time.Second)})
	}
	if got := len(s.pages); got > maxSeen+maxSeen/10 {
		t.Errorf("%d pages are remembered", got)
	}
	for i := range maxSeen {
		if s.get(fmt.Sprint(n-1-i)) == (seen{}) {
			t.Fatalf("page %d from the last is forgotten", i)
		}
	}
}

// TestUnchangedIsSeen keeps what comes again and again.
func TestUnchangedIsSeen(t *testing.T) {
	pages := map[string]http.HandlerFunc{"herald.example/a": versioned("ETag", `"1"`, "If-None-Match", "A")}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		r, err := f.Page(t.Context(), "http://herald.example/a")
		if err != nil {
			t.Fatal(err)
		}
		f.Remember(r)
		time.Sleep(time.Hour)
		again, err := f.Page(t.Context(), "http://herald.example/a")
		if got, want := told(again, err), r.URL+" unchanged"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if age := time.Since(f.state.get(r.URL).At); age > time.Minute {
			t.Errorf("seen %v ago", age)
		}
	})
}

// FuzzState reads any bytes: nothing panics, and what is kept can be sent.
func FuzzState(f *testing.F) {
	f.Add([]byte(`{"format": "onrecord fetch state 1", "pages": {"http://a.example/": {"etag": "\"1\"", "at": "2024-03-11T08:00:00Z"}}}`))
	f.Add([]byte(`{"format": "onrecord fetch state 1", "pages": {"": {"lastModified": "\r\n"}}}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, content []byte) {
		pages, err := parseState(content)
		if err != nil && pages != nil {
			t.Error("pages with an error")
		}
		for address, s := range pages {
			if len(address) > MaxURLBytes || !s.usable() || strings.ContainsAny(s.ETag+s.LastModified, "\r\n") {
				t.Errorf("%q: %+v", address, s)
			}
		}
	})
}
