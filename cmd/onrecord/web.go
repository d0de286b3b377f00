package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/fetch"
)

// A webConfig says what is fetched, and how.
type webConfig struct {
	fetch.Config
	feedPages int
}

func (c *webConfig) flags(flags *pflag.FlagSet) {
	flags.StringVar(&c.StateFile, "state", "", "`file` that remembers, for the next time, what of the web was taken in; one for each index")
	flags.StringVar(&c.Contact, "contact", fetch.DefaultContact, "the `address` of a page or mailbox that sites are told, to reach whoever runs this")
	flags.IntVar(&c.feedPages, "feed-pages", 1, fmt.Sprintf("`how many` pages of a feed are read where it goes on, up to %d", fetch.MaxFeedPages))
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
func (s *sources) openWeb(c webConfig) error {
	if c.feedPages < 1 || c.feedPages > fetch.MaxFeedPages {
		return fmt.Errorf("--feed-pages: takes 1 to %d, not %d", fetch.MaxFeedPages, c.feedPages)
	}
	for _, f := range s.found {
		if !isOnWeb(f.path) {
			continue
		}
		c.Version = version()
		fetcher, err := fetch.New(c.Config)
		if err != nil {
			return err
		}
		s.web, s.feedPages = fetcher, c.feedPages
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
