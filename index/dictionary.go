package index

import (
	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"github.com/onrecord/onrecord/index/zapfile"
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
	list, err := s.list(field, term)
	if err != nil {
		return nil, err
	}
	var documents *roaring.Bitmap
	documents, s.iterator, err = bitmapOf(list, s.iterator)
	return documents, err
}

// list returns the postings list of a term.
func (s *segmentView) list(field, term string) (segment.PostingsList, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, unavailable(err)
	}
	return list, nil
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
	list, err := s.list(field, term)
	if err != nil {
		return nil, err
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

// A wordPosting is what a segment has of a word. Its documents come ascending,
// deleted ones included.
type wordPosting interface {
	Each(visit func(document uint32)) error
	EachCount(visit func(document, times uint32)) error // of a field with frequencies
}

// eachWord calls visit with each word of the field in [from, to), in order, and
// with its posting; what it is given is valid in the call only. An empty to is
// open. It stops at the first error.
func (s *segmentView) eachWord(field, from, to string, visit func(word []byte, p wordPosting) error) error {
	var end []byte
	if to != "" {
		end = []byte(to)
	}
	file, ok := s.segment.(*zap.Segment)
	if !ok {
		return s.eachInMemory(field, []byte(from), end, visit)
	}
	at, err := file.DictAddr(field)
	if err != nil {
		return nil // the segment has no such field
	}
	words, err := zapfile.WordsAt(file.Data(), at, field == fieldRepeated || field == fieldRepeatedWords)
	if err != nil {
		return unavailable(err)
	}
	return words.Each([]byte(from), end, func(word []byte, p *zapfile.Posting) error { return visit(word, p) })
}

// eachInMemory is eachWord for a segment that has no file yet.
func (s *segmentView) eachInMemory(field string, from, to []byte, visit func(word []byte, p wordPosting) error) error {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return err
	}
	var p memoryPosting
	for iterator := dictionary.AutomatonIterator(nil, from, to); ; {
		entry, err := iterator.Next()
		if err != nil {
			return unavailable(err)
		}
		if entry == nil {
			return nil
		}
		if p.list, err = dictionary.PostingsList([]byte(entry.Term), nil, p.list); err != nil {
			return unavailable(err)
		}
		if err := visit([]byte(entry.Term), &p); err != nil {
			return err
		}
	}
}

// A memoryPosting is a wordPosting of a segment that has no file yet.
type memoryPosting struct{ list segment.PostingsList }

func (p *memoryPosting) Each(visit func(document uint32)) error {
	documents, _, err := bitmapOf(p.list, nil)
	if err == nil {
		each(documents, visit)
	}
	return err
}

func (p *memoryPosting) EachCount(visit func(document, times uint32)) error {
	return eachCount(p.list, func(r repeat) { visit(r.document, r.count) })
}
