package server

import (
	"context"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// groupServer answers GroupService.
type groupServer struct {
	onrecordv1.UnimplementedGroupServiceServer
	service *service.Service
	tokens  tokenCodec
}

// GetGroup implements onrecordv1.GroupServiceServer.
func (s *groupServer) GetGroup(ctx context.Context, req *onrecordv1.GetGroupRequest) (*onrecordv1.GetGroupResponse, error) {
	profile, err := s.service.Group(ctx, req.GetName())
	if err != nil {
		return nil, err
	}
	return wire.GroupProfile(profile), nil
}

// ListAppearances implements onrecordv1.GroupServiceServer.
func (s *groupServer) ListAppearances(ctx context.Context, req *onrecordv1.ListAppearancesRequest) (*onrecordv1.ListAppearancesResponse, error) {
	var after *service.AppearanceCursor
	if req.GetPageToken() != "" {
		after = new(service.AppearanceCursor)
		if err := s.tokens.decode(req, req.GetPageToken(), after); err != nil {
			return nil, err
		}
	}
	page, err := s.service.Appearances(ctx, req.GetParent(), after, int(req.GetPageSize()))
	if err != nil {
		return nil, err
	}
	resp := &onrecordv1.ListAppearancesResponse{Claims: wire.Claims(page.Claims), TotalSize: int32(page.Total)}
	if page.Next != nil {
		resp.NextPageToken, err = s.tokens.encode(req, page.Next)
	}
	return resp, err
}
