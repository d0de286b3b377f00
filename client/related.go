package client

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// A Subject is what to find earlier statements to: a claim of the index by its
// resource name, or any words.
type Subject struct {
	Claim string
	// Text counts where Claim is empty; Speaker says whose words they are.
	Text, Speaker string
	// Context is what stands around Text, such as the sentences before and
	// after; may be empty.
	Context string
	// Said is when Text was said: statements of about that time rank higher, as
	// they do for a claim with a date. Zero: time does not count.
	Said time.Time
	// IgnoreTime ranks without regard to when statements were made.
	IgnoreTime bool
	// PresentOnly leaves out what its source does not have any more.
	PresentOnly bool
	// Before bounds the statements; zero: the claim's own time or, for words, now.
	Before time.Time
	// PageSize is how many of the same speaker and how many of others; 0: 10.
	PageSize int
}

// Related are earlier statements on the matter of a subject.
type Related struct {
	SameSpeaker, Others []onrecord.RelatedHit
	Coverage            onrecord.Coverage
}

// Related returns the earlier statements.
func (c *Client) Related(ctx context.Context, s Subject) (Related, error) {
	req := &onrecordv1.RelatedClaimsRequest{
		Speaker: s.Speaker, Context: s.Context, SaidTime: wire.Time(s.Said), IgnoreTime: s.IgnoreTime, PresentOnly: s.PresentOnly,
		BeforeTime: wire.Time(s.Before), PageSize: int32(s.PageSize),
	}
	if s.Claim != "" {
		req.Subject = &onrecordv1.RelatedClaimsRequest_Claim{Claim: s.Claim}
	} else {
		req.Subject = &onrecordv1.RelatedClaimsRequest_Text{Text: s.Text}
	}
	resp, err := c.claims.RelatedClaims(ctx, req)
	if err != nil {
		return Related{}, toError(err)
	}
	return Related{wire.RelatedOf(resp.GetSameSpeaker()), wire.RelatedOf(resp.GetOthers()), wire.CoverageOf(resp.GetCoverage())}, nil
}

// A Draft is a text to check against the index; it is not stored.
type Draft struct {
	Text string
	// Published is the draft's own date: only statements before it are shown;
	// zero: now.
	Published time.Time
	// PresentOnly leaves out what its source does not have any more.
	PresentOnly bool
	// PageSize is how many statements of the same speaker and how many of others
	// for each claim; 0: 3.
	PageSize int
}

// A Checked is one claim of a draft with what is on record before. The last one
// of a check is the Summary instead.
type Checked struct {
	onrecord.Checked
	Summary *CheckSummary
}

// A CheckSummary ends a check.
type CheckSummary struct {
	// Checked counts the claims sent, Unchecked those beyond the most that are
	// checked.
	Checked, Unchecked int
	Coverage           onrecord.Coverage
}

// Check yields the claims of the draft in text order, each as it is ready, and
// last the summary. An error ends it.
func (c *Client) Check(ctx context.Context, d Draft) iter.Seq2[Checked, error] {
	return func(yield func(Checked, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel() // where the caller stops early, the server does too
		req := &onrecordv1.CheckDocumentRequest{Text: d.Text, PublishedTime: wire.Time(d.Published), PageSize: int32(d.PageSize), PresentOnly: d.PresentOnly}
		if err := checkUTF8(req.ProtoReflect(), ""); err != nil {
			yield(Checked{}, err)
			return
		}
		stream, err := c.claims.CheckDocument(ctx, req)
		for err == nil {
			var resp *onrecordv1.CheckDocumentResponse
			if resp, err = stream.Recv(); err == nil && !yield(checkedOf(resp), nil) {
				return
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(Checked{}, toError(err))
		}
	}
}

func checkedOf(m *onrecordv1.CheckDocumentResponse) Checked {
	if s := m.GetSummary(); s != nil {
		return Checked{Summary: &CheckSummary{int(s.GetChecked()), int(s.GetUnchecked()), wire.CoverageOf(s.GetCoverage())}}
	}
	return Checked{Checked: wire.CheckedOf(m.GetChecked())}
}
