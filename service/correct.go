package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A CorrectRequest puts right what extraction got wrong in a claim. What is nil
// or unknown stays; at least one thing does not.
type CorrectRequest struct {
	Claim string // resource name
	// Speaker is a name, or the resource name of a speaker in the index.
	Speaker *string
	Title   *string // as the article states it; empty takes it away
	Span    *onrecord.Span
	Kind    onrecord.Kind
	Note    string // at most MaxNoteBytes
	// Version is that of the last correction in effect that the person has seen;
	// 0: there was none.
	Version int
}

// Correct corrects a claim and returns it as it is then: ErrConflict where it
// has been corrected since Version. The claim keeps its name. A new version of
// the article takes the correction over as long as it has the claim and the
// words that the correction gives it; see correctAgain.
func (s *Service) Correct(ctx context.Context, r CorrectRequest) (onrecord.Claim, error) {
	articleID, claimID, err := s.checkCorrection(&r)
	if err != nil {
		return onrecord.Claim{}, err
	}
	record, err := s.write(ctx, articleID, func(record onrecord.Record) (onrecord.Record, bool, error) {
		record.Claims, record.Former = slices.Clone(record.Claims), slices.Clone(record.Former)
		return record, true, s.correct(&record, claimID, r)
	})
	if err != nil {
		return onrecord.Claim{}, fmt.Errorf("correct: %w", err)
	}
	c, err := findClaim(allClaims(&record), articleID, claimID)
	s.directory.resolve(&c)
	return c, err
}

// checkCorrection checks what does not need the claim. A speaker's resource
// name becomes the name.
func (s *Service) checkCorrection(r *CorrectRequest) (articleID, claimID string, err error) {
	if articleID, claimID, err = ParseClaimName("name", r.Claim); err != nil {
		return "", "", err
	}
	switch {
	case r.Speaker == nil && r.Title == nil && r.Span == nil && r.Kind == onrecord.KindUnknown:
		return "", "", badField("speaker", "NOTHING_GIVEN", "must be given, or title, span or kind")
	case r.Kind < onrecord.KindUnknown || r.Kind > onrecord.KindMixed:
		return "", "", badField("kind", "UNKNOWN_KIND", "must be direct, indirect or mixed")
	case r.Version < 0:
		return "", "", badField("version", "NEGATIVE", "must be 0 or that of the last correction")
	}
	if err := checkText("note", r.Note, MaxNoteBytes); err != nil {
		return "", "", err
	}
	if r.Title != nil {
		title, err := line("title", *r.Title, MaxFilterBytes)
		if err != nil {
			return "", "", err
		}
		r.Title = &title
	}
	if r.Speaker != nil {
		name, err := s.speakerCalled(*r.Speaker)
		if err != nil {
			return "", "", err
		}
		r.Speaker = &name
	}
	return articleID, claimID, nil
}

// speakerCalled returns the name that a correction gives: as it is, or that of
// the speaker with the resource name.
func (s *Service) speakerCalled(speaker string) (string, error) {
	if id, ok := strings.CutPrefix(speaker, "speakers/"); ok {
		known, ok := s.directory.identity(id)
		if !ok {
			return "", badField("speaker", "UNKNOWN_SPEAKER", "must be a name, or the resource name of a speaker in the index; %s is none", speaker)
		}
		return known.Name, nil
	}
	name, err := line("speaker", speaker, MaxFilterBytes)
	if err == nil && analysis.Slug(name) == "" {
		err = badField("speaker", "NO_WORD", "must have at least one letter or digit")
	}
	return name, err
}

// correct adds a correction to a record, with all that follows from it.
func (s *Service) correct(record *onrecord.Record, claimID string, r CorrectRequest) error {
	place := placeOf(record, claimID)
	if place == nil {
		return fmt.Errorf("claim %s: %w", r.Claim, onrecord.ErrNotFound)
	}
	c := *place
	if c.State != onrecord.StatePresent && (r.Span != nil || r.Kind != onrecord.KindUnknown) {
		return badField(r.ofWords(), "FORMER_CLAIM", "must be left out: the source does not have the claim any more, so that only speaker and title can be corrected")
	}
	present := 0
	if n := len(c.Corrections); n > 0 {
		present = c.Corrections[n-1].Version
	}
	if r.Version != present {
		return fmt.Errorf("claim %s: its last correction is version %d, not %d: %w", r.Claim, present, r.Version, onrecord.ErrConflict)
	}
	if r.Span != nil {
		if err := checkSpan(&c, record.Article.Text, *r.Span); err != nil {
			return err
		}
	}
	made := onrecord.Correction{
		Version: len(record.Corrections[claimID]) + 1, Made: s.now().UTC(), Note: r.Note,
		Changes: r.changes(&c, record.Article.Text),
	}
	if len(made.Changes) == 0 {
		return badField(r.given(), "NOTHING_CHANGED", "must differ from what the claim has")
	}
	span := c.Span
	if r.Span != nil {
		span = *r.Span
	}
	s.apply(&c, record.Article.Text, made, span)
	record.Corrections = maps.Clone(record.Corrections)
	if record.Corrections == nil {
		record.Corrections = map[string][]onrecord.Correction{}
	}
	record.Corrections[claimID] = append(slices.Clip(record.Corrections[claimID]), made)
	*place = c
	inTextOrder(record.Claims)
	return nil
}

// placeOf returns where a record has a claim, a former one too; nil where it has
// none of that ID.
func placeOf(record *onrecord.Record, claimID string) *onrecord.Claim {
	for _, claims := range [][]onrecord.Claim{record.Claims, record.Former} {
		for i := range claims {
			if claims[i].ID == claimID {
				return &claims[i]
			}
		}
	}
	return nil
}

// ofWords names the field of the request that is about the words.
func (r CorrectRequest) ofWords() string {
	if r.Span != nil {
		return "span"
	}
	return "kind"
}

// given names the first field of the request that is given.
func (r CorrectRequest) given() string {
	switch {
	case r.Speaker != nil:
		return "speaker"
	case r.Title != nil:
		return "title"
	case r.Span != nil:
		return "span"
	}
	return "kind"
}

// changes returns what the request changes in a claim.
func (r CorrectRequest) changes(c *onrecord.Claim, text string) []onrecord.Change {
	var changes []onrecord.Change
	add := func(field onrecord.ClaimField, before, after string, same bool) {
		if before != after || !same {
			changes = append(changes, onrecord.Change{Field: field, Before: before, After: after})
		}
	}
	if r.Speaker != nil {
		add(onrecord.ClaimSpeaker, c.Speaker.Name, *r.Speaker, c.Speaker.ID != "")
	}
	if r.Title != nil {
		add(onrecord.ClaimTitle, c.Speaker.Title, *r.Title, true)
	}
	if r.Span != nil {
		add(onrecord.ClaimText, c.Text, r.Span.Of(text), *r.Span == c.Span)
	}
	if r.Kind != onrecord.KindUnknown {
		add(onrecord.ClaimKind, c.Kind.String(), r.Kind.String(), true)
	}
	return changes
}

// checkSpan refuses a span that cannot be the words of the claim.
func checkSpan(c *onrecord.Claim, text string, span onrecord.Span) error {
	switch {
	case span.Start < 0 || span.Start > len(text):
		return badField("span.start", "OUT_OF_RANGE", "must be from 0 to %d, where the text ends", len(text))
	case span.End > len(text):
		return badField("span.end", "OUT_OF_RANGE", "must be at most %d, where the text ends", len(text))
	case span.Empty():
		return badField("span.end", "EMPTY", "must be behind span.start")
	case !utf8.RuneStart(text[span.Start]):
		return badField("span.start", "NOT_A_BOUNDARY", "must be where a character begins; byte %d is within one", span.Start)
	case span.End < len(text) && !utf8.RuneStart(text[span.End]):
		return badField("span.end", "NOT_A_BOUNDARY", "must be where a character begins; byte %d is within one", span.End)
	case span.End-span.Start > MaxCorrectedBytes:
		return badField("span", "TOO_LONG", "must be at most %d bytes, not %d", MaxCorrectedBytes, span.End-span.Start)
	case len(analysis.Words(span.Of(text))) == 0:
		return badField("span", "NO_WORD", "must have at least one letter or digit")
	case span.Start > c.Span.End+MaxCorrectionDistance || span.End < c.Span.Start-MaxCorrectionDistance:
		return badField("span", "FAR_FROM_CLAIM", "must be within %d bytes of the claim, which is at %d to %d", MaxCorrectionDistance, c.Span.Start, c.Span.End)
	}
	return nil
}
