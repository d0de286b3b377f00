// Package client is the Go library for an On Record server. It speaks the types
// of package onrecord, pages and streams as iterators, and typed errors.
//
//	c, err := client.New("127.0.0.1:50051", client.Config{})
//	if err != nil { … }
//	defer c.Close()
//	for hit, err := range c.Search(ctx, client.Query{Text: "ceasefire"}) {
//		if err != nil { … }
//		fmt.Println(hit.Claim.Speaker.Name, hit.Claim.When(), hit.Claim.Text)
//	}
package client

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// maxMessage bounds one answer, in bytes; it is the server's own bound.
const maxMessage = 32 << 20

// retries makes calls that change nothing, or whose repetition changes nothing,
// try again where the server is away for a moment (gRFC A6).
const retries = `{"methodConfig": [{
	"name": [{"service": "onrecord.v1.ArticleService"}, {"service": "onrecord.v1.ClaimService"}, {"service": "onrecord.v1.SpeakerService"}, {"service": "onrecord.v1.TimelineService"}, {"service": "onrecord.v1.QuoteService"}, {"service": "onrecord.v1.GroupService"}],
	"retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "2s", "backoffMultiplier": 3, "retryableStatusCodes": ["UNAVAILABLE"]}
}]}`

// Config says how to reach the server. The zero value is right for a server on
// this machine or behind a proxy that does the encryption.
type Config struct {
	// TLS encrypts; nil: plain text.
	TLS *tls.Config
	// DialOptions come after the client's own.
	DialOptions []grpc.DialOption
}

// A Client calls one server. Its methods are safe for concurrent use.
type Client struct {
	conn      *grpc.ClientConn
	articles  onrecordv1.ArticleServiceClient
	claims    onrecordv1.ClaimServiceClient
	speakers  onrecordv1.SpeakerServiceClient
	timelines onrecordv1.TimelineServiceClient
	quotes    onrecordv1.QuoteServiceClient
	groups    onrecordv1.GroupServiceClient
}

// New returns a client of the server at addr ("host:port", or any gRPC target).
// It connects at the first call.
func New(addr string, cfg Config) (*Client, error) {
	creds := insecure.NewCredentials()
	if cfg.TLS != nil {
		creds = credentials.NewTLS(cfg.TLS)
	}
	options := append([]grpc.DialOption{
		grpc.WithTransportCredentials(creds),
		grpc.WithDefaultServiceConfig(retries),
		grpc.WithChainUnaryInterceptor(checkText),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage)),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: time.Minute, Timeout: 20 * time.Second}),
	}, cfg.DialOptions...)
	conn, err := grpc.NewClient(addr, options...)
	if err != nil {
		return nil, fmt.Errorf("server address %q: %w", addr, err)
	}
	return &Client{
		conn:      conn,
		articles:  onrecordv1.NewArticleServiceClient(conn),
		claims:    onrecordv1.NewClaimServiceClient(conn),
		speakers:  onrecordv1.NewSpeakerServiceClient(conn),
		timelines: onrecordv1.NewTimelineServiceClient(conn), quotes: onrecordv1.NewQuoteServiceClient(conn),
		groups: onrecordv1.NewGroupServiceClient(conn),
	}, nil
}

// Close ends the connection and every call under way.
func (c *Client) Close() error { return c.conn.Close() }

// Article returns one article with its text. id is the article's ID or its
// resource name, "articles/{id}".
func (c *Client) Article(ctx context.Context, id string) (onrecord.Article, error) {
	resp, err := c.articles.GetArticle(ctx, &onrecordv1.GetArticleRequest{Name: articleName(id)})
	if err != nil {
		return onrecord.Article{}, toError(err)
	}
	return wire.ArticleOf(resp.GetArticle()), nil
}

// History returns an article in one of its versions (0: the newest), and what is
// known of all. ErrNotFound also where that version is not kept.
func (c *Client) History(ctx context.Context, id string, version int) (onrecord.History, error) {
	resp, err := c.articles.GetArticle(ctx, &onrecordv1.GetArticleRequest{Name: articleName(id), Version: int32(version)})
	if err != nil {
		return onrecord.History{}, toError(err)
	}
	return wire.HistoryOf(resp.GetArticle()), nil
}

// Delete removes an article with its versions and claims.
func (c *Client) Delete(ctx context.Context, id string) error {
	_, err := c.articles.DeleteArticle(ctx, &onrecordv1.DeleteArticleRequest{Name: articleName(id)})
	return toError(err)
}

// Claim returns one claim by its resource name, "articles/{id}/claims/{id}".
func (c *Client) Claim(ctx context.Context, name string) (onrecord.Claim, error) {
	resp, err := c.claims.GetClaim(ctx, &onrecordv1.GetClaimRequest{Name: name})
	if err != nil {
		return onrecord.Claim{}, toError(err)
	}
	return wire.ClaimOf(resp.GetClaim()), nil
}

// ClaimBatch returns several claims by resource name, in that order; at most
// 1,000. It is all or nothing.
func (c *Client) ClaimBatch(ctx context.Context, names ...string) ([]onrecord.Claim, error) {
	resp, err := c.claims.BatchGetClaims(ctx, &onrecordv1.BatchGetClaimsRequest{Names: names})
	if err != nil {
		return nil, toError(err)
	}
	return wire.ClaimsOf(resp.GetClaims()), nil
}
