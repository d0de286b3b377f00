package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/onrecord/onrecord/fetch/robots"
)

const (
	// maxSites is how many robots.txt files are kept.
	maxSites = 128
	// rulesLast is how long a robots.txt counts, noRulesLast how long it is not
	// asked for again when it could not be read.
	rulesLast   = 24 * time.Hour
	noRulesLast = 10 * time.Minute
	// maxRobotsRedirects is what RFC 9309 asks for at least.
	maxRobotsRedirects = 5
)

// sites keeps the robots.txt of each site: of scheme, host and port.
type sites struct {
	mu  sync.Mutex
	all map[string]*site
}

// A site is what its robots.txt says, once read is closed.
type site struct {
	read  chan struct{}
	until time.Time
	rules robots.Rules
	err   error
	given bool // up: who read it was stopped, and somebody else has to
}

// allowed asks whether u may be fetched, and with how much time after the
// request before: ErrRobots, ErrNoRobots.
func (f *Fetcher) allowed(ctx context.Context, u *url.URL) (delay time.Duration, err error) {
	rules, err := f.rules(ctx, u)
	if err == nil && !rules.Allows(u.RequestURI()) {
		err = ErrRobots
	}
	return rules.Delay, err
}

// rules returns what the robots.txt of u's site says; it is fetched before the
// first page, by one caller for all.
func (f *Fetcher) rules(ctx context.Context, u *url.URL) (robots.Rules, error) {
	origin := u.Scheme + "://" + u.Host
	for {
		s, mine := f.sites.get(origin)
		if mine {
			f.readSite(ctx, s, u)
			close(s.read)
		}
		select {
		case <-s.read:
		case <-ctx.Done():
			return robots.Rules{}, ctx.Err()
		}
		if !s.given || mine {
			return s.rules, s.err
		}
	}
}

// get returns what is known of a site; mine if it is the caller's to read it.
func (s *sites) get(origin string) (one *site, mine bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one, ok := s.all[origin]; ok && one.counts() {
		return one, false
	}
	if len(s.all) >= maxSites {
		clear(s.all)
	}
	one = &site{read: make(chan struct{})}
	s.all[origin] = one
	return one, true
}

// counts reports whether a site is being read or was not long ago.
func (s *site) counts() bool {
	select {
	case <-s.read:
		return !s.given && time.Now().Before(s.until)
	default:
		return true
	}
}

func (f *Fetcher) readSite(ctx context.Context, s *site, u *url.URL) {
	s.rules, s.err = f.fetchRules(ctx, u)
	switch {
	case ctx.Err() != nil:
		s.err, s.given = ctx.Err(), true
	case s.err != nil:
		s.until = time.Now().Add(noRulesLast)
	default:
		s.until = time.Now().Add(rulesLast)
	}
}

// fetchRules fetches a robots.txt. As RFC 9309 has it: where there is none
// (4xx, redirects without end), all is allowed; where that cannot be known (5xx,
// no answer), nothing is. 429 is no answer either.
func (f *Fetcher) fetchRules(ctx context.Context, page *url.URL) (robots.Rules, error) {
	u := &url.URL{Scheme: page.Scheme, Host: page.Host, Path: "/robots.txt"}
	var file []byte
	read := func(r *Response) (_ *Response, err error) {
		file, err = io.ReadAll(io.LimitReader(r.within(limits{f.config.DumpBytes, pageTimeout}), robots.MaxBytes+1))
		return r, errors.Join(err, r.Body.Close())
	}
	for range maxRobotsRedirects + 1 {
		_, to, err := f.tries(ctx, u, 0, read)
		var status *StatusError
		switch {
		case errors.As(err, &status) && status.Code/100 == 4 && status.Code != http.StatusTooManyRequests:
			return robots.Rules{}, nil
		case errors.Is(err, ErrPrivate) && u.Hostname() == page.Hostname(), errors.Is(err, ErrBusy):
			return robots.Rules{}, err
		case err != nil:
			return robots.Rules{}, fmt.Errorf("%w: %w", ErrNoRobots, err)
		case to == nil:
			return robots.Parse(file, Token), nil
		}
		u = to
	}
	return robots.Rules{}, nil
}
