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
	record, claimIDs, err := v.article(articleID)
	if err != nil {
		return onrecord.Record{}, err
	}
	all := make([]onrecord.Claim, len(claimIDs))
	places := make(map[string]int, len(claimIDs))
	names := make([]string, len(claimIDs))
	for i, id := range claimIDs {
		names[i] = onrecord.ClaimName(articleID, id)
		places[id] = i
	}
	found := 0
	err = v.documents(ctx, names, func(payload []byte) error {
		claim, err := decodeClaim(payload)
		if place, ok := places[claim.ID]; ok && err == nil {
			all[place] = claim
			found++
		}
		return err
	})
	if err == nil && found != len(claimIDs) {
		err = unavailable(fmt.Errorf("%d of %d claims are missing", len(claimIDs)-found, len(claimIDs)))
	}
	present := len(all) - len(record.Former)
	record.Claims = all[:present:present]
	if len(record.Former) > 0 {
		record.Former = all[present:]
	}
	return record, err
}

// article returns what decodeArticle does.
func (v *view) article(articleID string) (record onrecord.Record, claimIDs []string, err error) {
	if !isArticleID(articleID) {
		return record, nil, onrecord.ErrNotFound // it might name a claim
	}
	found := false
	names := []string{onrecord.ArticleName(articleID)}
	err = v.documents(context.Background(), names, func(payload []byte) (err error) {
		found = true
		record, claimIDs, err = decodeArticle(payload)
		return err
	})
	if err == nil && !found {
		err = onrecord.ErrNotFound
	}
	return record, claimIDs, err
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
		err := h.segment.payload(h.document, func(payload []byte) error {
			record, _, err := decodeArticle(payload)
			articles[i] = record.Article.ArticleInfo
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return articles, nil
}
