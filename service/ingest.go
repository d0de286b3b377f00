package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Ingested is an article that was taken in.
type Ingested struct {
	Article onrecord.Article // as stored
	Claims  []onrecord.Claim // in text order
	Outcome onrecord.Outcome
}

// ingestAttempts bounds how often an article is read and written anew because
// somebody else wrote it meanwhile. Each time one of the writers succeeds.
const ingestAttempts = 10

// Ingest takes an article in and returns once it is durable and can be found.
// The same article again changes nothing; with the same URL and another
// content it becomes a new version that replaces the one before. No claims are
// looked for in a text that is not English.
func (s *Service) Ingest(ctx context.Context, d Draft) (Ingested, error) {
	article, err := d.article(s.now())
	if err != nil {
		return Ingested{}, err
	}
	return s.ingest(ctx, article)
}

// ingest takes in an article that has been checked.
func (s *Service) ingest(ctx context.Context, article onrecord.Article) (Ingested, error) {
	var claims []onrecord.Claim
	extracted := false
	s.deleting.RLock()
	defer s.deleting.RUnlock()
	for range ingestAttempts {
		stored, err := s.index.Record(ctx, article.ID)
		switch {
		case errors.Is(err, onrecord.ErrNotFound):
			stored = onrecord.Record{}
		case err != nil:
			return Ingested{}, fmt.Errorf("ingest article %s: %w", article.ID, err)
		case stored.Article.Hash == article.Hash:
			s.directory.resolveAll(stored.Claims)
			return Ingested{stored.Article, stored.Claims, onrecord.OutcomeUnchanged}, nil
		}
		article.Version = stored.Article.Version + 1
		article.Ingested = s.now().UTC()
		if !extracted {
			claims, extracted = claimsOf(article), true
			if len(claims) > MaxClaims {
				return Ingested{}, badField("article.text", "TOO_MANY_CLAIMS", "must have at most %d attributed statements, not %d", MaxClaims, len(claims))
			}
		}
		done := Ingested{article, cite(claims, article.ArticleInfo), onrecord.OutcomeCreated}
		s.correctAgain(done.Claims, article.Text, stored.Corrections)
		if article.Version > 1 {
			done.Outcome = onrecord.OutcomeUpdated
		}
		if err := s.grouper.assign(ctx, stored.Claims, done.Claims); err != nil {
			return Ingested{}, fmt.Errorf("ingest article %s: %w", article.ID, err)
		}
		err = s.index.Put(ctx, onrecord.Record{
			Article: article, Claims: done.Claims, Revision: stored.Revision + 1, Corrections: stored.Corrections,
		})
		if err == nil {
			s.directory.change(stored.Claims, done.Claims)
			s.directory.resolveAll(done.Claims)
			return done, nil
		}
		if !errors.Is(err, onrecord.ErrConflict) {
			return Ingested{}, fmt.Errorf("ingest article %s: %w", article.ID, err)
		}
	}
	return Ingested{}, fmt.Errorf("ingest article %s: %d attempts: %w", article.ID, ingestAttempts, onrecord.ErrConflict)
}

// claimsOf finds the claims of an article. Rules for English would find
// nothing, or nonsense, in another language.
func claimsOf(a onrecord.Article) []onrecord.Claim {
	if !isEnglish(a.Language) {
		return nil
	}
	return extract.Claims(a)
}

// cite returns the claims with the article that they cite: its version is
// known only when it is written.
func cite(claims []onrecord.Claim, info onrecord.ArticleInfo) []onrecord.Claim {
	cited := make([]onrecord.Claim, len(claims))
	for i, c := range claims {
		c.Article = info
		cited[i] = c
	}
	return cited
}
