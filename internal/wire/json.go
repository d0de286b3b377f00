package wire

import (
	"encoding/json"
	"errors"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
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

// HistoryJSON writes an article with its versions in the form of the REST API.
func HistoryJSON(h onrecord.History) ([]byte, error) { return marshal(History(h)) }

// ClaimJSON writes a claim in the form of the REST API.
func ClaimJSON(c onrecord.Claim) ([]byte, error) { return marshal(Claim(c)) }

// SpeakerJSON writes a speaker in the form of the REST API.
func SpeakerJSON(s onrecord.Identity) ([]byte, error) { return marshal(Identity(s)) }

// HitJSON writes a hit in the form of the REST API.
func HitJSON(h onrecord.Hit) ([]byte, error) { return marshal(Hits([]onrecord.Hit{h})[0]) }

// RelatedJSON writes related statements in the form of the REST API.
func RelatedJSON(sameSpeaker, others []onrecord.RelatedHit, cov onrecord.Coverage) ([]byte, error) {
	return marshal(&onrecordv1.RelatedClaimsResponse{SameSpeaker: Related(sameSpeaker), Others: Related(others), Coverage: Coverage(cov)})
}

// SearchSummaryJSON writes what the answer to a search has besides its hits, as
// {"summary": …}.
func SearchSummaryJSON(total, groups int, fields []onrecord.Field, counts map[onrecord.Field][]onrecord.FacetValue, cov onrecord.Coverage) ([]byte, error) {
	answer, err := marshal(&onrecordv1.SearchClaimsResponse{TotalSize: int32(total), GroupCount: int32(groups), Facets: Facets(fields, counts), Coverage: Coverage(cov)})
	if err != nil {
		return nil, err
	}
	var summary struct {
		TotalSize  int             `json:"totalSize"`
		GroupCount int             `json:"groupCount"`
		Facets     json.RawMessage `json:"facets"`
		Coverage   json.RawMessage `json:"coverage"`
	}
	if err := json.Unmarshal(answer, &summary); err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"summary": summary})
}

// An Ack is the acknowledgement of one item of a stream of articles.
type Ack struct {
	Index     int    // which item of the stream, from 0
	Item      string // the sender's own words for it
	ArticleID string // "" where it was not taken
	Outcome   onrecord.Outcome
	Claims    int // how many the article has
	Changes   onrecord.ClaimChanges
	Undated   bool
	Err       error // why it was not taken
}

// AckJSON writes an acknowledgement in the form of the REST API. An error that
// has no status of its own is one of reading the item.
func AckJSON(a Ack) ([]byte, error) {
	m := &onrecordv1.IngestArticlesResponse{Index: int64(a.Index), Item: strings.ToValidUTF8(a.Item, "\uFFFD")}
	if a.Err == nil {
		m.Outcome, m.ClaimCount = Outcome(a.Outcome), int32(a.Claims)
		if a.ArticleID != "" {
			m.Article, m.Changes, m.Undated = onrecord.ArticleName(a.ArticleID), Changes(a.Changes), a.Undated
		}
		return marshal(m)
	}
	text := strings.ToValidUTF8(a.Err.Error(), "\uFFFD")
	st, ok := status.FromError(a.Err)
	var field *onrecord.FieldError
	switch {
	case errors.As(a.Err, &field):
		st = Status(codes.InvalidArgument, text, field.Reason, *field)
	case !ok:
		st = Status(codes.InvalidArgument, text, "UNREADABLE")
	}
	m.Error = st.Proto()
	return marshal(m)
}

// VerifiedJSON writes the answer on a quotation in the form of the REST API.
func VerifiedJSON(verdict onrecord.Verdict, flags []onrecord.QuoteFlag, originals []onrecord.Original, cov onrecord.Coverage) ([]byte, error) {
	return marshal(Verified(verdict, flags, originals, cov))
}

// TimelineStatementJSON writes a statement of a timeline in the form of the REST
// API.
func TimelineStatementJSON(h onrecord.Hit) ([]byte, error) {
	return marshal(timelineStatements([]onrecord.Hit{h})[0])
}

// TimelineSummaryJSON writes what a timeline has besides its statements in the
// form of the REST API: the answer for a page without any.
func TimelineSummaryJSON(summary *onrecord.Timeline, cov onrecord.Coverage) ([]byte, error) {
	m := Timeline(nil, nil, summary, cov)
	m.TotalSize, m.GroupCount = int32(summary.Total), int32(summary.Groups)
	return marshal(m)
}

// CheckedJSON writes a step of a check in the form of the REST API.
func CheckedJSON(c onrecord.Checked) ([]byte, error) { return marshal(Checked(c)) }

// CheckSummaryJSON writes the end of a check in the form of the REST API.
func CheckSummaryJSON(checked, unchecked int, cov onrecord.Coverage) ([]byte, error) {
	return marshal(CheckSummary(checked, unchecked, cov))
}
