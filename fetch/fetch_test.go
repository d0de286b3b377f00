package fetch

import (
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// bomb unpacks to 64 MiB.
func bomb(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	zeros := make([]byte, 1<<20)
	for range 64 {
		if _, err := z.Write(zeros); err != nil {
			return
		}
	}
	z.Close()
}

func zipped(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	io.WriteString(z, "Unpacked.")
	z.Close()
}

func hang(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// hangUp ends the connection without an answer.
func hangUp(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }

func TestPage(t *testing.T) {
	for _, tt := range []struct {
		name  string
		url   string
		pages map[string]http.HandlerFunc
		want  string
		is    error    // that want is
		asked []string // behind robots.txt, which there is none of
	}{
		{"a page", "http://herald.example/a?b=c#d", map[string]http.HandlerFunc{"herald.example/a": text("A")}, "http://herald.example/a?b=c A", nil,
			[]string{"1s herald.example/a?b=c"}},
		{"the first page", "http://herald.example", map[string]http.HandlerFunc{"herald.example/": text("A")}, "http://herald.example/ A", nil, []string{"1s herald.example/"}},
		{"packed for the way", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": zipped}, "http://herald.example/a Unpacked.", nil, []string{"1s herald.example/a"}},
		{"none", "http://herald.example/a", nil, "error: status 404 Not Found", nil, []string{"1s herald.example/a"}},
		{"no host", "http://none.example/a", nil, "error: robots.txt of the site cannot be read now: dial: lookup none.example: no such host", ErrNoRobots, nil},
		{"redirects", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("/b#c"), "herald.example/b": moved("http://wire.example/c"), "wire.example/c": text("C")},
			"http://wire.example/c C", nil, []string{"1s herald.example/a", "2s herald.example/b", "2s wire.example/robots.txt", "3s wire.example/c"}},
		{"a loop", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("/b"), "herald.example/b": moved("/a")},
			"error: redirected to http://herald.example/a: leads back to where it was before", ErrLoop, []string{"1s herald.example/a", "2s herald.example/b"}},
		{"to a private address", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("http://127.0.0.1:1/b")},
			"error: redirected to http://127.0.0.1:1/b: dial tcp 127.0.0.1:1: leads to a private address (127.0.0.1)", ErrPrivate, []string{"1s herald.example/a"}},
		{"to the metadata of a cloud", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("http://[::ffff:169.254.169.254]/latest")},
			"error: redirected to http://[::ffff:169.254.169.254]/latest: dial tcp 169.254.169.254:80: leads to a private address (169.254.169.254)", ErrPrivate, []string{"1s herald.example/a"}},
		{"to a file", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("file:///etc/passwd")},
			`error: redirected to "file:///etc/passwd": url: must begin with http:// or https://, not "file"`, onrecord.ErrInvalid, []string{"1s herald.example/a"}},
		{"a redirect to nowhere", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(302)}, "error: status 302 Found", nil, []string{"1s herald.example/a"}},
		{"a redirect past robots.txt", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": moved("http://wire.example/c"), "wire.example/robots.txt": text("User-agent: *\nDisallow: /c")},
			"error: redirected to http://wire.example/c: robots.txt of the site does not allow it", ErrRobots, []string{"1s herald.example/a", "1s wire.example/robots.txt"}},
		{"not asked for and not modified", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(304)}, "error: status 304 Not Modified", nil, []string{"1s herald.example/a"}},
		{"too large", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": text(strings.Repeat("x", 10_001))}, "error: too large: more than 10000 bytes", ErrTooLarge, []string{"1s herald.example/a"}},
		{"just not too large", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": text(strings.Repeat("x", 10_000))}, "http://herald.example/a 10000 bytes", nil, []string{"1s herald.example/a"}},
		{"a bomb", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": bomb}, "error: too large: more than 10000 bytes", ErrTooLarge, []string{"1s herald.example/a"}},
		{"packed in another way", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(200, "Content-Encoding: br")},
			"error: is sent compressed in a way that was not asked for (br)", ErrEncoding, []string{"1s herald.example/a"}},
		{"no answer", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": hang}, "error: too slow: net/http: timeout awaiting response headers", ErrTooSlow, []string{"1s herald.example/a"}},
		{"a body that stalls", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": slowly("x", time.Hour, 2)}, "error: too slow: nothing came for 30s", ErrTooSlow, []string{"1s herald.example/a"}},
		{"a body that trickles", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": slowly("word ", time.Second, math.MaxInt)}, "error: too slow: less than 512 bytes a second", ErrTooSlow, []string{"1s herald.example/a"}},
		{"slow, but there", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": slowly("word ", time.Second, 15)}, "http://herald.example/a " + strings.Repeat("word ", 15), nil, []string{"1s herald.example/a"}},
		{"cut off once", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": inTurn(cutOff, text("A"))}, "http://herald.example/a A", nil, []string{"1s herald.example/a", "2s herald.example/a"}},
		{"cut off", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": cutOff}, "error: unexpected EOF", io.ErrUnexpectedEOF, []string{"1s herald.example/a", "2s herald.example/a", "4s herald.example/a"}},
		{"no answer, once", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": inTurn(hangUp, text("A"))}, "http://herald.example/a A", nil, []string{"1s herald.example/a", "2s herald.example/a"}},
		{"busy", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": inTurn(status(429, "Retry-After: 90"), status(503), text("A"))}, "http://herald.example/a A", nil,
			[]string{"1s herald.example/a", "1m31s herald.example/a", "1m33s herald.example/a"}},
		{"busy for ever", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(503)}, "error: status 503 Service Unavailable", nil,
			[]string{"1s herald.example/a", "2s herald.example/a", "4s herald.example/a"}},
		{"busy for long", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(429, "Retry-After: 3600")},
			"error: the site asks not to be asked again for 1h0m0s: status 429 Too Many Requests", ErrBusy, []string{"1s herald.example/a"}},
		{"broken", "http://herald.example/a", map[string]http.HandlerFunc{"herald.example/a": status(500)}, "error: status 500 Internal Server Error", nil, []string{"1s herald.example/a"}},
		{"another scheme", "ftp://herald.example/a", nil, `error: url: must begin with http:// or https://, not "ftp"`, onrecord.ErrInvalid, nil},
		{"no host in it", "http:///a", nil, "error: url: must name a host", onrecord.ErrInvalid, nil},
		{"with a password", "http://a:b@herald.example/a", nil, "error: url: must not hold a user name or password", onrecord.ErrInvalid, nil},
		{"none at all", "http://herald example/%zz", nil, `error: url: must be an address on the web: invalid character " " in host name`, onrecord.ErrInvalid, nil},
		{"longer than any", "http://herald.example/" + strings.Repeat("x", MaxURLBytes), nil, "error: url: must be at most 2048 bytes, not 2070", onrecord.ErrInvalid, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inWeb(t, Config{PageBytes: 10_000}, tt.pages, func(t *testing.T, w *web, f *Fetcher) {
				r, err := f.Page(t.Context(), tt.url)
				if got := told(r, err); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if tt.is != nil && !errors.Is(err, tt.is) {
					t.Errorf("%v is no %v", err, tt.is)
				}
				asked := w.log()
				if len(asked) > 0 && asked[0] == "0s herald.example/robots.txt" {
					asked = asked[1:]
				}
				if diff := cmp.Diff(tt.asked, asked); len(tt.asked)+len(asked) > 0 && diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func TestTooManyRedirects(t *testing.T) {
	pages := make(map[string]http.HandlerFunc)
	for i := range 12 {
		pages["herald.example/"+strings.Repeat("a", i)] = moved("/" + strings.Repeat("a", i+1))
	}
	inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
		if _, err := f.Open(t.Context(), "http://herald.example/"); !errors.Is(err, ErrTooManyRedirects) {
			t.Errorf("got %v", err)
		}
		if got := len(w.log()); got != 12 {
			t.Errorf("%d requests, want robots.txt, the page and 10 redirects", got)
		}
		if r, err := f.Open(t.Context(), "http://herald.example/aa"); err == nil {
			t.Errorf("got %s", told(r, err))
		}
	})
}

// TestOpen has bodies that come while they are read.
func TestOpen(t *testing.T) {
	pages := map[string]http.HandlerFunc{
		"herald.example/dump": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/x-ndjson")
			io.Copy(w, io.LimitReader(xs{}, 50_000))
		},
		"herald.example/endless": func(w http.ResponseWriter, r *http.Request) { io.Copy(w, xs{}) },
		"herald.example/page": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/HTML")
			io.Copy(w, xs{})
		},
		"herald.example/announced": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "9000000")
			io.Copy(w, xs{})
		},
		"herald.example/cut": cutOff,
	}
	for path, want := range map[string]string{
		"dump":      "http://herald.example/dump 50000 bytes",
		"endless":   "http://herald.example/endless 100000 bytes, then error: too large: more than 100000 bytes",
		"page":      "http://herald.example/page 10000 bytes, then error: too large: more than 10000 bytes",
		"announced": "http://herald.example/announced 0 bytes, then error: too large: more than 100000 bytes",
		"cut":       "http://herald.example/cut 6 bytes, then error: unexpected EOF",
	} {
		t.Run(path, func(t *testing.T) {
			inWeb(t, Config{PageBytes: 10_000, DumpBytes: 100_000}, pages, func(t *testing.T, w *web, f *Fetcher) {
				r, err := f.Open(t.Context(), "http://herald.example/"+path)
				if err == nil {
					time.Sleep(time.Hour) // a busy reader is no slow site
				}
				if got := told(r, err); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
			})
		})
	}
}

// xs reads x for ever.
type xs struct{}

func (xs) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestResponse(t *testing.T) {
	pages := map[string]http.HandlerFunc{"herald.example/a": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		io.WriteString(w, r.UserAgent()+" "+r.Header.Get("Accept-Encoding")+" "+r.Header.Get("Cookie")+r.Referer())
	}}
	inWeb(t, Config{Version: "v1.2 (devel)", Contact: "desk@herald.example"}, pages, func(t *testing.T, w *web, f *Fetcher) {
		r, err := f.Page(t.Context(), "http://herald.example/a")
		want := "http://herald.example/a OnRecord/v1.2devel (+desk@herald.example) gzip "
		if got := told(r, err); got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
		if got := r.ContentType; got != "text/html; charset=iso-8859-1" {
			t.Errorf("content type %q", got)
		}
	})
}

func TestCancel(t *testing.T) {
	pages := map[string]http.HandlerFunc{
		"herald.example/hang":       hang,
		"herald.example/stall":      slowly("x", time.Hour, 2),
		"wire.example/":             text("A"),
		"busy.example/":             status(503, "Retry-After: 100"),
		"silent.example/robots.txt": inTurn(hang, text("")),
		"silent.example/":           text("B"),
	}
	for _, address := range []string{"http://herald.example/hang", "http://herald.example/stall", "http://busy.example/", "http://silent.example/"} {
		inWeb(t, Config{}, pages, func(t *testing.T, w *web, f *Fetcher) {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			began := time.Now()
			_, err := f.Page(ctx, address)
			if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took != 10*time.Second {
				t.Errorf("%s: %v after %v", address, err, took)
			}
			if address != "http://silent.example/" {
				return
			}
			if got, want := told(f.Page(t.Context(), address)), address+" B"; got != want {
				t.Errorf("afterwards: got %s, want %s", got, want)
			}
		})
	}
}

// TestLoopback has the check of addresses on a real connection.
func TestLoopback(t *testing.T) {
	site := httptest.NewServer(text("A"))
	defer site.Close()
	named := strings.Replace(site.URL, "127.0.0.1", "localhost", 1)
	for _, address := range []string{site.URL, named} {
		for _, allow := range []bool{false, true} {
			f, err := New(Config{AllowPrivate: allow, Pace: time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			r, err := f.Page(t.Context(), address)
			if got, want := told(r, err), address+"/ A"; allow && got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if !allow && !errors.Is(err, ErrPrivate) {
				t.Errorf("%s: got %v, want ErrPrivate", address, err)
			}
			f.Close()
		}
	}
}

// TestTLS has certificates and HTTP/2 on a real connection.
func TestTLS(t *testing.T) {
	site := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }))
	site.EnableHTTP2 = true
	site.Config.ErrorLog = log.New(io.Discard, "", 0) // it tells of our refusal
	site.StartTLS()
	defer site.Close()
	trusts := site.Client().Transport.(*http.Transport).TLSClientConfig
	for _, config := range []*tls.Config{nil, {RootCAs: trusts.RootCAs}} {
		f, err := New(Config{AllowPrivate: true, Pace: time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		f.direct.TLSClientConfig = config
		r, err := f.Page(t.Context(), site.URL)
		var untrusted *tls.CertificateVerificationError
		if config == nil && !errors.As(err, &untrusted) {
			t.Errorf("got %v, want a certificate that nobody trusts", err)
		}
		if config != nil && told(r, err) != site.URL+"/ HTTP/2.0" {
			t.Errorf("got %s", told(r, err))
		}
		if passes(err) {
			t.Errorf("%v is tried again", err)
		}
		f.Close()
	}
}

func TestConfigThatCannotBe(t *testing.T) {
	for field, c := range map[string]Config{
		"contact": {Contact: "the desk"}, "pace": {Pace: -1}, "hosts": {Hosts: -1}, "page_bytes": {PageBytes: -1}, "dump_bytes": {DumpBytes: -1},
	} {
		_, err := New(c)
		var bad *onrecord.FieldError
		if !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("%s: got %v", field, err)
		}
	}
}
