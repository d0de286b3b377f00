package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/pflag"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/fetch"
	"github.com/onrecord/onrecord/ingest"
)

// webFlags are the flags about what is fetched.
func webFlags(flags *pflag.FlagSet, c *fetch.Config) {
	flags.StringVar(&c.StateFile, "state", "", "`file` that remembers, for the next time, what of the web was taken in; one for each index")
	flags.StringVar(&c.Contact, "contact", fetch.DefaultContact, "the `address` of a page or mailbox that sites are told, to reach whoever runs this")
	flags.DurationVar(&c.Pace, "pace", fetch.DefaultPace, "the least `time` between two requests to a host")
	flags.BoolVar(&c.AllowPrivate, "allow-private", false, "fetch from private and loopback addresses too")
	flags.BoolVar(&c.EnvironmentProxy, "proxy", false, "use the proxies of HTTP_PROXY, HTTPS_PROXY and NO_PROXY")
}

// isOnWeb reports whether an argument is a URL that is fetched.
func isOnWeb(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	scheme = strings.ToLower(scheme)
	return ok && (scheme == "http" || scheme == "https")
}

// openWeb makes what fetches, where there is a URL among the sources.
func (s *sources) openWeb(c fetch.Config) error {
	for _, f := range s.found {
		if !isOnWeb(f.path) {
			continue
		}
		c.Version = version()
		fetcher, err := fetch.New(c)
		if err != nil {
			return err
		}
		s.web = fetcher
		s.receipts.remember = fetcher.Remember
		return nil
	}
	return nil
}

// closeWeb has what was fetched remembered.
func (s *sources) closeWeb() error {
	if s.web == nil {
		return nil
	}
	return s.web.Close()
}

// errUnchanged: the site says that it has what was taken in before.
var errUnchanged = errors.New("unchanged since it was taken in")

// unchanged makes of what a site says to be unchanged what it is: no error.
func unchanged(a client.Ack) client.Ack {
	if errors.Is(a.Err, errUnchanged) {
		a.Err, a.Outcome = nil, onrecord.OutcomeUnchanged
	}
	return a
}

// onWeb yields what a URL holds.
func (s *sources) onWeb(ctx context.Context, address string, yield func(ingest.Item) bool) bool {
	r, err := s.web.Open(ctx, address)
	if err != nil {
		return s.give(ctx, ingest.Item{Where: address, Err: err}, yield)
	}
	defer r.Body.Close()
	if r.Unchanged {
		return s.give(ctx, ingest.Item{Where: address, Err: errUnchanged}, yield)
	}
	return s.response(ctx, address, r, yield)
}

// response yields what was fetched. One article by itself is the page's; of
// several, only those that say so have an address.
func (s *sources) response(ctx context.Context, address string, r *fetch.Response, yield func(ingest.Item) bool) bool {
	receipt := &receipt{response: r}
	name := nameOf(r.URL)
	for item := range ingest.Read(counter{r.Body, &s.read}, ingest.Options{Name: name, MediaType: r.ContentType, Defaults: s.defaults}) {
		if item.Where == name && item.Article.URL == "" {
			item.Article.URL = r.URL
		}
		item.Where = address + strings.TrimPrefix(item.Where, name)
		if !s.give(ctx, item, yield, receipt) {
			return false
		}
	}
	s.receipts.end(receipt)
	return true
}

// nameOf returns what is called so at a URL: its ending tells what it may be.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return fmt.Sprintf("%s://%s%s", u.Scheme, u.Host, u.EscapedPath())
}
