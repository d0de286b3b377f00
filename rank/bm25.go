package rank

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// newModel takes the figures of an index in which so many claims were found.
func newModel(stats onrecord.TermStats, found int) bm25.Model {
	return bm25.New(stats.Claims, stats.Tokens, found)
}
