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
	if f.add(st) {
		f.take(c.group)
		f.take(text.Range{First: first, End: st.content.End})
	}
}

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
	if q >= end {
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
	before := f.beforeSubject(c, s)
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
	fronted := f.fronted(s.First, c.at) && f.firstComma(s.First, c.at) < 0
	if !relativeClause && !fronted && r != ruleSpeakerNoun && r != ruleSpeakerAbout {
		return end
	}
	if j := f.firstComma(first, end); j >= 0 && (relativeClause || fronted || !d.list(j, end)) {
		return j
	}
	return end
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

// beforeSubject returns the token before the cue's verb group.
func (f *finder) beforeSubject(c *cue, s text.Range) int { return c.group.First - 1 }

// firstComma returns the first comma outside of quotations, or the closing mark
// of a quotation that ends in one, between the tokens; -1 where there is none.
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

// source finds who the cue's words come from: its subject, or the source of
// the statement before it in the sentence.
func (f *finder) source(st *statement, c *cue, s text.Range) {
	if c.shape == shapePassive {
		return
	}
	if c.shape == shapeFinite || c.shape == shapeGerund && f.d.Is(c.group.First-1, text.Word) && !f.d.is(c.group.First-1, preposition|coordinator) {
		st.mention = f.d.subjectBefore(c.group.First, f.clauseStart(c.group.First, s))
		if st.mention.Len() > 0 {
			return
		}
	}
	if len(f.out) > f.firstOut {
		st.heir = len(f.out) - 1
		return
	}
	st.mention = f.mainSubject(s, c.group.First)
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

// mainSubject returns the noun phrase that the sentence begins with, after an
// introductory phrase.
func (f *finder) mainSubject(s text.Range, end int) text.Range {
	d := f.d
	i := s.First
	for i < end && (d.Is(i, text.Punct) || d.is(i, coordinator|adverb)) {
		i++
	}
	if d.is(i, preposition|subordinator) && !d.is(i, determiner) || d.Is(i, text.Word) && len(d.Lower(i)) > 4 && d.Lower(i)[len(d.Lower(i))-3:] == "ing" {
		for j := i; j < end; j++ {
			if d.Lower(j) == "," {
				i = j + 1
				break
			}
		}
	}
	if i >= end {
		return text.Range{}
	}
	r := d.nounPhraseFrom(i, end)
	for j := r.First + 1; j < r.End; j++ {
		if d.verbLike(j) {
			r.End = j
			break
		}
	}
	return r
}

// contentStart returns the first token of the content after cue c and the rule
// that says so.
func (f *finder) contentStart(c *cue, s text.Range) (int, rule, bool) {
	d := f.d
	i := c.group.End
	if i >= s.End {
		return 0, "", false
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
		return i, ruleSpeakerPromised, true
	}
	if d.is(j, relative) && !d.is(j, determiner) {
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
		places = append(places, j, d.skipRelativeClause(j, s.End))
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

// clauseAt reports whether a clause begins at token i: a subject with a verb
// after it, before the next punctuation that is not part of the subject.
func (d *document) clauseAt(i, end int) bool {
	if i >= end || !d.Is(i, text.Word) && !d.Is(i, text.Opens) || d.is(i, coordinator|auxiliary|modal) || d.Is(i, text.Clitic) {
		return false
	}
	if d.is(i, subjectWord) || d.Lower(i) == "there" || d.Lower(i) == "it" {
		return true
	}
	if d.is(i, preposition) && !d.is(i, subordinator) {
		return d.frontedClause(i, end)
	}
	return d.verbAfter(i+1, end)
}

// frontedClause reports whether the phrase that the preposition at token i
// begins ends in a comma with a clause behind it ("said in that case, he would").
func (d *document) frontedClause(i, end int) bool {
	for j := i + 1; j < end && j < i+15; j++ {
		if d.Lower(j) == "," {
			return j+1 < end && !d.is(j+1, preposition) && d.clauseAt(j+1, end)
		}
	}
	return false
}

// verbAfter reports whether a finite verb stands between token i and end, not
// behind a relative pronoun or a second comma.
func (d *document) verbAfter(i, end int) bool {
	commas := 0
	for j := i; j < end && j < i+40; j++ {
		if !d.outside(j) {
			return true
		}
		switch w := d.Lower(j); {
		case w == ",":
			commas++
		case w == ";" || w == ":":
			return false
		case d.is(j, modal), d.is(j, subjectWord), d.is(j, auxiliary) && w != "'s", w == "'s" && d.is(j-1, pronoun):
			return true
		case d.is(j, relative) && w != "that":
			if commas > 0 {
				return false
			}
			j += 2
		case d.verbLike(j), d.finite(j):
			return true
		}
	}
	return false
}

// finite reports whether token j looks like a finite verb by the lexicon or by
// its ending and neighbours.
func (d *document) finite(j int) bool {
	if d.Is(j, text.Capital) || d.is(j-1, determiner|possessive|preposition) || d.Lower(j-1) == "'s" {
		return false
	}
	for _, v := range verbForms[d.Lower(j)] {
		if v.particle == "" && (v.form&(presentForm) != 0 && !nounToo[v.lemma] || v.form&pastForm != 0) {
			return true
		}
	}
	w := d.Lower(j)
	return len(w) > 3 && w[len(w)-2:] == "ed" && (j+1 >= len(d.Tokens) || d.Is(j+1, text.Punct) || d.is(j+1, function))
}
