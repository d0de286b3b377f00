package bm25

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A Part is something in a query by which claims are weighed. Filters, names of
// speakers and what is negated are none.
type Part struct {
	Kind Kind
	// Words is one stem, or words as written, one after the other.
	Words []string
}

// Kind says what a Part looks for, and so how it is weighed.
type Kind int

// The kinds, in the order in which Parts has them.
const (
	// Stem: a stem of FieldText, by its occurrences in the claim, its claims in
	// the index, and the length of the claim.
	Stem Kind = iota
	// Written: words of FieldExact as written, one after the other, likewise;
	// of its claims, those count that match the query.
	Written
	// Beginning: the beginning of a word of FieldExact, likewise.
	Beginning
	// Nearby: a stem of FieldContext, once and whatever the length.
	Nearby
)

// Parts returns the parts of a query, each once: by kind, those of one kind in
// the order of the query. A score is the sum of their weights in this order.
func Parts(node onrecord.Node) []Part {
	parts := add(nil, node)
	slices.SortStableFunc(parts, func(a, b Part) int { return int(a.Kind - b.Kind) })
	return parts
}

func add(parts []Part, node onrecord.Node) []Part {
	switch n := node.(type) {
	case onrecord.Bool:
		for _, part := range slices.Concat(n.Must, n.Should) {
			parts = add(parts, part)
		}
	case onrecord.Match:
		kind, tokens, ok := ofMatch(n)
		for _, token := range tokens {
			if ok {
				parts = addOnce(parts, Part{kind, []string{token.Term}})
			}
		}
	case onrecord.Phrase:
		if n.Field == onrecord.FieldExact {
			parts = addOnce(parts, Part{Written, written(n.Text)})
		}
	case onrecord.Prefix:
		if n.Field == onrecord.FieldExact {
			parts = addOnce(parts, Part{Beginning, written(n.Text)})
		}
	}
	return parts
}

// ofMatch returns what the words of a Match are looked for as; false where they
// do not weigh.
func ofMatch(n onrecord.Match) (Kind, []analysis.Token, bool) {
	switch n.Field {
	case onrecord.FieldText:
		return Stem, analysis.Terms(n.Text), true
	case onrecord.FieldContext:
		return Nearby, analysis.Terms(n.Text), true
	case onrecord.FieldExact:
		return Written, analysis.Words(n.Text), true
	}
	return 0, nil, false
}

func addOnce(parts []Part, p Part) []Part {
	known := func(other Part) bool { return p.Kind == other.Kind && slices.Equal(p.Words, other.Words) }
	if len(p.Words) == 0 || slices.ContainsFunc(parts, known) {
		return parts
	}
	return append(parts, p)
}

func written(text string) []string {
	tokens := analysis.Words(text)
	words := make([]string, len(tokens))
	for i, token := range tokens {
		words[i] = token.Term
	}
	return words
}
