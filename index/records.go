package index

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
)

// Record is onrecord.Store's.
func (x *Index) Record(ctx context.Context, articleID string) (onrecord.Record, error) {
	record, err := reading(x, func(v *view) (onrecord.Record, error) { return v.record(ctx, articleID) })
	if err != nil {
		return onrecord.Record{}, fmt.Errorf("read %s: %w", onrecord.ArticleName(articleID), err)
	}
	return record, nil
}

func (v *view) record(ctx context.Context, articleID string) (onrecord.Record, error) {
	found, err := v.article(articleID)
	if err != nil {
		return onrecord.Record{}, err
	}
	return found.record(ctx)
}

// documents reads the payloads of the documents with these names, in any
// order; it leaves out what is not there.
func (v *view) documents(ctx context.Context, names []string, read func(payload []byte) error) error {
	found := 0 // each name has one document at the most
	for _, s := range v.segments {
		if err := ctx.Err(); err != nil || found == len(names) {
			return err
		}
		documents, err := s.segment.DocNumbers(names)
		if err != nil {
			return unavailable(err)
		}
		for documents := s.live(documents).Iterator(); documents.HasNext(); found++ {
			if err := s.payload(documents.Next(), read); err != nil {
				return err
			}
		}
	}
	return nil
}

// Articles is onrecord.Store's.
func (x *Index) Articles(ctx context.Context, after onrecord.ArticleKey, limit int) ([]onrecord.ArticleInfo, error) {
	if limit < 1 || limit > onrecord.MaxCandidates {
		return nil, badLimit()
	}
	c := &collector{order: onrecord.OrderNewest, limit: limit}
	if after != (onrecord.ArticleKey{}) {
		c.after = &hit{time: timeKeyOf(after.Published), name: onrecord.ArticleName(after.ID)}
	}
	articles, err := reading(x, func(v *view) ([]onrecord.ArticleInfo, error) { return v.articles(ctx, c) })
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	return articles, nil
}

// badLimit is the error of a limit out of its bounds.
func badLimit() error {
	return &onrecord.FieldError{Field: "limit", Reason: "OUT_OF_RANGE",
		Detail: fmt.Sprintf("must be from 1 to %d", onrecord.MaxCandidates)}
}

func (v *view) articles(ctx context.Context, c *collector) ([]onrecord.ArticleInfo, error) {
	for _, s := range v.segments {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		documents, err := s.postings(fieldRecordType, recordArticle)
		if err != nil {
			return nil, err
		}
		dates, err := s.column(fieldArticlePublished)
		if err != nil {
			return nil, err
		}
		var h hit
		for documents := s.live(documents).Iterator(); documents.HasNext(); {
			document := documents.Next()
			h = hit{segment: s, document: document, time: timeOf(dates.value(document))}
			c.offer(&h)
		}
	}
	hits, err := c.sorted()
	if err != nil {
		return nil, err
	}
	articles := make([]onrecord.ArticleInfo, len(hits))
	for i, h := range hits {
		if articles[i], err = h.segment.info(h.document); err != nil {
			return nil, err
		}
	}
	return articles, nil
}
