package wire

import (
	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Checked converts a claim of a draft with what is on record before.
func Checked(c onrecord.Checked) *onrecordv1.CheckDocumentResponse {
	m := &onrecordv1.CheckedClaim{
		Claim: Claim(c.Claim), SameSpeaker: Related(c.SameSpeaker), Others: Related(c.Others), Coverage: Coverage(c.Coverage),
		Place: int32(c.Place), Total: int32(c.Total),
	}
	for _, q := range c.Quotes {
		verified := Verified(q.Verdict, q.Flags, q.Originals, onrecord.Coverage{})
		m.Quotes = append(m.Quotes, &onrecordv1.CheckedQuote{
			Span: Span(q.Span), Verdict: verified.Verdict, Flags: verified.Flags, Originals: verified.Originals,
		})
	}
	if r := c.Repeated; r.Claims > 0 {
		m.RepeatedBy = &onrecordv1.RepeatedStatement{
			Group: groupName(r.Group), ClaimCount: int32(r.Claims), OutletCount: int32(r.Outlets), Claims: Claims(r.First),
		}
	}
	return &onrecordv1.CheckDocumentResponse{Step: &onrecordv1.CheckDocumentResponse_Checked{Checked: m}}
}

// CheckedOf converts a claim of a draft back.
func CheckedOf(m *onrecordv1.CheckedClaim) onrecord.Checked {
	c := onrecord.Checked{
		Claim: ClaimOf(m.GetClaim()), SameSpeaker: RelatedOf(m.GetSameSpeaker()), Others: RelatedOf(m.GetOthers()),
		Coverage: CoverageOf(m.GetCoverage()), Place: int(m.GetPlace()), Total: int(m.GetTotal()),
	}
	for _, q := range m.GetQuotes() {
		c.Quotes = append(c.Quotes, onrecord.CheckedQuote{
			Span: SpanOf(q.GetSpan()), Verdict: VerdictOf(q.GetVerdict()), Flags: QuoteFlagsOf(q.GetFlags()), Originals: OriginalsOf(q.GetOriginals()),
		})
	}
	if r := m.GetRepeatedBy(); r != nil {
		c.Repeated = onrecord.Repeated{
			Group: groupID(r.GetGroup()), Claims: int(r.GetClaimCount()), Outlets: int(r.GetOutletCount()), First: ClaimsOf(r.GetClaims()),
		}
	}
	return c
}

// CheckSummary converts the end of a check.
func CheckSummary(checked, unchecked int, cov onrecord.Coverage) *onrecordv1.CheckDocumentResponse {
	return &onrecordv1.CheckDocumentResponse{Step: &onrecordv1.CheckDocumentResponse_Summary{Summary: &onrecordv1.CheckSummary{
		Checked: int32(checked), Unchecked: int32(unchecked), Coverage: Coverage(cov),
	}}}
}
