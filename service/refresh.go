package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Refreshed tells how far a Refresh has come.
type Refreshed struct {
	Articles int // looked at
	Anew     int // of them: those whose claims were found anew
}

// How much a Refresh does at the same time: little, as others want answers.
const (
	refreshPage     = 200 // articles listed
	refreshInFlight = 4   // articles written
)

// Refresh finds the claims anew of all articles whose claims an earlier
// extractor found, or are in no statement group yet, without a new version of
// the article; corrections and former claims stay.
// progress is told now and then how far it is, from one goroutine. Where a
// Refresh of this extractor has come to its end before, there is nothing to do.
// It can be cut off at any time: the next one leaves out what is done. Others
// may read and write meanwhile.
func (s *Service) Refresh(ctx context.Context, progress func(Refreshed)) error {
	state, err := s.refreshState(ctx)
	if err != nil {
		return fmt.Errorf("refresh the claims: %w", err)
	}
	if state.Extractor == extract.Version && state.Grouped {
		return nil
	}
	// What a newer program found is left as it is. That program will look
	// again, as this one takes articles in.
	if state.Extractor <= extract.Version {
		if err := s.refreshAll(ctx, progress); err != nil {
			return fmt.Errorf("refresh the claims: %w", err)
		}
	}
	return s.enterRefreshed(ctx, state)
}

// refreshAll looks at every article, the latest published first.
func (s *Service) refreshAll(ctx context.Context, progress func(Refreshed)) error {
	var done Refreshed
	var after onrecord.ArticleKey
	for {
		page, err := s.index.Articles(ctx, after, refreshPage)
		if err != nil || len(page) == 0 {
			return err
		}
		anew := make([]bool, len(page))
		g, gctx := errgroup.WithContext(ctx)
		g.SetLimit(refreshInFlight)
		for i := range page {
			g.Go(func() (err error) {
				anew[i], err = s.refresh(gctx, page[i].ID)
				return err
			})
		}
		if err := g.Wait(); err != nil {
			return err
		}
		for _, a := range anew {
			done.Articles++
			if a {
				done.Anew++
			}
		}
		progress(done)
		last := page[len(page)-1]
		after = onrecord.ArticleKey{Published: last.Published, ID: last.ID}
	}
}

// refresh finds the claims of an article anew where an earlier extractor found
// them, and reports whether it did.
func (s *Service) refresh(ctx context.Context, articleID string) (bool, error) {
	stored, err := s.stored(ctx, articleID)
	if err != nil || stored.Revision == 0 || !isOutdated(stored) {
		return false, err
	}
	article := stored.Article
	if article.Language == undetermined {
		article.Language = extract.Language(article.Text)
	}
	claims, err := s.claimsOf(ctx, article)
	if err != nil {
		return false, err
	}
	if len(claims) > MaxClaims {
		claims = claims[:MaxClaims] // the article was taken in, and stays
	}
	anew := false
	_, err = s.write(ctx, articleID, func(now onrecord.Record) (onrecord.Record, bool, error) {
		anew = now.Article.Hash == article.Hash && isOutdated(now)
		if !anew {
			return now, false, nil // deleted, or taken in, meanwhile
		}
		article.Version, article.Ingested = now.Article.Version, now.Article.Ingested
		next := s.found(now, article, claims)
		s.carry(now, &next)
		return next, true, nil
	})
	return anew, err
}

// isOutdated reports whether an earlier version of the program found the claims
// of a record.
func isOutdated(r onrecord.Record) bool {
	ungrouped := func(c onrecord.Claim) bool { return c.Group == "" }
	return r.Extractor < extract.Version || r.Extractor == extract.Version && slices.ContainsFunc(r.Claims, ungrouped)
}

// The entry of the ledger that tells how far claims are up to date.
const (
	refreshEntries = "extraction"
	refreshEntry   = "refreshed"
)

// A refreshState is the content of that entry.
type refreshState struct {
	// Extractor is that of the last Refresh that came to its end.
	Extractor int `json:"extractor"`
	// Grouped is set where it gave claims their groups.
	Grouped bool `json:"grouped"`
	version int  // of the entry
}

func (s *Service) refreshState(ctx context.Context) (refreshState, error) {
	entries, err := s.index.Entries(ctx, refreshEntries)
	if err != nil {
		return refreshState{}, err
	}
	for _, e := range entries {
		if e.ID == refreshEntry {
			state := refreshState{version: e.Version}
			err := json.Unmarshal(e.Data, &state)
			return state, err
		}
	}
	return refreshState{}, nil
}

// enterRefreshed notes that all claims are of this extractor, or of a newer one.
func (s *Service) enterRefreshed(ctx context.Context, before refreshState) error {
	data, err := json.Marshal(refreshState{Extractor: extract.Version, Grouped: true})
	if err != nil {
		return err
	}
	err = s.index.Enter(ctx, onrecord.Entry{Kind: refreshEntries, ID: refreshEntry, Version: before.version + 1, Data: data})
	if errors.Is(err, onrecord.ErrConflict) {
		return nil // another program noted its own; the next start looks again
	}
	return err
}
