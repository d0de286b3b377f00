package service

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// A SpeakerCursor is where a page of speakers begins: behind this one.
type SpeakerCursor struct {
	Claims int    `json:"c"`
	ID     string `json:"i"`
}

// A SpeakerPage is one page of speakers.
type SpeakerPage struct {
	Speakers []onrecord.Identity // with the MaxListedTitles titles of the most claims, without dates
	Total    int                 // on all pages
	Next     *SpeakerCursor      // where the next page begins; nil: this is the last
}

// Speakers lists the named speakers of whom some name has all the words, the
// last one as a beginning; all where there are none. Those with the most claims
// come first, ties by ID.
func (s *Service) Speakers(ctx context.Context, words string, after *SpeakerCursor, size int) (SpeakerPage, error) {
	size, err := pageSize("page_size", size, DefaultListSize, MaxListSize)
	if err != nil {
		return SpeakerPage{}, err
	}
	if err := checkText("query", words, MaxFilterBytes); err != nil {
		return SpeakerPage{}, err
	}
	found := s.directory.list(words)
	page := SpeakerPage{Total: len(found)}
	if after != nil {
		found = slices.DeleteFunc(found, func(s *onrecord.Identity) bool {
			return bySpeaker(s.Claims, s.ID, after.Claims, after.ID) <= 0
		})
	}
	slices.SortFunc(found, func(a, b *onrecord.Identity) int { return bySpeaker(a.Claims, a.ID, b.Claims, b.ID) })
	if len(found) > size {
		found = found[:size]
		last := found[size-1]
		page.Next = &SpeakerCursor{last.Claims, last.ID}
	}
	for _, speaker := range found {
		dated := *speaker
		titles := s.directory.titles(speaker)
		for _, t := range titles[:min(len(titles), MaxListedTitles)] {
			dated.Titles = append(dated.Titles, onrecord.TitleUse{Title: t.title, Claims: t.claims})
		}
		if dated.First, dated.Last, err = s.period(ctx, anySpeaker(s.directory.aliases(dated.ID))); err != nil {
			return SpeakerPage{}, err
		}
		page.Speakers = append(page.Speakers, dated)
	}
	return page, nil
}

// bySpeaker compares two places in the list of speakers.
func bySpeaker(claims int, id string, otherClaims int, otherID string) int {
	return cmp.Or(cmp.Compare(otherClaims, claims), cmp.Compare(id, otherID))
}

// Speaker returns a speaker by the resource name of any of its names.
func (s *Service) Speaker(ctx context.Context, name string) (onrecord.Identity, error) {
	speaker, err := s.speaker("name", name)
	if err != nil {
		return onrecord.Identity{}, err
	}
	return s.profile(ctx, speaker)
}

// speaker finds a speaker by the resource name of any of its names.
func (s *Service) speaker(field, name string) (onrecord.Identity, error) {
	id, err := parseSpeakerName(field, name)
	if err != nil {
		return onrecord.Identity{}, err
	}
	speaker, ok := s.directory.identity(id)
	if !ok {
		return onrecord.Identity{}, fmt.Errorf("speaker %s: %w", name, onrecord.ErrNotFound)
	}
	return speaker, nil
}

// profile adds titles and dates to a speaker.
func (s *Service) profile(ctx context.Context, speaker onrecord.Identity) (_ onrecord.Identity, err error) {
	if speaker.First, speaker.Last, err = s.period(ctx, anySpeaker(s.directory.aliases(speaker.ID))); err != nil {
		return onrecord.Identity{}, err
	}
	titles := s.directory.titles(&speaker)
	for _, t := range titles[:min(len(titles), MaxTitles)] {
		used := onrecord.TitleUse{Title: t.title, Claims: t.claims}
		node := onrecord.AnyOf{Field: onrecord.FieldSpeakerAs, Values: t.keys[:min(len(t.keys), maxValues)]}
		if used.First, used.Last, err = s.period(ctx, node); err != nil {
			return onrecord.Identity{}, err
		}
		speaker.Titles = append(speaker.Titles, used)
	}
	slices.SortStableFunc(speaker.Titles, func(a, b onrecord.TitleUse) int { return b.Last.Compare(a.Last) })
	return speaker, nil
}

// period returns when the earliest and the latest of the claims with a date
// were said; zero times where there is none.
func (s *Service) period(ctx context.Context, node onrecord.Node) (first, last time.Time, err error) {
	for _, end := range []struct {
		order onrecord.Order
		time  *time.Time
	}{{onrecord.OrderOldest, &first}, {onrecord.OrderNewest, &last}} {
		found, err := s.index.Search(ctx, onrecord.Request{Query: node, Order: end.order, Limit: 1})
		if err != nil {
			return first, last, fmt.Errorf("dates of a speaker: %w", err)
		}
		if len(found.Claims) > 0 {
			*end.time = found.Claims[0].When().Time
		}
	}
	return first, last, nil
}

// Merge says that several names are one speaker. With each source come all that
// are one with it. It returns the speaker that they are now.
func (s *Service) Merge(ctx context.Context, name string, sources []string) (onrecord.Identity, error) {
	if len(sources) == 0 || len(sources) > MaxSources {
		return onrecord.Identity{}, badField("sources", "WRONG_NUMBER", "must be 1 to %d names, not %d", MaxSources, len(sources))
	}
	var into string
	err := s.decide(ctx, func(d *directory) (chosen map[string]string, err error) {
		into, chosen, err = s.mergers(name, sources)
		return chosen, err
	})
	if err != nil {
		return onrecord.Identity{}, err
	}
	return s.Speaker(ctx, onrecord.SpeakerName(into))
}

// mergers returns the decisions by which the sources become the speaker of a
// name, and that speaker's ID: what the name is an alias of, or the name itself
// where that is one of the sources.
func (s *Service) mergers(name string, sources []string) (into string, chosen map[string]string, err error) {
	speaker, err := s.speaker("name", name)
	if err != nil {
		return "", nil, err
	}
	into = speaker.ID
	if slices.Contains(sources, onrecord.SpeakerName(into)) {
		into = strings.TrimPrefix(name, "speakers/")
	}
	chosen = map[string]string{}
	for i, source := range sources {
		field := fmt.Sprintf("sources[%d]", i)
		of, err := s.speaker(field, source)
		if err != nil {
			return "", nil, err
		}
		id := strings.TrimPrefix(source, "speakers/")
		switch {
		case id == into:
			return "", nil, badField(field, "SAME_SPEAKER", "must be another name than name")
		case of.ID != into:
			id = of.ID // its aliases follow it
		}
		chosen[id] = into
	}
	if s.directory.decision(into) != "" && s.directory.decision(into) != into {
		chosen[into] = "" // or the two would point at each other
	}
	return into, chosen, nil
}

// Split says that a name is a speaker of its own, whoever joined it to another
// or another to it. It returns that speaker.
func (s *Service) Split(ctx context.Context, name string) (onrecord.Identity, error) {
	id, err := parseSpeakerName("name", name)
	if err != nil {
		return onrecord.Identity{}, err
	}
	err = s.decide(ctx, func(d *directory) (map[string]string, error) {
		if _, err := s.speaker("name", name); err != nil {
			return nil, err
		}
		chosen := map[string]string{id: id}
		for _, joined := range d.joinedTo(id) {
			chosen[joined] = ""
		}
		return chosen, nil
	})
	if err != nil {
		return onrecord.Identity{}, err
	}
	return s.Speaker(ctx, name)
}
