package rank

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// Rank scores the claims that match the query and returns the best first, ties
// in the order of their names. Highlights are for the few that are shown: see
// there.
//
// In how many claims of the index a stem occurs is told by the engine. For
// phrases, words as written and prefixes it is counted over the claims given:
// all that have one are among them, unless something else of the query, or the
// bound on candidates, keeps them out.
func (q *Query) Rank(claims []onrecord.Claim, stats onrecord.TermStats) []onrecord.Hit {
	counts := make([]counted, len(claims))
	found := make([]int, len(q.terms)+len(q.patterns))
	for i := range claims {
		counts[i] = q.count(claims[i].Text)
		for part, n := range counts[i].parts {
			if n > 0 {
				found[part]++
			}
		}
	}
	m := newModel(stats, len(claims))
	idf := make([]float64, len(found))
	for part, n := range found {
		if part < len(q.terms) {
			n = max(n, stats.DocFreq[q.terms[part]])
		}
		idf[part] = m.idf(n)
	}
	scored := make([]onrecord.Hit, len(claims))
	for i, c := range counts {
		scored[i].Claim = claims[i]
		for part, n := range c.parts {
			scored[i].Score += m.weight(idf[part], n, c.length)
		}
	}
	slices.SortFunc(scored, func(a, b onrecord.Hit) int { return byScore(a.Score, b.Score, &a.Claim, &b.Claim) })
	return scored
}

// counted is how often each part of a query occurs in a claim: its terms and
// then its patterns.
type counted struct {
	parts  []int
	length int // FieldText tokens of the claim
}

// count counts the parts of the query in a text.
func (q *Query) count(text string) counted {
	terms := analysis.Terms(text)
	c := counted{parts: make([]int, len(q.terms)+len(q.patterns)), length: len(terms)}
	for _, token := range terms {
		if i, ok := q.index[token.Term]; ok {
			c.parts[i]++
		}
	}
	if len(q.patterns) > 0 {
		tokens := analysis.Words(text)
		for i, p := range q.patterns {
			c.parts[len(q.terms)+i] = len(p.spans(tokens))
		}
	}
	return c
}
