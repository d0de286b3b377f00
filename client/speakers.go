package client

import (
	"context"
	"iter"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// speakerName accepts an ID and a resource name.
func speakerName(id string) string {
	if strings.HasPrefix(id, "speakers/") {
		return id
	}
	return onrecord.SpeakerName(id)
}

// Speakers lists the speakers of whom some name has all the words, the last one
// as a beginning; all for "". Those with the most claims come first. They come
// with the titles of the most claims, without times.
func (c *Client) Speakers(ctx context.Context, words string) iter.Seq2[onrecord.Identity, error] {
	return pages(func(token string) ([]onrecord.Identity, string, error) {
		resp, err := c.speakers.ListSpeakers(ctx, &onrecordv1.ListSpeakersRequest{Query: words, PageSize: pageSize, PageToken: token})
		return wire.IdentitiesOf(resp.GetSpeakers()), resp.GetNextPageToken(), err
	})
}

// Speaker returns a speaker by the ID or the resource name of any of its names.
func (c *Client) Speaker(ctx context.Context, id string) (onrecord.Identity, error) {
	resp, err := c.speakers.GetSpeaker(ctx, &onrecordv1.GetSpeakerRequest{Name: speakerName(id)})
	if err != nil {
		return onrecord.Identity{}, toError(err)
	}
	return wire.IdentityOf(resp.GetSpeaker()), nil
}

// Merge says that the sources are the speaker id, all given as for Speaker. It
// returns the speaker with all its names.
func (c *Client) Merge(ctx context.Context, id string, sources ...string) (onrecord.Identity, error) {
	req := &onrecordv1.MergeSpeakersRequest{Name: speakerName(id)}
	for _, source := range sources {
		req.Sources = append(req.Sources, speakerName(source))
	}
	resp, err := c.speakers.MergeSpeakers(ctx, req)
	if err != nil {
		return onrecord.Identity{}, toError(err)
	}
	return wire.IdentityOf(resp.GetSpeaker()), nil
}

// Split says that a name, given as for Speaker, is a speaker of its own. It
// returns that speaker.
func (c *Client) Split(ctx context.Context, id string) (onrecord.Identity, error) {
	resp, err := c.speakers.SplitSpeaker(ctx, &onrecordv1.SplitSpeakerRequest{Name: speakerName(id)})
	if err != nil {
		return onrecord.Identity{}, toError(err)
	}
	return wire.IdentityOf(resp.GetSpeaker()), nil
}
