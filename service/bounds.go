package service

import (
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// The bounds of an article.
const (
	MaxTextBytes     = 2 << 20        // text; at least one character that is no space
	MaxURLBytes      = 2048           // URL
	MaxOutletBytes   = 500            // outlet
	MaxTitleBytes    = 2000           // title
	MaxLanguageBytes = 35             // language tag: RFC 5646 asks for room for 35
	MaxAhead         = 48 * time.Hour // how far ahead of the clock it can be published
	MaxAuthors       = 100            // authors
	MaxElsewhere     = 1000           // more addresses
	MaxDetailBytes   = 500            // each author, dateline, slug, edition, name of a given statement's speaker
	MaxUrgency       = 9              // urgency
	MaxClaims        = 20_000         // claims found in it: more are no news story
)

// The bounds of a request. A page size of 0 is the default, one past the most
// counts as the most.
const (
	MaxNameBytes = 200  // resource name
	MaxBatch     = 1000 // names of ClaimBatch

	DefaultListSize = 50   // articles or claims a page
	MaxListSize     = 1000 // articles or claims a page

	MaxFilterValues  = 100  // speakers, outlets
	MaxFilterBytes   = 500  // each speaker, each outlet
	DefaultFacetSize = 10   // values a facet
	MaxFacetSize     = 1000 // values a facet
	DefaultPageSize  = 20   // hits a page
	MaxPageSize      = 100  // hits a page

	DefaultShares  = 10  // speakers of a timeline
	MaxShares      = 100 // likewise
	DefaultChanges = 10  // candidates for a changed position of a timeline
	MaxChanges     = 100 // likewise
	MaxEnds        = 10  // earliest statements of a timeline, and latest

	MaxSubjectBytes    = 10_000 // text of Related
	DefaultRelatedSize = 10     // related statements of the same speaker, and of others
	MaxRelatedSize     = 100    // likewise

	MaxQuoteBytes    = 10_000 // quotation that is verified
	DefaultOriginals = 5      // originals of a quotation
	MaxOriginals     = 20     // likewise

	MaxCorrectedBytes     = 100_000 // words that a correction gives a claim
	MaxNoteBytes          = 2000    // note of a correction
	MaxCorrectionDistance = 2000    // bytes between a claim and the words that a correction gives it
	MaxSources            = 100     // speakers that are merged into one
	MaxTitles             = 50      // titles of a speaker
	MaxListedTitles       = 3       // titles of a speaker in a list

	MaxChecked       = 1000 // claims of a draft
	DefaultCheckSize = 3    // related statements a claim of a draft, same speaker and others each
	MaxCheckSize     = 20   // likewise
)

// badField returns a FieldError.
func badField(field, reason, format string, args ...any) error {
	return &onrecord.FieldError{Field: field, Reason: reason, Detail: fmt.Sprintf(format, args...)}
}

// pageSize applies the default and the most to a page size that was asked for.
func pageSize(field string, size, standard, most int) (int, error) {
	switch {
	case size < 0:
		return 0, badField(field, "NEGATIVE", "must be 0 (for %d) or up to %d, not %d", standard, most, size)
	case size == 0:
		return standard, nil
	}
	return min(size, most), nil
}

// checkText refuses what no text field takes: too many bytes, bytes that are
// not UTF-8, and NUL.
func checkText(field, text string, most int) error {
	if len(text) > most {
		return badField(field, "TOO_LONG", "must be at most %d bytes, not %d", most, len(text))
	}
	for i, r := range text {
		if r == 0 {
			return badField(field, "HAS_NUL", "must not hold NUL; the byte at %d is", i)
		}
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
			return badField(field, "NOT_UTF8", "must be valid UTF-8; the byte at %d is not", i)
		}
	}
	return nil
}
