package service

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Ingested is an article that was taken in.
type Ingested struct {
	Article onrecord.Article // as stored
	Claims  []onrecord.Claim // in text order
	Outcome onrecord.Outcome
	// Changes are those of the newest version against the one before; of the
	// first, all claims are added.
	Changes onrecord.ClaimChanges
}

// Ingest takes an article in and returns once it is durable and can be found.
// The same article again changes nothing, unless its claims were found by an
// earlier extractor: then they are found anew. With the same URL and another
// content it becomes a new version: what the one before said and the new one does
// not stays as former claims. No claims are looked for in a text that is not
// English.
func (s *Service) Ingest(ctx context.Context, d Draft) (Ingested, error) {
	article, err := d.article(s.now())
	if err != nil {
		return Ingested{}, err
	}
	return s.ingest(ctx, article)
}

// ingest takes in an article that has been checked.
func (s *Service) ingest(ctx context.Context, article onrecord.Article) (Ingested, error) {
	done, err := s.ingestChecked(ctx, article)
	if err != nil {
		return Ingested{}, fmt.Errorf("ingest article %s: %w", article.ID, err)
	}
	s.directory.resolveAll(done.Claims)
	return done, nil
}

func (s *Service) ingestChecked(ctx context.Context, article onrecord.Article) (Ingested, error) {
	stored, err := s.stored(ctx, article.ID)
	if err != nil {
		return Ingested{}, err
	}
	if outcomeOf(stored, article) == onrecord.OutcomeUnchanged {
		return ingested(stored, onrecord.OutcomeUnchanged), nil
	}
	claims, err := s.claimsOf(ctx, article)
	if err != nil {
		return Ingested{}, err
	}
	if len(claims) > MaxClaims {
		return Ingested{}, badField("article.text", "TOO_MANY_CLAIMS", "must have at most %d attributed statements, not %d", MaxClaims, len(claims))
	}
	var outcome onrecord.Outcome
	written, err := s.write(ctx, article.ID, func(stored onrecord.Record) (onrecord.Record, bool, error) {
		switch outcome = outcomeOf(stored, article); outcome {
		case onrecord.OutcomeUnchanged:
			return stored, false, nil
		case onrecord.OutcomeRefreshed:
			article.Version, article.Ingested = stored.Article.Version, stored.Article.Ingested
		default:
			article.Version, article.Ingested = stored.Article.Version+1, s.now().UTC()
		}
		next := s.found(stored, article, claims)
		if outcome != onrecord.OutcomeUpdated {
			s.carry(stored, &next)
			return next, true, nil
		}
		return next, true, s.succeed(ctx, stored, &next)
	})
	return ingested(written, outcome), err
}

func ingested(r onrecord.Record, outcome onrecord.Outcome) Ingested {
	return Ingested{r.Article, r.Claims, outcome, recordChanges(r)}
}

// outcomeOf says what taking in an article does to the record that is stored
// (zero: there is none).
func outcomeOf(stored onrecord.Record, article onrecord.Article) onrecord.Outcome {
	switch {
	case stored.Revision == 0:
		return onrecord.OutcomeCreated
	case stored.Article.Hash != article.Hash:
		return onrecord.OutcomeUpdated
	case isOutdated(stored):
		return onrecord.OutcomeRefreshed
	}
	return onrecord.OutcomeUnchanged
}

// claimsOf finds the claims of an article. Rules for English would find
// nothing, or nonsense, in another language: of those there are the statements
// that the source marks. As many texts are read at the
// same time as there are processors; others wait.
func (s *Service) claimsOf(ctx context.Context, a onrecord.Article) ([]onrecord.Claim, error) {
	if !isEnglish(a.Language) {
		return extract.Marked(a), nil
	}
	if err := s.extracting.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer s.extracting.Release(1)
	return extract.Claims(a), nil
}

// found returns a record with the article and the claims that were found in
// it, without anything former. What people corrected in the stored one goes on.
func (s *Service) found(stored onrecord.Record, article onrecord.Article, claims []onrecord.Claim) onrecord.Record {
	claims = cite(claims, article.ArticleInfo)
	s.correctAgain(claims, article.Text, stored.Corrections)
	claims = keepCorrected(claims, stored.Claims, article)
	return onrecord.Record{Article: article, Claims: claims, Extractor: extract.Version, Corrections: stored.Corrections}
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
