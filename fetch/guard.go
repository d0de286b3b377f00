package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
)

// limits bound a body.
type limits struct {
	bytes int64
	time  time.Duration // waited for it in all
}

func (f *Fetcher) pageLimits() limits { return limits{f.config.PageBytes, pageTimeout} }
func (f *Fetcher) dumpLimits() limits { return limits{f.config.DumpBytes, dumpTimeout} }

// A guard is a body within limits. Time counts while the site is waited for, not
// while the caller is busy with what came.
type guard struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	body   io.ReadCloser
	length int64 // as the header gives it; -1 for none
	limits limits

	got    int64
	waited time.Duration
	err    error // the first, and of each Read from then on
}

// Read implements io.Reader.
func (g *guard) Read(p []byte) (n int, err error) {
	if g.err == nil {
		n, g.err = g.read(p)
	}
	return n, g.err
}

func (g *guard) read(p []byte) (int, error) {
	if g.length > g.limits.bytes {
		return 0, g.tooLarge()
	}
	if left := g.limits.bytes - g.got; int64(len(p)) > left {
		p = p[:left+1] // one more tells whether it ends there
	}
	n, err := g.timed(p)
	g.got += int64(n)
	switch {
	case g.got > g.limits.bytes:
		return n - int(g.got-g.limits.bytes), g.tooLarge()
	case err == io.EOF:
		return n, err
	case errors.Is(context.Cause(g.ctx), ErrTooSlow):
		return n, context.Cause(g.ctx)
	case err != nil:
		return n, err
	case g.waited > slowStart && float64(g.got) < minRate*g.waited.Seconds():
		return n, fmt.Errorf("%w: less than %d bytes a second", ErrTooSlow, minRate)
	}
	return n, nil
}

// timed reads once; where the site takes too long, the request is given up.
func (g *guard) timed(p []byte) (int, error) {
	left, why := stallTimeout, fmt.Errorf("%w: nothing came for %v", ErrTooSlow, stallTimeout)
	if rest := g.limits.time - g.waited; rest < left {
		left, why = rest, fmt.Errorf("%w: not all there after %v", ErrTooSlow, g.limits.time)
	}
	timer := time.AfterFunc(left, func() { g.cancel(why) })
	defer timer.Stop()
	began := time.Now()
	n, err := g.body.Read(p)
	g.waited += time.Since(began)
	return n, err
}

func (g *guard) tooLarge() error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, g.limits.bytes)
}

// Close implements io.Closer.
func (g *guard) Close() error {
	err := g.body.Close()
	g.cancel(nil)
	return err
}

// tooSlow names the time-outs of connecting and of the header, as long as ctx
// goes on.
func tooSlow(ctx context.Context, err error) error {
	var timeout net.Error
	if ctx.Err() == nil && errors.As(err, &timeout) && timeout.Timeout() {
		return fmt.Errorf("%w: %w", ErrTooSlow, err)
	}
	return err
}
