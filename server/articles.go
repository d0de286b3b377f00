package server

import (
	"context"
	"log/slog"

	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
	"github.com/onrecord/onrecord/service"
)

// articleServer answers ArticleService.
type articleServer struct {
	onrecordv1.UnimplementedArticleServiceServer
	service *service.Service
	tokens  tokenCodec
	check   validator
	log     *slog.Logger
	// stopping is closed when the server shuts down: streams then take no more
	// items, acknowledge those they have and end.
	stopping <-chan struct{}
}

// IngestArticle implements onrecordv1.ArticleServiceServer.
func (s *articleServer) IngestArticle(ctx context.Context, req *onrecordv1.IngestArticleRequest) (*onrecordv1.IngestArticleResponse, error) {
	draft, err := draftOf(req)
	if err != nil {
		return nil, err
	}
	done, err := s.service.Ingest(ctx, draft)
	if err != nil {
		return nil, err
	}
	return &onrecordv1.IngestArticleResponse{
		Article: wire.ArticleInfo(done.Article.ArticleInfo),
		Outcome: wire.Outcome(done.Outcome),
		Claims:  wire.Claims(done.Claims),
		Changes: wire.Changes(done.Changes),
	}, nil
}

// IngestArticles implements onrecordv1.ArticleServiceServer.
func (s *articleServer) IngestArticles(stream onrecordv1.ArticleService_IngestArticlesServer) error {
	received := receive(stream)
	next := func() (service.StreamItem, error) {
		select {
		case r := <-received:
			if r.err != nil {
				return service.StreamItem{}, r.err
			}
			item := service.StreamItem{Label: r.req.GetItem(), Err: s.check.check(r.req)}
			if item.Err == nil {
				item.Draft, item.Err = draftOf(r.req)
			}
			return item, nil
		case <-s.stopping:
			return service.StreamItem{}, errStopping
		}
	}
	index := int64(-1)
	ack := func(a service.Ack) error {
		index++
		return stream.Send(s.ackOf(stream.Context(), index, a))
	}
	return s.service.IngestStream(stream.Context(), next, ack)
}

// errStopping ends a stream when the server shuts down.
var errStopping = reasonUnavailable.status("the server is shutting down").Err()

// received is what one Recv of a stream gave.
type received struct {
	req *onrecordv1.IngestArticlesRequest
	err error
}

// receive reads the stream to its end, which comes at the latest when the
// handler returns.
func receive(stream onrecordv1.ArticleService_IngestArticlesServer) <-chan received {
	items := make(chan received)
	go func() {
		for {
			req, err := stream.Recv()
			select {
			case items <- received{req, err}:
			case <-stream.Context().Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return items
}

func (s *articleServer) ackOf(ctx context.Context, index int64, a service.Ack) *onrecordv1.IngestArticlesResponse {
	m := &onrecordv1.IngestArticlesResponse{Index: index, Item: a.Label}
	if a.Err != nil {
		m.Error = status.Convert(toStatus(ctx, s.log, onrecordv1.ArticleService_IngestArticles_FullMethodName, a.Err)).Proto()
		return m
	}
	m.Article = onrecord.ArticleName(a.Article.ID)
	m.Outcome = wire.Outcome(a.Outcome)
	m.ClaimCount = int32(len(a.Claims))
	m.Changes = wire.Changes(a.Changes)
	m.Undated = !a.Article.Published.Known()
	return m
}

// GetArticle implements onrecordv1.ArticleServiceServer.
func (s *articleServer) GetArticle(ctx context.Context, req *onrecordv1.GetArticleRequest) (*onrecordv1.GetArticleResponse, error) {
	id, err := service.ParseArticleName("name", req.GetName())
	if err != nil {
		return nil, err
	}
	h, err := s.service.History(ctx, id, int(req.GetVersion()))
	if err != nil {
		return nil, err
	}
	return &onrecordv1.GetArticleResponse{Article: wire.History(h)}, nil
}

// ListArticles implements onrecordv1.ArticleServiceServer.
func (s *articleServer) ListArticles(ctx context.Context, req *onrecordv1.ListArticlesRequest) (*onrecordv1.ListArticlesResponse, error) {
	var after onrecord.ArticleKey
	if req.GetPageToken() != "" {
		if err := s.tokens.decode(req, req.GetPageToken(), &after); err != nil {
			return nil, err
		}
	}
	page, err := s.service.Articles(ctx, after, int(req.GetPageSize()))
	if err != nil {
		return nil, err
	}
	resp := new(onrecordv1.ListArticlesResponse)
	for _, a := range page.Articles {
		resp.Articles = append(resp.Articles, wire.ArticleInfo(a))
	}
	if page.Next != nil {
		resp.NextPageToken, err = s.tokens.encode(req, page.Next)
	}
	return resp, err
}

// DeleteArticle implements onrecordv1.ArticleServiceServer.
func (s *articleServer) DeleteArticle(ctx context.Context, req *onrecordv1.DeleteArticleRequest) (*onrecordv1.DeleteArticleResponse, error) {
	id, err := service.ParseArticleName("name", req.GetName())
	if err != nil {
		return nil, err
	}
	return new(onrecordv1.DeleteArticleResponse), s.service.Delete(ctx, id)
}
