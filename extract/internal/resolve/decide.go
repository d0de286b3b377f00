package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// decide chooses the speaker of a statement and remembers who spoke.
func (r *reader) decide(statement int) {
	s := &r.statements[statement]
	d := r.source(statement)
	r.decisions[statement] = d
	if d.referent < 0 || s.Asker {
		return
	}
	at := r.decidedAt(*s)
	f := &r.referents[d.referent]
	if r.d.Tokens[at].Quote >= 0 && s.Nested >= 0 {
		return
	}
	if s.Mention.Len() > 0 {
		r.see(d.referent, at, asSubject)
	}
	f.spokeAt = r.d.Tokens[at].Sentence
	r.speaker, r.spokeAt = d.referent, f.spokeAt
	r.noteAsked(s)
}

// noteAsked remembers who is asked what the statement tells: who answers is
// rather that person than who asks.
func (r *reader) noteAsked(s *Statement) {
	if s.Cue.Len() == 0 || !asks[r.d.Lower(s.Cue.End-1)] {
		return
	}
	for i := s.Cue.End; i < s.Content.First; i++ {
		if m := r.article.At(i); m >= 0 && r.article.Entities[r.article.Mentions[m].Entity].Kind == names.Person {
			r.asked, r.askedAt = r.referentOf(r.article.Mentions[m].Entity), r.d.Tokens[i].Sentence
			return
		}
	}
}

// source chooses the speaker of a statement.
func (r *reader) source(statement int) decision {
	s := &r.statements[statement]
	switch s.Mention.Len() {
	case 0:
		return r.floating(s)
	case 1:
		if d, ok := r.pronoun(statement); ok {
			return d
		}
	}
	if r.noSource(s) {
		if d := r.floating(s); d.referent >= 0 {
			return d
		}
	}
	return r.phrase(s.Mention, statement)
}

// noSource reports whether the words taken for the source are none: a phrase
// after a preposition ("in a statement"), a dateline, a lone function word.
func (r *reader) noSource(s *Statement) bool {
	m := s.Mention
	if s.Cue.Len() == 0 || r.d.Lower(s.Cue.First) == "according" || r.d.Lower(s.Cue.End-1) == "by" {
		return false
	}
	if k := r.article.At(m.End - 1); k >= 0 && r.speaks(k) {
		return false
	}
	first := r.d.Lower(m.First)
	before := m.First - 1
	switch r.d.Lower(before) {
	case "in", "on", "at", "during", "within", "over", "into":
		if m.End <= s.Cue.First {
			return true
		}
	}
	if m.Len() > 1 {
		return prepositions[first] && r.d.Is(m.First, text.Capital)
	}
	switch w := r.d.Lower(m.End); {
	case (w == "—" || w == "–" || w == "--" || w == "-") && r.d.Is(m.First, text.AllCaps) && r.d.ParagraphOf(m.First).First == m.First:
		return true
	case determiners[first] && !plural(first) && first != "one" && first != "another", prepositions[first], clauseOpeners[first] && first != "what":
		return true
	}
	return !r.d.Is(m.First, text.Capital) && strings.HasSuffix(first, "ed") || first == "last"
}

// floating chooses for a statement without a mention: the subject of its
// sentence where a verb attributes it, else who spoke last.
func (r *reader) floating(s *Statement) decision {
	if s.Passive {
		return decision{referent: -1}
	}
	if s.Cue.Len() > 0 && r.subject >= 0 && r.canSpeak(r.subject) {
		return decision{referent: r.subject, certainty: 0.6}
	}
	if r.speaker >= 0 {
		return decision{referent: r.speaker, certainty: 0.7}
	}
	return r.person(names.NoGender, r.decidedAt(*s), -1)
}

func (r *reader) canSpeak(f int) bool { return r.referents[f].kind != onrecord.SpeakerUnknown }

// pronoun chooses where the mention is one pronoun.
func (r *reader) pronoun(statement int) (decision, bool) {
	s := &r.statements[statement]
	i := s.Mention.First
	switch w := r.d.Lower(i); w {
	case "he", "his", "him", "she", "her", "himself", "herself", "hers":
		d := r.person(names.PronounGender(w), i, statement)
		if d.referent >= 0 {
			r.learn(d, names.PronounGender(w))
			r.pronouns[i] = d.referent
		}
		return d, d.referent >= 0
	case "they", "their", "them", "themselves":
		r.noteGroup(r.d.Tokens[i].Sentence)
		r.noteGroup(r.d.Tokens[i].Sentence - 1)
		d := r.best(severalPeople, names.NoGender, i, statement)
		if d.referent < 0 {
			d = r.best(onePerson, names.NoGender, i, statement)
		}
		return d, d.referent >= 0
	case "it", "its", "itself":
		d := r.best(oneBody, names.NoGender, i, statement)
		return d, d.referent >= 0
	case "who", "whom", "which", "that", "whose":
		return r.antecedent(statement)
	}
	return decision{}, false
}

// maxPhrase bounds, in tokens, how far the noun of a relative pronoun is
// looked for.
const maxPhrase = 30

// antecedent chooses for a relative pronoun: the name or noun phrase that
// stands just before it.
func (r *reader) antecedent(statement int) (decision, bool) {
	i := r.statements[statement].Mention.First
	j := i - 1
	for j >= 0 && j > i-3 && r.d.Is(j, text.Punct) {
		j--
	}
	if j < 0 {
		return decision{}, false
	}
	low := j
	comma := -1
	for k := j; k >= 0 && k > j-maxPhrase && r.d.Tokens[k].Sentence == r.d.Tokens[i].Sentence; k-- {
		if m := r.article.At(k); m >= 0 {
			n := r.article.Mentions[m]
			e := &r.article.Entities[n.Entity]
			if e.Kind == names.Person && !n.Possessive && (k == j || comma >= 0 || r.d.Lower(n.Tokens.End) == "," || r.d.Lower(n.Tokens.End) == "(") {
				return decision{referent: r.referentOf(n.Entity), certainty: 0.9}, true
			}
			if k == j && e.Kind != names.Person {
				return decision{referent: r.referentOf(n.Entity), certainty: 0.8}, true
			}
		}
		w := r.d.Lower(k)
		if w == "," && comma < 0 {
			comma = k
		}
		if verbs[w] && k < j || r.d.Is(k, text.Mark) || w == ";" || w == ":" {
			break
		}
		low = k
	}
	return r.nounBefore(low, j)
}

// nounBefore makes a referent of the noun phrase that ends at token last.
func (r *reader) nounBefore(low, last int) (decision, bool) {
	first := last
	for k := last; k >= low; k-- {
		w := r.d.Lower(k)
		if !r.d.Is(k, text.Word) || prepositions[w] || clauseOpeners[w] {
			break
		}
		first = k
		if determiners[w] {
			break
		}
	}
	if first > last {
		return decision{}, false
	}
	d := r.phrase(text.Range{First: first, End: last + 1}, -1)
	return d, d.referent >= 0
}
