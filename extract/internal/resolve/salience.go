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
		score += weightQuotedOnly
		if t.Quote >= 0 && c.quotedAt >= 0 && r.d.Tokens[c.quotedAt].Quote == t.Quote {
			score += weightQuotedHere - weightQuotedOnly
		}
	}
	score += nearness(c, t)
	if f == r.previous && r.subject < 0 || f == r.subject {
		score += weightMainSubject
	}
	if f == r.speaker && (r.asked < 0 || r.askedAt != r.spokeAt) {
		score += weightSpokeLast
		if t.Sentence-r.spokeAt <= 3 {
			score += weightSpokeNear
		}
	}
	if f == r.asked && t.Sentence-r.askedAt <= 1 {
		score += weightAsked
	}
	if c.introduced && t.Sentence-c.sentence <= 1 {
		score += weightJustIntroduced
	}
	score += weightOftenNamed * math.Log1p(float64(c.count))
	if statement >= 0 {
		score += r.named(c, i, &r.statements[statement])
	}
	return score, true
}

// Beyond so many sentences and paragraphs, further ones count no more.
const (
	mostSentences  = 12
	mostParagraphs = 8
)

// nearness scores where the referent was mentioned last, and how, as seen from
// the token t.
func nearness(c *referent, t *text.Token) float64 {
	score := 0.0
	switch d := t.Sentence - c.sentence; {
	case d <= 0:
		score += weightSameSentence
		if c.position == asSubject {
			score += weightSubjectHere
		}
	case d == 1:
		score += weightSentenceBefore
		if c.position == asSubject {
			score += weightSubjectBefore
		}
	default:
		score += weightPerSentence * float64(min(d, mostSentences))
		if c.position == asSubject {
			score += weightSubjectBefore / 2
		}
	}
	score += weightPerParagraph * float64(min(max(t.Paragraph-c.paragraph, 0), mostParagraphs))
	switch c.position {
	case asPossessor:
		score += weightPossessor
	case afterPreposition:
		score += weightAfterPreposition
	case inApposition:
		score += weightModifier
	}
	return score
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
			return weightKindUnknown, c.acted || c.count == 0
		}
		if c.human {
			return weightNameless, true
		}
		if c.gender == names.NoGender {
			return weightGenderUnknown, true
		}
		return weightGenderKnown, true
	case severalPeople:
		if c.plural {
			return weightPlural, true
		}
		return weightBodyAsMany, c.kind == onrecord.SpeakerOrganization
	}
	if c.kind == onrecord.SpeakerUnknown {
		return weightUnknownBody, c.gender == names.NoGender
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
			return weightNamedInQuote
		}
		return 0
	}
	if in(c.token) || in(c.quotedAt) || s.Content.First > i && r.namedWithin(c.entity, s.Content) {
		return weightNamedInContent
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
