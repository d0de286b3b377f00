package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// forward handles cue k where its content follows it.
func (f *finder) forward(k int, s text.Range) {
	c := &f.cues[k]
	if c.shape == shapeAccording || c.verb == nil {
		return
	}
	first, r, ok := f.contentStart(c, s)
	if !ok || f.isTaken(first) {
		return
	}
	st := statement{cue: c.group, act: c.act, rule: r, heir: -1}
	end := f.d.contentEnd(first, s.End, f.cuesFrom(max(first, c.group.End)))
	end = f.clauseEnd(c, r, first, end, s)
	if f.d.Is(first, text.Opens) {
		end = f.quoteContentEnd(first, end)
	}
	st.content = text.Range{First: first, End: f.untaken(first, end)}
	f.source(&st, c, s)
	if r == ruleSpeakerAsked && doubts[c.lemma] {
		st.act = onrecord.ActSpeech
	}
	if f.saysNothing(&st, c) {
		return
	}
	if _, kind := f.d.kindOf(st.content); kind == onrecord.KindIndirect && c.act == onrecord.ActAttitude && f.d.writer(st.mention) {
		return // "I think" is the writer's own voice
	}
	if f.add(st) {
		f.take(c.group)
		f.take(text.Range{First: first, End: st.content.End})
	}
}

// doubts are the verbs whose "whether" states nothing: it throws doubt.
var doubts = wordSet("wonder question query ponder")

// writer reports whether the mention is the writer of the article.
func (d *document) writer(r text.Range) bool {
	return r.Len() == 1 && (d.Lower(r.First) == "i" || d.Lower(r.First) == "we")
}

// source finds who the cue's words come from: its subject, or the source of
// the statement before it in the sentence.
func (f *finder) source(st *statement, c *cue, s text.Range) {
	if c.shape == shapePassive {
		f.passiveSource(st, c, s)
		return
	}
	if c.form&participleForm != 0 && f.d.frontedParticiple(c, s) { // Asked by Orr whether
		f.frontedSource(st, c, s)
		return
	}
	if c.shape == shapeGerund && c.group.First == s.First {
		if i := st.content.End; f.d.Lower(i) == "," || f.d.Lower(i-1) == "," || f.d.Lower(i-2) == "," {
			if f.d.Lower(i) == "," {
				i++
			}
			st.mention = f.subjectFrom(i, s.End) // Chanting “…,” the crowd left
			return
		}
	}
	if c.shape == shapeGerund {
		if st.mention = f.issuer(c, s); st.mention.Len() > 0 {
			return // issued a statement saying
		}
	}
	if c.shape == shapeFinite || c.shape == shapeGerund && f.d.Is(c.group.First-1, text.Word) && !f.d.is(c.group.First-1, preposition|coordinator) {
		st.mention = f.d.subjectBefore(c.group.First, f.clauseStart(c.group.First, s))
		if who := c.group.First - 1; f.d.is(who, relative) && !st.mention.Contains(who) && f.d.Lower(who) != "that" {
			st.shown = text.Range{First: who, End: who + 1}
		}
		if st.mention.Len() > 0 && (c.shape != shapeGerund || !f.d.is(c.group.First-1, timeWord)) {
			return // and not "spent months insisting"
		}
	}
	if st.mention = f.coordinated(c, s); st.mention.Len() > 0 {
		return
	}
	if d := f.d; c.shape == shapeFinite && d.Lower(c.group.First-1) == "," {
		if m := d.beforeApposition(c.group.First-1, s.First); m.Len() > 0 && d.hasName(m) && d.Lower(m.End) == "," && d.is(m.End+1, relative) && !f.stated[m.First] {
			st.mention = m // what is stated within its relative clause goes before
			return
		}
	}
	if f.sourced >= f.firstOut {
		st.heir = f.sourced
		return
	}
	st.mention = f.mainSubject(s, c.group.First)
}

// frontedParticiple reports whether the cue stands for a passive before the
// subject of its sentence: "Asked whether …, he", "When told that …, he".
func (d *document) frontedParticiple(c *cue, s text.Range) bool {
	if c.at == s.First {
		return true
	}
	switch d.Lower(c.at - 1) {
	case "when", "if", "once", "unless", "until", "as":
		return c.group.First == c.at && c.takesAny(takesObject)
	}
	return false
}

// issuer returns the subject of the verb before the noun phrase that the
// participle hangs on: who "issued a statement saying".
func (f *finder) issuer(c *cue, s text.Range) text.Range {
	d := f.d
	last := c.group.First - 1
	if !d.Is(last, text.Word) || !documentNouns[d.Lower(last)] {
		return text.Range{}
	}
	first := f.clauseStart(c.group.First, s)
	for j := last - 1; j > first && j > last-8; j-- {
		if d.is(j, preposition) {
			return text.Range{}
		}
		if d.is(j, finiteVerb) || d.regularPast(j) || d.finite(j) {
			return d.subjectBefore(d.groupStart(j, first), first)
		}
	}
	return text.Range{}
}

// documentNouns are what one issues or sends with words in it.
var documentNouns = wordSet("statement statements letter letters email emails e-mail tweet tweets post message messages memo note report reporters text texts documents records papers files filings transcripts transcript recordings recording footage data")

// coordinated returns the subject of the verb that the cue is joined to by a
// conjunction, where both stand in a clause without another statement ("she
// laughed and said").
func (f *finder) coordinated(c *cue, s text.Range) text.Range {
	d := f.d
	last := c.group.First - 1
	if !d.is(last, coordinator) {
		return text.Range{}
	}
	first := f.clauseStart(c.group.First, s)
	for j := last - 1; j > first && j > last-maxMention; j-- {
		if d.Lower(j) == "who" && d.Lower(j-1) == "," {
			return d.antecedent(j, first) // "Orr, who grows rice and expects to"
		}
		if d.is(j, finiteVerb|auxiliary) || d.verbLike(j) || d.finite(j) || d.regularPast(j) {
			return d.subjectBefore(d.groupStart(j, first), first)
		}
	}
	return text.Range{}
}

// clauseStart returns the first token that can belong to the subject of the
// verb group at i: after what was taken.
func (f *finder) clauseStart(i int, s text.Range) int {
	for j := i - 1; j >= s.First && j > i-3*maxMention; j-- {
		if f.taken[j] {
			return j + 1
		}
	}
	return s.First
}

// mainSubject returns the noun phrase that the sentence begins with, after
// introductory phrases.
func (f *finder) mainSubject(s text.Range, end int) text.Range {
	d := f.d
	i := s.First
	for range 3 {
		for i < end && (d.Is(i, text.Punct) || d.is(i, coordinator|adverb)) {
			i++
		}
		comma := f.firstComma(i, min(end, i+maxMention))
		if comma < 0 || !d.introduces(text.Range{First: i, End: comma}) {
			break
		}
		i = comma + 1
	}
	if i >= end {
		return text.Range{}
	}
	return f.subjectFrom(i, end)
}

// subjectFrom returns the noun phrase that begins at token i, without a verb
// behind it.
func (f *finder) subjectFrom(i, end int) text.Range {
	d := f.d
	if d.is(i, subjectWord) {
		return text.Range{First: i, End: min(i+1, end)}
	}
	r := d.nounPhraseFrom(i, end)
	for j := r.First + 1; j < r.End; j++ {
		if d.verbLike(j) || (d.is(j, finiteVerb) || d.finite(j)) && !d.Is(j, text.Capital) {
			r.End = j
			break
		}
	}
	return r
}

// introduces reports whether r, which begins a sentence, is a phrase before its
// subject: "In Sel", "Minutes later", "Reached by phone", "Taking questions".
func (d *document) introduces(r text.Range) bool {
	switch w := d.Lower(r.First); {
	case r.Len() == 0:
		return false
	case d.is(r.First, preposition|subordinator) && !d.is(r.First, determiner):
		return true
	case len(w) > 4 && strings.HasSuffix(w, "ing"), len(w) > 4 && strings.HasSuffix(w, "ed") && r.Len() > 1:
		return true
	}
	for i := r.First; i < r.End && i < r.First+5; i++ {
		if d.is(i, timeWord) {
			return !d.verbAfter(r.First, r.End)
		}
	}
	return false
}
