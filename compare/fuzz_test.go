package compare_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// FuzzEdits checks that edits are in order, inside the texts and on the borders
// of characters, and that a text is the same as itself.
func FuzzEdits(f *testing.F) {
	f.Add("We won’t [ever] lift … 1,200 sanctions", "We will not lift the cease-fire, twenty-five per cent")
	f.Add("[T]he ...", "want[ed]")
	f.Add("", "…")
	f.Fuzz(func(t *testing.T, quote, original string) {
		if len(quote)+len(original) > 4000 {
			return
		}
		checkEdits(t, compare.Edits(quote, original), quote, original)
		for _, e := range compare.Edits(quote, quote) {
			if e.Op.Changes() {
				t.Errorf("%q differs from itself: %+v", quote, e)
			}
		}
	})
}

func checkEdits(t *testing.T, edits []onrecord.QuoteEdit, quote, original string) {
	t.Helper()
	atQuote, atOriginal := 0, 0
	for _, e := range edits {
		checkSpan(t, e.Quote, quote, atQuote)
		checkSpan(t, e.Original, original, atOriginal)
		atQuote, atOriginal = e.Quote.End, e.Original.End
	}
}

// FuzzJudge checks that what is told of a quotation is in order, inside the
// texts and on the borders of characters, that an utterance is verbatim to
// itself, and that reported words are not the speaker's.
func FuzzJudge(f *testing.F) {
	f.Add("We won’t [ever] lift … 25 sanctions", "We will not lift, she said, the cease-fire. Twenty-five per cent", 17, 27)
	f.Add("[T]he ... second one hundred", "a hundred and twenty-first want[ed] …", 4, 9)
	f.Add("…", "... [a]", 0, 0)
	f.Fuzz(func(t *testing.T, quote, text string, from, to int) {
		if len(quote)+len(text) > 3000 || !utf8.ValidString(quote) || !utf8.ValidString(text) {
			return
		}
		if from < 0 || from > to || to > len(text) || !utf8.RuneStart((text + "x")[from]) || !utf8.RuneStart((text + "x")[to]) {
			from, to = 0, 0
		}
		parts := []onrecord.Span{{Start: 0, End: from}, {Start: to, End: len(text)}}
		q := compare.NewQuote(quote)
		j := q.JudgeSource(compare.Source{Text: text, Quoted: [][]onrecord.Span{parts}})
		checkEdits(t, j.Edits, quote, text)
		at := 0
		for _, c := range j.Cuts {
			checkSpan(t, c.Span, text, at)
			at = c.Span.End
			if c.Words == 0 || len(c.Text) > onrecord.MaxCutText || !utf8.ValidString(c.Text) {
				t.Errorf("cut %+v", c)
			}
		}
		if j.Similarity < 0 || j.Similarity > 1 || j.Verdict == onrecord.VerdictMisattributed || !slices.IsSorted(j.Flags) {
			t.Errorf("judgement %+v", j)
		}
		if j := q.JudgeSource(compare.Source{Text: text, Reported: parts}); j.Verdict < onrecord.VerdictParaphraseOnly {
			t.Errorf("reported words are %v", j.Verdict)
		}
		own := compare.NewQuote(text).Judge(compare.NewText(text))
		if spoken := countSpoken(text); own.Verdict != onrecord.VerdictVerbatim && spoken > 0 && 2*spoken >= len(compare.Words(text)) && len(compare.Words(text)) < compare.MaxWords {
			t.Errorf("%q is %v to itself: %+v", text, own.Verdict, own)
		}
	})
}

func countSpoken(text string) int {
	n := 0
	for _, w := range compare.Words(text) {
		if w.Kind == compare.Spoken {
			n++
		}
	}
	return n
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
