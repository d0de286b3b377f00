package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// inserted handles cue k where its content stands before it, or before and
// after it: “…,” Velden said; …, said Velden; …, according to Velden, …. The
// content begins at from. It returns the end of what it took.
func (f *finder) inserted(k, from int, s text.Range) (int, bool) {
	c := &f.cues[k]
	if c.shape == shapeAccording {
		return f.insertedAccording(c, from, s)
	}
	if c.shape != shapeFinite || c.act != onrecord.ActStatement || c.group.First <= from {
		return 0, false
	}
	if end, ok := f.insertedInverted(c, from, s); ok {
		return end, true
	}
	return f.insertedSubject(c, from, s)
}

// insertedSubject handles “…,” Velden said.
func (f *finder) insertedSubject(c *cue, from int, s text.Range) (int, bool) {
	d := f.d
	mention := d.subjectBefore(c.group.First, from)
	if mention.Len() == 0 || mention.First <= from {
		return 0, false
	}
	if d.Lower(mention.First-1) == "as" && d.onlyLead(from, mention.First-1) {
		return f.frontAs(c, mention, s)
	}
	before := mention.First - 1
	if d.Lower(before) == "as" {
		before-- // …, as Velden put it
	}
	afterQuote := d.Is(before, text.Closes)
	if !afterQuote && (!c.takesAny(takesInsert) || !d.breaks(before)) {
		return 0, false
	}
	end := d.skipAdjuncts(c.group.End, s.End)
	if c.takesAny(takesObject) {
		end = d.skipAddressee(c.group.End, s.End)
	}
	clean := end >= s.End || d.Is(end, text.Punct) && !d.Is(end, text.Opens)
	if !clean && !(afterQuote && d.endsForAttribution(before) && !f.programme(before, from)) {
		return 0, false
	}
	if d.Lower(c.group.End) == "that" && !d.is(c.group.End+1, timeWord) {
		return 0, false // In “Soundings,” she wrote that …
	}
	if !afterQuote && (d.Lower(end) == ":" || d.quoteFollows(end, s.End) && !d.quoteGoesOn(end)) {
		return 0, false // In Sel, Velden said, “…”
	}
	if d.Lower(before+1) == "as" && before < from {
		return 0, false
	}
	if !afterQuote && d.participleLeads(text.Range{First: from, End: before}) {
		return 0, false // Asked about the ice, Velden laughed.
	}
	if !afterQuote && d.Lower(end) != "," && d.onlyAdjunct(text.Range{First: from, End: before}) {
		return 0, false // At the port, Velden asked Orr.
	}
	if !afterQuote && d.Lower(end) == "," && d.is(end+1, relative) && d.onlyAdjunct(text.Range{First: from, End: before}) {
		return 0, false
	}
	if !afterQuote && end < s.End-1 && f.reportedBefore(from, mention.First) {
		return 0, false // Orr said the plan, which Velden said …
	}
	r := ruleContentSpeakerSaid
	if afterQuote || d.Is(before-1, text.Closes) {
		r = ruleQuoteSpeakerSaid
	}
	return f.around(c, mention, text.Range{First: from, End: before + 1}, end, s, r)
}

// programme reports whether the quotation that closes at token i is the title
// at the end of a phrase of time or place (On “Morning Call,” Velden said …).
func (f *finder) programme(i, from int) bool {
	d := f.d
	q := d.Quotes[d.topQuote(i)]
	return d.titleCase(q.Inner()) && q.Open > from && d.onlyAdjunct(text.Range{First: from, End: q.Open})
}

// participleLeads reports whether r is a participle with what belongs to it,
// which the subject of the sentence follows: "Told of the ice", "When asked
// whether it would hold", "Speaking on Monday".
func (d *document) participleLeads(r text.Range) bool {
	if d.is(r.First, subordinator) {
		r.First++
	}
	w := d.Lower(r.First)
	if len(w) > 4 && strings.HasSuffix(w, "ing") {
		return d.is(r.First+1, preposition|timeWord) && !d.verbAfter(r.First+1, r.End)
	}
	for _, f := range verbForms[w] {
		if f.form&(pastForm|participleForm) == pastForm|participleForm && f.takes&takesObject != 0 {
			return d.is(r.First+1, preposition|questionWord|relative|timeWord|subordinator)
		}
	}
	return pressed[w] && d.is(r.First+1, preposition|questionWord|timeWord)
}

// pressed are participles of what is done to whoever speaks then.
var pressed = wordSet("pressed quizzed challenged grilled reached contacted questioned interviewed confronted")

// onlyAdjunct reports whether r is a phrase of time or place without a verb.
func (d *document) onlyAdjunct(r text.Range) bool {
	if r.Len() == 0 || !d.is(r.First, preposition|timeWord|adverb|coordinator) && !d.is(r.First+1, timeWord) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if d.is(i, modal|subjectWord|finiteVerb) || d.is(i, auxiliary) && d.Lower(i) != "'s" || d.finite(i) {
			return false
		}
	}
	return true
}

// reportedBefore reports whether a cue between the tokens has content after it
// that an attribution inserted later can be part of.
func (f *finder) reportedBefore(first, end int) bool {
	for _, c := range f.cues {
		if c.group.First >= first && c.group.End < end && c.shape == shapeFinite && strong[c.lemma] {
			return true
		}
	}
	return false
}

// insertedInverted handles “…,” said Velden.
func (f *finder) insertedInverted(c *cue, from int, s text.Range) (int, bool) {
	d := f.d
	before := c.group.First - 1
	afterQuote := d.Is(before, text.Closes)
	if !afterQuote && (d.Lower(before) != "," || !c.takesAny(takesInsert) || d.plainNoun(c.group.End) && !strong[c.lemma]) || c.group.First != c.at {
		return 0, false
	}
	if !c.takesAny(takesInsert|takesQuote) || !d.is(c.group.End, determiner|possessive|title) && !d.Is(c.group.End, text.Capital) && !d.plainNoun(c.group.End) {
		return 0, false
	}
	if d.is(c.group.End, timeWord) || d.Lower(c.group.End) == "that" {
		return 0, false
	}
	mention := d.nounPhraseFrom(c.group.End, s.End)
	if mention.Len() == 0 || mention.Len() == 1 && d.is(mention.First, determiner) && !standsAlone[d.Lower(mention.First)] {
		return 0, false // Orr, the mayor, disclosed this
	}
	if !afterQuote {
		if mention.End < s.End && d.is(mention.End, modal|auxiliary) {
			return 0, false
		}
		if d.subjectBefore(c.group.First, from).Len() > 0 && (c.lemma != "say" || !d.attributionEnds(mention.End, s.End) || d.verbAfter(c.group.End, s.End) || !d.verbAfter(from+1, c.group.First)) {
			return 0, false // Orr, the mayor, said Brandt was late
		}
	}
	r := ruleContentSaidSpeaker
	if afterQuote {
		r = ruleQuoteSaidSpeaker
	}
	end := mention.End
	return f.around(c, mention, text.Range{First: from, End: c.group.First}, end, s, r)
}

// plainNoun reports whether token i is a lower-case word that can begin a noun
// phrase.
func (d *document) plainNoun(i int) bool {
	return d.Is(i, text.Word) && !d.is(i, function|finiteVerb)
}

// around adds the content before the attribution and, where the sentence goes
// on after it, the piece after it.
func (f *finder) around(c *cue, mention, before text.Range, end int, s text.Range, r rule) (int, bool) {
	d := f.d
	first := len(f.out)
	before = d.afterColonWithin(before)
	st := statement{content: before, cue: c.group, mention: mention, rule: r, heir: -1}
	if !f.add(st) {
		return 0, false
	}
	f.take(text.Range{First: min(mention.First, c.group.First), End: end})
	quoteOnly := mention.First > c.group.First || r == ruleQuoteSpeakerSaid || f.complete(before, end+1)
	piece, ok := f.pieceAfter(end, s, quoteOnly)
	if !ok {
		return end, true
	}
	if f.add(statement{content: piece, cue: c.group, rule: r, heir: first, goesOn: true}) {
		return piece.End, true
	}
	return end, true
}

// afterColonWithin narrows the content before an attribution to its quotation
// where a colon leads to it: what goes before the colon is the reporter's.
func (d *document) afterColonWithin(r text.Range) text.Range {
	last := r.End - 1
	if d.Lower(last) == "," {
		last--
	}
	if last <= r.First {
		return r
	}
	if !d.Is(last, text.Closes) {
		return d.subjectAfterColon(r)
	}
	q := d.Quotes[d.topQuote(last)]
	if q.Open > r.First && (d.Lower(q.Open-1) == ":" || d.Lower(q.Open-1) != "," && d.breaks(q.Open-1) && d.verbAfter(r.First+1, q.Open)) {
		r.First = q.Open
	}
	return r
}

// subjectAfterColon narrows r to what follows its colon where that is no clause
// yet, so that the attribution stands within the clause that the colon leads
// to ("brought a promise: the Alliance, she said, would").
func (d *document) subjectAfterColon(r text.Range) text.Range {
	for i := r.End - 1; i > r.First; i-- {
		if !d.outside(i) {
			return r
		}
		if d.Lower(i) != ":" {
			continue
		}
		if i+1 < r.End && !d.verbAfter(i+1, r.End) && d.verbAfter(r.First+1, i) {
			r.First = i + 1
		}
		return r
	}
	return r
}

// complete reports whether the content before an attribution is a whole clause
// that the words at token next do not go on with: they are the reporter's own.
func (f *finder) complete(before text.Range, next int) bool {
	d := f.d
	switch d.Lower(next) {
	case "since", "because", "if", "unless", "although", "though", "even":
		return false
	}
	if d.is(before.First, subordinator) || d.is(next, coordinator|modal|auxiliary) || d.finite(next) || d.verbLike(next) {
		return false
	}
	return d.verbAfter(before.First+1, before.End)
}

// pieceAfter returns the rest of the content that goes on after the
// attribution ended at token end: a quotation, or after a comma the clause up
// to the end of the sentence or another attribution. Where
// quoteOnly is set, only a quotation goes on: a comma begins something else.
func (f *finder) pieceAfter(end int, s text.Range, quoteOnly bool) (text.Range, bool) {
	d := f.d
	if quoteOnly {
		end = d.skipApposition(end, s.End)
	}
	if end >= s.End || d.Lower(end) != "," && d.Lower(end) != ":" && !d.Is(end, text.Opens) {
		return text.Range{}, false
	}
	first := end
	if d.Lower(end) == "," || d.Lower(end) == ":" {
		first++
	}
	if first >= s.End || f.isTaken(first) {
		return text.Range{}, false
	}
	if d.Is(first, text.Opens) {
		return text.Range{First: first, End: d.skipQuote(first) + 1}, true
	}
	later := f.cuesFrom(first)
	if quoteOnly || d.takenOverAt(first, s.End, later) || d.is(first, relative) {
		return text.Range{}, false
	}
	return text.Range{First: first, End: d.contentEnd(first, s.End, later)}, true
}

// skipApposition returns the comma before a quotation that follows an
// apposition which begins at the comma at token end, or end.
func (d *document) skipApposition(end, last int) int {
	for i := end + 1; d.Lower(end) == "," && i < last && i < end+maxMention; i++ {
		if d.Is(i, text.Opens) && (d.Lower(i-1) == "," || d.Lower(i-1) == ":") {
			return i - 1
		}
		if d.Is(i, text.Opens) {
			return end
		}
	}
	return end
}

func (f *finder) cuesFrom(i int) []cue {
	for k := range f.cues {
		if f.cues[k].group.First >= i {
			return f.cues[k:]
		}
	}
	return nil
}

// onlyLead reports whether nothing but conjunctions and adverbs stand between
// the tokens.
func (d *document) onlyLead(first, end int) bool {
	for i := first; i < end; i++ {
		if !d.is(i, coordinator|adverb) && d.Lower(i) != "," {
			return false
		}
	}
	return true
}

// frontAs handles As Velden said, ….
func (f *finder) frontAs(c *cue, mention text.Range, s text.Range) (int, bool) {
	d := f.d
	end := c.group.End
	if c.takesAny(takesObject) {
		end = d.skipAddressee(end, s.End)
	}
	end = d.skipAdjuncts(end, s.End)
	if d.Lower(end) != "," || !c.takesAny(takesInsert) {
		return 0, false
	}
	st := statement{cue: c.group, mention: mention, rule: ruleAsSaid, heir: -1}
	st.content = text.Range{First: end + 1, End: d.contentEnd(end+1, s.End, f.cuesFrom(end))}
	if !f.add(st) {
		return 0, false
	}
	f.take(text.Range{First: mention.First, End: end})
	return st.content.End, true
}

// breaks reports whether token i is punctuation that sets an inserted
// attribution off.
func (d *document) breaks(i int) bool {
	switch d.Lower(i) {
	case ",", "-", "–", "—", "--":
		return true
	}
	return false
}

// endsForAttribution reports whether the quotation that closes at token i ends
// as one does before its attribution: in a comma, or a mark of its own.
func (d *document) endsForAttribution(i int) bool {
	for _, j := range []int{i - 1, i - 2} {
		switch d.Lower(j) {
		case ",", "?", "!", "…", "...", "-", "—":
			return true
		}
	}
	return d.Lower(i+1) == ","
}

// quoteFollows reports whether a quotation begins at token i, after a comma or
// a colon.
func (d *document) quoteFollows(i, end int) bool {
	if i < end && (d.Lower(i) == "," || d.Lower(i) == ":") {
		i++
	}
	return i < end && d.Is(i, text.Opens)
}

// quoteGoesOn reports whether the quotation at token i or after the comma there
// begins in the middle of a sentence, with a small letter.
func (d *document) quoteGoesOn(i int) bool {
	for j := i; j < i+4; j++ {
		if d.Is(j, text.Word) {
			return !d.Is(j, text.Capital) && !d.Is(j, text.Number)
		}
	}
	return false
}
