package compare_test

import (
	"testing"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// FuzzCompare checks that edits are in order, inside the texts and on the
// borders of characters, and that a text is the same as itself.
func FuzzCompare(f *testing.F) {
	f.Add("We won’t [ever] lift … 1,200 sanctions", "We will not lift the cease-fire, twenty-five per cent")
	f.Add("[T]he ...", "want[ed]")
	f.Add("", "…")
	f.Fuzz(func(t *testing.T, quote, original string) {
		if len(quote)+len(original) > 4000 {
			return
		}
		for _, c := range []compare.Comparison{compare.Find(quote, original), compare.Diff(quote, original)} {
			atQuote, atOriginal := 0, 0
			for _, e := range c.Edits {
				checkSpan(t, e.Quote, quote, atQuote)
				checkSpan(t, e.Original, original, atOriginal)
				atQuote, atOriginal = e.Quote.End, e.Original.End
				e.TurnsAround(quote, original)
				e.ChangesNumber(quote, original)
			}
		}
		for _, e := range compare.Diff(quote, quote).Edits {
			if e.Op.Changes() {
				t.Errorf("%q differs from itself: %+v", quote, e)
			}
		}
	})
}

func checkSpan(t *testing.T, s onrecord.Span, text string, from int) {
	t.Helper()
	valid := from <= s.Start && s.Start <= s.End && s.End <= len(text)
	if !valid || utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
		t.Fatalf("span %v behind %d of %q", s, from, text)
	}
}
