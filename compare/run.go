package compare

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// A run is words of both sides that belong together, as half-open ranges of
// their places.
type run struct {
	op                         onrecord.EditOp
	why                        reason
	quoteStart, quoteEnd       int
	originalStart, originalEnd int
}

// runsOf joins the steps that have the same reason. No run reaches over the
// places of the original at which it is interrupted.
func runsOf(steps []step, breaks map[int]bool) []run {
	var runs []run
	for _, s := range steps {
		last := len(runs) - 1
		if last < 0 || runs[last].why != s.why || s.originalWidth > 0 && breaks[s.original] {
			runs = append(runs, run{why: s.why, quoteStart: s.quote, originalStart: s.original})
			last++
		}
		runs[last].quoteEnd, runs[last].originalEnd = s.quote+s.quoteWidth, s.original+s.originalWidth
	}
	return runs
}

// told tells what the runs of an alignment are, and joins those of the same
// words: a replacement that is none, between two of them.
func told(quote, original *Text, steps []step) []run {
	runs := runsOf(steps, original.breaks)
	all := runs[:0]
	for _, r := range runs {
		r.op = r.what(quote, original)
		last := len(all) - 1
		if r.op == onrecord.EditSame && last >= 0 && all[last].op == onrecord.EditSame && !original.breaks[r.originalStart] {
			all[last].quoteEnd, all[last].originalEnd = r.quoteEnd, r.originalEnd
			continue
		}
		all = append(all, r)
	}
	return all
}

// what tells the op.
func (r *run) what(quote, original *Text) onrecord.EditOp {
	in, out := r.words(quote, original)
	switch {
	case r.why == equal || r.why == changed && len(in) > 0 && joined(in) == joined(out):
		return onrecord.EditSame
	case r.why == byEditor:
		return onrecord.EditBrackets
	case r.why == byMark:
		return onrecord.EditOmitted
	case len(in) == 0:
		return onrecord.EditDeleted
	case len(out) == 0:
		return onrecord.EditInserted
	}
	return onrecord.EditReplaced
}

// words returns those of both sides.
func (r *run) words(quote, original *Text) (in, out []Word) {
	return quote.words[r.quoteStart:r.quoteEnd], original.words[r.originalStart:r.originalEnd]
}

// bounds returns the part of the original that the runs are about.
func bounds(runs []run) (first, last int) {
	if len(runs) == 0 {
		return 0, 0
	}
	return runs[0].originalStart, runs[len(runs)-1].originalEnd
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
