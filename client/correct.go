package client

import (
	"context"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// A Correction puts right what extraction got wrong in a claim. What is nil or
// unknown stays; at least one thing does not.
type Correction struct {
	// Speaker is the name in full, or the resource name of a speaker in the
	// index.
	Speaker *string
	Title   *string // as the article states it; empty takes it away
	// Span is where the words really stand in the article's text.
	Span *onrecord.Span
	Kind onrecord.Kind
	Note string // why, and by whom
	// Version is that of the last correction that has been seen; 0: none. Where
	// the claim has been corrected since, the error is an ErrConflict.
	Version int
}

// Correct corrects a claim, given by its resource name, and returns it as it is
// then.
func (c *Client) Correct(ctx context.Context, claim string, fix Correction) (onrecord.Claim, error) {
	req := &onrecordv1.CorrectClaimRequest{
		Name: claim, Speaker: fix.Speaker, Title: fix.Title, Kind: wire.Kind(fix.Kind), Note: fix.Note, Version: int32(fix.Version),
	}
	if fix.Span != nil {
		req.Span = wire.Span(*fix.Span)
	}
	resp, err := c.claims.CorrectClaim(ctx, req)
	if err != nil {
		return onrecord.Claim{}, toError(err)
	}
	return wire.ClaimOf(resp.GetClaim()), nil
}
