package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// contentStart returns the first token of the content after cue c and the rule
// that says so.
func (f *finder) contentStart(c *cue, s text.Range) (int, rule, bool) {
	d := f.d
	i := c.group.End
	if i >= s.End {
		return 0, "", false
	}
	if d.Lower(i) == "by" && c.form&participleForm != 0 && d.frontedParticiple(c, s) {
		i = max(i, d.nounPhraseFrom(i+1, s.End).End)
	}
	if first, r, ok := f.markedStart(c, i, s); ok {
		return first, r, true
	}
	if j, ok := f.quoteStart(c, i, s); ok {
		return j, participleOr(c, ruleSpeakerSaidQuote), true
	}
	if j, ok := f.thatStart(c, i, s); ok {
		return j, participleOr(c, ruleSpeakerSaidThat), true
	}
	if j := d.skipAdjuncts(i, s.End); j > i {
		if first, r, ok := f.markedStart(c, j, s); ok {
			return first, r, true
		}
	}
	if c.takesAny(takesObject) {
		if first, r, ok := f.afterAddressee(c, i, s); ok {
			return first, r, true
		}
	}
	return f.bareStart(c, i, s)
}

// markedStart recognizes content that a word at token i marks as such: to,
// whether, of.
func (f *finder) markedStart(c *cue, i int, s text.Range) (int, rule, bool) {
	d := f.d
	switch {
	case i >= s.End:
	case d.Lower(i) == "to" && c.takesAny(takesTo):
		return i, ruleSpeakerPromised, true
	case d.is(i, questionWord) && c.takesAny(takesQuestion):
		return i, ruleSpeakerAsked, true
	case f.leads(c, i):
		if c.lemma == "ask" {
			return i, ruleSpeakerAbout, true // what is asked is "about it", "for more"
		}
		return i + 1, ruleSpeakerAbout, true
	}
	return 0, "", false
}

// afterAddressee recognizes content after whom it is said to: "asked her why",
// "told reporters it was over". What somebody is asked or told to do is content
// with the one who is.
func (f *finder) afterAddressee(c *cue, i int, s text.Range) (int, rule, bool) {
	d := f.d
	j := d.skipAddressee(i, s.End)
	if j == i {
		return 0, "", false
	}
	if d.Lower(j) == "to" && c.takesAny(takesTo) {
		return i, ruleSpeakerPromised, d.Lower(i) != "not" // "asking not to be named"
	}
	if d.is(j, relative) && !d.is(j, determiner) && c.lemma != "ask" {
		return 0, "", false
	}
	if first, r, ok := f.markedStart(c, j, s); ok {
		return first, r, true
	}
	if c.takesAny(takesClause) && d.clauseAt(j, s.End) {
		return j, participleOr(c, ruleSpeakerSaid), true
	}
	return 0, "", false
}

// bareStart recognizes content that nothing marks: a clause, a noun phrase.
func (f *finder) bareStart(c *cue, i int, s text.Range) (int, rule, bool) {
	d := f.d
	if c.shape == shapeInfinitive && c.group.First == c.at && !(c.takesAny(takesVerdict) && d.quoteWithin(i, s.End)) {
		return 0, "", false // "needed to disclose the sum"
	}
	if c.takesAny(takesVerdict) {
		return i, ruleSpeakerVerdict, d.Is(i, text.Word) && !d.is(i, preposition) && c.shape != shapePassive && d.verdictAt(c, i, s.End)
	}
	j := d.skipAdjuncts(i, s.End)
	if c.takesAny(takesClause) {
		if d.clauseAt(j, s.End) || c.lemma == "say" && d.sayable(j, s.End) {
			return j, participleOr(c, ruleSpeakerSaid), true
		}
		if d.Is(i, text.Word) && d.clauseAt(i, s.End) {
			return i, participleOr(c, ruleSpeakerSaid), true
		}
	}
	if c.shape == shapeGerund && !d.joins(c.group.First-1) {
		return 0, "", false // "instead of denying them care"
	}
	if c.takesAny(takesNoun|takesGerund) && c.shape != shapePassive && d.nounStart(j, s.End) {
		return j, ruleSpeakerNoun, true
	}
	return 0, "", false
}

// quoteWithin reports whether a quotation opens within a few words of token i.
func (d *document) quoteWithin(i, end int) bool {
	for j := i; j < end && j < i+10; j++ {
		if d.Is(j, text.Opens) {
			return true
		}
	}
	return false
}

// verdictAt reports whether an object and what it is called follow at token i:
// one of them in quotation marks, "as" between them, or a pronoun before.
func (d *document) verdictAt(c *cue, i, end int) bool {
	if c.act != onrecord.ActStatement {
		return true
	}
	w := d.Lower(i)
	reflexive := strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
	for j := i; j < end && j < i+maxMention; j++ {
		if d.Is(j, text.Opens) || d.Lower(j) == "as" && j > i && !reflexive {
			return true
		}
		if d.Lower(j) == ";" {
			break
		}
	}
	return d.is(i, pronoun) && !reflexive && !d.is(i+1, preposition) && d.Is(i+1, text.Word)
}

// sayable reports whether whatever stands at token i can be what is said:
// "said yes", "says cut taxes".
func (d *document) sayable(i, end int) bool {
	return i < end && d.Is(i, text.Word) && !d.is(i, preposition|coordinator|timeWord) && !d.Is(i, text.Clitic)
}

// nounStart reports whether a noun phrase begins at token i.
func (d *document) nounStart(i, end int) bool {
	if i >= end || !d.Is(i, text.Word) && !d.Is(i, text.Opens) || d.Is(i, text.Number) {
		return false
	}
	return !d.is(i, preposition|subordinator|coordinator|timeWord|modal|auxiliary|subjectWord) && (!d.is(i, adverb) || d.is(i+1, determiner))
}

// participleOr returns the rule for a cue in -ing or in the passive, and r for
// others.
func participleOr(c *cue, r rule) rule {
	switch c.shape {
	case shapeGerund:
		return ruleParticiple
	case shapePassive:
		return rulePassive
	}
	return r
}

// leads reports whether token i is a preposition that leads to c's content.
func (f *finder) leads(c *cue, i int) bool {
	for _, w := range c.after {
		if f.d.Lower(i) == w && f.d.Is(i+1, text.Word) {
			return true
		}
	}
	return false
}

// quoteStart finds a quotation that follows the cue: at once, or after its
// adjuncts, its addressee and a comma or colon.
func (f *finder) quoteStart(c *cue, i int, s text.Range) (int, bool) {
	d := f.d
	if !c.takesAny(takesQuote) {
		return 0, false
	}
	if d.Is(i, text.Opens) {
		return i, true
	}
	for j := i; j < s.End && j < i+25; j++ {
		switch {
		case d.Is(j, text.Opens):
			if d.Lower(j-1) == ":" || d.Lower(j-1) == "," || j > i && d.is(j-1, addressee) {
				return j, true
			}
			return 0, false
		case d.Lower(j) == ":":
			return j + 1, j+1 < s.End
		case d.Lower(j) == ",":
			if !d.Is(j+1, text.Opens) && !d.Is(j+1, text.Capital) {
				return 0, false
			}
		case d.Lower(j) == "that" || d.is(j, modal|relative|subjectWord) || d.is(j, auxiliary) && d.Lower(j) != "'s":
			return 0, false
		case d.Is(j, text.Punct) && !d.Is(j, text.Mark) && d.Lower(j) != "(" && d.Lower(j) != ")":
			return 0, false
		case d.verbLike(j) || d.finite(j):
			return 0, false
		}
	}
	return 0, false
}

// thatStart finds the "that" of a clause that follows the cue: at once, or
// after when, where and to whom it was said.
func (f *finder) thatStart(c *cue, i int, s text.Range) (int, bool) {
	d := f.d
	if !c.takesAny(takesThat) {
		return 0, false
	}
	places := []int{i, d.skipAdjuncts(i, s.End), d.skipParenthesis(i, s.End)}
	if c.takesAny(takesObject) {
		j := d.skipAddressee(i, s.End)
		places = append(places, j, d.skipRelativeClause(j, s.End), d.skipParenthesis(j, s.End))
	}
	if d.is(i, preposition|timeWord|determiner) {
		places = append(places, d.nextThat(i, s.End))
	}
	for _, j := range places {
		if j < s.End && d.Lower(j) == "," && d.Lower(j+1) == "that" {
			j++
		}
		if j+1 < s.End && d.Lower(j) == "that" && !d.demonstrative(j) {
			return j + 1, true
		}
	}
	return 0, false
}

// nextThat returns the "that" which follows adjuncts at token i without a verb
// of their own ("said in an interview taped last week that"), or i.
func (d *document) nextThat(i, end int) int {
	for j := i; j < end && j < i+14; j++ {
		switch {
		case d.Lower(j) == "that":
			if d.Lower(j-1) == "on" || d.Lower(j-1) == "in" {
				return i
			}
			return j
		case d.is(j, modal|subjectWord|relative), d.is(j, auxiliary) && d.Lower(j) != "'s", d.Is(j, text.Punct), d.is(j, finiteVerb):
			return i
		}
	}
	return i
}

// demonstrative reports whether the "that" at token i is a subject itself:
// "said that is wrong".
func (d *document) demonstrative(i int) bool {
	return d.is(i+1, auxiliary|modal)
}

// skipParenthesis steps over a remark between dashes or commas at token i.
func (d *document) skipParenthesis(i, end int) int {
	if !d.breaks(i) {
		return i
	}
	for j := i + 1; j < end && j < i+20; j++ {
		if d.Lower(j) == d.Lower(i) {
			return j + 1
		}
	}
	return i
}

// skipRelativeClause steps over "who …" at token i, up to a "that".
func (d *document) skipRelativeClause(i, end int) int {
	if !d.is(i, relative) || d.Lower(i) == "that" {
		return i
	}
	for j := i + 1; j < end && j < i+15; j++ {
		if d.Lower(j) == "that" {
			return j
		}
	}
	return i
}

// skipAddressee steps over whom it is said to.
func (d *document) skipAddressee(i, end int) int {
	if i >= end || d.is(i, questionWord) && !d.is(i, determiner) || d.Lower(i) == "to" || d.Is(i, text.Opens) {
		return i
	}
	if d.is(i, addressee) && !d.is(i, subjectWord) && !d.Is(i+1, text.Clitic) {
		return d.skipAdjuncts(i+1, end)
	}
	r := d.nounPhraseFrom(i, end)
	if r.Len() == 0 || d.is(i, subjectWord) {
		return i
	}
	return d.skipAdjuncts(r.End, end)
}

// joins reports whether token i joins a participle to the clause before it: a
// comma, a conjunction, "by".
func (d *document) joins(i int) bool {
	return i < 0 || !d.Is(i, text.Word) || d.is(i, coordinator) || d.Lower(i) == "by" || d.Lower(i) == "while"
}
