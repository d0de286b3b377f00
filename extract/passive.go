package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// passiveSource sets the source of a statement whose cue is in the passive: its
// subject is who is told or asked, and who tells is named after "by", beside
// the cue ("was told by Orr that") or behind what was asked ("was asked to keep
// them by the committee"). Without that, it has no source.
func (f *finder) passiveSource(st *statement, c *cue, s text.Range) {
	d := f.d
	st.rule = rulePassive
	f.asked, f.question = d.subjectBefore(c.group.First, f.clauseStart(c.group.First, s)), len(f.out)
	if d.Lower(c.group.End) == "by" {
		st.mention = d.agentAfter(c.group.End, st.content.First)
		return
	}
	if d.Lower(st.content.First) != "to" {
		return
	}
	for i := st.content.First + 2; i < st.content.End; i++ {
		if d.Lower(i) != "by" || !d.outside(i) {
			continue
		}
		if agent := d.agentAfter(i, st.content.End); agent.Len() > 0 && !d.Is(agent.End, text.Word) {
			st.mention, st.content.End = agent, i
		}
		return
	}
}

// frontedSource does so where the cue stands for a passive before the subject
// of its sentence, which is who is asked ("Asked by Orr whether …, Velden").
func (f *finder) frontedSource(st *statement, c *cue, s text.Range) {
	if d := f.d; d.Lower(c.group.End) == "by" {
		st.mention = d.nounPhraseFrom(c.group.End+1, s.End)
	} else {
		st.rule = rulePassive
	}
	if f.d.Lower(st.content.End) == "," {
		f.asked, f.question = f.subjectFrom(st.content.End+1, s.End), len(f.out)
	}
}

// agentAfter returns the noun phrase after the "by" at token i where it can be
// somebody: a name, a pronoun, or a noun with its determiner.
func (d *document) agentAfter(i, end int) text.Range {
	if !d.Is(i+1, text.Capital) && !d.is(i+1, determiner|pronoun|possessive) {
		return text.Range{}
	}
	return d.nounPhraseFrom(i+1, end)
}
