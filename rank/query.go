package rank

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/bm25"
)

// A Query is what of a query tree ranks and highlights: its words, phrases and
// beginnings of words. Filters and what is negated do neither.
type Query struct {
	terms    []string       // stems, in the order of the query
	index    map[string]int // stem → place in terms
	begins   [256]bool      // by byte: a term begins so
	patterns []pattern      // phrases, words as written and beginnings
	nearby   []string       // stems of what stands around claims
}

// NewQuery reads the tree.
func NewQuery(node onrecord.Node) *Query {
	q := &Query{index: make(map[string]int)}
	for _, p := range bm25.Parts(node) {
		switch p.Kind {
		case bm25.Stem:
			q.index[p.Words[0]] = len(q.terms)
			q.begins[p.Words[0][0]] = true
			q.terms = append(q.terms, p.Words[0])
		case bm25.Written, bm25.Beginning:
			q.patterns = append(q.patterns, pattern{words: p.Words, prefix: p.Kind == bm25.Beginning})
		case bm25.Nearby:
			q.nearby = append(q.nearby, p.Words[0])
		}
	}
	return q
}

// Ranks reports whether the query has anything to rank by. Without, all scores
// are 0.
func (q *Query) Ranks() bool { return len(q.terms)+len(q.patterns)+len(q.nearby) > 0 }

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
	var reader analysis.Reader
	tokens := analysis.Words(text)
	for _, token := range tokens {
		if !q.begins[token.Term[0]] { // a stem begins as its word does, and takes longer to find
			continue
		}
		if stem, ok := reader.Term(token, text); ok && q.has(stem) {
			spans = append(spans, onrecord.Span{Start: token.Start, End: token.End})
		}
	}
	for _, p := range q.patterns {
		spans = append(spans, p.spans(tokens)...)
	}
	return merge(spans)
}

func (q *Query) has(stem string) bool {
	_, ok := q.index[stem]
	return ok
}
