package fetch

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	maxRetries = 2
	backoff    = time.Second // before the first retry; twice as long before each other
	// maxRetryAfter is how long a site that asks for time is waited for.
	maxRetryAfter = 2 * time.Minute
	// maxClosed bounds how long a site is left alone on its word.
	maxClosed = 24 * time.Hour
)

// passes reports whether an error may have passed when the URL is asked for
// again: of the network, or of a site that is busy.
func passes(err error) bool {
	var status *StatusError
	var name *net.DNSError
	switch {
	case errors.Is(err, ErrBusy), errors.Is(err, ErrPrivate), errors.Is(err, ErrTooSlow):
		return false
	case errors.As(err, &status):
		return busy(status.Code) || status.Code == http.StatusBadGateway || status.Code == http.StatusGatewayTimeout
	case errors.As(err, &name):
		return name.IsTemporary && !name.IsNotFound
	}
	var network *net.OpError
	return errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// busy reports whether a status says that the site has no time for us now.
func busy(code int) bool {
	return code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable
}

// wait has the host's next request wait after an error that may pass, and
// returns the error. Where the site asks for more time than we wait, it is not
// asked again before.
func (one *host) wait(err error, failed int) error {
	now := time.Now()
	var status *StatusError
	if !errors.As(err, &status) || !busy(status.Code) || status.RetryAfter == 0 {
		one.next = now.Add(backoff << failed)
		return err
	}
	if status.RetryAfter <= maxRetryAfter {
		one.next = now.Add(status.RetryAfter)
		return err
	}
	one.closed = now.Add(min(status.RetryAfter, maxClosed))
	return fmt.Errorf("%w for %v: %w", ErrBusy, status.RetryAfter, err)
}

// maxDuration bounds what a Retry-After can say.
const maxDuration = 365 * 24 * time.Hour

// retryAfter reads a Retry-After header: seconds, or a date. 0 where it has
// neither, and for dates that are past.
func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseUint(value, 10, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(min(seconds, uint64(maxDuration/time.Second))) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	return min(max(at.Sub(now), 0), maxDuration)
}
