package index

import (
	"context"
	"math"
	"sort"

	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/onrecord/onrecord"
)

// A scoredTerm is a word of the query that makes a claim a better candidate.
type scoredTerm struct {
	field, term string
	weight      float64 // inverse document frequency
}

// A scorer gives candidates a score by which the best are chosen: BM25 over
// FieldText, with figures over the whole index; in the other fields a term
// counts its weight once. Package rank has the last word on the order.
type scorer struct {
	terms         []scoredTerm
	averageLength float64
	lengthFactors [64]float64 // lengthFactor of the lengths that most claims have
}

// The usual constants of BM25 (Robertson and Zaragoza 2009, 3.5): how fast
// repetition saturates, and how much length counts.
const (
	saturation = 1.2
	lengthPart = 0.75
)

// scorer weighs the terms of the plan by how many claims have them.
func (p *plan) scorer(ctx context.Context, v *view, stats onrecord.TermStats) (*scorer, error) {
	sc := &scorer{terms: make([]scoredTerm, len(p.scored)), averageLength: 1}
	if stats.Claims > 0 && stats.Tokens > 0 {
		sc.averageLength = float64(stats.Tokens) / float64(stats.Claims)
	}
	for length := range sc.lengthFactors {
		sc.lengthFactors[length] = sc.lengthFactor(float64(length))
	}
	for i, t := range p.scored {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		frequency, err := v.frequency(t, stats)
		if err != nil {
			return nil, err
		}
		t.weight = math.Log1p((float64(stats.Claims-frequency) + 0.5) / (float64(frequency) + 0.5))
		sc.terms[i] = t
	}
	return sc, nil
}

// frequency counts the claims that have a term.
func (v *view) frequency(t scoredTerm, stats onrecord.TermStats) (int, error) {
	if t.field == string(onrecord.FieldText) {
		return stats.DocFreq[t.term], nil
	}
	total := 0
	for _, s := range v.segments {
		count, err := s.liveCount(t.field, t.term)
		if err != nil {
			return 0, err
		}
		total += count
	}
	return total, nil
}

// lengthFactor is what the length of a claim adds to the denominator.
func (sc *scorer) lengthFactor(length float64) float64 {
	return saturation * (1 - lengthPart + lengthPart*length/sc.averageLength)
}

// part returns the part of one term in the score of a claim.
func (sc *scorer) part(t scoredTerm, posting segment.Posting) float64 {
	norm := posting.Norm() // 1 / sqrt(length)
	length := 1 / (norm * norm)
	factor := 0.0
	if rounded := int(length + 0.5); rounded < len(sc.lengthFactors) {
		factor = sc.lengthFactors[rounded]
	} else {
		factor = sc.lengthFactor(length)
	}
	tf := float64(posting.Frequency())
	return t.weight * tf * (saturation + 1) / (tf + factor)
}

// scores returns the score of each document, in their order.
func (sc *scorer) scores(ctx context.Context, s *segmentView, documents []uint32) ([]float64, error) {
	scores := make([]float64, len(documents))
	for _, t := range sc.terms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if t.field == string(onrecord.FieldText) {
			err = sc.addText(s, t, documents, scores)
		} else {
			err = addConstant(s, t, documents, scores)
		}
		if err != nil {
			return nil, err
		}
	}
	return scores, nil
}

// addText adds the part of a term of FieldText.
func (sc *scorer) addText(s *segmentView, t scoredTerm, documents []uint32, scores []float64) error {
	dictionary, err := s.segment.Dictionary(t.field)
	if err != nil {
		return unavailable(err)
	}
	list, err := dictionary.PostingsList([]byte(t.term), nil, nil)
	if err != nil {
		return unavailable(err)
	}
	postings := list.Iterator(true, true, false, nil)
	for at := 0; at < len(documents); {
		posting, err := postings.Advance(uint64(documents[at]))
		if err != nil {
			return unavailable(err)
		}
		if posting == nil {
			return nil
		}
		if at = skipTo(documents, at, uint32(posting.Number())); at == len(documents) {
			return nil
		}
		if documents[at] == uint32(posting.Number()) {
			scores[at] += sc.part(t, posting)
			at++
		}
	}
	return nil
}

// addConstant adds the weight of a term to the documents that have it.
func addConstant(s *segmentView, t scoredTerm, documents []uint32, scores []float64) error {
	having, err := s.postings(t.field, t.term)
	if err != nil {
		return err
	}
	at := 0
	for having := having.Iterator(); having.HasNext(); {
		document := having.Next()
		if at = skipTo(documents, at, document); at == len(documents) {
			return nil
		}
		if documents[at] == document {
			scores[at] += t.weight
			continue
		}
		having.AdvanceIfNeeded(documents[at])
	}
	return nil
}

// skipTo returns the place of the first document from at on that is not below
// the target.
func skipTo(documents []uint32, at int, target uint32) int {
	if at < len(documents) && documents[at] >= target {
		return at
	}
	return at + sort.Search(len(documents)-at, func(i int) bool { return documents[at+i] >= target })
}
