package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

var (
	// ErrPrivate: the address is not one of the public internet.
	ErrPrivate = errors.New("leads to a private address")
	// ErrRobots: the site's robots.txt does not let us fetch it.
	ErrRobots = errors.New("robots.txt of the site does not allow it")
	// ErrNoRobots: whether it may be fetched cannot be known now, so it is not.
	ErrNoRobots = errors.New("robots.txt of the site cannot be read now")
	// ErrTooLarge: the body is longer than it may be.
	ErrTooLarge = errors.New("too large")
	// ErrEncoding: the body is compressed in a way that was not asked for.
	ErrEncoding = errors.New("is sent compressed in a way that was not asked for")
	// ErrTooSlow: the site takes too long to send it.
	ErrTooSlow = errors.New("too slow")
	// ErrTooManyRedirects: it is still somewhere else after ten redirects.
	ErrTooManyRedirects = fmt.Errorf("more than %d redirects", maxRedirects)
	// ErrLoop: a redirect, or the next page of a feed, is one that was there
	// before.
	ErrLoop = errors.New("leads back to where it was before")
	// ErrBusy: the site asked to be left alone for longer than we wait.
	ErrBusy = errors.New("the site asks not to be asked again")
	// ErrTooManyLinks: a feed goes on after the most that are followed.
	ErrTooManyLinks = errors.New("the feed goes on, and no more of it is fetched")
)

// A StatusError is an answer that is no page.
type StatusError struct {
	Code int // of HTTP
	// RetryAfter is how long the site asks to wait; 0 where it does not say.
	RetryAfter time.Duration
}

// Error writes "status 404 Not Found".
func (e *StatusError) Error() string {
	text := http.StatusText(e.Code)
	if text == "" {
		return fmt.Sprintf("status %d", e.Code)
	}
	return fmt.Sprintf("status %d %s", e.Code, text)
}

// redirected tells of an error to where the redirects before it led.
func redirected(u *url.URL, visited map[string]bool, err error) error {
	if len(visited) == 0 {
		return err
	}
	return fmt.Errorf("redirected to %s: %w", u, err)
}

// MaxURLBytes bounds a URL.
const MaxURLBytes = 2048

// parseURL reads a URL that can be fetched.
func parseURL(address string) (*url.URL, error) {
	if len(address) > MaxURLBytes {
		return nil, badURL("TOO_LONG", "must be at most %d bytes, not %d", MaxURLBytes, len(address))
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, badURL("NOT_A_URL", "must be an address on the web: %v", errors.Unwrap(err))
	}
	return u, cleanURL(u)
}

// cleanURL refuses what cannot be fetched, drops what is not sent and writes
// hosts in one way.
func cleanURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return badURL("NOT_A_URL", "must begin with http:// or https://, not %q", u.Scheme)
	case u.Hostname() == "":
		return badURL("NOT_A_URL", "must name a host")
	case u.User != nil:
		return badURL("NOT_A_URL", "must not hold a user name or password")
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Host = strings.ToLower(u.Host)
	u.Fragment, u.RawFragment = "", ""
	return nil
}

func badURL(reason, format string, args ...any) error {
	return &onrecord.FieldError{Field: "url", Reason: reason, Detail: fmt.Sprintf(format, args...)}
}

// redirectError tells of a redirect that cannot be followed.
func redirectError(location string, err error) error {
	return fmt.Errorf("redirected to %q: %w", location, err)
}
