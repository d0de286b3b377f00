package indextest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// narrowed returns a query that matches what the query does, without a Breadth:
// of each Match the words that count.
func (o oracle) narrowed(n onrecord.Node, claims []onrecord.Claim) onrecord.Node {
	switch n := n.(type) {
	case onrecord.Match:
		if n.Breadth > 0 {
			n.Text = o.rarest(n, claims)
		}
		return n
	case onrecord.Bool:
		var narrow onrecord.Bool
		for _, part := range []struct{ from, to *[]onrecord.Node }{{&n.Must, &narrow.Must}, {&n.Should, &narrow.Should}, {&n.Not, &narrow.Not}} {
			for _, node := range *part.from {
				*part.to = append(*part.to, o.narrowed(node, claims))
			}
		}
		return narrow
	}
	return n
}

// rarest returns the words of a Match that count within its breadth.
func (o oracle) rarest(n onrecord.Match, claims []onrecord.Claim) string {
	stats := o.stats(n, claims)
	having := stats.DocFreq
	if n.Field == onrecord.FieldContext {
		having = stats.ContextFreq
	}
	written := map[string]string{}
	for _, token := range analysis.Terms(n.Text) {
		written[token.Term] = n.Text[token.Start:token.End]
	}
	terms := queryTerms(n, n.Field)
	slices.SortFunc(terms, func(a, b string) int { return cmp.Or(cmp.Compare(having[a], having[b]), cmp.Compare(a, b)) })
	var words []string
	sum := 0
	for _, term := range terms {
		if sum < n.Breadth {
			words = append(words, written[term])
		}
		sum += having[term]
	}
	return strings.Join(words, " ")
}
