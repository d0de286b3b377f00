package client

import (
	"context"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// A Quote is words that somebody is said to have said.
type Quote struct {
	// Text is the words without their attribution, with or without quotation
	// marks around them.
	Text string
	// Speaker is a resource name ("speakers/mara-velden") or words of the name;
	// empty: whoever it was.
	Speaker string
	// Said is when they are said to have been said; unknown: whenever it was.
	Said onrecord.Date
	// PresentOnly leaves out what its source does not have any more.
	PresentOnly bool
	// PageSize is how many originals there are at the most; 0: 5, at most 20.
	PageSize int
}

// A Verified says whether words were said.
type Verified struct {
	// Verdict is about the first of the originals, and Flags are its own.
	Verdict onrecord.Verdict
	Flags   []onrecord.QuoteFlag
	// Originals are the nearest utterances, those that tell most first.
	Originals []onrecord.Original
	Coverage  onrecord.Coverage
}

// Verify finds the originals of a quotation and tells what differs.
func (c *Client) Verify(ctx context.Context, q Quote) (Verified, error) {
	said, precision := wire.Date(q.Said)
	resp, err := c.quotes.VerifyQuote(ctx, &onrecordv1.VerifyQuoteRequest{
		Quote: q.Text, Speaker: q.Speaker, SaidTime: said, SaidPrecision: precision, PageSize: int32(q.PageSize), PresentOnly: q.PresentOnly,
	})
	if err != nil {
		return Verified{}, toError(err)
	}
	return Verified{
		Verdict: wire.VerdictOf(resp.GetVerdict()), Flags: wire.QuoteFlagsOf(resp.GetFlags()),
		Originals: wire.OriginalsOf(resp.GetOriginals()), Coverage: wire.CoverageOf(resp.GetCoverage()),
	}, nil
}
