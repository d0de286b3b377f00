package index

import (
	"context"
	"fmt"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
)

// copyRecords writes every record and entry of one store into another, as this
// version indexes it. Of the old store it relies on the names of documents and on
// their payloads, on nothing that its mapping decided.
func copyRecords(from, to *store) error {
	v, err := from.view(newColumnCache())
	if err != nil {
		return err
	}
	defer v.close()
	return v.writeTo(to, maxGroupDocuments)
}

// writeTo writes the records and entries of a view into a store, in batches of
// about so many documents.
func (v *view) writeTo(to *store, documents int) error {
	b := bleveindex.NewBatch()
	err := v.eachWritten(func(written []*indexDocument) error {
		for _, d := range written {
			b.Update(d)
		}
		if len(b.IndexOps) < documents {
			return nil
		}
		err := to.Batch(b)
		b.Reset()
		return err
	})
	if err != nil || len(b.IndexOps) == 0 {
		return err
	}
	return to.Batch(b)
}

// eachWritten calls visit with what is to be written of every record and of
// every entry. An article and its claims are written as one batch, so they are
// found in one segment.
func (v *view) eachWritten(visit func([]*indexDocument) error) error {
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
			documents, err := alone.written(name)
			if err == nil && len(documents) > 0 {
				err = visit(documents)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// written returns the documents to be written again for the one with a name:
// those of the whole record for an article, none for a claim.
func (v *view) written(name string) ([]*indexDocument, error) {
	if strings.HasPrefix(name, entryPrefix) {
		var documents []*indexDocument
		err := v.documents(context.Background(), []string{name}, func(payload []byte) error {
			e, err := decodeEntry(payload)
			if err != nil {
				return err
			}
			d, err := entryDocument(&e)
			documents = append(documents, d)
			return err
		})
		return documents, err
	}
	articleID, isArticle := strings.CutPrefix(name, onrecord.ArticleName(""))
	if !isArticle || strings.Contains(articleID, "/") {
		return nil, nil
	}
	r, err := v.record(context.Background(), articleID)
	if err != nil {
		return nil, err
	}
	w, err := newPut(context.Background(), &r)
	if err != nil {
		return nil, err
	}
	return w.documents, nil
}
