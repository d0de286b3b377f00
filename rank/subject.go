package rank

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// The bounds of a subject: of a longer text, the first different terms count.
// Each one costs the engine a look-up.
const (
	MaxSubjectTerms = 100 // of the statement itself
	MaxNearbyTerms  = 40  // of what stands around it
)

// SubjectBreadth is how many claims, about, are weighed for the words of a
// statement, and as many for those that have them around: the claims that have
// only its most frequent words are none of the related ones among millions.
const SubjectBreadth = 10_000

// A Statement is what related ones are sought to.
type Statement struct {
	Text   string
	Quoted []onrecord.Span // the parts in quotation marks, as spans of Text
	// Nearby is what stands around it: the sentences before and after, the
	// headline. May be empty.
	Nearby string
	// Reporting is the words that tell who said it and when (Claim.Reporting): of
	// Nearby they do not count.
	Reporting string
	// When it was said. Unknown: nearness in time does not count.
	When onrecord.Date
	// Group is the ID of the statement group that it is of; empty: of none that is
	// known.
	Group string
}

// A Subject is a Statement made ready.
type Subject struct {
	statement Statement
	terms     []subjectTerm // those of the statement, then those nearby
	own       int           // terms of the statement
	index     map[string]int
	letters   map[sequence]int // sequence → place in owners
	owners    []int            // per sequence: the first term whose word has it
	quotes    quotes
}

// A subjectTerm is one of the different terms of a subject.
type subjectTerm struct {
	stem string
	word string  // as it first stands in the subject
	part float64 // what it counts, next to a word of the statement
}

// NewSubject takes the words of the statement and of what stands around it.
// Web addresses do not count, and tags and handles as the words they are made
// of.
func NewSubject(st Statement) *Subject {
	s := &Subject{
		statement: st, index: make(map[string]int), letters: make(map[sequence]int),
		quotes: newQuotes(st.Text, st.Quoted),
	}
	s.addTerms(st.Text, 1, MaxSubjectTerms, nil)
	s.own = len(s.terms)
	for i := range s.terms {
		s.addLetters(i)
	}
	reporting := make(map[string]bool)
	for _, token := range analysis.Terms(st.Reporting) {
		reporting[token.Term] = true
	}
	s.addTerms(st.Nearby, NearbyPart, s.own+MaxNearbyTerms, reporting)
	return s
}

// addTerms adds the terms of a text that are not there yet, up to a number of
// terms in all, without those that are to be left out.
func (s *Subject) addTerms(text string, part float64, most int, without map[string]bool) {
	for _, p := range passages(text) {
		for _, token := range analysis.Terms(p.text) {
			word := p.text[token.Start:token.End]
			if _, ok := s.index[token.Term]; ok || without[token.Term] || isModal(token.Term, word) {
				continue
			}
			if len(s.terms) == most {
				return
			}
			s.index[token.Term] = len(s.terms)
			s.terms = append(s.terms, subjectTerm{token.Term, word, part * p.part})
		}
	}
}

// isModal tells of modal verbs, which say nothing of a statement's matter. In
// capitals they may be names.
func isModal(stem, word string) bool {
	return analysis.IsModal(stem) && 'a' <= word[0] && word[0] <= 'z'
}

// addLetters adds the sequences of letters of a term's word.
func (s *Subject) addLetters(term int) {
	var all []sequence
	for _, token := range analysis.Words(s.terms[term].word) {
		all = sequences(token.Term, all)
	}
	for _, letters := range all {
		if _, ok := s.letters[letters]; !ok {
			s.letters[letters] = len(s.owners)
			s.owners = append(s.owners, term)
		}
	}
}

// Node returns what the candidates have to match: see related. What stands
// around a statement also makes them better candidates.
func (s *Subject) Node() onrecord.Node {
	own := joinWords(s.terms[:s.own])
	node := onrecord.Bool{Should: []onrecord.Node{
		onrecord.Match{Field: onrecord.FieldText, Text: own, Breadth: SubjectBreadth},
		onrecord.Match{Field: onrecord.FieldContext, Text: own, Breadth: SubjectBreadth},
	}}
	if s.own == len(s.terms) {
		return node
	}
	nearby := onrecord.Match{Field: onrecord.FieldText, Text: joinWords(s.terms[s.own:])}
	if s.isShort() {
		nearby.MinTerms = ShortNearby
		node.Should = append(node.Should, nearby)
		return node
	}
	return onrecord.Bool{Must: []onrecord.Node{node}, Should: []onrecord.Node{nearby, onrecord.All{}}}
}

// When returns when the statement was said; not known where time does not count.
func (s *Subject) When() onrecord.Date { return s.statement.When }

// isShort reports whether the statement hardly tells by itself what it is about.
func (s *Subject) isShort() bool { return s.own <= ShortStatement }

// related reports whether a claim has anything to do with the subject: it has a
// word of the statement itself, in its own words or around them. For a short
// statement it will do that its own words have enough of what stands around the
// statement. Words that stand around both make nothing related: two statements
// of one article, or by one minister, have those in common whatever they are
// about.
func (s *Subject) related(c *candidate) bool {
	nearby := 0
	for _, n := range c.terms {
		if n.part < s.own {
			return true
		}
		if n.own {
			nearby++
		}
	}
	return s.isShort() && nearby >= ShortNearby
}

// joinWords writes the words of terms one after the other.
func joinWords(terms []subjectTerm) string {
	var text strings.Builder
	for _, term := range terms {
		text.WriteString(term.word)
		text.WriteByte(' ')
	}
	return text.String()
}

// QuotedIn returns the quoted parts of a claim as spans of its own text.
func QuotedIn(c *onrecord.Claim) []onrecord.Span {
	var spans []onrecord.Span
	for _, q := range c.Quoted {
		if c.Span.Contains(q) && q.End-c.Span.Start <= len(c.Text) {
			spans = append(spans, onrecord.Span{Start: q.Start - c.Span.Start, End: q.End - c.Span.Start})
		}
	}
	return spans
}

// SameWords reports whether two texts are copies of each other: the same words
// in the same order, whatever their case, marks and spaces.
func SameWords(a, b string) bool { return slices.Equal(words(a), words(b)) }
