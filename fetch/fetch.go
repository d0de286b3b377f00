// Package fetch brings what URLs point to: pages, feeds and what they link to,
// dumps. It is polite: it says who it is, asks robots.txt first, gives each host
// its time, sends what it knows so that an unchanged page need not be sent
// again, and waits when it is told to. And it trusts nobody: sizes, times,
// redirects and addresses are bounded, whatever a site answers.
package fetch

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"
)

// Token is the product token that robots.txt files call this crawler by.
const Token = "OnRecord"

// The defaults of a Config.
const (
	DefaultContact   = "https://github.com/onrecord/onrecord"
	DefaultPace      = time.Second
	DefaultHosts     = 4
	DefaultPageBytes = 8 << 20
	DefaultDumpBytes = 64 << 30
)

// The bounds of time.
const (
	connectTimeout = 10 * time.Second // until a connection stands, TLS apart, which has as long again
	headerTimeout  = 30 * time.Second // from the request to the header of its answer
	stallTimeout   = 30 * time.Second // without a byte of the body
	pageTimeout    = 2 * time.Minute  // waited for the body of a page
	dumpTimeout    = 24 * time.Hour   // waited for the body of anything else
	slowStart      = 20 * time.Second // from then on a body must be faster than minRate
	minRate        = 512              // bytes a second, while they are waited for
)

// A Config says how a Fetcher goes about it. The zero value works.
type Config struct {
	// Version of the program, for the user agent. May be empty.
	Version string
	// Contact is where a site reaches whoever runs the program: the address of a
	// page or a mailbox. "" is DefaultContact.
	Contact string
	// Pace is the least time between two requests to a host; a Crawl-delay can
	// make it longer. 0 is DefaultPace.
	Pace time.Duration
	// Hosts is how many hosts are asked at the same time, each one request at a
	// time. 0 is DefaultHosts.
	Hosts int
	// PageBytes is the most that a page may have, decompressed, and DumpBytes
	// the same of what is neither HTML nor linked to by a feed. 0 is the default
	// of each.
	PageBytes, DumpBytes int64
	// AllowPrivate allows addresses that are not of the public internet.
	AllowPrivate bool
	// EnvironmentProxy uses the proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY
	// name. What goes through one is looked up there: then only addresses that
	// stand in the URL itself can be checked for being private.
	EnvironmentProxy bool
	// StateFile keeps between runs what conditional requests need. "" keeps it
	// as long as the Fetcher.
	StateFile string
}

// A Fetcher fetches. Many goroutines may use one.
type Fetcher struct {
	config  Config
	agent   string
	direct  *http.Transport
	proxied *http.Transport // nil where proxies are not asked for
	slots   chan struct{}   // one for each request under way
	hosts   hosts
	sites   sites
	state   *state
}

// New reads the state file, if there is one. Close the Fetcher after use.
func New(c Config) (*Fetcher, error) {
	c.Pace = cmp.Or(c.Pace, DefaultPace)
	c.Hosts = cmp.Or(c.Hosts, DefaultHosts)
	c.PageBytes = cmp.Or(c.PageBytes, DefaultPageBytes)
	c.DumpBytes = cmp.Or(c.DumpBytes, DefaultDumpBytes)
	agent, err := userAgent(c.Version, cmp.Or(c.Contact, DefaultContact))
	if err != nil {
		return nil, err
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	s, err := loadState(c.StateFile)
	if err != nil {
		return nil, err
	}
	f := &Fetcher{
		config: c,
		agent:  agent,
		direct: newTransport(dialer(c.AllowPrivate)),
		slots:  make(chan struct{}, c.Hosts),
		hosts:  hosts{pace: c.Pace, all: make(map[string]*host)},
		sites:  sites{all: make(map[string]*site)},
		state:  s,
	}
	if c.EnvironmentProxy {
		f.proxied = newTransport(dialer(true))
		f.proxied.Proxy = http.ProxyFromEnvironment
	}
	return f, nil
}

// Close writes the state file and drops idle connections.
func (f *Fetcher) Close() error {
	f.direct.CloseIdleConnections()
	if f.proxied != nil {
		f.proxied.CloseIdleConnections()
	}
	return f.state.save()
}

// A Response is what a URL pointed to.
type Response struct {
	// URL is the one that answered, behind all redirects.
	URL string
	// ContentType is as the site gives it: "text/html; charset=iso-8859-1". May
	// be empty or wrong.
	ContentType string
	// Length is how many bytes the body has; -1 where that is not known.
	Length int64
	// Unchanged: the site says that it is as it was when it was remembered. There
	// is no body.
	Unchanged bool
	// Body is decompressed where the site compressed it for the way. Reading it
	// fails with ErrTooLarge or ErrTooSlow past the bounds. To be closed.
	Body io.ReadCloser

	seen seen
}

// IsHTML reports whether the site says that it is a page of HTML.
func (r *Response) IsHTML() bool { return isHTML(r.ContentType) }

// Open asks for a URL and returns once its header is there; the body comes while
// it is read. Errors are those that this package names, a *StatusError, a
// FieldError for a URL that is none, or what the network says.
func (f *Fetcher) Open(ctx context.Context, address string) (*Response, error) {
	u, err := parseURL(address)
	if err != nil {
		return nil, err
	}
	return f.follow(ctx, u, func(r *Response) (*Response, error) { return r, nil })
}

// Page is Open for what is small: the whole body, at most Config.PageBytes, is
// there when it returns. A body that breaks off is asked for again.
func (f *Fetcher) Page(ctx context.Context, address string) (*Response, error) {
	u, err := parseURL(address)
	if err != nil {
		return nil, err
	}
	return f.follow(ctx, u, f.whole)
}

// Remember has the next request for the same URL ask only for what changed since
// r. It is to be called once all that r holds is safe: what was remembered may
// never be sent again.
func (f *Fetcher) Remember(r *Response) {
	if !r.Unchanged {
		f.state.put(r.URL, r.seen)
	}
}

// follow follows redirects; read makes of the answer what is returned, and may
// be called again where that failed for now.
func (f *Fetcher) follow(ctx context.Context, u *url.URL, read reading) (*Response, error) {
	visited := make(map[string]bool)
	for range maxRedirects + 1 {
		if visited[u.String()] {
			return nil, redirected(u, visited, ErrLoop)
		}
		delay, err := f.allowed(ctx, u)
		if err != nil {
			return nil, redirected(u, visited, err)
		}
		r, to, err := f.tries(ctx, u, delay, read)
		if err != nil {
			return nil, redirected(u, visited, err)
		}
		if to == nil {
			return r, nil
		}
		visited[u.String()] = true
		u = to
	}
	return nil, redirected(u, visited, ErrTooManyRedirects)
}

// maxRedirects is how many redirects are followed from one URL.
const maxRedirects = 10

// tries asks for a URL, and again where that failed in a way that may pass.
func (f *Fetcher) tries(ctx context.Context, u *url.URL, delay time.Duration, read reading) (r *Response, to *url.URL, err error) {
	for failed := 0; ; failed++ {
		r, to, err = f.once(ctx, u, delay, read, failed)
		if err == nil || failed == maxRetries || ctx.Err() != nil || !passes(err) {
			return r, to, plain(ctx, err)
		}
	}
}

// plain returns the error of a context that has ended instead of what the
// network makes of that.
func plain(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil && !errors.Is(err, ctx.Err()) {
		return ctx.Err()
	}
	return err
}
