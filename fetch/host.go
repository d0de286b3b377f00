package fetch

import (
	"context"
	"sync"
	"time"
)

// maxPace bounds what a Crawl-delay can ask for.
const maxPace = time.Minute

// hosts gives each host one request at a time, and time between two.
type hosts struct {
	pace time.Duration
	mu   sync.Mutex
	all  map[string]*host
}

// A host is known as long as somebody waits for it or it has to be waited for.
type host struct {
	users int           // guarded by hosts.mu
	turn  chan struct{} // holds one while a request is under way

	// Of who has the turn:
	began  time.Time // the last request
	next   time.Time // when the next may begin, whatever the pace
	closed time.Time // until when the site wants none, and that is too long to wait
}

// enter waits for the turn and the time of a host: delay, or the usual pace if
// that is longer, after the request before. ErrBusy where the site wants to be
// left alone for longer. What it returned is to be given to leave.
func (h *hosts) enter(ctx context.Context, name string, delay time.Duration) (*host, error) {
	one := h.use(name)
	select {
	case one.turn <- struct{}{}:
	case <-ctx.Done():
		h.release(one)
		return nil, ctx.Err()
	}
	if err := one.ready(ctx, max(h.pace, min(delay, maxPace))); err != nil {
		h.leave(one)
		return nil, err
	}
	return one, nil
}

// ready waits until the next request may begin.
func (one *host) ready(ctx context.Context, pace time.Duration) error {
	if time.Now().Before(one.closed) {
		return ErrBusy
	}
	next := one.next
	if !one.began.IsZero() && one.began.Add(pace).After(next) {
		next = one.began.Add(pace)
	}
	return sleep(ctx, time.Until(next))
}

// leave ends the turn.
func (h *hosts) leave(one *host) {
	<-one.turn
	h.release(one)
}

func (h *hosts) use(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	one, ok := h.all[name]
	if !ok {
		h.tidy()
		one = &host{turn: make(chan struct{}, 1)}
		h.all[name] = one
	}
	one.users++
	return one
}

func (h *hosts) release(one *host) {
	h.mu.Lock()
	defer h.mu.Unlock()
	one.users--
}

// maxHosts is how many hosts are kept though nobody uses them.
const maxHosts = 1000

// tidy forgets hosts that need not be waited for, when there are many.
func (h *hosts) tidy() {
	if len(h.all) < maxHosts {
		return
	}
	now := time.Now()
	for name, one := range h.all {
		if one.users == 0 && now.After(one.began.Add(max(h.pace, maxPace))) && now.After(one.next) && now.After(one.closed) {
			delete(h.all, name)
		}
	}
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
