package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// writers is how many articles are put at once: the index writes what waits as
// one batch.
const writers = 64

// fill puts each document into the index as an article of one claim.
func fill(ctx context.Context, x onrecord.Index, documents []document) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(writers)
	for i := range documents {
		group.Go(func() error {
			record, err := documents[i].record(i)
			if err != nil {
				return err
			}
			return x.Put(ctx, record)
		})
	}
	return group.Wait()
}

// articleID numbers the documents, so that ties come in the corpus's order.
func articleID(i int) string { return fmt.Sprintf("d%07d", i) }

// record returns the document as an article: its text is the claim, and the
// subtitle the rest of the sentence around it.
func (d *document) record(i int) (onrecord.Record, error) {
	date, err := dateOf(d.Date)
	if err != nil {
		return onrecord.Record{}, fmt.Errorf("document %s: %w", d.ID, err)
	}
	if !date.Known() {
		date = undated
	}
	info := onrecord.ArticleInfo{ID: articleID(i), Title: d.Title, Language: "en", Published: date, Version: 1}
	article := onrecord.Article{ArticleInfo: info, Text: d.Text + " " + d.Subtitle}
	claim := onrecord.Claim{
		ID: "c", Article: info, Kind: onrecord.KindIndirect, Act: onrecord.ActStatement, Text: d.Text,
		Span: onrecord.Span{End: len(d.Text)}, Venue: d.Context,
		Sentence: onrecord.Span{End: len(article.Text)}, SentenceText: article.Text,
	}
	if d.Speaker != "" {
		claim.Speaker = onrecord.Speaker{ID: analysis.Slug(d.Speaker), Name: d.Speaker, Type: onrecord.SpeakerPerson}
	}
	return onrecord.Record{Article: article, Claims: []onrecord.Claim{claim}, Revision: 1}, nil
}
