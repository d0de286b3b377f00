package service

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
)

// Group returns a statement group by its resource name, with who made the
// statement, where it is, and its wordings. ErrNotFound where no claim is in it.
func (s *Service) Group(ctx context.Context, name string) (onrecord.GroupProfile, error) {
	group, err := s.group(ctx, "name", name)
	if err != nil {
		return onrecord.GroupProfile{}, err
	}
	found, err := s.index.Search(ctx, onrecord.Request{
		Query: inGroup(group.ID), Order: onrecord.OrderOldest, Limit: onrecord.MaxCandidates,
		Facets: []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet}, FacetSize: maxGroupValues,
		Joined: s.bySpeaker(),
	})
	if err != nil {
		return onrecord.GroupProfile{}, fmt.Errorf("group: %w", err)
	}
	if len(found.Claims) == 0 { // they have gone since they were counted
		return onrecord.GroupProfile{}, fmt.Errorf("%s: %w", name, onrecord.ErrNotFound)
	}
	s.directory.resolveAll(found.Claims)
	slices.SortFunc(found.Claims, func(a, b onrecord.Claim) int { return earlier(&a, &b) })
	profile := onrecord.GroupProfile{
		Group: group, First: found.Claims[0],
		BySpeaker: found.Facets[onrecord.FieldSpeakerID],
		ByOutlet:  outletsOf(found), Wordings: wordings(found.Claims),
	}
	return profile, nil
}

// outletsOf returns the outlets of claims by name: the engine tells them folded.
func outletsOf(found onrecord.Result) []onrecord.FacetValue {
	names := map[string]string{}
	for i := range found.Claims {
		outlet := found.Claims[i].Article.Outlet
		names[analysis.Fold(outlet)] = outlet
	}
	outlets := found.Facets[onrecord.FieldOutlet]
	for i, v := range outlets {
		outlets[i].Value = cmp.Or(names[v.Value], v.Value)
	}
	return outlets
}

// The bounds of a group's profile.
const (
	maxGroupValues    = 100 // speakers, outlets
	maxWordings       = 20
	maxWordingOutlets = 20
)

// group sums a group up.
func (s *Service) group(ctx context.Context, field, name string) (onrecord.Group, error) {
	id, ok := strings.CutPrefix(name, "groups/")
	if !ok || !isID(id) {
		return onrecord.Group{}, badField(field, "NOT_A_NAME", "must be a name of the form groups/{group}")
	}
	groups, err := s.index.Groups(ctx, id)
	if err != nil {
		return onrecord.Group{}, fmt.Errorf("group: %w", err)
	}
	if groups[0].Claims == 0 {
		return onrecord.Group{}, fmt.Errorf("%s: %w", name, onrecord.ErrNotFound)
	}
	return groups[0], nil
}

// inGroup matches the claims of a group.
func inGroup(id string) onrecord.Node {
	return onrecord.AnyOf{Field: onrecord.FieldGroup, Values: []string{id}}
}

// wordings parts claims by their words, in their order.
func wordings(claims []onrecord.Claim) []onrecord.GroupWording {
	places := make(map[string]int)
	var all []onrecord.GroupWording
	for i := range claims {
		c := &claims[i]
		key := wordKey(analysis.Words(c.Text))
		at, known := places[key]
		switch {
		case !known && len(all) == maxWordings:
			continue
		case !known:
			at = len(all)
			places[key] = at
			all = append(all, onrecord.GroupWording{Text: c.Text, First: c.Name()})
			if at > 0 {
				all[at].Edits = compare.Edits(c.Text, all[0].Text)
			}
		}
		all[at].Claims++
		all[at].Outlets = addOutlet(all[at].Outlets, c.Article.Outlet)
	}
	return all
}

// addOutlet adds an outlet that is not there yet.
func addOutlet(outlets []string, outlet string) []string {
	if outlet == "" || len(outlets) == maxWordingOutlets {
		return outlets
	}
	for _, known := range outlets {
		if analysis.Fold(known) == analysis.Fold(outlet) {
			return outlets
		}
	}
	return append(outlets, outlet)
}

// An AppearanceCursor is where a page of appearances begins: behind this claim.
type AppearanceCursor struct {
	Time time.Time `json:"t,omitzero"`
	Name string    `json:"n"`
}

// An AppearancePage is one page of the claims of a group.
type AppearancePage struct {
	Claims []onrecord.Claim
	Total  int               // on all pages
	Next   *AppearanceCursor // where the next page begins; nil: this is the last
}

// Appearances lists the claims of a group, the first said first, undated ones
// last; on a page those said at one time come as they were published. Behind a
// page of MaxListSize there may be an empty one.
func (s *Service) Appearances(ctx context.Context, name string, after *AppearanceCursor, size int) (AppearancePage, error) {
	size, err := pageSize("page_size", size, DefaultListSize, MaxListSize)
	if err != nil {
		return AppearancePage{}, err
	}
	group, err := s.group(ctx, "parent", name)
	if err != nil {
		return AppearancePage{}, err
	}
	r := onrecord.Request{Query: inGroup(group.ID), Order: onrecord.OrderOldest, Limit: min(size+1, onrecord.MaxCandidates)}
	if after != nil {
		r.After = onrecord.Key{Time: after.Time, Name: after.Name}
	}
	found, err := s.index.Search(ctx, r)
	if err != nil {
		return AppearancePage{}, fmt.Errorf("appearances: %w", err)
	}
	page := AppearancePage{Claims: found.Claims[:min(size, len(found.Claims))], Total: found.Total}
	if len(found.Claims) > size || len(found.Claims) == onrecord.MaxCandidates {
		last := &page.Claims[size-1]
		page.Next = &AppearanceCursor{last.When().Time, last.Name()}
	}
	slices.SortFunc(page.Claims, func(a, b onrecord.Claim) int { return earlier(&a, &b) })
	s.directory.resolveAll(page.Claims)
	return page, nil
}

// groupsOf sums up the groups of so many claims: a zero Group for a claim
// without one.
func (s *Service) groupsOf(ctx context.Context, claims int, claim func(i int) *onrecord.Claim) ([]onrecord.Group, error) {
	var ids []string
	for i := range claims {
		if id := claim(i).Group; id != "" {
			ids = append(ids, id)
		}
	}
	sums, err := s.index.Groups(ctx, ids...)
	if err != nil {
		return nil, fmt.Errorf("sum up statements: %w", err)
	}
	groups := make([]onrecord.Group, claims)
	for i := range claims {
		if claim(i).Group != "" {
			groups[i], sums = sums[0], sums[1:]
		}
	}
	return groups, nil
}
