package extract

import (
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

// source finds who the cue's words come from: its subject, or the source of
// the statement before it in the sentence.
func (f *finder) source(st *statement, c *cue, s text.Range) {
	if c.shape == shapePassive {
		return
	}
	if c.at == s.First && c.form&participleForm != 0 { // Asked by Orr whether
		if f.d.Lower(c.group.End) == "by" {
			st.mention = f.d.nounPhraseFrom(c.group.End+1, s.End)
		}
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
