package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// skipAdjuncts steps over what may stand between a cue and its content: when,
// where and to whom it was said. It returns the token after them.
func (d *document) skipAdjuncts(i, end int) int {
	for i < end {
		j := d.adjunctEnd(i, end)
		if j == i {
			return i
		}
		i = j
	}
	return i
}

// adjunctEnd returns the end of the one adjunct that begins at token i, or i.
func (d *document) adjunctEnd(i, end int) int {
	switch {
	case d.is(i, timeWord):
		return i + 1
	case d.is(i, adverb) && !d.is(i, subordinator|determiner) && d.adverbAlone(i, end):
		return i + 1
	case d.Is(i, text.Number) && d.is(i-1, timeWord):
		return i + 1
	case (d.is(i, determiner) || d.Lower(i) == "last" || d.Lower(i) == "next") && d.is(i+1, timeWord) && !d.Is(i+2, text.Clitic) && d.Lower(i+2) != "'s":
		return i + 2
	case d.Lower(i) == "(":
		return d.closeBracket(i, end) + 1
	case d.Lower(i) == "to" && !d.is(i+1, determiner|possessive|pronoun|addressee) && !d.Is(i+1, text.Capital):
		return i
	case d.is(i, preposition) && (!d.is(i, subordinator) || d.adjunctNoun(i+1, end)):
		return max(i, d.prepositionalEnd(i, end))
	}
	return i
}

// adverbAlone reports whether the adverb at token i stands by itself and does
// not begin the content ("said flatly that", not "said even if").
func (d *document) adverbAlone(i, end int) bool {
	n := i + 1
	return n >= end || d.Is(n, text.Punct) || d.Lower(n) == "that" || d.is(n, timeWord) ||
		len(d.Lower(i)) > 4 && d.Lower(i)[len(d.Lower(i))-2:] == "ly" && d.is(n, preposition|timeWord)
}

// prepositionalEnd returns the end of the phrase that the preposition at i
// leads, or i.
func (d *document) prepositionalEnd(i, end int) int {
	j := d.nounPhraseFrom(i+1, end).End
	if j <= i+1 {
		return i
	}
	return j
}

// adjunctNoun reports whether a noun phrase without a verb behind it begins at
// token i: "after the vote," and not "after the vote failed".
func (d *document) adjunctNoun(i, end int) bool {
	r := d.nounPhraseFrom(i, end)
	return r.Len() > 0 && (r.End >= end || !d.Is(r.End, text.Word))
}

func (d *document) closeBracket(i, end int) int {
	for j := i; j < end && j < i+maxMention; j++ {
		if d.Lower(j) == ")" || d.Lower(j) == "]" {
			return j
		}
	}
	return i
}

// trim drops punctuation around the words of r, but keeps the marks of
// quotations and brackets that stand within it as a whole.
func (d *document) trim(r text.Range) text.Range {
	for r.First < r.End && d.Is(r.First, text.Punct) && !d.Is(r.First, text.Opens) && d.Lower(r.First) != "(" && d.Lower(r.First) != "[" {
		r.First++
	}
	for r.First < r.End && d.Is(r.End-1, text.Punct) && !d.Is(r.End-1, text.Closes) && !d.closesBracket(r) {
		r.End--
	}
	if r.Len() > 1 && d.Lower(r.First) == "that" && !d.demonstrative(r.First) {
		r.First++
	}
	return r
}

func (d *document) closesBracket(r text.Range) bool {
	w := d.Lower(r.End - 1)
	return (w == ")" || w == "]" || w == "%") && d.openBracket(r.End-1, r.First) < r.End-1 || w == "%"
}

// kindOf tells how much of r stands in quotation marks, and for a direct
// quotation narrows r to what is between them.
func (d *document) kindOf(r text.Range) (text.Range, onrecord.Kind) {
	if r.Len() == 0 {
		return r, onrecord.KindIndirect
	}
	if q := d.topQuote(r.First); q >= 0 && d.Quotes[q].Open == r.First {
		inner := d.Quotes[q].Inner()
		if d.Quotes[q].Unclosed {
			return inner, onrecord.KindDirect
		}
		if d.Quotes[q].Close >= r.End-1 && inner.Len() > 0 {
			inner.End = min(inner.End, r.End)
			return inner, onrecord.KindDirect
		}
	}
	for i := r.First; i < r.End; i++ {
		if !d.outside(i) {
			if d.withinOneQuote(r) {
				return r, onrecord.KindDirect
			}
			return r, onrecord.KindMixed
		}
	}
	return r, onrecord.KindIndirect
}

// withinOneQuote reports whether all of r stands within one quotation.
func (d *document) withinOneQuote(r text.Range) bool {
	q := d.topQuote(r.First)
	return q >= 0 && d.topQuote(r.End-1) == q && d.Quotes[q].Open < r.First
}

// contentEnd returns where the content that begins at token first and follows
// its cue ends: at the end of the sentence or where another attribution takes
// over.
func (d *document) contentEnd(first, end int, cues []cue) int {
	next := 0
	for i := first; i < end; i++ {
		afterComma := d.Lower(i) == ","
		if !d.outside(i) {
			if i = d.skipQuote(i); i+1 >= end {
				return end
			}
			if last := d.Lower(i - 1); last != "," {
				continue
			}
			afterComma = true
			if d.tailAfterQuote(i + 1) {
				return i + 1
			}
		}
		for next < len(cues) && cues[next].group.First <= i {
			next++
		}
		if d.endsBefore(i, end, first, afterComma, cues[next:]) {
			if d.Is(i, text.Closes) {
				return i + 1
			}
			return i
		}
	}
	return end
}

// coordinates reports whether the cue after an "and" is another attribution of
// the same speaker: "and said", "and expressing".
func (d *document) coordinates(c *cue) bool {
	if c.shape == shapeGerund {
		return c.act == onrecord.ActStatement
	}
	return c.shape == shapeFinite && (strong[c.lemma] || c.form&pastForm != 0 && c.form&baseForm == 0 && c.act != onrecord.ActAttitude)
}

// tailAfterQuote reports whether the words at token i, after a quotation that
// ends in a comma, are the reporter's own: an apposition or a relative clause.
func (d *document) tailAfterQuote(i int) bool {
	switch d.Lower(i) {
	case "a", "an", "which", "who", "the":
		return true
	}
	return false
}

// endsBefore reports whether content that began at token first is over at i.
func (d *document) endsBefore(i, end, first int, afterComma bool, cues []cue) bool {
	w := d.Lower(i)
	switch {
	case w == ";":
		return true
	case afterComma, d.breaks(i):
		return d.takenOverAt(i+1, end, cues) || afterComma && d.reporterGoesOn(i+1)
	case (w == "and" || w == "but" || w == "while") && d.Is(i+1, text.Capital) && !d.Is(i-1, text.Capital) && !d.is(i-1, pronoun) && len(cues) > 0 && cues[0].group.First <= i+6 && d.takenOverAt(i+1, end, cues):
		return true // "and Orr said"
	case w == "and" || w == "but":
		return len(cues) > 0 && cues[0].group.First == i+1 && d.coordinates(&cues[0])
	case w == "before" || w == "after" || w == "while" || w == "by":
		return len(cues) > 0 && cues[0].group.First == i+1 && cues[0].shape == shapeGerund
	}
	return false
}

// reporterGoesOn reports whether the words at token i, after a comma, are
// rather the reporter's own than part of what was said.
func (d *document) reporterGoesOn(i int) bool {
	switch d.Lower(i) {
	case "but":
		return d.butClause(i + 1)
	case "a", "an":
		for j := i + 1; j < i+4; j++ {
			if judgments[d.Lower(j)] {
				return d.is(j+1, preposition|relative)
			}
		}
	case "compared", "citing", "referring", "alluding", "quoting", "echoing":
		return true
	}
	return false
}

// judgments are the nouns by which a reporter says what to make of what was
// said: "…, an acknowledgment that".
var judgments = wordSet(`acknowledgment acknowledgement allusion reference nod move shift reversal departure boost jab swipe dig shot slap rebuke
sign signal indication position stance view sentiment response theme refrain echo contrast concession threat message tactic strategy line claim charge
allegation assertion accusation argument suggestion remark comment promise pledge warning admission`)

// butClause reports whether after ", but" at token i the reporter goes on.
func (d *document) butClause(i int) bool {
	return d.is(i, subjectWord|determiner) || d.Lower(i) == "there" || d.Is(i, text.Capital) || d.verbLike(i)
}

// strong are the verbs that hardly do anything but report.
var strong = wordSet(`say tell add note argue insist acknowledge warn tweet suggest announce emphasize stress assert claim write
explain reply respond contend predict conclude declare vow pledge promise complain deny concede admit urge call describe accuse criticize`)

// takenOverAt reports whether another attribution begins at token i: a cue
// itself (", adding", "and said", ", according to"), or a subject and its cue
// ("but Orr said").
func (d *document) takenOverAt(i, end int, cues []cue) bool {
	for d.is(i, coordinator) || d.Lower(i) == "while" || d.Lower(i) == "though" || d.Lower(i) == "although" || d.Lower(i) == "as" {
		i++
	}
	if len(cues) == 0 {
		return false
	}
	c := cues[0]
	if c.group.First == i {
		if c.shape == shapeFinite && c.lemma == "ask" && d.is(i-1, coordinator) {
			return d.Lower(d.skipAddressee(c.group.End, end)) == "to" // "…, and asked the nurses to"
		}
		return c.shape == shapeAccording || c.shape == shapeGerund || strong[c.lemma] && c.shape == shapeFinite
	}
	if c.group.First > i+12 || c.shape != shapeFinite || !strong[c.lemma] {
		return false
	}
	r := d.subjectBefore(c.group.First, i)
	return r.Len() > 0 && r.First == i
}
