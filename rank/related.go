package rank

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// What else than shared terms relates two statements, as a part of their
// shared terms' weight: alone neither makes two statements related.
const (
	// SpeakerPart is added where both are of the same speaker. Measured on
	// debates and the fact checks of their claims, a factor of about 1.3 did
	// best.
	SpeakerPart = 0.3
	// QuotePart is added for the terms that both have in the same quoted words:
	// those are the speaker's, not the reporter's.
	QuotePart = 0.5
)

// Rank weighs the claims against the subject and returns those that share a
// term with it, the most related first, ties in the order of their names.
// sameSpeaker says that all of them are of the subject's speaker.
func (s *Subject) Rank(claims []onrecord.Claim, stats onrecord.TermStats, sameSpeaker bool) []onrecord.RelatedHit {
	m := newModel(stats, len(claims))
	idf := make([]float64, len(s.terms))
	for i, term := range s.terms {
		idf[i] = m.idf(stats.DocFreq[term.stem])
	}
	related := make([]onrecord.RelatedHit, 0, len(claims))
	for i := range claims {
		r := s.relate(&claims[i], m, idf)
		if len(r.Reasons) == 0 {
			continue
		}
		if sameSpeaker {
			add(&r, onrecord.Reason{Type: onrecord.ReasonSameSpeaker, Detail: r.Claim.Speaker.Name, Weight: SpeakerPart * r.Score})
		}
		slices.SortStableFunc(r.Reasons, func(a, b onrecord.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
		related = append(related, r)
	}
	slices.SortFunc(related, func(a, b onrecord.RelatedHit) int { return byScore(a.Score, b.Score, &a.Claim, &b.Claim) })
	return related
}

func add(h *onrecord.RelatedHit, reason onrecord.Reason) {
	h.Reasons = append(h.Reasons, reason)
	h.Score += reason.Weight
}

// relate finds the terms and the quoted words that a claim shares with the
// subject.
func (s *Subject) relate(c *onrecord.Claim, m model, idf []float64) onrecord.RelatedHit {
	r := onrecord.RelatedHit{Claim: *c}
	tokens := analysis.Terms(c.Text)
	counts := make([]int, len(s.terms))
	for _, token := range tokens {
		if i, ok := s.index[token.Term]; ok {
			counts[i]++
			r.Highlights = append(r.Highlights, onrecord.Span{Start: token.Start, End: token.End})
		}
	}
	r.Highlights = merge(r.Highlights)
	weights := make([]float64, len(s.terms))
	for i, n := range counts {
		if n > 0 {
			weights[i] = m.weight(idf[i], n, len(tokens))
			add(&r, onrecord.Reason{Type: onrecord.ReasonSharedTerm, Detail: s.terms[i].word, Weight: weights[i]})
		}
	}
	for _, reason := range s.sharedQuotes(c, weights) {
		add(&r, reason)
	}
	return r
}

// sharedQuotes returns the quoted words that the claim shares with the
// subject; weights are those of the subject's terms. A term in several runs
// counts in the first of them; a run that adds nothing is not told.
func (s *Subject) sharedQuotes(c *onrecord.Claim, weights []float64) []onrecord.Reason {
	if len(s.quotes.words) == 0 || len(c.Quoted) == 0 {
		return nil
	}
	var reasons []onrecord.Reason
	for _, span := range s.quotes.shared(newQuotes(c.Text, QuotedIn(c))) {
		words := span.Of(s.text)
		sum := 0.0
		for _, token := range analysis.Terms(words) {
			if i, ok := s.index[token.Term]; ok {
				sum += QuotePart * weights[i]
				weights[i] = 0
			}
		}
		if sum > 0 {
			reasons = append(reasons, onrecord.Reason{Type: onrecord.ReasonSharedQuote, Detail: words, Weight: sum})
		}
	}
	return reasons
}
