package service

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
)

// writeAttempts bounds how often an article is read and written anew because
// somebody else wrote it meanwhile. Each time one of the writers succeeds.
const writeAttempts = 10

// write writes the next record of an article and returns it. change makes it of
// the one that is stored (zero: there is none), and is asked again where
// somebody else wrote meanwhile. Its false leaves the stored one as it is.
func (s *Service) write(ctx context.Context, articleID string, change func(stored onrecord.Record) (onrecord.Record, bool, error)) (onrecord.Record, error) {
	s.deleting.RLock()
	defer s.deleting.RUnlock()
	for range writeAttempts {
		stored, err := s.stored(ctx, articleID)
		if err != nil {
			return onrecord.Record{}, err
		}
		next, changed, err := change(stored)
		if err != nil || !changed {
			return stored, err
		}
		next.Revision = stored.Revision + 1
		if err := s.assignGroups(ctx, &stored, &next); err != nil {
			return onrecord.Record{}, err
		}
		linkWordings(&next)
		err = s.index.Put(ctx, next)
		if err == nil {
			s.directory.change(allClaims(&stored), allClaims(&next))
			return next, nil
		}
		if !errors.Is(err, onrecord.ErrConflict) {
			return onrecord.Record{}, err
		}
	}
	return onrecord.Record{}, fmt.Errorf("%d attempts: %w", writeAttempts, onrecord.ErrConflict)
}

// allClaims returns the claims of a record, former ones behind the others.
func allClaims(r *onrecord.Record) []onrecord.Claim {
	if len(r.Former) == 0 {
		return r.Claims
	}
	return slices.Concat(r.Claims, r.Former)
}

// assignGroups gives the claims of a record their groups. Former ones keep what
// they have.
func (s *Service) assignGroups(ctx context.Context, stored, next *onrecord.Record) error {
	before := allClaims(stored)
	if err := s.grouper.assign(ctx, before, next.Claims); err != nil {
		return err
	}
	for i := range next.Former {
		if next.Former[i].Group == "" {
			return s.grouper.assign(ctx, before, next.Former)
		}
	}
	return nil
}

// stored returns the record of an article, the zero one where there is none.
func (s *Service) stored(ctx context.Context, articleID string) (onrecord.Record, error) {
	r, err := s.index.Record(ctx, articleID)
	if errors.Is(err, onrecord.ErrNotFound) {
		return onrecord.Record{}, nil
	}
	return r, err
}
