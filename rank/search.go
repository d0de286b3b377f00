package rank

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/bm25"
)

// Rank scores the claims that match the query and returns them in order: the
// best first, of equals the latest, then by name. It is what Search means by
// relevance; engines compute the same while they search.
//
// In how many claims of the index a stem occurs is told by the engine. For
// phrases, words as written and beginnings it is counted over the claims given,
// which are all that match.
func (q *Query) Rank(claims []onrecord.Claim, stats onrecord.TermStats) []onrecord.Hit {
	return q.RankNear(onrecord.Date{}, claims, stats)
}

// RankNear is Rank for a query to which nearness in time counts: what
// onrecord.TopRequest means.
func (q *Query) RankNear(near onrecord.Date, claims []onrecord.Claim, stats onrecord.TermStats) []onrecord.Hit {
	counts := make([]counted, len(claims))
	found := make([]int, len(q.terms)+len(q.patterns))
	for i := range claims {
		counts[i] = q.count(&claims[i])
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
			n = stats.DocFreq[q.terms[part]]
		}
		idf[part] = m.IDF(n)
	}
	scored := make([]onrecord.Hit, len(claims))
	for i, c := range counts {
		scored[i] = onrecord.Hit{Claim: claims[i], Score: bm25.Raised(bm25.Attributed(q.score(&c, m, idf, stats), &claims[i].Speaker), near, claims[i].When())}
	}
	slices.SortFunc(scored, func(a, b onrecord.Hit) int { return byScore(a.Score, b.Score, &a.Claim, &b.Claim) })
	return scored
}

// score sums the weights of the parts, in their order.
func (q *Query) score(c *counted, m bm25.Model, idf []float64, stats onrecord.TermStats) float64 {
	score := 0.0
	for part, n := range c.parts {
		score += m.Weight(idf[part], float64(n), float64(c.length))
	}
	for i, term := range q.nearby {
		if c.nearby[i] {
			score += m.IDF(stats.ContextFreq[term])
		}
	}
	return score
}

// counted is how often each part of a query occurs in a claim: its terms and
// then its patterns.
type counted struct {
	parts  []int
	nearby []bool
	length int // FieldText tokens of the claim
}

// count counts the parts of the query in a claim.
func (q *Query) count(claim *onrecord.Claim) counted {
	terms := analysis.Terms(claim.Text)
	c := counted{parts: make([]int, len(q.terms)+len(q.patterns)), nearby: make([]bool, len(q.nearby)), length: len(terms)}
	for _, token := range terms {
		if i, ok := q.index[token.Term]; ok {
			c.parts[i]++
		}
	}
	if len(q.patterns) > 0 {
		tokens := analysis.Words(claim.Text)
		for i, p := range q.patterns {
			c.parts[len(q.terms)+i] = len(p.spans(tokens))
		}
	}
	if len(q.nearby) > 0 {
		for _, token := range analysis.Terms(claim.Surroundings()) {
			if i := slices.Index(q.nearby, token.Term); i >= 0 {
				c.nearby[i] = true
			}
		}
	}
	return c
}
