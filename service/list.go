package service

import (
	"context"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
)

// An ArticlePage is one page of articles.
type ArticlePage struct {
	Articles []onrecord.ArticleInfo
	Next     *onrecord.ArticleKey // where the next page begins; nil: this is the last
}

// Articles lists articles without their texts, the latest published first,
// undated ones last, from behind the key on (zero: from the beginning). Behind
// a page of MaxListSize there may be an empty one.
func (s *Service) Articles(ctx context.Context, after onrecord.ArticleKey, size int) (ArticlePage, error) {
	size, err := pageSize("page_size", size, DefaultListSize, MaxListSize)
	if err != nil {
		return ArticlePage{}, err
	}
	articles, err := s.index.Articles(ctx, after, min(size+1, onrecord.MaxCandidates))
	if err != nil {
		return ArticlePage{}, fmt.Errorf("list articles: %w", err)
	}
	page := ArticlePage{Articles: articles[:min(size, len(articles))]}
	if len(articles) > size || len(articles) == onrecord.MaxCandidates {
		last := articles[size-1]
		page.Next = &onrecord.ArticleKey{Published: last.Published, ID: last.ID}
	}
	return page, nil
}

// A ClaimPage is one page of the claims of an article.
type ClaimPage struct {
	Claims []onrecord.Claim
	Next   string // ID of the claim behind which the next page begins; empty: this is the last
}

// ListClaims lists the claims of an article in text order, from behind the
// claim with the ID after on (empty: from the beginning).
func (s *Service) ListClaims(ctx context.Context, articleID, after string, size int) (ClaimPage, error) {
	size, err := pageSize("page_size", size, DefaultListSize, MaxListSize)
	if err != nil {
		return ClaimPage{}, err
	}
	claims, err := s.Claims(ctx, articleID)
	if err != nil {
		return ClaimPage{}, err
	}
	if after != "" {
		i := slices.IndexFunc(claims, func(c onrecord.Claim) bool { return c.ID == after })
		if i < 0 {
			return ClaimPage{}, badField("page_token", "PAGE_TOKEN_INVALID", "must be of the article as it is; it has changed since the page before")
		}
		claims = claims[i+1:]
	}
	page := ClaimPage{Claims: claims[:min(size, len(claims))]}
	if len(claims) > size {
		page.Next = claims[size-1].ID
	}
	return page, nil
}
