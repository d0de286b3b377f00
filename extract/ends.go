package extract

import (
	"github.com/onrecord/onrecord/extract/internal/text"
)

// untaken returns end, or the first token before it that is taken.
func (f *finder) untaken(first, end int) int {
	for i := first; i < end; i++ {
		if f.taken[i] {
			return i
		}
	}
	return end
}

// quoteContentEnd returns where content that begins with a quotation ends: with
// it, where nothing of weight follows within the sentence, else at end.
func (f *finder) quoteContentEnd(first, end int) int {
	q := f.d.skipQuote(first) + 1
	if q >= end || f.d.Lower(q) == "and" && f.d.Lower(q+1) == "that" {
		return end
	}
	if f.d.Is(q, text.Punct) && !f.d.Is(q, text.Opens) {
		return q
	}
	if last := f.d.Lower(q - 2); last == "." || last == "," || last == "?" || last == "!" {
		return q
	}
	return end
}

// clauseEnd returns where content that runs from first to end is over because
// the clause of its cue is: a relative clause, or a clause that a subordinator
// leads at the beginning of the sentence, ends at a comma, and so does a noun
// phrase that is followed by something other than a list.
func (f *finder) clauseEnd(c *cue, r rule, first, end int, s text.Range) int {
	d := f.d
	before := c.group.First - 1
	relativeClause := d.is(before, relative) && d.breaks(before-1)
	if relativeClause && d.Lower(before-1) != "," {
		return f.dashEnd(first, end)
	}
	if r == ruleSpeakerVerdict {
		end = d.verdictEnd(first, end)
	}
	if d.Lower(before) == "who" && !relativeClause {
		end = d.beforeSecondVerb(first, end) // “those who say it is short | met”
	}
	fronted := c.at == s.First || f.fronted(s.First, c.at) && f.firstComma(s.First, c.at) < 0
	if !relativeClause && !fronted && r != ruleSpeakerNoun && r != ruleSpeakerAbout {
		return end
	}
	if fronted && !relativeClause {
		if j := f.mainClause(first, end); j >= 0 {
			return j
		}
	}
	if j := f.firstComma(first, end); j >= 0 && (relativeClause || fronted || !d.list(j, end)) {
		return j
	}
	return end
}

// mainClause returns the first comma between the tokens behind which a clause
// begins; -1 where there is none.
func (f *finder) mainClause(first, end int) int {
	for j := f.firstComma(first, end); j >= 0; {
		if !f.d.is(j+1, relative) && f.d.clauseAt(j+1, end) {
			return j
		}
		next := f.firstComma(j+1, end)
		if next <= j {
			break
		}
		j = next
	}
	return -1
}

// dashEnd returns the first dash outside of quotations, or end: the remark in
// dashes is over there.
func (f *finder) dashEnd(first, end int) int {
	for j := first; j < end; j++ {
		if !f.d.outside(j) {
			j = f.d.skipQuote(j)
		} else if f.d.breaks(j) && f.d.Lower(j) != "," {
			return j
		}
	}
	return end
}

// verdictEnd returns where what somebody is called is over: behind quoted words
// where the sentence goes on with its next verb, a time or a clause.
func (d *document) verdictEnd(first, end int) int {
	for i := first; i < end; i++ {
		if d.outside(i) {
			continue
		}
		i = d.skipQuote(i)
		n := i + 1
		if n >= end {
			break
		}
		switch w := d.Lower(n); {
		case w == "and" || w == "but":
			if d.finite(n+1) || d.verbLike(n+1) || d.is(n+1, finiteVerb|auxiliary|modal|subjectWord) || d.regularPast(n+1) {
				return n
			}
		case d.is(n, timeWord), w == "while", w == "when", w == "after", w == "before", w == "during":
			return n
		}
	}
	return end
}

// firstComma returns the first comma outside of quotations, or the token behind
// a quotation that ends in one, between the tokens; -1 where there is none.
func (f *finder) firstComma(first, end int) int {
	for j := first; j < end; j++ {
		if !f.d.outside(j) {
			j = f.d.skipQuote(j)
			if f.d.Lower(j-1) == "," && j+1 < end {
				return j + 1
			}
			continue
		}
		if f.d.Lower(j) == "," {
			return j
		}
	}
	return -1
}

// list reports whether the comma at token i is followed by another item, with
// an "and" before the last.
func (d *document) list(i, end int) bool {
	if d.is(i+1, relative|subjectWord|determiner|coordinator) && d.Lower(i+1) != "and" {
		return false
	}
	for j := i + 1; j < end && j < i+15; j++ {
		if d.Lower(j) == "and" || d.Lower(j) == "or" {
			return true
		}
		if d.is(j, modal|auxiliary) || d.verbLike(j) || d.finite(j) {
			return false
		}
	}
	return false
}

// fronted reports whether a clause that another one follows goes up to the cue
// at token end: "While Orr said …, he", "Three years after Orr vowed …, he".
func (f *finder) fronted(first, end int) bool {
	for i := first; i < end && i < first+4; i++ {
		if f.d.frontSubordinator(i) {
			return true
		}
	}
	d := f.d
	if d.is(first, coordinator) {
		first++
	}
	for i := first + 1; i < end && d.is(first, preposition); i++ { // In a year in which voters say …, he
		if d.is(i, relative) && d.is(i-1, preposition) {
			return true
		}
	}
	return false
}

// frontSubordinator reports whether token i begins a clause that another one
// follows ("While Orr said …, he").
func (d *document) frontSubordinator(i int) bool {
	if d.is(i, coordinator) {
		i++
	}
	switch d.Lower(i) {
	case "while", "when", "after", "although", "though", "because", "since", "as", "if", "before", "once":
		return true
	}
	return false
}
