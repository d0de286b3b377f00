package server

import (
	"context"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// timelineServer answers TimelineService.
type timelineServer struct {
	onrecordv1.UnimplementedTimelineServiceServer
	service *service.Service
	tokens  tokenCodec
}

// GetTimeline implements onrecordv1.TimelineServiceServer.
func (s *timelineServer) GetTimeline(ctx context.Context, req *onrecordv1.GetTimelineRequest) (*onrecordv1.GetTimelineResponse, error) {
	r := service.TimelineRequest{
		Speaker: req.GetSpeaker(), Query: req.GetQuery(), PageSize: int(req.GetPageSize()),
		Speakers: int(req.GetSpeakerCount()), Candidates: int(req.GetCandidateCount()), PresentOnly: req.GetPresentOnly(),
		Collapse: req.GetCollapseGroups(),
	}
	if req.GetPageToken() != "" {
		r.After = new(service.Cursor)
		if err := s.tokens.decode(req, req.GetPageToken(), r.After); err != nil {
			return nil, err
		}
	}
	found, err := s.service.Timeline(ctx, r)
	if err != nil {
		return nil, err
	}
	resp := wire.Timeline(found.Statements, found.Undated, found.Summary, found.Coverage)
	resp.TotalSize, resp.GroupCount = int32(found.Total), int32(found.Groups)
	if found.Next != nil {
		resp.NextPageToken, err = s.tokens.encode(req, found.Next)
	}
	return resp, err
}
