// Package bm25 says what of a query weighs a claim, and how much: the one
// definition that package rank explains and that engines compute while they
// search.
package bm25

import "math"

// The parameters of BM25, at the values that Robertson and Zaragoza ("The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009) report to do well
// and Lucene ships with. Tuning them to claims was tried and gained nothing.
const (
	K1 = 1.2  // how soon more occurrences of a word stop to count
	B  = 0.75 // how much a long claim is discounted, from 0 to 1
)

// A Model weighs occurrences with the figures of a whole index.
type Model struct {
	claims  float64 // claims in the index
	average float64 // tokens of a claim
}

// New returns the model of an index with so many claims and tokens in all, in
// which so many claims were found. An index never has fewer claims than were
// found in it, and no claim without length: with both kept, no figure of an
// engine makes a score negative or infinite.
func New(claims, tokens, found int) Model {
	claims = max(claims, found, 1)
	return Model{claims: float64(claims), average: max(float64(tokens)/float64(claims), 1)}
}

// Lengthened returns the model for claims that are longer by a factor.
func (m Model) Lengthened(factor float64) Model {
	m.average *= factor
	return m
}

// IDF weighs a part of a query by how few claims have it: the form of Robertson
// and Spärck Jones with one added, as in Lucene, so that it is never negative.
func (m Model) IDF(having int) float64 {
	n := min(float64(having), m.claims)
	return math.Log1p((m.claims - n + 0.5) / (n + 0.5))
}

// Weight is what count occurrences in a claim of that many tokens add. Where
// some places of a claim count less than others, so do its tokens there, and
// count and length need not be whole.
func (m Model) Weight(idf, count, length float64) float64 {
	if count == 0 {
		return 0
	}
	return idf * count * (K1 + 1) / (count + K1*(1-B+B*length/m.average))
}
