package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// saysNothing reports whether the statement that cue c was found for holds
// nothing that can be looked up or checked: how somebody asks to be called, a
// bare pronoun or noun as the object of a verb that acts or feels ("thanked
// him", "welcomed the meeting"), what nobody will say.
func (f *finder) saysNothing(st *statement, c *cue) bool {
	d := f.d
	r := d.trim(st.content)
	if r.Len() == 0 {
		return true
	}
	if d.anonymity(r.First) || r.Len() == 1 && d.is(r.First, questionWord) && c.lemma == "say" {
		return true
	}
	if st.rule == ruleSpeakerAsked && c.act == onrecord.ActStatement && d.negative(st.mention) {
		return true
	}
	if c.act == onrecord.ActStatement || st.rule != ruleSpeakerNoun && st.rule != ruleSpeakerVerdict && st.rule != ruleSpeakerAbout {
		return false
	}
	return r.Len() == 1 && d.is(r.First, pronoun) || r.Len() == 2 && d.is(r.First, determiner|possessive) && d.Is(r.First+1, text.Word) && !d.Is(r.First+1, text.Capital)
}

// anonymity reports whether the words at token i are "to be named", "not to
// be identified" or "anonymity": the terms under which somebody speaks.
func (d *document) anonymity(i int) bool {
	if d.Lower(i) == "anonymity" {
		return true
	}
	if d.Lower(i) == "not" {
		i++
	}
	if d.Lower(i) != "to" || d.Lower(i+1) != "be" {
		return false
	}
	switch d.Lower(i + 2) {
	case "named", "identified", "quoted":
		return true
	}
	return false
}

// negative reports whether the mention is of nobody.
func (d *document) negative(r text.Range) bool {
	switch w := d.Lower(r.First); {
	case r.Len() == 0:
		return false
	case w == "no":
		return d.Lower(r.First+1) == "one"
	default:
		return w == "nobody" || w == "none"
	}
}
