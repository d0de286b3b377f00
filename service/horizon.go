package service

import (
	"time"

	"github.com/onrecord/onrecord"
)

// A horizon parts what may be told, since it is earlier, from the rest. The zero
// horizon lets all pass.
type horizon struct {
	before   time.Time
	untilNow bool // before is now, as nobody named a moment
	present  bool // only what its source still has
}

// has reports whether what has the date is earlier. Until now, all that is
// dated in a period which has begun is: it is on record already.
func (h horizon) has(d onrecord.Date) bool {
	switch {
	case h.before.IsZero():
		return true
	case !d.Known() || h.untilNow:
		return d.Known() && d.Time.Before(h.before)
	}
	return !d.End().After(h.before)
}

// nodes match all that may be told as far as an index can tell; has decides.
func (h horizon) nodes() []onrecord.Node {
	var nodes []onrecord.Node
	if !h.before.IsZero() {
		nodes = append(nodes, onrecord.TimeRange{Field: onrecord.FieldSaid, To: h.before})
	}
	if h.present {
		nodes = append(nodes, onrecord.OnlyPresent())
	}
	return nodes
}
