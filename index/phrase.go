package index

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
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
	readers, err := s.positions(field, words)
	if err != nil {
		return err
	}
	for documents := candidates.Iterator(); documents.HasNext(); {
		document := documents.Next()
		if document%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		count, err := adjacent(readers, document)
		if err != nil {
			return err
		}
		if count > 0 {
			visit(document, count)
		}
	}
	return nil
}

// A positionReader reads the positions of one word, document by document in
// ascending order.
type positionReader struct {
	postings  segment.PostingsIterator
	document  uint64
	started   bool
	positions []uint64 // in document, ascending
}

// positions returns a reader for each word. The same word twice has two.
func (s *segmentView) positions(field string, words []string) ([]*positionReader, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	readers := make([]*positionReader, len(words))
	for i, word := range words {
		list, err := dictionary.PostingsList([]byte(word), nil, nil)
		if err != nil {
			return nil, unavailable(err)
		}
		readers[i] = &positionReader{postings: list.Iterator(true, true, true, nil)}
	}
	return readers, nil
}

// read goes to the document, which the word is in.
func (r *positionReader) read(document uint32) error {
	if r.started && r.document >= uint64(document) {
		return nil
	}
	posting, err := r.postings.Advance(uint64(document))
	if err != nil {
		return unavailable(err)
	}
	r.started, r.positions = true, r.positions[:0]
	if posting == nil {
		return nil
	}
	r.document = posting.Number()
	for _, location := range posting.Locations() {
		r.positions = append(r.positions, location.Pos())
	}
	slices.Sort(r.positions)
	return nil
}

// adjacent counts the places where the words stand one after the other in a
// document that has all of them.
func adjacent(readers []*positionReader, document uint32) (int, error) {
	for _, r := range readers {
		if err := r.read(document); err != nil {
			return 0, err
		}
	}
	count := 0
	for _, start := range readers[0].positions {
		if runsFrom(readers, start) {
			count++
		}
	}
	return count, nil
}

// runsFrom reports whether each word stands where it must if the first one
// stands at start.
func runsFrom(readers []*positionReader, start uint64) bool {
	for i, r := range readers {
		if _, found := slices.BinarySearch(r.positions, start+uint64(i)); !found {
			return false
		}
	}
	return true
}
