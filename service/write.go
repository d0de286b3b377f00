package service

import (
	"context"
	"errors"
	"fmt"

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
		if err := s.grouper.assign(ctx, stored.Claims, next.Claims); err != nil {
			return onrecord.Record{}, err
		}
		err = s.index.Put(ctx, next)
		if err == nil {
			s.directory.change(stored.Claims, next.Claims)
			return next, nil
		}
		if !errors.Is(err, onrecord.ErrConflict) {
			return onrecord.Record{}, err
		}
	}
	return onrecord.Record{}, fmt.Errorf("%d attempts: %w", writeAttempts, onrecord.ErrConflict)
}

// stored returns the record of an article, the zero one where there is none.
func (s *Service) stored(ctx context.Context, articleID string) (onrecord.Record, error) {
	r, err := s.index.Record(ctx, articleID)
	if errors.Is(err, onrecord.ErrNotFound) {
		return onrecord.Record{}, nil
	}
	return r, err
}
