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

// A Statement is what related ones are sought to.
type Statement struct {
	Text   string
	Quoted []onrecord.Span // the parts in quotation marks, as spans of Text
	// Nearby is what stands around it: the sentences before and after, the
	// headline. May be empty.
	Nearby string
	// When it was said. Unknown: nearness in time does not count.
	When onrecord.Date
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
	word string // as it first stands in the subject
}

// NewSubject takes the words of the statement and of what stands around it.
// Web addresses do not count, and tags and handles as the words they are made
// of.
func NewSubject(st Statement) *Subject {
	s := &Subject{
		statement: st, index: make(map[string]int), letters: make(map[sequence]int),
		quotes: newQuotes(st.Text, st.Quoted),
	}
	s.addTerms(st.Text, MaxSubjectTerms)
	s.own = len(s.terms)
	for i := range s.terms {
		s.addLetters(i)
	}
	s.addTerms(st.Nearby, s.own+MaxNearbyTerms)
	return s
}

// addTerms adds the terms of a text that are not there yet, up to a number of
// terms in all.
func (s *Subject) addTerms(text string, most int) {
	for _, part := range prose(text) {
		for _, token := range analysis.Terms(part) {
			if _, ok := s.index[token.Term]; ok {
				continue
			}
			if len(s.terms) == most {
				return
			}
			s.index[token.Term] = len(s.terms)
			s.terms = append(s.terms, subjectTerm{token.Term, part[token.Start:token.End]})
		}
	}
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

// Node returns what the candidates have to match: a term of the statement, in
// their words or around them. What stands around the statement makes them
// better candidates, and none of its own.
func (s *Subject) Node() onrecord.Node {
	own := joinWords(s.terms[:s.own])
	node := onrecord.Bool{Should: []onrecord.Node{
		onrecord.Match{Field: onrecord.FieldText, Text: own},
		onrecord.Match{Field: onrecord.FieldContext, Text: own},
	}}
	if s.own == len(s.terms) {
		return node
	}
	nearby := onrecord.Match{Field: onrecord.FieldText, Text: joinWords(s.terms[s.own:])}
	return onrecord.Bool{Must: []onrecord.Node{node}, Should: []onrecord.Node{nearby, onrecord.All{}}}
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
