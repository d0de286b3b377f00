package index

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/onrecord/onrecord"
)

// Coverage is onrecord.Searcher's.
func (x *Index) Coverage(ctx context.Context, speakerIDs ...string) (onrecord.Coverage, error) {
	coverage, err := reading(x, func(v *view) (onrecord.Coverage, error) {
		coverage, err := x.coverage(v)
		if err != nil {
			return coverage, err
		}
		for _, s := range v.segments {
			for _, speakerID := range speakerIDs {
				claims, err := s.posting(fieldTerm{string(onrecord.FieldSpeakerID), speakerID})
				if err != nil {
					return onrecord.Coverage{}, err
				}
				coverage.SpeakerClaims += s.countLive(claims.documents)
			}
		}
		return coverage, ctx.Err()
	})
	if err != nil {
		return onrecord.Coverage{}, fmt.Errorf("coverage: %w", err)
	}
	return coverage, nil
}

// covered is the coverage of one state of the index, without a speaker.
type covered struct {
	snapshot *scorch.IndexSnapshot
	coverage onrecord.Coverage
}

// coverage returns the coverage of a view. It is attached to every answer, so
// that of the last state asked for is kept.
func (x *Index) coverage(v *view) (onrecord.Coverage, error) {
	if known := x.covered.Load(); known != nil && known.snapshot == v.snapshot {
		return known.coverage, nil
	}
	coverage, err := v.coverage()
	if err == nil {
		x.covered.Store(&covered{snapshot: v.snapshot, coverage: coverage})
	}
	return coverage, err
}

// coverage adds the summaries of all segments up. Only SpeakerClaims is left
// to the caller.
func (v *view) coverage() (onrecord.Coverage, error) {
	var c onrecord.Coverage
	outlets := map[string]bool{}
	first, last := "", ""
	for _, s := range v.segments {
		sum, err := s.summary()
		if err != nil {
			return onrecord.Coverage{}, err
		}
		c.Articles += sum.articles
		c.Claims += sum.claims
		c.FormerClaims += sum.former
		c.Undated += sum.articles - sum.dated
		for _, outlet := range sum.outlets {
			outlets[outlet] = true
		}
		if sum.first != "" && (first == "" || sum.first < first) {
			first = sum.first
		}
		last = max(last, sum.last)
	}
	c.Outlets = len(outlets)
	c.First, c.Last = parseDateKey(first), parseDateKey(last)
	return c, nil
}
