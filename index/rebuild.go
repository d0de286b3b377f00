package index

import (
	"context"
	"math"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
)

// copyRecords writes every record of one store into another, as this version
// indexes it. Of the old store it relies on the names of documents and on
// their payloads, on nothing that its mapping decided.
func copyRecords(from, to *store) error {
	old := &Index{store: from, columns: &columnCache{segments: map[uint64]*segmentColumns{}}}
	v, err := old.view()
	if err != nil {
		return err
	}
	defer v.close()
	return v.writeTo(to, maxGroupDocuments)
}

// writeTo writes the records of a view into a store, in batches of about so
// many documents.
func (v *view) writeTo(to *store, documents int) error {
	b := bleveindex.NewBatch()
	err := v.eachArticle(func(articleID string) error {
		r, err := v.record(context.Background(), articleID)
		if err != nil {
			return err
		}
		w, err := newPut(context.Background(), &r)
		if err != nil {
			return err
		}
		for _, d := range w.documents {
			b.Update(d)
		}
		if len(b.IndexOps) < documents {
			return nil
		}
		err = to.Batch(b)
		b.Reset()
		return err
	})
	if err != nil || len(b.IndexOps) == 0 {
		return err
	}
	return to.Batch(b)
}

// eachArticle calls visit with the ID of every article.
func (v *view) eachArticle(visit func(articleID string) error) error {
	for _, s := range v.segments {
		for document := range uint32(s.segment.Count()) {
			if s.deleted != nil && s.deleted.Contains(document) {
				continue
			}
			name, err := s.name(document)
			if err != nil {
				return err
			}
			articleID, isArticle := strings.CutPrefix(name, onrecord.ArticleName(""))
			if !isArticle || strings.Contains(articleID, "/") {
				continue
			}
			if err := visit(articleID); err != nil {
				return err
			}
		}
	}
	return nil
}

// When an index in memory is compacted: scorch merges segments on disk only,
// and here every group of writes would stay a segment of its own.
const maxAlike = 32 // segments below one of the sizes

// compact writes the records of many small segments again as one. The writer
// calls it, so nothing changes meanwhile; readers see the same before and
// after. Where it fails, the index is only slower.
func (x *Index) compact() {
	for _, size := range []uint64{2000, 100_000} {
		v, err := x.view()
		if err != nil {
			return
		}
		// An article and its claims are written as one, so they share a segment.
		small := &view{snapshot: v.snapshot}
		for _, s := range v.segments {
			if s.segment.Count() < size {
				small.segments = append(small.segments, s)
			}
		}
		if len(small.segments) > maxAlike {
			err = small.writeTo(x.store, math.MaxInt)
		}
		v.close()
		if err != nil {
			return
		}
	}
}
