package server

import (
	"context"

	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// quoteServer answers QuoteService.
type quoteServer struct {
	onrecordv1.UnimplementedQuoteServiceServer
	service *service.Service
}

// VerifyQuote implements onrecordv1.QuoteServiceServer.
func (s *quoteServer) VerifyQuote(ctx context.Context, req *onrecordv1.VerifyQuoteRequest) (*onrecordv1.VerifyQuoteResponse, error) {
	got, err := s.service.Verify(ctx, service.VerifyRequest{
		Quote: req.GetQuote(), Speaker: req.GetSpeaker(), PageSize: int(req.GetPageSize()),
		Said: wire.DateOf(req.GetSaidTime(), req.GetSaidPrecision()), PresentOnly: req.GetPresentOnly(),
	})
	if err != nil {
		return nil, err
	}
	return wire.Verified(got.Verdict, got.Flags, got.Originals, got.Coverage), nil
}
