package server

import (
	"context"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// claimServer answers ClaimService.
type claimServer struct {
	onrecordv1.UnimplementedClaimServiceServer
	service *service.Service
	tokens  tokenCodec
	check   validator
}

// GetClaim implements onrecordv1.ClaimServiceServer.
func (s *claimServer) GetClaim(ctx context.Context, req *onrecordv1.GetClaimRequest) (*onrecordv1.GetClaimResponse, error) {
	articleID, claimID, err := service.ParseClaimName("name", req.GetName())
	if err != nil {
		return nil, err
	}
	c, err := s.service.Claim(ctx, articleID, claimID)
	if err != nil {
		return nil, err
	}
	return &onrecordv1.GetClaimResponse{Claim: wire.Claim(c)}, nil
}

// BatchGetClaims implements onrecordv1.ClaimServiceServer.
func (s *claimServer) BatchGetClaims(ctx context.Context, req *onrecordv1.BatchGetClaimsRequest) (*onrecordv1.BatchGetClaimsResponse, error) {
	claims, err := s.service.ClaimBatch(ctx, req.GetNames())
	if err != nil {
		return nil, err
	}
	return &onrecordv1.BatchGetClaimsResponse{Claims: wire.Claims(claims)}, nil
}

// ListClaims implements onrecordv1.ClaimServiceServer.
func (s *claimServer) ListClaims(ctx context.Context, req *onrecordv1.ListClaimsRequest) (*onrecordv1.ListClaimsResponse, error) {
	articleID, err := service.ParseArticleName("parent", req.GetParent())
	if err != nil {
		return nil, err
	}
	var after string
	if req.GetPageToken() != "" {
		if err := s.tokens.decode(req, req.GetPageToken(), &after); err != nil {
			return nil, err
		}
	}
	page, err := s.service.ListClaims(ctx, articleID, after, int(req.GetPageSize()))
	if err != nil {
		return nil, err
	}
	resp := &onrecordv1.ListClaimsResponse{Claims: wire.Claims(page.Claims)}
	if page.Next != "" {
		resp.NextPageToken, err = s.tokens.encode(req, page.Next)
	}
	return resp, err
}

// SearchClaims implements onrecordv1.ClaimServiceServer.
func (s *claimServer) SearchClaims(ctx context.Context, req *onrecordv1.SearchClaimsRequest) (*onrecordv1.SearchClaimsResponse, error) {
	r := searchOf(req)
	if req.GetPageToken() != "" {
		r.After = new(service.Cursor)
		if err := s.tokens.decode(req, req.GetPageToken(), r.After); err != nil {
			return nil, err
		}
	}
	found, err := s.service.Search(ctx, r)
	if err != nil {
		return nil, err
	}
	resp := &onrecordv1.SearchClaimsResponse{
		Hits:      wire.Hits(found.Hits),
		TotalSize: int32(found.Total), GroupCount: int32(found.Groups),
		Facets:   wire.Facets(r.Facets, found.Facets),
		Coverage: wire.Coverage(found.Coverage),
	}
	if found.Next != nil {
		resp.NextPageToken, err = s.tokens.encode(req, found.Next)
	}
	return resp, err
}

func searchOf(req *onrecordv1.SearchClaimsRequest) service.SearchRequest {
	r := service.SearchRequest{
		Query: req.GetQuery(),
		Filter: service.Filter{
			Speakers: req.GetSpeakers(), Outlets: req.GetOutlets(),
			SaidFrom: wire.TimeOf(req.GetSaidFrom()), SaidBefore: wire.TimeOf(req.GetSaidBefore()),
			PublishedFrom: wire.TimeOf(req.GetPublishedFrom()), PublishedBefore: wire.TimeOf(req.GetPublishedBefore()),
			PresentOnly: req.GetPresentOnly(),
		},
		Order:     wire.OrderOf(req.GetOrder()),
		PageSize:  int(req.GetPageSize()),
		FacetSize: int(req.GetFacetSize()),
		Collapse:  req.GetCollapseGroups(),
	}
	for _, k := range req.GetKinds() {
		r.Kinds = append(r.Kinds, wire.KindOf(k))
	}
	for _, f := range req.GetFacets() {
		r.Facets = append(r.Facets, wire.FacetOf(f))
	}
	return r
}

// RelatedClaims implements onrecordv1.ClaimServiceServer.
func (s *claimServer) RelatedClaims(ctx context.Context, req *onrecordv1.RelatedClaimsRequest) (*onrecordv1.RelatedClaimsResponse, error) {
	related, err := s.service.Related(ctx, service.RelatedRequest{
		Claim: req.GetClaim(), Text: req.GetText(), Speaker: req.GetSpeaker(), Context: req.GetContext(),
		Said:       wire.DateOf(req.GetSaidTime(), onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED),
		IgnoreTime: req.GetIgnoreTime(), PresentOnly: req.GetPresentOnly(),
		Before: wire.TimeOf(req.GetBeforeTime()), PageSize: int(req.GetPageSize()),
	})
	if err != nil {
		return nil, err
	}
	return &onrecordv1.RelatedClaimsResponse{
		SameSpeaker: wire.Related(related.SameSpeaker),
		Others:      wire.Related(related.Others),
		Coverage:    wire.Coverage(related.Coverage),
	}, nil
}

// CorrectClaim implements onrecordv1.ClaimServiceServer.
func (s *claimServer) CorrectClaim(ctx context.Context, req *onrecordv1.CorrectClaimRequest) (*onrecordv1.CorrectClaimResponse, error) {
	r := service.CorrectRequest{
		Claim: req.GetName(), Speaker: req.Speaker, Title: req.Title,
		Kind: wire.KindOf(req.GetKind()), Note: req.GetNote(), Version: int(req.GetVersion()),
	}
	if req.GetSpan() != nil {
		span := wire.SpanOf(req.GetSpan())
		r.Span = &span
	}
	c, err := s.service.Correct(ctx, r)
	if err != nil {
		return nil, err
	}
	return &onrecordv1.CorrectClaimResponse{Claim: wire.Claim(c)}, nil
}

// CheckDocument implements onrecordv1.ClaimServiceServer.
func (s *claimServer) CheckDocument(req *onrecordv1.CheckDocumentRequest, stream onrecordv1.ClaimService_CheckDocumentServer) error {
	if err := s.check.check(req); err != nil {
		return err
	}
	ctx := stream.Context()
	checked, unchecked := 0, 0
	for c, err := range s.service.Check(ctx, service.CheckRequest{
		Text: req.GetText(), PageSize: int(req.GetPageSize()), PresentOnly: req.GetPresentOnly(),
		Published: wire.DateOf(req.GetPublishedTime(), onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED),
	}) {
		if err != nil {
			return err
		}
		checked, unchecked = checked+1, c.Unchecked
		if err := stream.Send(wire.Checked(c.Checked)); err != nil {
			return err
		}
	}
	cov, err := s.service.Coverage(ctx)
	if err != nil {
		return err
	}
	return stream.Send(wire.CheckSummary(checked, unchecked, cov))
}
