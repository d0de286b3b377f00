package index

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A phraseMatcher matches the claims whose field has the words one after the
// other; none where there are no words.
type phraseMatcher struct {
	field string
	words []string
}

func (m phraseMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	if len(m.words) == 1 {
		return s.postings(m.field, m.words[0])
	}
	found := roaring.New()
	if len(m.words) == 0 {
		return found, nil
	}
	err := s.eachPhrase(ctx, m.field, m.words, nil, func(document uint32, _ int) { found.Add(document) })
	return found, err
}

// eachPhrase calls visit with each live document, of those within where that is
// not nil, in which the words stand one after the other, and with in how many
// places. There are two words at least.
func (s *segmentView) eachPhrase(ctx context.Context, field string, words []string, within *roaring.Bitmap, visit func(document uint32, count int)) error {
	every := termsMatcher{field: field, terms: slices.Compact(slices.Sorted(slices.Values(words)))}
	every.least = len(every.terms)
	candidates, err := every.match(ctx, s)
	if err != nil {
		return err
	}
	candidates = s.live(both(within, candidates))
	if candidates.IsEmpty() {
		return nil
	}
	for documents := candidates.Iterator(); documents.HasNext(); {
		document := documents.Next()
		if document%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		text, err := s.words(field, document)
		if err != nil {
			return err
		}
		if count := timesIn(text, words); count > 0 {
			visit(document, count)
		}
	}
	return nil
}

// words reads the words of a field of a claim.
func (s *segmentView) words(field string, document uint32) (words []string, err error) {
	err = s.payload(document, func(payload []byte) error {
		stored, err := decodeClaim(payload)
		if err != nil {
			return err
		}
		claim, err := stored.claim()
		if err != nil {
			return err
		}
		text := claim.Text
		switch onrecord.Field(field) {
		case onrecord.FieldSpeaker:
			text = claim.Speaker.Name
		case onrecord.FieldTitle:
			text = claim.Speaker.Title
		}
		words = termsOf(analysis.Words(text))
		return nil
	})
	return words, err
}

// timesIn counts the places of text where the words stand one after the other.
func timesIn(text, words []string) (count int) {
	for ; len(text) >= len(words); text = text[1:] {
		if slices.Equal(text[:len(words)], words) {
			count++
		}
	}
	return count
}
