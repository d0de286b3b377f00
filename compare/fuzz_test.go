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

// FuzzRelate checks that it does not matter which wording comes first, and that
// a statement is like itself.
func FuzzRelate(f *testing.F) {
	f.Add("We won’t [ever] lift … 1,200 sanctions before the ceasefire holds", "we would not lift 1200 sanctions, ever", true)
	f.Add("It is not true that we will lift the sanctions", "We will lift the sanctions", false)
	f.Add("...", "no'll one 's", false)
	f.Fuzz(func(t *testing.T, first, second string, reported bool) {
		if len(first)+len(second) > 4000 {
			return
		}
		a, b := compare.NewWording(first, reported), compare.NewWording(second, false)
		relation, likeness := compare.Relate(a, b)
		if again, same := compare.Relate(b, a); again != relation || same != likeness {
			t.Errorf("%v %v, the other way round %v %v", relation, likeness, again, same)
		}
		if likeness < 0 || likeness > 1 {
			t.Errorf("likeness %v", likeness)
		}
		if relation, likeness := compare.Relate(a, a); relation != compare.Different && (relation != compare.Alike || likeness != 1) {
			t.Errorf("%q is %v %v to itself", first, relation, likeness)
		}
	})
}
