package rank

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A Query is what of a query tree ranks and highlights: its words, phrases and
// prefixes over the text of claims. Filters and what is negated do neither.
type Query struct {
	terms    []string       // stems, each once, in the order of the query
	index    map[string]int // stem → place in terms
	patterns []pattern      // phrases, words as written and prefixes, each once
}

// NewQuery reads the tree.
func NewQuery(node onrecord.Node) *Query {
	q := &Query{index: make(map[string]int)}
	q.add(node)
	return q
}

// Ranks reports whether the query has anything to rank by. Without, all scores
// are 0.
func (q *Query) Ranks() bool { return len(q.terms)+len(q.patterns) > 0 }

// add takes the positive parts of the tree.
func (q *Query) add(node onrecord.Node) {
	switch n := node.(type) {
	case onrecord.Bool:
		for _, part := range slices.Concat(n.Must, n.Should) {
			q.add(part)
		}
	case onrecord.Match:
		switch n.Field {
		case onrecord.FieldText:
			q.addTerms(n.Text)
		case onrecord.FieldExact:
			for _, word := range words(n.Text) {
				q.addPattern(pattern{words: []string{word}})
			}
		}
	case onrecord.Phrase:
		if n.Field == onrecord.FieldExact {
			q.addPattern(pattern{words: words(n.Text)})
		}
	case onrecord.Prefix:
		if n.Field == onrecord.FieldExact {
			q.addPattern(pattern{words: words(n.Text), prefix: true})
		}
	}
}

func (q *Query) addTerms(text string) {
	for _, token := range analysis.Terms(text) {
		if _, ok := q.index[token.Term]; !ok {
			q.index[token.Term] = len(q.terms)
			q.terms = append(q.terms, token.Term)
		}
	}
}

func (q *Query) addPattern(p pattern) {
	if len(p.words) > 0 && !slices.ContainsFunc(q.patterns, p.equal) {
		q.patterns = append(q.patterns, p)
	}
}

// words returns the words of a text as written, folded.
func words(text string) []string {
	tokens := analysis.Words(text)
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		terms[i] = token.Term
	}
	return terms
}

// A pattern is words one after the other; of a prefix the last one only begins
// so.
type pattern struct {
	words  []string
	prefix bool
}

func (p pattern) equal(other pattern) bool {
	return p.prefix == other.prefix && slices.Equal(p.words, other.words)
}

// spans returns where the pattern stands in a text with these words.
func (p pattern) spans(tokens []analysis.Token) []onrecord.Span {
	var spans []onrecord.Span
	last := len(p.words) - 1
	for i := range len(tokens) - last {
		if p.at(tokens[i:]) {
			spans = append(spans, onrecord.Span{Start: tokens[i].Start, End: tokens[i+last].End})
		}
	}
	return spans
}

// at reports whether the tokens begin with the pattern.
func (p pattern) at(tokens []analysis.Token) bool {
	for i, word := range p.words {
		begins := p.prefix && i == len(p.words)-1 && strings.HasPrefix(tokens[i].Term, word)
		if tokens[i].Term != word && !begins {
			return false
		}
	}
	return true
}

// Highlights returns where the query's words, phrases and prefixes stand in
// the text of a claim, in order and without overlaps.
func (q *Query) Highlights(text string) []onrecord.Span {
	var spans []onrecord.Span
	if len(q.terms) > 0 {
		for _, token := range analysis.Terms(text) {
			if _, ok := q.index[token.Term]; ok {
				spans = append(spans, onrecord.Span{Start: token.Start, End: token.End})
			}
		}
	}
	if len(q.patterns) > 0 {
		tokens := analysis.Words(text)
		for _, p := range q.patterns {
			spans = append(spans, p.spans(tokens)...)
		}
	}
	return merge(spans)
}
