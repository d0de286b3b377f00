package index

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A phraseMatcher matches the claims whose field has the words, two at least, one
// after the other.
type phraseMatcher struct {
	field string
	words []string
	every termsMatcher // the claims that have all of them
}

func (m phraseMatcher) match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error) {
	key := m.key()
	if known := s.patterns[key]; known != nil {
		return known.documents, nil
	}
	candidates, err := m.every.match(ctx, s)
	if err != nil {
		return nil, err
	}
	t := borrowTally(int(s.segment.Count()))
	err = s.eachPhrase(ctx, m.field, m.words, s.live(candidates), t.count)
	found := t.giveBack()
	if err == nil {
		s.keep(key, found)
	}
	return found.documents, err
}

func (m phraseMatcher) key() patternKey { return phraseKey(m.field, m.words) }

func phraseKey(field string, words []string) patternKey {
	return patternKey{field, strings.Join(words, " ")}
}

// eachPhrase calls visit with each of the candidates, which have all words, in
// which they stand one after the other, and with in how many places.
func (s *segmentView) eachPhrase(ctx context.Context, field string, words []string, candidates *roaring.Bitmap, visit func(document, count uint32)) error {
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
func timesIn(text, words []string) (count uint32) {
	for ; len(text) >= len(words); text = text[1:] {
		if slices.Equal(text[:len(words)], words) {
			count++
		}
	}
	return count
}
