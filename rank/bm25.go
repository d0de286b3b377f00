package rank

import (
	"math"

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
