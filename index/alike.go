package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// maxSharing is how many claims of a segment are looked at for one fingerprint:
// a phrase that more have tells little of any.
const maxSharing = 256

// Alike is onrecord.Searcher's.
func (x *Index) Alike(ctx context.Context, shingles [][]uint32, limit int) ([][]onrecord.Claim, error) {
	if limit < 1 || limit > onrecord.MaxCandidates {
		return nil, badLimit()
	}
	alike, err := reading(x, func(v *view) ([][]onrecord.Claim, error) {
		if err := x.fingerprints.fill(v); err != nil {
			return nil, err
		}
		return v.alike(ctx, &x.fingerprints, shingles, limit)
	})
	if err != nil {
		return nil, fmt.Errorf("find what is alike: %w", err)
	}
	return alike, nil
}

func (v *view) alike(ctx context.Context, filter *fingerprintFilter, shingles [][]uint32, limit int) ([][]onrecord.Claim, error) {
	alike := make([][]onrecord.Claim, len(shingles))
	for i, set := range shingles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		passing := filter.passing(set)
		if len(passing) < analysis.LeastShared(len(set)) {
			continue
		}
		run := searchRun{collector: &collector{limit: limit}}
		for _, s := range v.segments {
			if err := s.sharing(passing, analysis.LeastShared(len(set)), run.collector); err != nil {
				return nil, err
			}
		}
		var err error
		if alike[i], _, err = run.claims(ctx); err != nil {
			return nil, err
		}
	}
	return alike, nil
}

// sharing offers the claims of the segment that have at least so many of the
// fingerprints, each with how many it has as its score.
func (s *segmentView) sharing(fingerprints []uint32, least int, c *collector) error {
	prints, err := s.prints()
	if err != nil {
		return err
	}
	var documents []uint32 // once for each fingerprint that a claim has
	for _, f := range fingerprints {
		prints.having(f, s.deleted, maxSharing, func(document uint32) { documents = append(documents, document) })
	}
	slices.Sort(documents)
	for start, end := 0, 0; start < len(documents); start = end {
		for end < len(documents) && documents[end] == documents[start] {
			end++
		}
		if end-start >= least {
			c.offer(&hit{segment: s, document: documents[start], score: float64(end - start)})
		}
	}
	return c.err
}

// Groups is onrecord.Searcher's.
func (x *Index) Groups(ctx context.Context, ids ...string) ([]onrecord.Group, error) {
	groups, err := reading(x, func(v *view) ([]onrecord.Group, error) {
		groups := make([]onrecord.Group, len(ids))
		for i, id := range ids {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			var err error
			if groups[i], err = v.group(id); err != nil {
				return nil, err
			}
		}
		return groups, nil
	})
	if err != nil {
		return nil, fmt.Errorf("sum groups up: %w", err)
	}
	return groups, nil
}

// group sums the claims of a group up.
func (v *view) group(id string) (onrecord.Group, error) {
	sum := groupSum{group: onrecord.Group{ID: id}, outlets: map[string]bool{}}
	for _, s := range v.segments {
		if err := sum.add(s); err != nil {
			return onrecord.Group{}, err
		}
	}
	sum.group.Outlets = len(sum.outlets)
	sum.group.FirstSaid, sum.group.LastSaid = parseTimeKey(sum.first.said), parseTimeKey(sum.last)
	if sum.group.Claims == 0 {
		return sum.group, nil
	}
	name, err := sum.first.segment.name(sum.first.document)
	sum.group.First = name
	return sum.group, err
}

// A groupSum is a group so far.
type groupSum struct {
	group   onrecord.Group
	outlets map[string]bool
	first   appearance
	last    string // time key
}

// An appearance is a claim of a group, with what tells which came first.
type appearance struct {
	segment         *segmentView
	document        uint32
	said, published string // time keys; "" where there is no date
}

// add adds the claims of a segment. Those of one article are all in one
// segment, as they are written together.
func (sum *groupSum) add(s *segmentView) error {
	documents, err := s.postings(string(onrecord.FieldGroup), sum.group.ID)
	if err != nil {
		return err
	}
	if documents = s.live(documents); documents.IsEmpty() {
		return nil
	}
	var columns [5]*column
	for i, field := range []onrecord.Field{onrecord.FieldArticle, onrecord.FieldOutlet, onrecord.FieldSaid, onrecord.FieldPublished, onrecord.FieldState} {
		if columns[i], err = s.column(string(field)); err != nil {
			return err
		}
	}
	articles, outlets, said, published, states := columns[0], columns[1], columns[2], columns[3], columns[4]
	seen := map[uint32]bool{}
	for documents := documents.Iterator(); documents.HasNext(); {
		document := documents.Next()
		sum.group.Claims++
		if states.ordinals[document] != 0 {
			sum.group.Former++
		}
		seen[articles.ordinals[document]] = true
		if outlet := outlets.value(document); outlet != "" {
			sum.outlets[outlet] = true
		}
		a := appearance{segment: s, document: document, said: timeOf(said.value(document)), published: timeOf(published.value(document))}
		sum.last = max(sum.last, a.said)
		if err := sum.offer(a); err != nil {
			return err
		}
	}
	sum.group.Articles += len(seen)
	return nil
}

// offer keeps an appearance if it is the first.
func (sum *groupSum) offer(a appearance) error {
	if sum.first.segment == nil {
		sum.first = a
		return nil
	}
	order := cmp.Or(compareDated(a.said, sum.first.said), compareDated(a.published, sum.first.published))
	if order == 0 {
		name, err := a.segment.name(a.document)
		if err != nil {
			return err
		}
		other, err := sum.first.segment.name(sum.first.document)
		if err != nil {
			return err
		}
		order = cmp.Compare(name, other)
	}
	if order < 0 {
		sum.first = a
	}
	return nil
}

// compareDated compares two time keys: no date comes last.
func compareDated(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}
