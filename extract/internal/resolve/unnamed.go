package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// unnamed returns the referent of a phrase that names nobody: its own words.
func (r *reader) unnamed(p *phrase) int {
	name := r.wordsOf(p)
	head := r.d.Lower(p.head)
	f := referent{entity: -1, gender: names.RoleGender(head), plural: p.plural}
	switch {
	case len(head) == 1 && head != "i" && r.opensTurn(p.whole): // "Q: …"
		f.kind = onrecord.SpeakerUnnamed
	case lonePronouns[head] && p.core.Len() == 1:
		f.kind = onrecord.SpeakerUnnamed
		if head != "i" {
			name = strings.ToLower(name)
		}
	case p.plural:
		f.kind = onrecord.SpeakerGroup
	case names.IsRole(head):
		f.kind, f.human = onrecord.SpeakerUnnamed, true
	case names.IsBodyWord(head) || r.d.Is(p.head, text.Capital):
		f.kind = onrecord.SpeakerOrganization
	default:
		f.kind = onrecord.SpeakerUnnamed
	}
	if f.kind == onrecord.SpeakerOrganization && !names.IsBodyWord(head) && r.opensTurn(p.whole) {
		f.kind = onrecord.SpeakerUnnamed
	}
	if f.kind == onrecord.SpeakerUnnamed && r.d.Is(p.head, text.AllCaps) {
		name = strings.ToLower(name) // "UNIDENTIFIED MALE"
	}
	n := r.remember(name, f)
	r.byHead[head] = n
	return n
}

// opensTurn reports whether the phrase is the label of a transcript's turn.
func (r *reader) opensTurn(m text.Range) bool {
	return r.d.Lower(m.End) == ":" && r.d.ParagraphOf(m.First).First == m.First
}

// wordsOf returns the words of the phrase up to its relative clause, without
// the article before them; a possessive pronoun is written out.
func (r *reader) wordsOf(p *phrase) string {
	m := p.whole
	switch r.d.Lower(m.First) {
	case "the", "a", "an", "this", "that", "these", "those":
		if m.Len() > 1 {
			m.First++
		}
	}
	for i := m.First + 1; i < m.End; i++ {
		if w := r.d.Lower(i); w == "who" || w == "which" || w == "whose" || w == "," || w == ";" || w == "(" || w == "—" {
			m.End = i
		}
	}
	words := strings.Join(strings.Fields(r.d.String(m)), " ")
	if p.owner >= 0 && m.Len() > 1 {
		owner := r.speakerOf(&r.referents[p.owner]).Name
		rest := r.d.String(text.Range{First: m.First + 1, End: m.End})
		return owner + "’s " + strings.Join(strings.Fields(rest), " ")
	}
	return words
}
