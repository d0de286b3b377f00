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
// every entry.
func (v *view) eachWritten(visit func([]*indexDocument) error) error {
	for _, s := range v.segments {
		for document := range uint32(s.segment.Count()) {
			if s.deleted != nil && s.deleted.Contains(document) {
				continue
			}
			name, err := s.segment.DocID(uint64(document))
			if err != nil {
				return unavailable(err)
			}
			documents, err := s.written(string(name), document)
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
// those of the whole record for an article, none for a part of one.
func (s *segmentView) written(name string, document uint32) ([]*indexDocument, error) {
	if strings.HasPrefix(name, entryPrefix) {
		return s.writtenEntry(document)
	}
	var r onrecord.Record
	var err error
	switch articleID, isOld := strings.CutPrefix(name, onrecord.ArticleName("")); {
	case isOld && !strings.Contains(articleID, "/"):
		r, err = s.wholeRecord(articleID, document)
	case isOld || strings.Contains(name, nameDot):
		return nil, nil
	default:
		a := &articlePlace{segment: s, document: document}
		if err = s.payload(document, a.read); err == nil {
			r, err = a.record(context.Background())
		}
	}
	if err != nil {
		return nil, err
	}
	w, err := newPut(context.Background(), &r)
	if err != nil {
		return nil, err
	}
	return w.documents, nil
}

func (s *segmentView) writtenEntry(document uint32) (documents []*indexDocument, err error) {
	err = s.payload(document, func(payload []byte) error {
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

// wholeRecord reads a record as it was kept before mapping 8: the article with
// its text in one document, each claim with everything in another, anywhere in
// the segment, under their resource names.
func (s *segmentView) wholeRecord(articleID string, document uint32) (onrecord.Record, error) {
	a := &articlePlace{segment: s, document: document}
	if err := s.payload(document, a.read); err != nil {
		return onrecord.Record{}, err
	}
	r := a.stored.record()
	r.Article.Text = a.stored.Text
	places := make(map[string]int, len(a.stored.Claims))
	names := make([]string, len(a.stored.Claims))
	for i, id := range a.stored.Claims {
		names[i], places[id] = onrecord.ClaimName(articleID, id), i
	}
	documents, err := s.segment.DocNumbers(names)
	if err != nil {
		return r, unavailable(err)
	}
	if documents = s.live(documents); int(documents.GetCardinality()) != len(names) {
		return r, unavailable(fmt.Errorf("%d of %d claims are there", documents.GetCardinality(), len(names)))
	}
	r.Claims = make([]onrecord.Claim, len(names))
	for documents := documents.Iterator(); documents.HasNext(); {
		err := s.payload(documents.Next(), func(payload []byte) error {
			claim, err := decodeWholeClaim(payload)
			r.Claims[places[claim.ID]] = claim
			return err
		})
		if err != nil {
			return r, err
		}
	}
	return r, nil
}
