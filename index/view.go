package index

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/onrecord/onrecord"
)

// A view is one state of the index: what a request reads, whatever is written
// meanwhile. It must be closed.
type view struct {
	snapshot *scorch.IndexSnapshot
	segments []*segmentView
}

// A segmentView is one immutable part of a view. Its documents have numbers
// from 0; those in deleted are not there any more. Bitmaps of document numbers
// are never changed once made, as some are read from the segment's own memory.
type segmentView struct {
	segment    segment.Segment
	deleted    *roaring.Bitmap // nil: none
	columns    *segmentColumns
	numberings *numberings     // one for all segments of a view
	recent     *recentPostings // of all views
	opened     map[string]segment.TermDictionary
	iterator   segment.PostingsIterator        // used over and over
	asked      []fieldTerm                     // of the plan of a view's query, by leaf
	leaves     []*posting                      // likewise; nil: not read yet
	patterns   map[patternKey]*occurrences     // of a view's query
	infos      map[uint32]onrecord.ArticleInfo // by document, of the articles that were read for this view
}

// view opens the present state of a store, which may not be durable yet.
func (s *store) view(columns *columnCache) (*view, error) {
	reader, err := s.Reader()
	if err != nil {
		return nil, unavailable(err)
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, unavailable(errNotScorch)
	}
	return viewOf(snapshot, columns), nil
}

// viewOf returns a view that takes over the reference to the snapshot.
func viewOf(snapshot *scorch.IndexSnapshot, columns *columnCache) *view {
	v, numberings := &view{snapshot: snapshot}, columns.present()
	for _, s := range snapshot.Segments() {
		of, recent := columns.of(s)
		v.segments = append(v.segments, &segmentView{segment: s.Segment(), deleted: s.Deleted(), columns: of, numberings: numberings, recent: recent})
	}
	return v
}

func (v *view) close() { _ = v.snapshot.Close() }

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

// live returns the documents of a bitmap that are not deleted.
func (s *segmentView) live(documents *roaring.Bitmap) *roaring.Bitmap {
	if s.deleted == nil || s.deleted.IsEmpty() {
		return documents
	}
	return roaring.AndNot(documents, s.deleted)
}

func (s *segmentView) isDeleted(document uint32) bool {
	return s.deleted != nil && s.deleted.Contains(document)
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

// name returns the resource name of a document.
func (s *segmentView) name(document uint32) (string, error) {
	id, err := s.segment.DocID(uint64(document))
	if err != nil {
		return "", unavailable(err)
	}
	return resourceName(string(id)), nil
}

// payload calls read with the payload of a document. The bytes are valid in
// the call only.
func (s *segmentView) payload(document uint32, read func([]byte) error) error {
	return s.stored(document, func(_, payload []byte) error { return read(payload) })
}

// stored calls read with the name and the payload of a document. The bytes are
// valid in the call only.
func (s *segmentView) stored(document uint32, read func(name, payload []byte) error) error {
	var name []byte
	failed := errNoPayload
	// The visitor never stops early: zap would give its scratch memory back
	// twice, and two readers would then share it.
	err := s.segment.VisitStoredFields(uint64(document), func(field string, _ byte, value []byte, _ []uint64) bool {
		switch field {
		case "_id":
			name = value
		case fieldPayload:
			failed = read(name, value)
		}
		return true
	})
	if err != nil {
		return unavailable(err)
	}
	return failed
}

var errNoPayload = fmt.Errorf("%w: a document has no payload", onrecord.ErrUnavailable)
