package index

import (
	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// dictionary returns the words of a field. To open it costs more than to look a
// word up, and a query has many.
func (s *segmentView) dictionary(field string) (segment.TermDictionary, error) {
	if opened := s.opened[field]; opened != nil {
		return opened, nil
	}
	opened, err := s.segment.Dictionary(field)
	if err != nil {
		return nil, unavailable(err)
	}
	if s.opened == nil {
		s.opened = make(map[string]segment.TermDictionary)
	}
	s.opened[field] = opened
	return opened, nil
}

// postings returns the documents that have the term, deleted ones included.
func (s *segmentView) postings(field, term string) (*roaring.Bitmap, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, unavailable(err)
	}
	var documents *roaring.Bitmap
	documents, s.iterator, err = bitmapOf(list, s.iterator)
	return documents, err
}

// bitmapOf returns the documents of a postings list, without a copy where the
// segment has them as a bitmap, and the iterator, to be used for others.
func bitmapOf(list segment.PostingsList, used segment.PostingsIterator) (*roaring.Bitmap, segment.PostingsIterator, error) {
	if list.Count() == 0 {
		return noPosting.documents, used, nil
	}
	iterator := list.Iterator(false, false, false, used)
	if known, ok := iterator.(segment.OptimizablePostingsIterator); ok {
		if document, ok := known.DocNum1Hit(); ok {
			return roaring.BitmapOf(uint32(document)), iterator, nil
		}
		return known.ActualBitmap(), iterator, nil
	}
	documents := roaring.New()
	for {
		posting, err := iterator.Next()
		if err != nil {
			return nil, nil, unavailable(err)
		}
		if posting == nil {
			return documents, iterator, nil
		}
		documents.Add(uint32(posting.Number()))
	}
}

// counts returns the documents that have a term, ascending, with how often it
// occurs there. The field has frequencies.
func (s *segmentView) counts(field, term string) ([]repeat, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, unavailable(err)
	}
	counts := make([]repeat, 0, list.Count())
	err = eachCount(list, func(r repeat) { counts = append(counts, r) })
	return counts, err
}

func eachCount(list segment.PostingsList, visit func(repeat)) error {
	if list.Count() == 0 {
		return nil
	}
	for postings := list.Iterator(true, false, false, nil); ; {
		posting, err := postings.Next()
		if err != nil {
			return unavailable(err)
		}
		if posting == nil {
			return nil
		}
		visit(repeat{uint32(posting.Number()), uint32(posting.Frequency())})
	}
}

// terms calls visit with each term of the field in [from, to), in order, and
// with its documents, deleted ones included; the bitmap is valid in the call
// only. An empty to is open. It stops at the first error.
func (s *segmentView) terms(field, from, to string, visit func(term string, documents *roaring.Bitmap) error) error {
	return s.lists(field, from, to, func(term string, list segment.PostingsList) (err error) {
		var documents *roaring.Bitmap
		if documents, s.iterator, err = bitmapOf(list, s.iterator); err != nil {
			return err
		}
		return visit(term, documents)
	})
}

// lists is terms with postings lists.
func (s *segmentView) lists(field, from, to string, visit func(term string, list segment.PostingsList) error) error {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return err
	}
	var end []byte
	if to != "" {
		end = []byte(to)
	}
	var list segment.PostingsList // one for all, over and over
	return eachEntry(dictionary, []byte(from), end, func(term string) error {
		if list, err = dictionary.PostingsList([]byte(term), nil, list); err != nil {
			return unavailable(err)
		}
		return visit(term, list)
	})
}

// eachEntry calls visit with each term of a dictionary in [from, to).
func eachEntry(dictionary segment.TermDictionary, from, to []byte, visit func(term string) error) error {
	entries := dictionary.AutomatonIterator
	if uncounted, ok := dictionary.(interface {
		AutomatonIteratorOmitCount(segment.Automaton, []byte, []byte) segment.DictionaryIterator
	}); ok {
		entries = uncounted.AutomatonIteratorOmitCount
	}
	for iterator := entries(nil, from, to); ; {
		entry, err := iterator.Next()
		if err != nil {
			return unavailable(err)
		}
		if entry == nil {
			return nil
		}
		if err := visit(entry.Term); err != nil {
			return err
		}
	}
}
