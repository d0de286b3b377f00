package compare

import "github.com/onrecord/onrecord"

// tidy puts right what a free alignment leaves at the ends of a quotation.
func tidy(quote, original *Text, runs []run) []run {
	first, last := &runs[0], &runs[len(runs)-1]
	switch {
	case isMark(quote, first):
		first.originalStart = first.originalEnd
	case first.op == onrecord.EditInserted:
		start := previousBorder(original.endsSentence, first.originalEnd)
		if start = max(start, original.lastBreak(first.originalEnd)); first.replaces(first.originalEnd - start) {
			first.op, first.originalStart = onrecord.EditReplaced, start
		}
	}
	switch {
	case isMark(quote, last):
		last.originalEnd = last.originalStart
	case last.op == onrecord.EditInserted:
		end := nextBorder(original.endsSentence, last.originalStart)
		if end = min(end, original.nextBreak(last.originalStart)); last.replaces(end - last.originalStart) {
			last.op, last.originalEnd = onrecord.EditReplaced, end
		}
	}
	return runs
}

// isMark tells of an ellipsis at an end of the quotation. It may be paired with
// some words; what it stands for is all that was dropped there.
func isMark(quote *Text, r *run) bool {
	return r.op == onrecord.EditOmitted && spoken(quote.words[r.quoteStart:r.quoteEnd]) == 0
}

// replaces reports whether the words that a run puts in at an end stand for so
// many words, with which the sentence ends or begins in the original.
func (r *run) replaces(words int) bool {
	return words > 0 && words <= 2*(r.quoteEnd-r.quoteStart)+1
}

// lastBreak returns the place up to i at which the text was last interrupted,
// and nextBreak the place from i on at which it next is.
func (t *Text) lastBreak(i int) int {
	for i--; i > 0 && !t.breaks[i]; i-- {
	}
	return max(i, 0)
}

func (t *Text) nextBreak(i int) int {
	for i++; i < len(t.words) && !t.breaks[i]; i++ {
	}
	return i
}
