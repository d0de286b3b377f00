package service

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// maxUTCOffset is the most that a zone is ahead of UTC or behind it.
const maxUTCOffset = 18 * time.Hour

// cleanDetails checks what the source tells of an article and returns it as it
// is stored.
func cleanDetails(d onrecord.Details, now time.Time) (onrecord.Details, error) {
	var err error
	if len(d.Authors) > MaxAuthors {
		return d, badField("article.authors", "TOO_MANY", "must be at most %d, not %d", MaxAuthors, len(d.Authors))
	}
	if len(d.Elsewhere) > MaxElsewhere {
		return d, badField("article.elsewhere_uris", "TOO_MANY", "must be at most %d, not %d", MaxElsewhere, len(d.Elsewhere))
	}
	if d.Urgency < 0 || d.Urgency > MaxUrgency {
		return d, badField("article.urgency", "OUT_OF_RANGE", "must be 1 to %d, or 0 where there is none, not %d", MaxUrgency, d.Urgency)
	}
	if d.UTCOffset < -maxUTCOffset || d.UTCOffset > maxUTCOffset {
		return d, badField("article.utc_offset", "OUT_OF_RANGE", "must be at most %v from UTC, not %v", maxUTCOffset, d.UTCOffset)
	}
	if d.Modified, err = checkPublished("article.modified_time", d.Modified, now); err != nil {
		return d, err
	}
	if !d.Fetched.IsZero() {
		fetched, err := checkPublished("article.fetch_time", onrecord.Date{Time: d.Fetched, Precision: onrecord.PrecisionInstant}, now)
		if err != nil {
			return d, err
		}
		d.Fetched = fetched.Time
	}
	d.Authors, d.Elsewhere = slices.Clone(d.Authors), slices.Clone(d.Elsewhere)
	for i := range d.Authors {
		if d.Authors[i], err = line(fmt.Sprintf("article.authors[%d]", i), d.Authors[i], MaxDetailBytes); err != nil {
			return d, err
		}
	}
	for _, f := range []struct {
		field string
		value *string
	}{{"article.dateline", &d.Dateline}, {"article.slug", &d.Slug}, {"article.edition", &d.Edition}, {"article.source_id", &d.SourceID}} {
		if *f.value, err = line(f.field, *f.value, MaxDetailBytes); err != nil {
			return d, err
		}
	}
	if _, err := urlKey("article.canonical_uri", d.CanonicalURL); err != nil {
		return d, err
	}
	d.CanonicalURL = strings.TrimSpace(d.CanonicalURL)
	for i, u := range d.Elsewhere {
		if _, err := urlKey(fmt.Sprintf("article.elsewhere_uris[%d]", i), u); err != nil {
			return d, err
		}
	}
	return d, nil
}

// cleanGiven checks the statements that a source marks in a text as it was
// handed in, and returns them by their places in the text as it is stored.
func cleanGiven(given []onrecord.Given, text string) ([]onrecord.Given, error) {
	if len(given) == 0 {
		return nil, nil
	}
	if len(given) > MaxClaims {
		return nil, badField("article.given_statements", "TOO_MANY", "must be at most %d, not %d", MaxClaims, len(given))
	}
	clean := slices.Clone(given)
	end := 0
	shift := newShift(text)
	for i := range clean {
		g, field := &clean[i], fmt.Sprintf("article.given_statements[%d]", i)
		if err := checkGiven(field, g, end, text); err != nil {
			return nil, err
		}
		end = g.Span.End
		g.Span = onrecord.Span{Start: shift.to(g.Span.Start), End: shift.to(g.Span.End)}
		speaker, err := line(field+".speaker", g.Speaker, MaxDetailBytes)
		if err != nil {
			return nil, err
		}
		g.Speaker = speaker
	}
	return clean, nil
}

// checkGiven checks one statement; the one before it ends at end.
func checkGiven(field string, g *onrecord.Given, end int, text string) error {
	s := g.Span
	switch {
	case s.Empty() || s.Start < end || s.End > len(text):
		return badField(field+".span", "OUT_OF_RANGE", "must be words of the text, and behind those of the statement before; %d to %d are not", s.Start, s.End)
	case !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]):
		return badField(field+".span", "WITHIN_CHARACTER", "must begin and end between characters; %d to %d do not", s.Start, s.End)
	case !(g.Confidence >= 0 && g.Confidence <= 1):
		return badField(field+".confidence", "OUT_OF_RANGE", "must be from 0 to 1, not %v", g.Confidence)
	case g.Offset.Time < 0:
		return badField(field+".time_offset", "NEGATIVE", "must be 0 or more, not %v", g.Offset.Time)
	}
	return nil
}

// A shift translates growing offsets of a text as it was handed in to offsets
// of what cleanText makes of it.
type shift struct {
	text    string
	at, out int
}

func newShift(text string) *shift {
	const mark = "\uFEFF"
	s := &shift{text: text}
	if strings.HasPrefix(text, mark) {
		s.at = len(mark)
	}
	return s
}

// to returns the place of offset i, which is no less than the one before.
func (s *shift) to(i int) int {
	for ; s.at < i; s.at++ {
		if s.text[s.at] != '\r' || s.at+1 == len(s.text) || s.text[s.at+1] != '\n' {
			s.out++
		}
	}
	return s.out
}
