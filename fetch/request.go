package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// accept is what is asked for: anything, rather pages and feeds.
const accept = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.8"

// reading makes of an answer what the caller asked for: all of it, or a body
// that is still to come. The host has its next request after it returns.
type reading func(*Response) (*Response, error)

// once asks for a URL when it is its host's turn. It returns the answer, or
// where the site sends us instead. failed counts the times before: what may pass
// makes the host wait longer each time; delay is what its robots.txt asks for.
func (f *Fetcher) once(ctx context.Context, u *url.URL, delay time.Duration, read reading, failed int) (*Response, *url.URL, error) {
	h, err := f.hosts.enter(ctx, u.Hostname(), delay)
	if err != nil {
		return nil, nil, err
	}
	defer f.hosts.leave(h)
	select {
	case f.slots <- struct{}{}:
		defer func() { <-f.slots }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	h.began = time.Now()
	r, to, err := f.ask(ctx, u)
	if err == nil && to == nil {
		r, err = read(r)
	}
	if passes(err) {
		err = h.wait(err, failed)
	}
	return r, to, err
}

// ask sends the request and looks at the status.
func (f *Fetcher) ask(ctx context.Context, u *url.URL) (*Response, *url.URL, error) {
	known := f.state.get(u.String())
	ctx, cancel := context.WithCancelCause(ctx)
	resp, err := f.send(ctx, u, known)
	if err != nil {
		err = tooSlow(ctx, err)
		cancel(nil)
		return nil, nil, err
	}
	switch code := resp.StatusCode; {
	case code == http.StatusOK || code == http.StatusNonAuthoritativeInfo:
		if coding := resp.Header.Get("Content-Encoding"); unasked(coding) {
			drop(resp, cancel)
			return nil, nil, fmt.Errorf("%w (%s)", ErrEncoding, coding)
		}
		return f.response(ctx, cancel, u, resp), nil, nil
	case code == http.StatusNotModified && known != (seen{}):
		drop(resp, cancel)
		f.state.touch(u.String())
		return &Response{URL: u.String(), Unchanged: true, Body: http.NoBody}, nil, nil
	case isRedirect(code) && resp.Header.Get("Location") != "":
		drop(resp, cancel)
		to, err := target(u, resp.Header.Get("Location"))
		return nil, to, err
	default:
		drop(resp, cancel)
		return nil, nil, &StatusError{Code: code, RetryAfter: retryAfter(resp.Header.Get("Retry-After"), time.Now())}
	}
}

func (f *Fetcher) send(ctx context.Context, u *url.URL, known seen) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", accept)
	if known.ETag != "" {
		req.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		req.Header.Set("If-Modified-Since", known.LastModified)
	}
	if f.proxied == nil {
		return f.direct.RoundTrip(req)
	}
	proxy, err := f.proxied.Proxy(req)
	switch {
	case err != nil:
		return nil, err
	case proxy == nil:
		return f.direct.RoundTrip(req)
	case !f.config.AllowPrivate:
		if err := checkName(u.Hostname()); err != nil {
			return nil, err
		}
	}
	return f.proxied.RoundTrip(req)
}

// response wraps a body into its bounds.
func (f *Fetcher) response(ctx context.Context, cancel context.CancelCauseFunc, u *url.URL, resp *http.Response) *Response {
	contentType := resp.Header.Get("Content-Type")
	limits := f.dumpLimits()
	if isHTML(contentType) {
		limits = f.pageLimits()
	}
	return &Response{
		URL:         u.String(),
		ContentType: contentType,
		Length:      resp.ContentLength,
		Body:        &guard{ctx: ctx, cancel: cancel, body: resp.Body, length: resp.ContentLength, limits: limits},
		seen:        newSeen(resp.Header),
	}
}

// within gives a body other limits.
func (r *Response) within(l limits) io.Reader {
	if g, ok := r.Body.(*guard); ok {
		g.limits = l
	}
	return r.Body
}

// whole reads all of a body within the limits of a page and closes it.
func (f *Fetcher) whole(r *Response) (*Response, error) {
	r.within(f.pageLimits())
	content, err := io.ReadAll(r.Body)
	if err := errors.Join(err, r.Body.Close()); err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(content))
	r.Length = int64(len(content))
	return r, nil
}

// drop gives up a body that nobody reads.
func drop(resp *http.Response, cancel context.CancelCauseFunc) {
	_ = resp.Body.Close() // nothing of it is wanted
	cancel(nil)
}

// unasked reports whether a content coding is one that was not asked for and
// that nobody could undo. What was asked for is undone before.
func unasked(coding string) bool {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "", "identity", "gzip", "x-gzip", "zstd":
		return false
	}
	return true
}

func isHTML(contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType) // as far as it can be read
	return media == "text/html" || media == "application/xhtml+xml"
}

func isRedirect(code int) bool {
	switch code {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// target returns where a redirect from u leads.
func target(u *url.URL, location string) (*url.URL, error) {
	if len(location) > MaxURLBytes {
		return nil, redirectError(location[:MaxURLBytes], badURL("TOO_LONG", "must be at most %d bytes", MaxURLBytes))
	}
	to, err := u.Parse(strings.TrimSpace(location))
	if err != nil {
		return nil, redirectError(location, badURL("NOT_A_URL", "must be an address on the web"))
	}
	if err := cleanURL(to); err != nil {
		return nil, redirectError(location, err)
	}
	return to, nil
}
