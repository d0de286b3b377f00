package position

import (
	"strings"
	"testing"

	"github.com/onrecord/onrecord/compare"
)

// TestOpposites checks the lexicon: no word stands on both sides of a row, and
// every word leads to its row.
func TestOpposites(t *testing.T) {
	for i, line := range strings.Split(strings.TrimSpace(opposites), "\n") {
		with, against, ok := strings.Cut(line, "|")
		if !ok {
			t.Fatalf("row %q has no bar", line)
		}
		sides := map[string]int{}
		for side, list := range map[int]string{1: with, -1: against} {
			for phrase := range strings.SplitSeq(list, ",") {
				phrase = strings.TrimPrefix(strings.TrimSpace(phrase), "=")
				if sides[phrase] != 0 {
					t.Errorf("row %q has %q twice", line, phrase)
				}
				sides[phrase] = side
				if !leadsTo(phrase, direction{i, side}) {
					t.Errorf("%q does not lead to row %q", phrase, line)
				}
			}
		}
	}
}

func leadsTo(phrase string, in direction) bool {
	found, width := stances.longest(wordsOf(phrase, compare.Words(phrase)))
	for _, e := range found {
		if width == len(strings.Fields(phrase)) && e.value == in {
			return true
		}
	}
	return false
}
