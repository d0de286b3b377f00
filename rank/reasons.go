package rank

import (
	"cmp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// explain returns the hit of a candidate, with reasons that add up to its
// score.
func (r *ranking) explain(c *candidate) onrecord.RelatedHit {
	rel := r.weigh(c)
	h := onrecord.RelatedHit{Claim: *c.claim, Score: r.score(rel), Highlights: r.counter.highlights(c.claim.Text)}
	h.Reasons = append(r.wordReasons(rel), rel.quotes...)
	for _, reason := range []onrecord.Reason{
		{Type: onrecord.ReasonSameStatement, Weight: rel.statement},
		{Type: onrecord.ReasonSameSpeaker, Detail: c.claim.Speaker.Name, Weight: rel.speaker},
		{Type: onrecord.ReasonNearInTime, Detail: c.claim.When().String(), Weight: rel.time},
	} {
		if reason.Weight > 0 {
			h.Reasons = append(h.Reasons, reason)
		}
	}
	slices.SortStableFunc(h.Reasons, func(a, b onrecord.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return h
}

// wordReasons tells of each term that both have, and in one of the words that
// are only written alike.
func (r *ranking) wordReasons(rel *relation) []onrecord.Reason {
	var reasons []onrecord.Reason
	for _, n := range rel.candidate.terms {
		reason := onrecord.Reason{Type: onrecord.ReasonSharedTerm, Detail: r.subject.terms[n.part].word, Weight: rel.terms[n.part]}
		if !n.own || n.part >= r.subject.own {
			reason.Type = onrecord.ReasonSharedContext
		}
		if n.part < r.subject.own {
			reason.Weight += rel.similar[n.part]
			rel.similar[n.part] = 0
		}
		reasons = append(reasons, reason)
	}
	if alike := r.alike(rel.similar); alike.Weight > 0 {
		reasons = append(reasons, alike)
	}
	return reasons
}

// toldAlike bounds the words that are named as written alike.
const toldAlike = 3

// alike sums the weights of the terms whose words are only written alike, and
// names the weightiest.
func (r *ranking) alike(similar []float64) onrecord.Reason {
	reason := onrecord.Reason{Type: onrecord.ReasonSimilarWord}
	var terms []int
	for i, weight := range similar {
		if weight > 0 {
			terms = append(terms, i)
			reason.Weight += weight
		}
	}
	slices.SortStableFunc(terms, func(a, b int) int { return cmp.Compare(similar[b], similar[a]) })
	var words []string
	for _, i := range terms[:min(len(terms), toldAlike)] {
		words = append(words, r.subject.terms[i].word)
	}
	reason.Detail = strings.Join(words, ", ")
	return reason
}
