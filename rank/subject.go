package rank

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// MaxSubjectTerms bounds the different terms of a subject that are looked for:
// the first ones of a longer text. Each one costs the engine a look-up.
const MaxSubjectTerms = 100

// A Subject is a statement to which related ones are sought.
type Subject struct {
	text   string
	terms  []subjectTerm
	index  map[string]int // stem → place in terms
	quotes quotes
}

// A subjectTerm is one of the different terms of a subject.
type subjectTerm struct {
	stem string
	word string // as it first stands in the subject
}

// NewSubject takes the words of the statement and, as spans of them, those in
// quotation marks.
func NewSubject(text string, quoted []onrecord.Span) *Subject {
	s := &Subject{text: text, index: make(map[string]int), quotes: newQuotes(text, quoted)}
	for _, token := range analysis.Terms(text) {
		if _, ok := s.index[token.Term]; ok {
			continue
		}
		if len(s.terms) == MaxSubjectTerms {
			break
		}
		s.index[token.Term] = len(s.terms)
		s.terms = append(s.terms, subjectTerm{token.Term, text[token.Start:token.End]})
	}
	return s
}

// Node returns what the candidates have to match: any of the subject's terms.
func (s *Subject) Node() onrecord.Node {
	var text []byte
	for _, term := range s.terms {
		text = append(append(text, term.word...), ' ')
	}
	return onrecord.Match{Field: onrecord.FieldText, Text: string(text), MinTerms: 1}
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
