package index

import (
	"context"
	"fmt"
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
	err := v.eachRecord(func(r onrecord.Record) error {
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

// eachRecord calls visit with every record. An article and its claims are
// written as one batch, so they are found in one segment.
func (v *view) eachRecord(visit func(onrecord.Record) error) error {
	for _, s := range v.segments {
		alone := &view{snapshot: v.snapshot, segments: []*segmentView{s}}
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
			r, err := alone.record(context.Background(), articleID)
			if err == nil {
				err = visit(r)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}
