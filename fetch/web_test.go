package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// A web is hosts in memory, with a time of their own: waiting takes none.
type web struct {
	// pages are the answers by "host/path"; others are 404.
	pages map[string]http.HandlerFunc
	began time.Time
	mu    sync.Mutex
	asked []string // "0s host/path"
}

// ServeHTTP implements http.Handler.
func (w *web) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	w.asked = append(w.asked, fmt.Sprintf("%v %s%s", time.Since(w.began).Truncate(time.Millisecond), r.Host, r.URL.RequestURI()))
	w.mu.Unlock()
	page, ok := w.pages[r.Host+r.URL.Path]
	if !ok {
		http.NotFound(rw, r)
		return
	}
	page(rw, r)
}

// log returns what was asked, and forgets it.
func (w *web) log() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	defer func() { w.asked = nil }()
	return w.asked
}

// Accept, Close and Addr: a web is a net.Listener whose connections are dialled.
type listener struct {
	conns chan net.Conn
	done  chan struct{}
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}
func (l *listener) Close() error   { close(l.done); return nil }
func (l *listener) Addr() net.Addr { return &net.UnixAddr{} }

// dial connects to hosts ending in .example; other addresses go the usual way.
func (l *listener) dial(usual func(context.Context, string, string) (net.Conn, error)) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		host, _, err := net.SplitHostPort(address)
		if err != nil || !strings.HasSuffix(host, ".example") {
			return usual(ctx, network, address)
		}
		if host == "none.example" {
			return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}}
		}
		here, there := net.Pipe()
		select {
		case l.conns <- there:
			return here, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// inWeb runs f in a bubble of time with a Fetcher whose network the pages are.
func inWeb(t *testing.T, c Config, pages map[string]http.HandlerFunc, test func(*testing.T, *web, *Fetcher)) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{pages: pages, began: time.Now()}
		l := &listener{make(chan net.Conn), make(chan struct{})}
		server := &http.Server{Handler: w}
		go server.Serve(l)
		defer server.Close()
		f, err := New(c)
		if err != nil {
			t.Fatal(err)
		}
		f.direct.DialContext = l.dial(f.direct.DialContext)
		test(t, w, f)
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
}

// told writes what came of a request so that a test can be read.
func told(r *Response, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	if r.Unchanged {
		return r.URL + " unchanged"
	}
	content, err := io.ReadAll(r.Body)
	if err := errors.Join(err, r.Body.Close()); err != nil {
		return fmt.Sprintf("%s %d bytes, then error: %v", r.URL, len(content), err)
	}
	if len(content) > 100 {
		return fmt.Sprintf("%s %d bytes", r.URL, len(content))
	}
	return fmt.Sprintf("%s %s", r.URL, content)
}

// text answers with a page.
func text(content string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, content)
	}
}

// status answers with a status and headers, "key: value".
func status(code int, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, h := range headers {
			key, value, _ := strings.Cut(h, ": ")
			w.Header().Set(key, value)
		}
		w.WriteHeader(code)
	}
}

func moved(to string) http.HandlerFunc { return status(http.StatusFound, "Location: "+to) }

// inTurn answers with one after the other; the last stays.
func inTurn(answers ...http.HandlerFunc) http.HandlerFunc {
	var n atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		answers[min(int(n.Add(1)), len(answers))-1](w, r)
	}
}

// cutOff sends less than it says.
func cutOff(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Length", "100")
	io.WriteString(w, "Half a")
}

// slowly sends parts, a second after the other, n times or until nobody reads.
func slowly(part string, pause time.Duration, n int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for range n {
			if _, err := io.WriteString(w, part); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			select {
			case <-time.After(pause):
			case <-r.Context().Done():
				return
			}
		}
	}
}
