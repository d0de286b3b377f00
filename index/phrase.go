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
	every := termsMatcher{field: m.field, terms: slices.Compact(slices.Sorted(slices.Values(m.words)))}
	every.least = len(every.terms)
	candidates, err := every.match(ctx, s)
	if err != nil || len(m.words) < 2 || candidates.IsEmpty() {
		return candidates, err
	}
	readers, err := s.positions(m.field, m.words)
	if err != nil {
		return nil, err
	}
	found := roaring.New()
	for documents := s.live(candidates).Iterator(); documents.HasNext(); {
		document := documents.Next()
		if document%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		adjacent, err := adjacent(readers, document)
		if err != nil {
			return nil, err
		}
		if adjacent {
			found.Add(document)
		}
	}
	return found, nil
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
	dictionary, err := s.segment.Dictionary(field)
	if err != nil {
		return nil, unavailable(err)
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

// adjacent reports whether the words stand one after the other in a document
// that has all of them.
func adjacent(readers []*positionReader, document uint32) (bool, error) {
	for _, r := range readers {
		if err := r.read(document); err != nil {
			return false, err
		}
	}
	for _, start := range readers[0].positions {
		if runsFrom(readers, start) {
			return true, nil
		}
	}
	return false, nil
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
