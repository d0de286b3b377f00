package service

import (
	"context"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
)

// preferPresent puts what sources have now before what they had: of a statement
// that is shown by one appearance, one that its source still has, where one
// matches; and on a page, of an edited claim the present wording first.
func (s *Service) preferPresent(ctx context.Context, q *search, hits []onrecord.Hit) error {
	if q.Collapse != "" {
		if err := s.standIn(ctx, q, hits); err != nil {
			return err
		}
	}
	for i := range hits {
		present := hits[i].Claim.Present
		if present == nil {
			continue
		}
		behind := slices.IndexFunc(hits[i:], func(h onrecord.Hit) bool {
			return h.Claim.Article.ID == hits[i].Claim.Article.ID && h.Claim.ID == present.Claim
		})
		if behind > 0 {
			now := hits[i+behind]
			copy(hits[i+1:i+behind+1], hits[i:i+behind])
			hits[i] = now
		}
	}
	return nil
}

// standIn replaces former claims that stand for their statement by matches which
// their source still has.
func (s *Service) standIn(ctx context.Context, q *search, hits []onrecord.Hit) error {
	var groups []string
	for i := range hits {
		if c := &hits[i].Claim; c.State != onrecord.StatePresent && c.Group != "" {
			groups = append(groups, c.Group)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	found, err := s.index.Search(ctx, onrecord.Request{
		Query: both(q.Query, onrecord.AnyOf{Field: onrecord.FieldGroup, Values: groups}, onrecord.OnlyPresent()),
		Order: q.Order, Limit: len(groups), Collapse: onrecord.FieldGroup,
	})
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	for i := range hits {
		at := slices.IndexFunc(found.Claims, func(c onrecord.Claim) bool { return c.Group == hits[i].Claim.Group })
		if hits[i].Claim.State == onrecord.StatePresent || at < 0 {
			continue
		}
		if hits[i].Claim = found.Claims[at]; q.Order == onrecord.OrderRelevance {
			hits[i].Score = found.Scores[at]
		}
	}
	return nil
}
