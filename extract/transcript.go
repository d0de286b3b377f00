package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxTurnName is the most tokens the name before a turn has ("SEN. MARA
// VELDEN (R-SEL)").
const maxTurnName = 16

// fewTurns is how many paragraphs have to begin with a name and a colon for
// the text to count as a transcript.
const fewTurns = 3

// afterTimestamp returns paragraph p without the time that it begins with
// ("[00:01:15] …", "00:15 – …").
func (d *document) afterTimestamp(p text.Range) text.Range {
	i := p.First
	bracket := d.Lower(i) == "[" || d.Lower(i) == "("
	if bracket {
		i++
	}
	if !d.Is(i, text.Number) || !strings.Contains(d.Lower(i), ":") {
		return p
	}
	i++
	if bracket {
		if d.Lower(i) != "]" && d.Lower(i) != ")" {
			return p
		}
		i++
	}
	for d.breaks(i) {
		i++
	}
	if i < p.End {
		p.First = i
	}
	return p
}

// A turnKind is what the letter before a turn says of it.
type turnKind uint8

const (
	ofSomebody turnKind = iota // a name
	ofAsker                    // Q: …
	ofAnswerer                 // A: …
)

// turnKindOf returns the kind of the turn with a name before it.
func (d *document) turnKindOf(name text.Range) turnKind {
	if name.Len() == 1 {
		switch d.Lower(name.First) {
		case "q", "q.":
			return ofAsker
		case "a", "a.":
			return ofAnswerer
		}
	}
	return ofSomebody
}

// turnName returns the tokens of the name that paragraph p begins with where
// it can be a speaker's turn of a transcript ("VELDEN: …", "Mara Velden
// (00:12): …", "Q. …"), and the colon, or what stands for it.
func (d *document) turnName(p text.Range) (name text.Range, colon int, ok bool) {
	p = d.afterTimestamp(p)
	if first := (text.Range{First: p.First, End: p.First + 1}); p.Len() > 2 && d.turnKindOf(first) != ofSomebody {
		switch {
		case d.Is(p.First, text.Abbrev):
			return first, p.First, true
		case d.Lower(p.First+1) == ":":
			return first, p.First + 1, true
		}
	}
	name = text.Range{First: p.First, End: p.First}
	for i := p.First; i < p.End && i < p.First+maxTurnName; i++ {
		switch w := d.Lower(i); {
		case w == ":":
			return name, i, name.Len() > 0 && i+1 < p.End && !d.isLabel(name)
		case w == ")" && name.End == i: // "(R-SEL)"
			name.End = i + 1
		case w == "(" || w == ")" || w == "," || d.Is(i, text.Number), w == "of" && name.Len() > 0:
		case d.Is(i, text.Capital) && len(w) > 1:
			name.End = i + 1
		case w == "-" || w == ".":
		default:
			return text.Range{}, 0, false
		}
	}
	return text.Range{}, 0, false
}

// speakerPart returns the name before a turn without what follows it between a
// comma or brackets and the colon: "Mara Velden, Chief Executive".
func (d *document) speakerPart(name text.Range) text.Range {
	for i := name.First + 1; i < name.End; i++ {
		if w := d.Lower(i); w == "," || w == "(" {
			name.End = i
		}
	}
	return name
}

// turns returns for every paragraph of a transcript whether it is a turn. It
// is nil for other texts. A name in capitals, or one that more than one
// paragraph begins with, is a speaker's; behind the first of those a full name
// is one too.
func (d *document) turns() []bool {
	count := make(map[string]int)
	var kinds [ofAnswerer + 1]int
	for _, p := range d.Paragraphs {
		if name, _, ok := d.turnName(p); ok {
			count[d.String(d.speakerPart(name))]++
			kinds[d.turnKindOf(name)]++
		}
	}
	letters := kinds[ofAsker] > 0 && kinds[ofSomebody]+kinds[ofAnswerer] > 0
	is := make([]bool, len(d.Paragraphs))
	var full []int // paragraphs that begin with a full name
	n := 0
	for i, p := range d.Paragraphs {
		name, _, ok := d.turnName(p)
		if ok && d.turnKindOf(name) != ofSomebody {
			ok = letters
		}
		speaker := d.speakerPart(name)
		switch {
		case !ok:
		case count[d.String(speaker)] > 1 || d.allCapitals(name):
			is[i] = true
			n++
		case n > 0 && speaker.Len() > 1 && speaker.Len() <= maxHeadlineName:
			full = append(full, i)
		}
	}
	if n < fewTurns || len(count) < 2 {
		return nil
	}
	for _, i := range full {
		is[i] = true
	}
	return is
}

// allCapitals reports whether every word of the name is in capitals, apart from
// titles before it and what stands in brackets behind it ("Dr VOS (Sel North)").
func (d *document) allCapitals(name text.Range) bool {
	capitals := 0
	for i := name.First; i < name.End; i++ {
		switch {
		case d.Lower(i) == "(" && capitals > 0:
			return true
		case d.Is(i, text.AllCaps):
			capitals++
		case !d.Is(i, text.Word), d.Is(i, text.Abbrev), d.Is(i, text.Number):
		case capitals == 0 && (d.is(i, determiner) || names.IsRole(d.Lower(i))):
		default:
			return false
		}
	}
	return capitals > 0 || d.Is(name.First, text.Abbrev)
}

// turn adds the words of paragraph p as one statement of the speaker named
// before the colon, or as going on with the turn before.
func (f *finder) turn(p text.Range) {
	st := statement{content: f.d.afterTimestamp(p), rule: ruleTurn, heir: -1}
	letter := ofSomebody
	if name, colon, ok := f.d.turnName(p); ok {
		st.mention, st.content.First = name, colon+1
		if letter = f.d.turnKindOf(name); letter == ofAnswerer {
			st.mention, st.shown, st.heir = text.Range{}, name, f.answer
		}
	} else {
		st.heir, st.goesOn = len(f.out)-1, true
	}
	if !f.add(st) {
		return
	}
	s := &f.out[len(f.out)-1]
	s.kind, s.content = onrecord.KindDirect, st.content
	if letter == ofAnswerer && f.answer < 0 {
		f.answer = len(f.out) - 1
	}
}

// stageDirection reports whether paragraph p is none of the speaker's words:
// "(END VIDEO CLIP)", "….".
func (d *document) stageDirection(p text.Range) bool {
	p = d.afterTimestamp(p)
	w := d.Lower(p.First)
	return w == "(" || w == "[" || w == "<" || d.Is(p.First, text.Punct) && !d.Is(p.First, text.Mark)
}
