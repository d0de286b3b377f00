package service

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare/version"
	"github.com/onrecord/onrecord/extract"
)

// The bounds of what is kept of earlier versions of an article. Where there is
// more, the oldest goes, and how much is told.
const (
	MaxVersions     = 100     // versions that are listed
	MaxKeptVersions = 20      // versions whose text is kept
	MaxKeptBytes    = 4 << 20 // texts of these together
	MaxFormer       = 2000    // claims that the newest version does not have
)

// succeed makes of what was found in a new version of an article the record
// that follows the stored one: what that had and the new version has not becomes
// former, and nothing is lost.
func (s *Service) succeed(ctx context.Context, stored onrecord.Record, next *onrecord.Record) error {
	before, err := s.asFoundNow(ctx, stored)
	if err != nil {
		return err
	}
	fates := version.Fates(before, next.Claims, s.grouper.sameSpeaker)
	gone := onrecord.Departure{Version: next.Article.Version, Time: next.Article.Ingested}
	past := pastOf(stored, next)
	for i, fate := range fates {
		if fate.State == onrecord.StatePresent {
			continue
		}
		c := before[i]
		c.Gone, c.Earlier = gone, nil
		if fate.Place >= 0 {
			c.Successor = next.Claims[fate.Place].ID
		}
		past.add(c)
	}
	s.forgive(past)
	next.Changes = changesOf(fates, len(next.Claims))
	next.Versions = keptVersions(append(slices.Clip(stored.Versions), onrecord.PastVersion{
		ArticleInfo: stored.Article.ArticleInfo, Text: stored.Article.Text, Changes: recordChanges(stored),
	}))
	next.Former, next.Forgotten = past.former, stored.Forgotten
	if many := len(next.Former) - MaxFormer; many > 0 {
		next.Former, next.Forgotten = next.Former[many:], next.Forgotten+many
	}
	return nil
}

// carry takes what is former in the stored record over into one of the same
// version, whose claims were found anew.
func (s *Service) carry(stored onrecord.Record, next *onrecord.Record) {
	past := pastOf(stored, next)
	for i := range past.former {
		f := &past.former[i]
		at := slices.IndexFunc(stored.Claims, func(c onrecord.Claim) bool { return c.ID == f.Successor })
		if at >= 0 {
			f.Successor = overlapping(next.Claims, stored.Claims[at])
		}
	}
	s.forgive(past)
	next.Former, next.Forgotten, next.Versions, next.Changes = past.former, stored.Forgotten, stored.Versions, stored.Changes
}

// overlapping returns the ID of the claim that has the words of another one in
// the same text, or some of them; empty where none has.
func overlapping(claims []onrecord.Claim, c onrecord.Claim) string {
	found := ""
	for i := range claims {
		switch {
		case claims[i].ID == c.ID:
			return c.ID
		case found == "" && claims[i].Span.Overlaps(c.Span):
			found = claims[i].ID
		}
	}
	return found
}

// asFoundNow returns the claims of a record as this extractor finds them: what
// an extractor learned is no edit of the source.
func (s *Service) asFoundNow(ctx context.Context, r onrecord.Record) ([]onrecord.Claim, error) {
	if r.Extractor == extract.Version {
		return r.Claims, nil
	}
	claims, err := s.claimsOf(ctx, r.Article)
	if err != nil {
		return nil, err
	}
	found := s.found(r, r.Article, claims).Claims
	groups := make(map[string]string, len(r.Claims))
	for i := range r.Claims {
		groups[r.Claims[i].ID] = r.Claims[i].Group
	}
	for i := range found {
		found[i].Group = groups[found[i].ID]
	}
	return found, nil
}

// A past is the former claims of a record that is being made.
type past struct {
	former  []onrecord.Claim
	claims  []onrecord.Claim // present
	ids     map[string]bool  // of all
	present map[string]bool  // IDs of claims
}

// pastOf returns the past of the stored record, under the claims of the next.
func pastOf(stored onrecord.Record, next *onrecord.Record) *past {
	p := &past{former: slices.Clone(stored.Former), claims: next.Claims, ids: map[string]bool{}, present: map[string]bool{}}
	for i := range p.claims {
		p.ids[p.claims[i].ID], p.present[p.claims[i].ID] = true, true
	}
	for i := range p.former {
		p.ids[p.former[i].ID] = true
	}
	return p
}

// add adds a claim under an ID that is free: another claim may have its words,
// attributed to somebody else.
func (p *past) add(c onrecord.Claim) {
	if id := c.ID; p.ids[id] {
		c.ID = version.Base(id) + "-v" + strconv.Itoa(c.Article.Version)
		for n := 2; p.ids[c.ID]; n++ {
			c.ID = fmt.Sprintf("%s-v%d-%d", version.Base(id), c.Article.Version, n)
		}
		if p.present[id] {
			p.redirect(id, c.ID)
		}
	}
	p.ids[c.ID] = true
	p.former = append(p.former, c)
}

// redirect leads what went before one claim to another.
func (p *past) redirect(from, to string) {
	for i := range p.former {
		if p.former[i].Successor == from {
			p.former[i].Successor = to
		}
	}
}

// forgive takes from what is former the claims that the source has again, in
// the same words and of the same speaker.
func (s *Service) forgive(p *past) {
	if len(p.former) == 0 {
		return
	}
	present := make(map[string][]*onrecord.Claim, 2*len(p.claims))
	for i := range p.claims {
		for _, key := range version.Keys(&p.claims[i]) {
			present[key] = append(present[key], &p.claims[i])
		}
	}
	kept := p.former[:0]
	for i := range p.former {
		f := p.former[i]
		if again := s.again(&f, present); again != nil {
			p.redirect(f.ID, again.ID)
		} else {
			kept = append(kept, f)
		}
	}
	p.former = kept
}

// again returns the present claim in the words of a former one and of the same
// speaker; nil where there is none.
func (s *Service) again(f *onrecord.Claim, present map[string][]*onrecord.Claim) *onrecord.Claim {
	for _, key := range version.Keys(f) {
		for _, c := range present[key] {
			if s.grouper.sameSpeaker(f.Speaker, c.Speaker) {
				return c
			}
		}
	}
	return nil
}

// changesOf counts what became of the claims before, among so many now.
func changesOf(fates []version.Fate, now int) onrecord.ClaimChanges {
	var changes onrecord.ClaimChanges
	places := make(map[int]bool, now)
	for _, fate := range fates {
		switch fate.State {
		case onrecord.StatePresent:
			changes.Unchanged++
		case onrecord.StateEdited:
			changes.Edited++
		case onrecord.StateRemoved:
			changes.Removed++
		}
		if fate.Place >= 0 {
			places[fate.Place] = true
		}
	}
	changes.Added = now - len(places)
	return changes
}

// recordChanges are those of the newest version of a record.
func recordChanges(r onrecord.Record) onrecord.ClaimChanges {
	if r.Article.Version == 1 {
		return onrecord.ClaimChanges{Added: len(r.Claims)}
	}
	return r.Changes
}

// keptVersions cuts earlier versions to what is kept of them.
func keptVersions(versions []onrecord.PastVersion) []onrecord.PastVersion {
	versions = slices.Clone(versions[max(0, len(versions)-MaxVersions):])
	texts, bytes := 0, 0
	for i, v := range slices.Backward(versions) {
		texts, bytes = texts+1, bytes+len(v.Text)
		if texts > MaxKeptVersions || bytes > MaxKeptBytes {
			versions[i].Text = ""
		}
	}
	return versions
}
