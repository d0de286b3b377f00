package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Hits converts each hit of a search.
func Hits(hits []onrecord.Hit) []*onrecordv1.ClaimHit {
	ms := make([]*onrecordv1.ClaimHit, len(hits))
	for i, h := range hits {
		ms[i] = &onrecordv1.ClaimHit{Claim: Claim(h.Claim), Score: float32(h.Score), Highlights: Spans(h.Highlights), Group: groupIfAny(h.Group)}
	}
	return ms
}

// HitOf converts one hit back.
func HitOf(m *onrecordv1.ClaimHit) onrecord.Hit {
	return onrecord.Hit{
		Claim: ClaimOf(m.GetClaim()), Score: float64(m.GetScore()), Highlights: SpansOf(m.GetHighlights()), Group: GroupOf(m.GetGroup()),
	}
}

// Related converts each related statement.
func Related(hits []onrecord.RelatedHit) []*onrecordv1.RelatedClaim {
	ms := make([]*onrecordv1.RelatedClaim, len(hits))
	for i, h := range hits {
		m := &onrecordv1.RelatedClaim{Claim: Claim(h.Claim), Score: float32(h.Score), Highlights: Spans(h.Highlights), Group: groupIfAny(h.Group)}
		for _, r := range h.Reasons {
			m.Reasons = append(m.Reasons, &onrecordv1.RelationReason{
				Type: toWire(reasonTypes, r.Type), Detail: r.Detail, Weight: float32(r.Weight),
			})
		}
		ms[i] = m
	}
	return ms
}

// RelatedOf is the inverse of Related.
func RelatedOf(ms []*onrecordv1.RelatedClaim) []onrecord.RelatedHit {
	hits := make([]onrecord.RelatedHit, len(ms))
	for i, m := range ms {
		h := onrecord.RelatedHit{Claim: ClaimOf(m.GetClaim()), Score: float64(m.GetScore()), Highlights: SpansOf(m.GetHighlights()), Group: GroupOf(m.GetGroup())}
		for _, r := range m.GetReasons() {
			h.Reasons = append(h.Reasons, onrecord.Reason{
				Type: fromWire(reasonTypes, r.GetType()), Detail: r.GetDetail(), Weight: float64(r.GetWeight()),
			})
		}
		hits[i] = h
	}
	return hits
}

// Facets converts the counts of a search, in the order of fields. Speakers may be
// given by ID or by resource name.
func Facets(fields []onrecord.Field, counts map[onrecord.Field][]onrecord.FacetValue) []*onrecordv1.FacetCounts {
	var ms []*onrecordv1.FacetCounts
	for _, f := range fields {
		m := &onrecordv1.FacetCounts{Facet: Facet(f)}
		for _, v := range counts[f] {
			value := v.Value
			if f == onrecord.FieldSpeakerID {
				value = onrecord.SpeakerName(strings.TrimPrefix(value, "speakers/"))
			}
			m.Values = append(m.Values, &onrecordv1.FacetValue{Value: value, Count: int32(v.Count)})
		}
		ms = append(ms, m)
	}
	return ms
}

// FacetsOf converts the counts back; speakers keep their resource names.
func FacetsOf(ms []*onrecordv1.FacetCounts) map[onrecord.Field][]onrecord.FacetValue {
	counts := make(map[onrecord.Field][]onrecord.FacetValue, len(ms))
	for _, m := range ms {
		field := FacetOf(m.GetFacet())
		for _, v := range m.GetValues() {
			counts[field] = append(counts[field], onrecord.FacetValue{Value: v.GetValue(), Count: int(v.GetCount())})
		}
	}
	return counts
}
