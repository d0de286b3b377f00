// Package garbage decides how much of it may lie about before it is collected.
//
// An index takes little of the heap, as its files are mapped, and with Go's own
// setting, as much garbage as there is in use, a third of a look-up's processor
// time goes into collecting. Three times as much is allowed here while that is
// little, and the less the more is in use.
package garbage

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	mostPercent  = 300       // of what is in use
	leastPercent = 50        // likewise, also where that is more than most
	most         = 256 << 20 // bytes
	every        = time.Second
)

// Bound keeps garbage bounded until ctx ends, unless GOGC says how much there may
// be. It returns at once.
func Bound(ctx context.Context) {
	if os.Getenv("GOGC") != "" {
		return
	}
	now := percent(inUse())
	debug.SetGCPercent(now)
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			// Setting it stops the world: small changes are not worth that.
			if next := percent(inUse()); next*10 < now*9 || next*9 > now*10 {
				now = next
				debug.SetGCPercent(now)
			}
		}
	}()
}

// inUse returns the bytes that the last collection left.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// percent is how much garbage there may be, in parts of a hundred of the bytes in
// use.
func percent(inUse uint64) int {
	return int(min(max(100*most/max(inUse, 1), leastPercent), mostPercent))
}
