package resolve

import (
	"math"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A kindOf is what a pronoun can mean.
type kindOf uint8

const (
	onePerson kindOf = iota
	severalPeople
	oneBody
)

// person chooses among the persons for "he" or "she" at token i, the source of
// the statement (-1: none).
func (r *reader) person(g names.Gender, i, statement int) decision {
	return r.best(onePerson, g, i, statement)
}

// best chooses among the recent referents.
func (r *reader) best(k kindOf, g names.Gender, i, statement int) decision {
	var scored []candidate
	for _, f := range r.recent {
		if s, ok := r.salience(f, k, g, i, statement); ok {
			scored = append(scored, candidate{f, s})
		}
	}
	return decide(scored)
}

type candidate struct {
	referent int
	score    float64
}

// maxOthers bounds the candidates that are told.
const maxOthers = 4

// decide takes the best of the candidates.
func decide(list []candidate) decision {
	if len(list) == 0 {
		return decision{referent: -1}
	}
	for i := 1; i < len(list); i++ { // few: insertion sort, stable
		for j := i; j > 0 && list[j].score > list[j-1].score; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	scores := make([]float64, len(list))
	for i := range list {
		scores[i] = list[i].score
	}
	share := confidences(scores)
	d := decision{referent: list[0].referent, certainty: share[0]}
	for i := 1; i < len(list) && i <= maxOthers; i++ {
		d.others = append(d.others, rival{list[i].referent, share[i]})
	}
	return d
}

// salience scores how likely the pronoun at token i means referent f; false
// where it cannot.
func (r *reader) salience(f int, k kindOf, g names.Gender, i, statement int) (float64, bool) {
	c := &r.referents[f]
	score, ok := r.agrees(c, k, g)
	if !ok {
		return 0, false
	}
	t := &r.d.Tokens[i]
	if c.count == 0 {
		score += weights.quotedOnly
		if t.Quote >= 0 && c.quotedAt >= 0 && r.d.Tokens[c.quotedAt].Quote == t.Quote {
			score += weights.insideSame - weights.quotedOnly
		}
	}
	switch d := t.Sentence - c.sentence; {
	case d <= 0:
		score += weights.sameSentence
		if c.position == asSubject {
			score += weights.subjectHere
		}
	case d == 1:
		score += weights.sentenceBefore
		if c.position == asSubject {
			score += weights.subjectBefore
		}
	default:
		score += weights.perSentence * math.Min(float64(d), 12)
		if c.position == asSubject {
			score += weights.subjectBefore / 2
		}
	}
	score += weights.perParagraph * math.Min(float64(t.Paragraph-c.paragraph), 8)
	switch c.position {
	case asPossessor:
		score += weights.asPossessor
	case afterPreposition:
		score += weights.afterPreposition
	case inApposition:
		score += weights.inApposition
	}
	if f == r.previous && r.subject < 0 || f == r.subject {
		score += weights.lastSubject
	}
	if f == r.speaker {
		score += weights.spokeLast
		if t.Sentence-r.spokeAt <= 3 {
			score += weights.spokeNear
		}
	}
	if c.introduced && t.Sentence-c.sentence <= 1 {
		score += weights.justIntroduced
	}
	score += weights.oftenNamed * math.Log1p(float64(c.count))
	if statement >= 0 {
		score += r.named(c, i, &r.statements[statement])
	}
	return score, true
}

// agrees reports whether the referent agrees with the pronoun in number and
// gender.
func (r *reader) agrees(c *referent, k kindOf, g names.Gender) (float64, bool) {
	switch k {
	case onePerson:
		person := c.kind == onrecord.SpeakerPerson || c.human || c.kind == onrecord.SpeakerUnknown
		if !person || c.plural || c.gender != names.NoGender && g != names.NoGender && c.gender != g {
			return 0, false
		}
		if c.kind == onrecord.SpeakerUnknown {
			return 2 * weights.genderUnknown, true
		}
		if c.gender == names.NoGender {
			return weights.genderUnknown, true
		}
		return weights.genderKnown, true
	case severalPeople:
		if c.plural {
			return weights.pair, true
		}
		return weights.bodyForPlural, c.kind == onrecord.SpeakerOrganization
	}
	if c.kind == onrecord.SpeakerUnknown {
		return weights.unknownBody, c.gender == names.NoGender
	}
	return 0, c.kind == onrecord.SpeakerOrganization && !c.plural
}

// named lowers the score of who is named within the statement itself: people
// seldom speak of themselves by name.
func (r *reader) named(c *referent, i int, s *Statement) float64 {
	if c.entity < 0 {
		return 0
	}
	in := func(token int) bool { return token >= 0 && s.Content.Contains(token) }
	if s.Direct {
		if in(c.quotedAt) || s.Content.First > i && r.namedWithin(c.entity, s.Content) {
			return weights.namedInQuote
		}
		return 0
	}
	if in(c.token) || in(c.quotedAt) || s.Content.First > i && r.namedWithin(c.entity, s.Content) {
		return weights.namedInContent
	}
	return 0
}

// maxContent bounds, in tokens, how far a content is looked through.
const maxContent = 120

// namedWithin reports whether the entity is named in the range.
func (r *reader) namedWithin(entity int, content text.Range) bool {
	for i := content.First; i < content.End && i < content.First+maxContent; i++ {
		if m := r.article.At(i); m >= 0 && r.article.Mentions[m].Entity == entity {
			return true
		}
	}
	return false
}
