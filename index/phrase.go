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
	err = m.verify(ctx, s, s.live(candidates), t)
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

// verify counts in how many places of each of the candidates, which have all
// words, they stand one after the other.
func (m phraseMatcher) verify(ctx context.Context, s *segmentView, candidates *roaring.Bitmap, t *tally) (err error) {
	times := m.inTexts(s)
	if q := s.columns.sequences.Load(); q != nil && m.field == string(onrecord.FieldExact) {
		times = m.inSequences(q)
	}
	looked := 0
	candidates.Iterate(func(document uint32) bool {
		if looked++; looked%1024 == 0 && ctx.Err() != nil {
			err = ctx.Err()
			return false
		}
		var count uint32
		if count, err = times(document); count > 0 {
			t.count(document, count)
		}
		return err == nil
	})
	return err
}

// inSequences returns what counts the phrase in a document of a segment with
// sequences. No document has a word without a number.
func (m phraseMatcher) inSequences(q *sequences) func(document uint32) (uint32, error) {
	var words []byte
	first := 0
	for i, word := range m.words {
		number, _ := q.words.of(word)
		if words = appendNumber(words, number); i == 0 {
			first = len(words)
		}
	}
	return func(document uint32) (uint32, error) { return q.times(document, words, first), nil }
}

// inTexts returns what counts the phrase in the text of a document.
func (m phraseMatcher) inTexts(s *segmentView) func(document uint32) (uint32, error) {
	var reader analysis.Reader
	return func(document uint32) (uint32, error) {
		text, err := s.text(m.field, document)
		return timesIn(reader.Words(text), m.words), err
	}
}

// text reads a field of words of a claim.
func (s *segmentView) text(field string, document uint32) (text string, err error) {
	err = s.payload(document, func(payload []byte) error {
		stored, err := decodeClaim(payload)
		if err != nil {
			return err
		}
		claim, err := stored.claim()
		switch onrecord.Field(field) {
		case onrecord.FieldSpeaker:
			text = claim.Speaker.Name
		case onrecord.FieldTitle:
			text = claim.Speaker.Title
		default:
			text = claim.Text
		}
		return err
	})
	return text, err
}

// timesIn counts the places of a text where the words stand one after the other.
func timesIn(text []analysis.Token, words []string) (count uint32) {
	same := func(token analysis.Token, word string) bool { return token.Term == word }
	for ; len(text) >= len(words); text = text[1:] {
		if slices.EqualFunc(text[:len(words)], words, same) {
			count++
		}
	}
	return count
}
