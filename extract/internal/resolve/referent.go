package resolve

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A position is how a mention stands in its sentence.
type position uint8

const (
	asObject position = iota
	asSubject
	asPossessor
	afterPreposition
	inApposition
)

// A referent is somebody or something that can have spoken.
type referent struct {
	entity int // -1 for what has no name: "a spokesman"
	kind   onrecord.SpeakerType
	gender names.Gender
	plural bool
	human  bool // without a name, but a person: "a spokesman"
	// acted is set once it stood as a subject or possessor: what only ever
	// stood behind "to" or "visited" is as likely a place.
	acted bool
	// introduced is set at the first mention, with first name and what the
	// person is.
	introduced bool
	name       string
	title      string
	// where it was mentioned last outside of quotations, and how
	token, sentence, paragraph int
	position                   position
	count                      int
	quotedAt                   int // token of the last mention within a quotation, -1 before
	spokeAt                    int // sentence in which it spoke last, -1 before
	members                    []int
}

// maxRecent bounds the candidates of a choice.
const maxRecent = 14

// touch makes the referent the latest.
func (r *reader) touch(f int) {
	for i, g := range r.recent {
		if g == f {
			copy(r.recent[1:i+1], r.recent[:i])
			r.recent[0] = f
			return
		}
	}
	if len(r.recent) < maxRecent {
		r.recent = append(r.recent, 0)
	}
	copy(r.recent[1:], r.recent)
	r.recent[0] = f
}

// see records a mention of the referent at token i.
func (r *reader) see(f, i int, p position) {
	t := &r.d.Tokens[i]
	g := &r.referents[f]
	if t.Quote >= 0 && !r.scareQuote(t.Quote) {
		g.quotedAt = i
		if g.count == 0 {
			g.token, g.sentence, g.paragraph = i, t.Sentence, t.Paragraph
		}
		r.enlist(f)
		return
	}
	g.token, g.sentence, g.paragraph, g.position = i, t.Sentence, t.Paragraph, p
	g.count++
	g.acted = g.acted || p == asSubject || p == asPossessor
	if p == asSubject && r.subject < 0 {
		r.subject = f
	}
	r.touch(f)
}

// enlist makes the referent a candidate without making it the latest.
func (r *reader) enlist(f int) {
	for _, g := range r.recent {
		if g == f {
			return
		}
	}
	if len(r.recent) < maxRecent {
		r.recent = append(r.recent, f)
	}
}

// scareQuote reports whether the quotation is of a few words only.
func (r *reader) scareQuote(q int) bool { return r.d.Quotes[q].Close-r.d.Quotes[q].Open < 4 }

func (r *reader) add(f referent) int {
	f.quotedAt, f.spokeAt, f.token, f.sentence = -1, -1, -1, -1
	r.referents = append(r.referents, f)
	return len(r.referents) - 1
}

// ofMention returns the referent of an entity.
func (r *reader) referentOf(entity int) int {
	if f := r.ofEntity[entity]; f >= 0 {
		return f
	}
	e := &r.article.Entities[entity]
	f := referent{entity: entity, gender: e.Gender, kind: onrecord.SpeakerUnknown}
	switch e.Kind {
	case names.Person:
		f.kind = onrecord.SpeakerPerson
	case names.Organization, names.Place, names.Thing:
		f.kind = onrecord.SpeakerOrganization
	case names.Group:
		f.kind, f.plural = onrecord.SpeakerGroup, true
	}
	r.ofEntity[entity] = r.add(f)
	return r.ofEntity[entity]
}

// noteName takes a name in the text into account.
func (r *reader) noteName(m int) {
	n := &r.article.Mentions[m]
	f := r.referentOf(n.Entity)
	r.see(f, n.Tokens.End-1, r.positionOf(n.Whole, n.Possessive))
	r.referents[f].introduced = n.Full && m == r.article.Entities[n.Entity].First && n.Apposition.Len() > 0
}

// positionOf tells how the noun phrase stands in its sentence, from the word
// before it.
func (r *reader) positionOf(whole text.Range, possessive bool) position {
	i := whole.First - 1
	if w := r.d.Lower(i); w == "the" || w == "a" || w == "an" {
		i--
	}
	switch {
	case possessive:
		return asPossessor
	case i < 0 || r.d.Tokens[i].Sentence != r.d.Tokens[whole.First].Sentence:
		return r.unlessModifier(whole)
	}
	w := r.d.Lower(i)
	switch {
	case prepositions[w]:
		return afterPreposition
	case r.d.Is(i, text.Mark):
		return r.unlessModifier(whole)
	case r.d.Is(i, text.Punct):
		if w == "(" {
			return inApposition
		}
		return r.unlessModifier(whole)
	case clauseOpeners[w]:
		return r.unlessModifier(whole)
	case r.d.Is(whole.End, text.Word) && verbs[r.d.Lower(whole.End)]:
		return asSubject
	}
	return asObject
}

// unlessModifier: a name before a noun in lower case says of which one the
// noun is ("Velden supporters"), and is not the subject.
func (r *reader) unlessModifier(whole text.Range) position {
	w := r.d.Lower(whole.End)
	if r.d.Is(whole.End, text.Word) && !r.d.Is(whole.End, text.Capital) && !verbs[w] && (names.IsRole(w) || names.IsBodyWord(w) || names.IsDocument(w) || plural(w) && !verbEnding(w)) {
		return inApposition
	}
	return asSubject
}

// notePronoun takes a personal pronoun of the reporter's into account.
func (r *reader) notePronoun(i int) {
	w := r.d.Lower(i)
	g := names.PronounGender(w)
	if g == names.NoGender {
		return
	}
	c := r.person(g, i, -1)
	if c.referent < 0 {
		return
	}
	r.pronouns[i] = c.referent
	r.learn(c, g)
	p := asObject
	switch w {
	case "he", "she":
		p = asSubject
	case "his", "her":
		p = asPossessor
	}
	r.see(c.referent, i, p)
	r.noteKin(i)
}

// noteKin takes "her husband" for a mention of somebody who can be meant later,
// unless a name follows.
func (r *reader) noteKin(i int) {
	kin := i + 1
	if !names.IsKin(r.d.Lower(kin)) || plural(r.d.Lower(kin)) || r.article.At(kin+1) >= 0 || r.d.Lower(kin+1) == "," && r.article.At(kin+2) >= 0 {
		return
	}
	p := r.parse(text.Range{First: i, End: kin + 1})
	if p.owner < 0 {
		return
	}
	r.see(r.unnamed(&p), kin, r.positionOf(p.whole, r.d.Lower(kin+1) == "'s"))
}

// sureOfGender is the certainty from which a pronoun tells the gender of whom
// it means.
const sureOfGender = 0.6

// learn keeps the gender that a pronoun tells of whom it means.
func (r *reader) learn(c decision, g names.Gender) {
	if f := &r.referents[c.referent]; f.gender == names.NoGender && c.certainty >= sureOfGender {
		f.gender = g
	}
}
