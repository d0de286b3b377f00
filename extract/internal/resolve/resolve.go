// Package resolve turns the words that name the source of a statement ("he",
// "the mayor", "Ms. Velden") into one of the speakers that the article names.
//
// It reads the article once from left to right and keeps, like a reader, who
// was named last, who was the subject, and who spoke. A pronoun or a
// description is then a choice among those, by the weights in weights.go.
package resolve

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A Statement is what is known of a statement before its speaker is.
type Statement struct {
	// Content, Cue and Mention are its words, the verb that attributes and the
	// words that name the source; an empty range stands for "not there".
	Content, Cue, Mention text.Range
	// Direct is set where all of the content stands in quotation marks.
	Direct bool
	// Passive is set where the cue leaves out the agent ("was told").
	Passive bool
	// Asker is set where whoever asks the questions of an interview speaks:
	// what has no mention after it is the other's.
	Asker bool
	// Heir is an earlier statement whose source this one shares; -1 for none.
	Heir int
	// Nested is the statement in whose words this one stands; -1 for none.
	Nested int
}

// A Choice is the speaker of a statement.
type Choice struct {
	Speaker onrecord.Speaker
	// Entity is the speaker's index in names.Article.Entities, -1 for none.
	Entity int
	// Others are the speakers weighed and not chosen, best first.
	Others []onrecord.Candidate
	// Certainty is the probability, 0 to 1, that Speaker is right.
	Certainty float64
}

// Speakers chooses a speaker for each of the statements, which are in text
// order.
func Speakers(d *text.Document, article *names.Article, statements []Statement) []Choice {
	r := newReader(d, article, statements)
	r.read()
	r.inherit()
	out := make([]Choice, len(statements))
	for i := range statements {
		out[i] = r.choice(r.decisions[i])
	}
	return out
}

// A decision is a referent chosen, with those that were not.
type decision struct {
	referent  int // -1 for nobody
	certainty float64
	others    []rival
}

type rival struct {
	referent   int
	confidence float64
}

// An event is a statement whose source is decided at a token.
type event struct{ at, statement int }

// A reader goes through the text and remembers.
type reader struct {
	d          *text.Document
	article    *names.Article
	statements []Statement
	decisions  []decision
	events     []event

	referents []referent
	ofEntity  []int          // entity → referent, -1 before its first mention
	recent    []int          // the referents seen last, latest first
	byHead    map[string]int // head noun of a description → its referent
	subject   int            // referent that is the subject of the current sentence
	previous  int            // … of the sentence before
	sentence  int
	speaker   int // referent that spoke last
	spokeAt   int // the sentence in which it did
	asked     int // referent that was asked something last
	askedAt   int // the sentence in which it was
	pronouns  map[int]int
}

func newReader(d *text.Document, article *names.Article, statements []Statement) *reader {
	r := &reader{d: d, article: article, statements: statements, subject: -1, previous: -1, speaker: -1, asked: -1,
		byHead: make(map[string]int), decisions: make([]decision, len(statements)), ofEntity: make([]int, len(article.Entities)),
		pronouns: make(map[int]int)}
	for i := range r.ofEntity {
		r.ofEntity[i] = -1
	}
	for i, s := range statements {
		r.decisions[i].referent = -1
		if s.Mention.Len() == 0 && s.Heir >= 0 {
			continue
		}
		r.events = append(r.events, event{r.decidedAt(s), i})
	}
	slices.SortStableFunc(r.events, func(a, b event) int { return a.at - b.at })
	return r
}

// decidedAt returns the token at which the source of s is decided: the last
// of its mention, or else where the cue or the content begins.
func (r *reader) decidedAt(s Statement) int {
	switch {
	case s.Mention.Len() > 0:
		return s.Mention.End - 1
	case s.Cue.Len() > 0:
		return s.Cue.First
	}
	return s.Content.First
}

// read goes through the text.
func (r *reader) read() {
	next, mention := 0, 0
	for i := range r.d.Tokens {
		t := &r.d.Tokens[i]
		if t.Sentence != r.sentence {
			r.endSentence(t.Sentence)
		}
		for mention < len(r.article.Mentions) && r.article.Mentions[mention].Tokens.End-1 <= i {
			r.noteName(mention)
			mention++
		}
		decided := false
		for next < len(r.events) && r.events[next].at <= i {
			r.decide(r.events[next].statement)
			decided = true
			next++
		}
		if !decided && t.Quote < 0 && t.Flags&text.Word != 0 && len(t.Lower) < 8 {
			if t.Lower == "the" {
				r.noteDescription(i)
			} else {
				r.notePronoun(i)
			}
		}
	}
	for ; next < len(r.events); next++ {
		r.decide(r.events[next].statement)
	}
}

// endSentence remembers the subject of the sentence that is over.
func (r *reader) endSentence(next int) {
	if r.subject >= 0 {
		r.previous = r.subject
	}
	r.subject = -1
	r.sentence = next
}

// inherit gives the statements without a source of their own that of the
// statement they go on with.
func (r *reader) inherit() {
	for i, s := range r.statements {
		if s.Mention.Len() == 0 && s.Heir >= 0 && s.Heir < i {
			r.decisions[i] = r.decisions[s.Heir]
		}
	}
	for i, s := range r.statements {
		if s.Nested >= 0 && s.Nested < len(r.decisions) && s.Nested != i && s.Mention.Len() == 1 && firstPerson(r.d.Lower(s.Mention.First)) {
			r.decisions[i] = r.decisions[s.Nested]
		}
	}
}

func firstPerson(w string) bool { return w == "i" || w == "we" || w == "my" || w == "our" || w == "me" }

// choice writes a decision out.
func (r *reader) choice(c decision) Choice {
	out := Choice{Entity: -1, Certainty: c.certainty}
	if c.referent < 0 {
		return out
	}
	f := &r.referents[c.referent]
	out.Entity = f.entity
	out.Speaker = r.speakerOf(f)
	for _, o := range c.others {
		if name := r.speakerOf(&r.referents[o.referent]).Name; name != "" && name != out.Speaker.Name {
			out.Others = append(out.Others, onrecord.Candidate{Name: name, Confidence: o.confidence})
		}
	}
	return out
}

// speakerOf writes a referent as a speaker.
func (r *reader) speakerOf(f *referent) onrecord.Speaker {
	s := onrecord.Speaker{Name: f.name, Title: f.title, Type: f.kind}
	if f.entity >= 0 {
		e := &r.article.Entities[f.entity]
		s.Name, s.Title = e.Name, e.Title
		if s.Type == onrecord.SpeakerUnknown {
			s.Type = onrecord.SpeakerPerson // one capitalised word that speaks is most often a surname
		}
	}
	if s.Type != onrecord.SpeakerUnnamed {
		s.ID = names.Slug(s.Name)
	}
	return s
}
