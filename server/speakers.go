package server

import (
	"context"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// speakerServer answers SpeakerService.
type speakerServer struct {
	onrecordv1.UnimplementedSpeakerServiceServer
	service *service.Service
	tokens  tokenCodec
}

// ListSpeakers implements onrecordv1.SpeakerServiceServer.
func (s *speakerServer) ListSpeakers(ctx context.Context, req *onrecordv1.ListSpeakersRequest) (*onrecordv1.ListSpeakersResponse, error) {
	var after *service.SpeakerCursor
	if req.GetPageToken() != "" {
		after = new(service.SpeakerCursor)
		if err := s.tokens.decode(req, req.GetPageToken(), after); err != nil {
			return nil, err
		}
	}
	page, err := s.service.Speakers(ctx, req.GetQuery(), after, int(req.GetPageSize()))
	if err != nil {
		return nil, err
	}
	resp := &onrecordv1.ListSpeakersResponse{Speakers: wire.Identities(page.Speakers), TotalSize: int32(page.Total)}
	if page.Next != nil {
		resp.NextPageToken, err = s.tokens.encode(req, page.Next)
	}
	return resp, err
}

// GetSpeaker implements onrecordv1.SpeakerServiceServer.
func (s *speakerServer) GetSpeaker(ctx context.Context, req *onrecordv1.GetSpeakerRequest) (*onrecordv1.GetSpeakerResponse, error) {
	speaker, err := s.service.Speaker(ctx, req.GetName())
	if err != nil {
		return nil, err
	}
	return &onrecordv1.GetSpeakerResponse{Speaker: wire.Identity(speaker)}, nil
}

// MergeSpeakers implements onrecordv1.SpeakerServiceServer.
func (s *speakerServer) MergeSpeakers(ctx context.Context, req *onrecordv1.MergeSpeakersRequest) (*onrecordv1.MergeSpeakersResponse, error) {
	speaker, err := s.service.Merge(ctx, req.GetName(), req.GetSources())
	if err != nil {
		return nil, err
	}
	return &onrecordv1.MergeSpeakersResponse{Speaker: wire.Identity(speaker)}, nil
}

// SplitSpeaker implements onrecordv1.SpeakerServiceServer.
func (s *speakerServer) SplitSpeaker(ctx context.Context, req *onrecordv1.SplitSpeakerRequest) (*onrecordv1.SplitSpeakerResponse, error) {
	speaker, err := s.service.Split(ctx, req.GetName())
	if err != nil {
		return nil, err
	}
	return &onrecordv1.SplitSpeakerResponse{Speaker: wire.Identity(speaker)}, nil
}
