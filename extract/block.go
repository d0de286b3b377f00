package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// fewBlockTokens is the length under which a paragraph after a colon is rather
// a heading or an item of a list than somebody's words.
const fewBlockTokens = 6

// afterColon handles sentence k, s without its dateline, where it begins a
// paragraph and the one before ended in a cue and a colon (Velden wrote: / …):
// the quotation, or the whole paragraph, is what was said.
func (f *finder) afterColon(k int, s text.Range) {
	d := f.d
	if k == 0 || d.Lower(s.First-1) != ":" {
		return
	}
	before := d.Sentences[k-1]
	var last *cue
	cues := d.findCues(before, nil)
	for i := range cues {
		if c := &cues[i]; c.takesAny(takesQuote) && (c.shape == shapeFinite || c.shape == shapeGerund) {
			last = c
		}
	}
	if last == nil {
		return
	}
	p := d.ParagraphOf(s.First)
	st := statement{content: p, cue: last.group, rule: ruleBlock, heir: -1}
	st.mention = d.subjectBefore(last.group.First, before.First)
	if st.mention.Len() == 0 {
		st.mention = f.mainSubject(before, last.group.First)
	}
	if d.Is(p.First, text.Opens) {
		st.content.End = d.skipQuote(p.First) + 1
		st.rule = ruleColonQuote
	} else if d.stageDirection(p) || p.Len() < fewBlockTokens || d.skipAdjuncts(last.group.End, before.End) < before.End-1 {
		return
	}
	f.firstOut = len(f.out)
	f.add(st)
}
