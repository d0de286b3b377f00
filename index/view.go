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
	numberings *numberings                   // one for all segments of a view
	read       map[fieldTerm]*roaring.Bitmap // postings that were read for this view
	opened     map[string]segment.TermDictionary
	infos      map[uint32]onrecord.ArticleInfo // by document, of the articles that were read for this view
}

type fieldTerm struct{ field, term string }

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
		v.segments = append(v.segments, &segmentView{segment: s.Segment(), deleted: s.Deleted(), columns: columns.of(s), numberings: numberings})
	}
	return v
}

func (v *view) close() { _ = v.snapshot.Close() }

// postings returns the documents that have the term, deleted ones included. A
// query asks for those of one term several times: to match, to count, to score.
func (s *segmentView) postings(field, term string) (*roaring.Bitmap, error) {
	key := fieldTerm{field, term}
	if documents := s.read[key]; documents != nil {
		return documents, nil
	}
	documents, err := s.readPostings(field, term)
	if err == nil && len(s.read) < maxRead {
		if s.read == nil {
			s.read = make(map[fieldTerm]*roaring.Bitmap)
		}
		s.read[key] = documents
	}
	return documents, err
}

// maxRead bounds the postings that a view holds of a segment.
const maxRead = 256

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

func (s *segmentView) readPostings(field, term string) (*roaring.Bitmap, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, unavailable(err)
	}
	return bitmapOf(list)
}

// bitmapOf returns the documents of a postings list, without a copy where the
// segment has them as a bitmap.
func bitmapOf(list segment.PostingsList) (*roaring.Bitmap, error) {
	iterator := list.Iterator(false, false, false, nil)
	if known, ok := iterator.(segment.OptimizablePostingsIterator); ok {
		if document, ok := known.DocNum1Hit(); ok {
			return roaring.BitmapOf(uint32(document)), nil
		}
		if documents := known.ActualBitmap(); documents != nil {
			return documents, nil
		}
		return roaring.New(), nil
	}
	documents := roaring.New()
	for {
		posting, err := iterator.Next()
		if err != nil {
			return nil, unavailable(err)
		}
		if posting == nil {
			return documents, nil
		}
		documents.Add(uint32(posting.Number()))
	}
}

// counts returns how often a term occurs in each of the documents that have it
// at least so often, ascending. The field has frequencies.
func (s *segmentView) counts(field, term string, documents *roaring.Bitmap, least int) ([]repeat, error) {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, unavailable(err)
	}
	if list.Count() == 0 {
		return nil, nil
	}
	var counts []repeat
	for postings := list.Iterator(true, false, false, nil); ; {
		posting, err := postings.Next()
		if err != nil {
			return nil, unavailable(err)
		}
		if posting == nil {
			return counts, nil
		}
		if document := uint32(posting.Number()); int(posting.Frequency()) >= least && documents.Contains(document) {
			counts = append(counts, repeat{document, int(posting.Frequency())})
		}
	}
}

// live returns the documents of a bitmap that are not deleted.
func (s *segmentView) live(documents *roaring.Bitmap) *roaring.Bitmap {
	if s.deleted == nil || s.deleted.IsEmpty() {
		return documents
	}
	return roaring.AndNot(documents, s.deleted)
}

// liveCount counts the documents that have the term and are not deleted.
func (s *segmentView) liveCount(field, term string) (int, error) {
	documents, err := s.postings(field, term)
	if err != nil {
		return 0, err
	}
	count := documents.GetCardinality()
	if s.deleted != nil {
		count -= documents.AndCardinality(s.deleted)
	}
	return int(count), nil
}

// terms calls visit with each term of the field in [from, to), in order, and
// with its documents, deleted ones included. An empty to is open. It stops at
// the first error.
func (s *segmentView) terms(field, from, to string, visit func(term string, documents *roaring.Bitmap) error) error {
	dictionary, err := s.dictionary(field)
	if err != nil {
		return err
	}
	var end []byte
	if to != "" {
		end = []byte(to)
	}
	for iterator := dictionary.AutomatonIterator(nil, []byte(from), end); ; {
		entry, err := iterator.Next()
		if err != nil {
			return unavailable(err)
		}
		if entry == nil {
			return nil
		}
		list, err := dictionary.PostingsList([]byte(entry.Term), nil, nil)
		if err != nil {
			return unavailable(err)
		}
		documents, err := bitmapOf(list)
		if err != nil {
			return err
		}
		if err := visit(entry.Term, documents); err != nil {
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
