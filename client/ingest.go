package client

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"strings"

	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Ingested is what taking one article in did.
type Ingested struct {
	Article onrecord.ArticleInfo
	Outcome onrecord.Outcome
	Claims  []onrecord.Claim
	Changes onrecord.ClaimChanges // of its newest version
}

// Ingest takes one article in. When it returns without an error, the article is
// durable.
func (c *Client) Ingest(ctx context.Context, a onrecord.Article) (Ingested, error) {
	return c.ingest(ctx, &onrecordv1.IngestArticleRequest{Source: &onrecordv1.IngestArticleRequest_Article{Article: wire.Article(a)}})
}

// IngestDocument takes in an article in the form that the outside has it in; the
// server reads it. It must hold exactly one article. When it returns without an
// error, the article is durable.
func (c *Client) IngestDocument(ctx context.Context, d onrecord.Document) (Ingested, error) {
	return c.ingest(ctx, &onrecordv1.IngestArticleRequest{Source: &onrecordv1.IngestArticleRequest_Document{Document: wire.Document(d)}})
}

func (c *Client) ingest(ctx context.Context, req *onrecordv1.IngestArticleRequest) (Ingested, error) {
	resp, err := c.articles.IngestArticle(ctx, req)
	if err != nil {
		return Ingested{}, toError(err)
	}
	return Ingested{wire.ArticleOf(resp.GetArticle()).ArticleInfo, wire.OutcomeOf(resp.GetOutcome()), wire.ClaimsOf(resp.GetClaims()), wire.ChangesOf(resp.GetChanges())}, nil
}

// An Item is one article of IngestAll, with the caller's own words for it.
type Item struct {
	Article onrecord.Article
	// Document is sent instead of Article where there is one; the server reads it.
	Document *onrecord.Document
	Label    string
	// Err is why there is no article, where the caller could not read it: the
	// item is not sent and its acknowledgement, in its place, has this error.
	Err error
}

// An Ack is the acknowledgement of one item: its article is durable, or Err
// says why it was not taken.
type Ack struct {
	Label     string
	ArticleID string
	Outcome   onrecord.Outcome
	Claims    int                   // how many the article has
	Changes   onrecord.ClaimChanges // of its newest version
	Undated   bool                  // the article has no published date
	Err       error
}

// IngestAll takes many articles in over one stream and yields an
// acknowledgement for each, in order. An item that is refused does not end it;
// an error does, and what was not acknowledged before may or may not be stored:
// send it again, the same article twice is harmless.
func (c *Client) IngestAll(ctx context.Context, items iter.Seq[Item]) iter.Seq2[Ack, error] {
	return func(yield func(Ack, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		stream, err := c.articles.IngestArticles(ctx)
		if err != nil {
			cancel()
			yield(Ack{}, toError(err))
			return
		}
		refused := make(chan *Ack, maxInFlight)
		sent := make(chan struct{})
		go func() { defer close(sent); sendAll(ctx, stream, items, refused) }()
		defer func() { cancel(); <-sent }() // items is not used after return
		for ack := range refused {
			if ack == nil {
				resp, err := stream.Recv()
				if err != nil {
					yield(Ack{}, toError(err))
					return
				}
				a := ackOf(resp)
				ack = &a
			}
			if !yield(*ack, nil) {
				return
			}
		}
		if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
			yield(Ack{}, toError(err))
		}
	}
}

// maxInFlight bounds the items that are sent and not yet acknowledged.
const maxInFlight = 1024

// sendAll sends the items and says for each, in order, that the server will
// acknowledge it (nil) or how it was refused here. It stops where the stream
// ends; Recv tells why.
func sendAll(ctx context.Context, stream onrecordv1.ArticleService_IngestArticlesClient, items iter.Seq[Item], refused chan<- *Ack) {
	defer close(refused)
	for item := range items {
		req := requestOf(item)
		var ack *Ack
		if err := cmp.Or(item.Err, checkUTF8(req.ProtoReflect(), "")); err != nil {
			ack = &Ack{Label: item.Label, Err: err}
		}
		select {
		case refused <- ack:
		case <-ctx.Done():
			return
		}
		if ack == nil && stream.Send(req) != nil {
			return
		}
	}
	_ = stream.CloseSend() // never fails
}

func requestOf(item Item) *onrecordv1.IngestArticlesRequest {
	if item.Document != nil {
		return &onrecordv1.IngestArticlesRequest{
			Source: &onrecordv1.IngestArticlesRequest_Document{Document: wire.Document(*item.Document)}, Item: item.Label,
		}
	}
	return &onrecordv1.IngestArticlesRequest{
		Source: &onrecordv1.IngestArticlesRequest_Article{Article: wire.Article(item.Article)}, Item: item.Label,
	}
}

func ackOf(m *onrecordv1.IngestArticlesResponse) Ack {
	a := Ack{
		Label:     m.GetItem(),
		ArticleID: strings.TrimPrefix(m.GetArticle(), "articles/"),
		Outcome:   wire.OutcomeOf(m.GetOutcome()),
		Claims:    int(m.GetClaimCount()),
		Changes:   wire.ChangesOf(m.GetChanges()),
		Undated:   m.GetUndated(),
	}
	if m.GetError() != nil {
		a.Err = fromStatus(status.FromProto(m.GetError()))
	}
	return a
}
