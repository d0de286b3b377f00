package compare

import (
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// cuts tells which words of the speaker a quotation dropped: at the ends, and
// where it has an ellipsis.
func cuts(quote, original *Text, runs []run) []onrecord.QuoteCut {
	var all []onrecord.QuoteCut
	add := func(place onrecord.CutPlace, start, end int, marked bool) {
		if n := bySpeaker(original.words[start:end]); n > 0 {
			all = append(all, original.cut(place, start, end, n, marked))
		}
	}
	first, last := bounds(runs)
	add(onrecord.CutStart, 0, first, quote.words[0].Kind == Ellipsis)
	for i := 0; i < len(runs); i++ {
		if runs[i].op != onrecord.EditOmitted {
			continue
		}
		start := runs[i].originalStart
		for i+1 < len(runs) && runs[i+1].op == onrecord.EditOmitted {
			i++
		}
		add(onrecord.CutInside, start, runs[i].originalEnd, true)
	}
	add(onrecord.CutEnd, last, len(original.words), quote.words[len(quote.words)-1].Kind == Ellipsis)
	return all
}

// bySpeaker counts the words that are neither an editor's nor ellipses.
func bySpeaker(words []Word) int {
	n := 0
	for _, w := range words {
		if w.Kind == Spoken {
			n++
		}
	}
	return n
}

// cut describes the words from start to end, which a quotation dropped.
func (t *Text) cut(place onrecord.CutPlace, start, end, words int, marked bool) onrecord.QuoteCut {
	c := onrecord.QuoteCut{
		Place: place, Words: words, Span: t.span(start, end), Marked: marked,
		AtSentence: t.endsSentence(start) && t.endsSentence(end),
	}
	if place == onrecord.CutStart {
		c.Text = t.lastOf(start, end)
		c.Flags = t.startFlags(end)
		return c
	}
	c.Text = t.firstOf(start, end)
	if place == onrecord.CutEnd {
		c.Flags = t.endFlags(start)
	} else {
		c.Flags = t.insideFlags(start, end)
	}
	return c
}

// firstOf returns the first of some words, up to where the text is interrupted.
func (t *Text) firstOf(start, end int) string {
	for i := start + 1; i < end; i++ {
		if t.breaks[i] {
			end = i
		}
	}
	text := t.span(start, end).Of(t.source)
	if len(text) <= onrecord.MaxCutText {
		return text
	}
	to := onrecord.MaxCutText
	for !utf8.RuneStart(text[to]) {
		to--
	}
	return text[:to]
}

// lastOf returns the last of some words, from where the text was interrupted.
func (t *Text) lastOf(start, end int) string {
	for i := end - 1; i > start; i-- {
		if t.breaks[i] {
			start = i
		}
	}
	text := t.span(start, end).Of(t.source)
	from := max(0, len(text)-onrecord.MaxCutText)
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:]
}

// startFlags warn of what was dropped before a word: of negations and numbers
// in the rest of its clause, and of conditions in that of its sentence.
func (t *Text) startFlags(first int) []onrecord.QuoteFlag {
	flags := senseFlags(nil, t.words[previousBorder(t.endsClause, first):first])
	for i := previousBorder(t.endsSentence, first); i < first; i++ {
		if isCondition(t.words, i) && (t.endsClause(i) || leads[t.words[i-1].Term]) {
			flags = addFlags(flags, onrecord.FlagCondition)
		}
	}
	return flags
}

// leads are the words that stand in front of a clause with a condition.
var leads = map[string]bool{"and": true, "but": true, "so": true, "only": true, "even": true, "that": true}

// endFlags warn likewise of what was dropped from a word on.
func (t *Text) endFlags(last int) []onrecord.QuoteFlag {
	flags := senseFlags(nil, t.words[last:nextBorder(t.endsClause, last)])
	if t.isLimited(last) {
		flags = addFlags(flags, onrecord.FlagCondition)
	}
	return flags
}

// isLimited reports whether what goes on at a word limits what stands in front
// of it: by a condition or an objection in the same sentence, unless that is of
// another clause, or by one that opens the next sentence.
func (t *Text) isLimited(from int) bool {
	if from < len(t.words) && t.endsSentence(from) {
		term := t.words[from].Term
		return term != "if" && (objections[term] || conditions[term])
	}
	end := nextBorder(t.endsSentence, from)
	for i := from; i < end; i++ {
		begins := i == from || t.endsClause(i)
		switch {
		case begins && objections[t.words[i].Term], isCondition(t.words[:end], i):
			return true
		case joins[t.words[i].Term]:
			return false
		}
	}
	return false
}

// objections are the words that begin one.
var objections = map[string]bool{"but": true, "however": true, "except": true, "only": true}

// insideFlags warn of what an ellipsis stands for: in the sentence in which it
// begins and the one in which it ends, as the words between are another matter.
func (t *Text) insideFlags(start, end int) []onrecord.QuoteFlag {
	if start == end {
		return nil
	}
	head := min(end, nextBorder(t.endsSentence, start))
	flags := changeFlags(nil, t.words[start:head])
	if tail := previousBorder(t.endsSentence, end); tail >= head {
		flags = addFlags(flags, changeFlags(nil, t.words[tail:end])...)
	}
	if t.isLimited(start) {
		flags = addFlags(flags, onrecord.FlagCondition)
	}
	return flags
}
