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
