package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxTurnName is the most tokens the name before a turn has ("SEN. MARA
// VELDEN (R-SEL)").
const maxTurnName = 8

// fewTurns is how many paragraphs have to begin with a name and a colon for
// the text to count as a transcript.
const fewTurns = 3

// turnName returns the tokens of the name that paragraph p begins with where
// it is a speaker's turn of a transcript ("VELDEN: …"), and the colon.
func (d *document) turnName(p text.Range) (text.Range, int, bool) {
	for i := p.First; i < p.End && i < p.First+maxTurnName; i++ {
		if d.Lower(i) == ":" {
			return text.Range{First: p.First, End: i}, i, i > p.First && i+1 < p.End
		}
		if d.Is(i, text.Word) && !d.Is(i, text.AllCaps) && !d.Is(i, text.Number) && !(d.Is(i, text.Abbrev) && d.Is(i, text.Capital)) {
			return text.Range{}, 0, false
		}
	}
	return text.Range{}, 0, false
}

// turns returns for every paragraph of a transcript whether it is a turn. It
// is nil for other texts.
func (d *document) turns() []bool {
	is := make([]bool, len(d.Paragraphs))
	n := 0
	for i, p := range d.Paragraphs {
		if _, _, ok := d.turnName(p); ok {
			is[i] = true
			n++
		}
	}
	if n < fewTurns {
		return nil
	}
	return is
}

// turn adds the words of paragraph p as one statement of the speaker named
// before the colon, or as going on with the turn before.
func (f *finder) turn(p text.Range) {
	st := statement{content: p, rule: ruleTurn, heir: -1}
	if name, colon, ok := f.d.turnName(p); ok {
		st.mention, st.content.First = name, colon+1
	} else {
		st.heir, st.goesOn = len(f.out)-1, true
	}
	if f.add(st) {
		s := &f.out[len(f.out)-1]
		s.kind, s.content = onrecord.KindDirect, st.content
	}
}

// stageDirection reports whether paragraph p is none of the speaker's words:
// "(END VIDEO CLIP)", "….".
func (d *document) stageDirection(p text.Range) bool {
	w := d.Lower(p.First)
	return w == "(" || w == "[" || w == "<" || d.Is(p.First, text.Punct) && !d.Is(p.First, text.Mark)
}
