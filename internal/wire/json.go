package wire

import (
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// marshal writes a message as the REST API does, on one line.
func marshal(m proto.Message) ([]byte, error) {
	return protojson.MarshalOptions{EmitDefaultValues: true}.Marshal(m)
}

// ArticleJSON writes an article in the form of the REST API.
func ArticleJSON(a onrecord.Article) ([]byte, error) { return marshal(Article(a)) }

// ClaimJSON writes a claim in the form of the REST API.
func ClaimJSON(c onrecord.Claim) ([]byte, error) { return marshal(Claim(c)) }

// SpeakerJSON writes a speaker in the form of the REST API.
func SpeakerJSON(s onrecord.Identity) ([]byte, error) { return marshal(Identity(s)) }

// HitJSON writes a hit in the form of the REST API.
func HitJSON(h onrecord.Hit) ([]byte, error) { return marshal(Hits([]onrecord.Hit{h})[0]) }

// RelatedJSON writes a related statement in the form of the REST API.
func RelatedJSON(h onrecord.RelatedHit) ([]byte, error) {
	return marshal(Related([]onrecord.RelatedHit{h})[0])
}

// TimelineJSON writes a page of a timeline in the form of the REST API; next is
// the token of the next page.
func TimelineJSON(statements, undated []onrecord.Hit, total int, summary *onrecord.Timeline, cov onrecord.Coverage, next string) ([]byte, error) {
	m := Timeline(statements, undated, total, summary, cov)
	m.NextPageToken = next
	return marshal(m)
}

// CheckedJSON writes a step of a check in the form of the REST API.
func CheckedJSON(c onrecord.Claim, sameSpeaker, others []onrecord.RelatedHit, cov onrecord.Coverage) ([]byte, error) {
	return marshal(Checked(c, sameSpeaker, others, cov))
}

// CheckSummaryJSON writes the end of a check in the form of the REST API.
func CheckSummaryJSON(checked, unchecked int, cov onrecord.Coverage) ([]byte, error) {
	return marshal(CheckSummary(checked, unchecked, cov))
}

// Checked converts a claim of a draft with what was said before.
func Checked(c onrecord.Claim, sameSpeaker, others []onrecord.RelatedHit, cov onrecord.Coverage) *onrecordv1.CheckDocumentResponse {
	return &onrecordv1.CheckDocumentResponse{Step: &onrecordv1.CheckDocumentResponse_Checked{Checked: &onrecordv1.CheckedClaim{
		Claim: Claim(c), SameSpeaker: Related(sameSpeaker), Others: Related(others), Coverage: Coverage(cov),
	}}}
}

// CheckSummary converts the end of a check.
func CheckSummary(checked, unchecked int, cov onrecord.Coverage) *onrecordv1.CheckDocumentResponse {
	return &onrecordv1.CheckDocumentResponse{Step: &onrecordv1.CheckDocumentResponse_Summary{Summary: &onrecordv1.CheckSummary{
		Checked: int32(checked), Unchecked: int32(unchecked), Coverage: Coverage(cov),
	}}}
}
