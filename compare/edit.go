package compare

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// An Op is what became of some words.
type Op int

// The ops, from the original to the quotation.
const (
	Same     Op = iota // the same words
	Inserted           // words that the original does not have
	Deleted            // words of the original that are missing, without a mark
	Replaced           // other words in place of the original's
	Omitted            // words of the original in place of which stands an ellipsis
	Edited             // an editor's words in brackets, for none or some of the original
)

// opNames are the words of docs, tests and answers.
var opNames = [...]string{Same: "same", Inserted: "inserted", Deleted: "deleted", Replaced: "replaced", Omitted: "omitted", Edited: "edited"}

// String returns the op as a word.
func (o Op) String() string { return opNames[o] }

// Changes reports whether the op takes words away from the original, or puts
// some in, without a mark.
func (o Op) Changes() bool { return o == Inserted || o == Deleted || o == Replaced }

// An Edit is a run of words of one op. The edits of a comparison cover the
// quotation without a gap, and the part of the original in which it was found.
type Edit struct {
	Op Op
	// Quote and Original are the words, as spans of the texts: without marks
	// around them; where there are none, empty and at the place where they
	// would stand.
	Quote, Original onrecord.Span
	// QuoteWords and OriginalWords count them, ellipses not.
	QuoteWords, OriginalWords int
}

// edits makes runs of the steps of an alignment.
func edits(quote, original []Word, steps []step) []Edit {
	runs := runsOf(steps)
	all := make([]Edit, 0, len(runs))
	for _, r := range runs {
		e := r.edit(quote, original)
		if last := len(all) - 1; e.Op == Same && last >= 0 && all[last].Op == Same {
			all[last].extend(e) // a replacement that is none, between two runs
			continue
		}
		all = append(all, e)
	}
	return all
}

// extend adds the edit behind.
func (e *Edit) extend(next Edit) {
	e.Quote.End, e.Original.End = next.Quote.End, next.Original.End
	e.QuoteWords += next.QuoteWords
	e.OriginalWords += next.OriginalWords
}

// A run is words of both sides that belong together, as half-open ranges of
// their places.
type run struct {
	why                        reason
	quoteStart, quoteEnd       int
	originalStart, originalEnd int
}

// runsOf joins the steps that have the same reason.
func runsOf(steps []step) []run {
	var runs []run
	for _, s := range steps {
		if last := len(runs) - 1; last >= 0 && runs[last].why == s.why {
			runs[last].add(s)
		} else {
			runs = append(runs, newRun(s))
		}
	}
	return runs
}

func newRun(s step) run {
	r := run{why: s.why, quoteStart: s.quote, originalStart: s.original}
	r.add(s)
	return r
}

func (r *run) add(s step) {
	r.quoteEnd, r.originalEnd = s.quote+s.quoteWidth, s.original+s.originalWidth
}

// edit tells what the run is.
func (r *run) edit(quote, original []Word) Edit {
	in, out := quote[r.quoteStart:r.quoteEnd], original[r.originalStart:r.originalEnd]
	e := Edit{
		QuoteWords: spoken(in), OriginalWords: spoken(out),
		Quote:    spanOf(quote, r.quoteStart, r.quoteEnd),
		Original: spanOf(original, r.originalStart, r.originalEnd),
	}
	switch {
	case r.why == equal || r.why == changed && sameWritten(in, out):
		e.Op = Same
	case r.why == byEditor:
		e.Op = Edited
	case r.why == byMark:
		e.Op = Omitted
	case e.QuoteWords == 0:
		e.Op = Deleted
	case e.OriginalWords == 0:
		e.Op = Inserted
	default:
		e.Op = Replaced
	}
	return e
}

// sameWritten reports whether the words are the same ones written otherwise:
// together or apart ("cease-fire"), a number in letters or digits.
func sameWritten(a, b []Word) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return joined(a) == joined(b) || sameNumber(a, b)
}

func joined(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Term)
	}
	return b.String()
}

// spoken counts the words that are no ellipsis.
func spoken(words []Word) int {
	n := 0
	for _, w := range words {
		if w.Kind != Ellipsis {
			n++
		}
	}
	return n
}

// spanOf returns where the words from start to end stand.
func spanOf(words []Word, start, end int) onrecord.Span {
	switch {
	case start < end:
		return onrecord.Span{Start: words[start].Start, End: words[end-1].End}
	case start > 0:
		return onrecord.Span{Start: words[start-1].End, End: words[start-1].End}
	case len(words) > 0:
		return onrecord.Span{Start: words[0].Start, End: words[0].Start}
	}
	return onrecord.Span{}
}
