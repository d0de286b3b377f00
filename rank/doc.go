// Package rank puts the claims that an engine found in order, and says why
// they are there. It is pure: the same claims and figures give the same
// answer, whatever engine they came from. Engines count and weigh words each
// in their own way; with one ranking above them they give one answer.
//
//	Query     a search: BM25 scores and highlighted words
//	Subject   a statement to which related ones are sought: scores with reasons
//	SameWords whether two texts are copies of each other
package rank

import (
	"cmp"
	"math"
	"slices"

	"github.com/onrecord/onrecord"
)

// The parameters of BM25, at the values that Robertson and Zaragoza ("The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009) report to do well
// and Lucene ships with. Tuning them to claims was tried and gained nothing.
const (
	K1 = 1.2  // how soon more occurrences of a word stop to count
	B  = 0.75 // how much a long claim is discounted, from 0 to 1
)

// A model weighs occurrences by BM25, with the figures of the whole index.
type model struct {
	claims  float64 // claims in the index
	average float64 // FieldText tokens of a claim
}

// newModel takes the figures of an index. An index never has fewer claims than
// were found in it, and no claim without length: with both kept, no figure of
// an engine makes a score negative or infinite.
func newModel(stats onrecord.TermStats, found int) model {
	claims := max(stats.Claims, found, 1)
	return model{claims: float64(claims), average: max(float64(stats.Tokens)/float64(claims), 1)}
}

// idf weighs a term by how few claims have it: the form of Robertson and
// Spärck Jones with one added, as in Lucene, so that it is never negative.
func (m model) idf(docFreq int) float64 {
	df := min(float64(docFreq), m.claims)
	return math.Log1p((m.claims - df + 0.5) / (df + 0.5))
}

// weight is what count occurrences in a claim of that many tokens add.
func (m model) weight(idf float64, count, length int) float64 {
	if count == 0 {
		return 0
	}
	tf := float64(count)
	return idf * tf * (K1 + 1) / (tf + K1*(1-B+B*float64(length)/m.average))
}

// byScore is the order of answers: the best first, ties by resource name.
func byScore(scoreA, scoreB float64, a, b *onrecord.Claim) int {
	if c := cmp.Compare(scoreB, scoreA); c != 0 {
		return c
	}
	return CompareNames(a, b)
}

// CompareNames compares two claims by their resource names.
func CompareNames(a, b *onrecord.Claim) int { return cmp.Compare(a.Name(), b.Name()) }

// merge sorts the spans and joins those that overlap or touch.
func merge(spans []onrecord.Span) []onrecord.Span {
	slices.SortFunc(spans, func(a, b onrecord.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var merged []onrecord.Span
	for _, s := range spans {
		if last := len(merged) - 1; last >= 0 && s.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}
