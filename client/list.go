package client

import (
	"context"
	"iter"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// pageSize is how many items a listing asks for at once.
const pageSize = 200

// articleName accepts an ID and a resource name.
func articleName(id string) string {
	if strings.HasPrefix(id, "articles/") {
		return id
	}
	return onrecord.ArticleName(id)
}

// pages yields the items of page after page until the last one or an error,
// which comes with a zero item and ends the sequence.
func pages[T any](fetch func(token string) (items []T, next string, err error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for token := ""; ; {
			items, next, err := fetch(token)
			if err != nil {
				var none T
				yield(none, toError(err))
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if next == "" {
				return
			}
			token = next
		}
	}
}

// Articles lists all articles without their texts, the latest published first.
func (c *Client) Articles(ctx context.Context) iter.Seq2[onrecord.ArticleInfo, error] {
	return pages(func(token string) ([]onrecord.ArticleInfo, string, error) {
		resp, err := c.articles.ListArticles(ctx, &onrecordv1.ListArticlesRequest{PageSize: pageSize, PageToken: token})
		infos := make([]onrecord.ArticleInfo, len(resp.GetArticles()))
		for i, m := range resp.GetArticles() {
			infos[i] = wire.ArticleOf(m).ArticleInfo
		}
		return infos, resp.GetNextPageToken(), err
	})
}

// Claims lists the claims of one article in text order, and behind them the
// former ones.
func (c *Client) Claims(ctx context.Context, articleID string) iter.Seq2[onrecord.Claim, error] {
	return pages(func(token string) ([]onrecord.Claim, string, error) {
		resp, err := c.claims.ListClaims(ctx, &onrecordv1.ListClaimsRequest{Parent: articleName(articleID), PageSize: pageSize, PageToken: token})
		return wire.ClaimsOf(resp.GetClaims()), resp.GetNextPageToken(), err
	})
}
