package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/onrecord/onrecord"
)

// Article returns an article with its text.
func (s *Service) Article(ctx context.Context, articleID string) (onrecord.Article, error) {
	r, err := s.record(ctx, articleID)
	return r.Article, err
}

// Delete removes an article and its claims, durably.
func (s *Service) Delete(ctx context.Context, articleID string) error {
	s.deleting.Lock()
	defer s.deleting.Unlock()
	gone, err := s.record(ctx, articleID)
	if err != nil {
		return err
	}
	if err := s.index.Delete(ctx, articleID); err != nil {
		return fmt.Errorf("delete article %s: %w", articleID, err)
	}
	s.directory.change(allClaims(&gone), nil)
	return nil
}

// History returns an article in one of its versions (0: the newest), and what
// is known of all. ErrNotFound also where the version is not kept.
func (s *Service) History(ctx context.Context, articleID string, version int) (onrecord.History, error) {
	if version < 0 {
		return onrecord.History{}, badField("version", "NEGATIVE", "must be 0 (the newest) or that of a version, not %d", version)
	}
	r, err := s.record(ctx, articleID)
	if err != nil {
		return onrecord.History{}, err
	}
	h := onrecord.History{Forgotten: r.Forgotten}
	found := version == 0 || version == r.Article.Version
	if found {
		h.Article = r.Article
	}
	for _, v := range r.Versions {
		h.Versions = append(h.Versions, onrecord.Version{ArticleInfo: v.ArticleInfo, Kept: v.Text != "", Changes: v.Changes})
		if v.Version == version && v.Text != "" {
			h.Article, found = onrecord.Article{ArticleInfo: v.ArticleInfo, Text: v.Text}, true
		}
	}
	if !found {
		return onrecord.History{}, fmt.Errorf("%s, version %d: not kept: %w", onrecord.ArticleName(articleID), version, onrecord.ErrNotFound)
	}
	h.Versions = append(h.Versions, onrecord.Version{ArticleInfo: r.Article.ArticleInfo, Kept: true, Changes: recordChanges(r)})
	return h, nil
}

// Claims returns the claims of an article in text order, and behind them the
// former ones in the order in which they went.
func (s *Service) Claims(ctx context.Context, articleID string) ([]onrecord.Claim, error) {
	r, err := s.record(ctx, articleID)
	claims := allClaims(&r)
	s.directory.resolveAll(claims)
	return claims, err
}

// Claim returns one claim.
func (s *Service) Claim(ctx context.Context, articleID, claimID string) (onrecord.Claim, error) {
	claims, err := s.Claims(ctx, articleID)
	if err != nil {
		return onrecord.Claim{}, err
	}
	return findClaim(claims, articleID, claimID)
}

// ClaimBatch returns claims by their resource names and in their order: all of
// them or, where one is missing, ErrNotFound with its name.
func (s *Service) ClaimBatch(ctx context.Context, names []string) ([]onrecord.Claim, error) {
	if len(names) == 0 || len(names) > MaxBatch {
		return nil, badField("names", "WRONG_NUMBER", "must be 1 to %d names, not %d", MaxBatch, len(names))
	}
	articles := make(map[string][]onrecord.Claim)
	batch := make([]onrecord.Claim, len(names))
	for i, name := range names {
		articleID, claimID, err := ParseClaimName(fmt.Sprintf("names[%d]", i), name)
		if err != nil {
			return nil, err
		}
		claims, ok := articles[articleID]
		if !ok {
			if claims, err = s.Claims(ctx, articleID); errors.Is(err, onrecord.ErrNotFound) {
				return nil, fmt.Errorf("%s: %w", name, onrecord.ErrNotFound)
			} else if err != nil {
				return nil, err
			}
			articles[articleID] = claims
		}
		if batch[i], err = findClaim(claims, articleID, claimID); err != nil {
			return nil, err
		}
	}
	return batch, nil
}

func (s *Service) record(ctx context.Context, articleID string) (onrecord.Record, error) {
	r, err := s.index.Record(ctx, articleID)
	if errors.Is(err, onrecord.ErrNotFound) {
		return onrecord.Record{}, fmt.Errorf("%s: %w", onrecord.ArticleName(articleID), onrecord.ErrNotFound)
	}
	return r, err
}

func findClaim(claims []onrecord.Claim, articleID, claimID string) (onrecord.Claim, error) {
	for _, c := range claims {
		if c.ID == claimID {
			return c, nil
		}
	}
	return onrecord.Claim{}, fmt.Errorf("%s: %w", onrecord.ClaimName(articleID, claimID), onrecord.ErrNotFound)
}
