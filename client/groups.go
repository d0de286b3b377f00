package client

import (
	"context"
	"iter"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// groupName accepts an ID and a resource name.
func groupName(id string) string {
	if strings.HasPrefix(id, "groups/") {
		return id
	}
	return onrecord.GroupName(id)
}

// Group returns a statement group, by ID or resource name: who made the
// statement first, who repeats it, and in which words.
func (c *Client) Group(ctx context.Context, id string) (onrecord.GroupProfile, error) {
	resp, err := c.groups.GetGroup(ctx, &onrecordv1.GetGroupRequest{Name: groupName(id)})
	if err != nil {
		return onrecord.GroupProfile{}, toError(err)
	}
	return wire.GroupProfileOf(resp), nil
}

// Appearances lists the claims of a statement group, the earliest first, those
// without a date last.
func (c *Client) Appearances(ctx context.Context, id string) iter.Seq2[onrecord.Claim, error] {
	return pages(func(token string) ([]onrecord.Claim, string, error) {
		resp, err := c.groups.ListAppearances(ctx, &onrecordv1.ListAppearancesRequest{Parent: groupName(id), PageSize: pageSize, PageToken: token})
		return wire.ClaimsOf(resp.GetClaims()), resp.GetNextPageToken(), err
	})
}
