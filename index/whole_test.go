package index

import (
	"context"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// wholeDocuments returns what was kept of a record before mapping 8.
func wholeDocuments(t *testing.T, r *onrecord.Record) []*indexDocument {
	t.Helper()
	info := storedInfo{
		ID: r.Article.ID, URL: r.Article.URL, Outlet: r.Article.Outlet, Title: r.Article.Title, Language: r.Article.Language,
		Published: storeDate(r.Article.Published), Hash: r.Article.Hash, Version: r.Article.Version, Ingested: storeTime(r.Article.Ingested),
	}
	article := storedArticle{Info: info, Text: r.Article.Text, Revision: r.Revision, Extractor: r.Extractor}
	for id, corrections := range r.Corrections {
		if article.Corrections == nil {
			article.Corrections = map[string][]storedCorrection{}
		}
		article.Corrections[id] = storeCorrections(corrections)
	}
	var documents []*indexDocument
	add := func(name string, payload any) {
		encoded, err := cbor.Marshal(payload)
		if err != nil {
			t.Fatal(err)
		}
		d := newDocument(name)
		d.stored(fieldPayload, encoded)
		documents = append(documents, d)
	}
	span := func(s onrecord.Span) storedSpan { return storedSpan{Start: s.Start, End: s.End} }
	for _, c := range r.Claims {
		article.Claims = append(article.Claims, c.ID)
		whole := wholeClaim{
			ID: c.ID, Article: info, Kind: int(c.Kind), Act: int(c.Act), Text: c.Text, Span: span(c.Span), Cue: c.Cue, CueSpan: span(c.CueSpan),
			Speaker: storedSpeaker{ID: c.Speaker.ID, Name: c.Speaker.Name, Title: c.Speaker.Title, Type: int(c.Speaker.Type)},
			Mention: c.Mention, MentionSpan: span(c.MentionSpan), ReportedVia: c.ReportedVia, Venue: c.Venue, SaidText: c.SaidText,
			Said: storeDate(c.Said), Sentence: span(c.Sentence), SentenceText: c.SentenceText, Continues: c.Continues, Rule: c.Rule,
			Confidence: c.Confidence, Corrections: storeCorrections(c.Corrections), Group: c.Group,
		}
		for _, q := range c.Quoted {
			whole.Quoted = append(whole.Quoted, span(q))
		}
		for _, other := range c.Candidates {
			whole.Candidates = append(whole.Candidates, storedCandidate{Name: other.Name, Confidence: other.Confidence})
		}
		add(c.Name(), whole)
	}
	add(onrecord.ArticleName(r.Article.ID), article)
	return documents
}

// fullRecord returns a record that has something in every field.
func fullRecord(id string) onrecord.Record {
	const text = "The ferries stay in port. “Nobody will sail,” Minister Ida Holm said on Sunday, “before spring.” The weather is bad."
	at := func(words string) onrecord.Span { return spanIn(text, words) }
	info := onrecord.ArticleInfo{
		ID: id, URL: "https://delta.example/" + id, Outlet: "Delta Wire", Title: "Ferries", Language: "en", Published: onrecord.Day(2024, 2, 5),
		Hash: "00ff1234", Version: 2, Ingested: time.Unix(77, 5).UTC(),
	}
	corrections := []onrecord.Correction{{
		Version: 1, Made: time.Unix(5, 6).UTC(), Note: "heard it", Changes: []onrecord.Change{{Field: onrecord.ClaimTitle, Before: "Ms", After: "Minister"}},
	}}
	sentence := at("“Nobody will sail,” Minister Ida Holm said on Sunday, “before spring.”")
	first := onrecord.Claim{
		ID: "c1", Article: info, Kind: onrecord.KindDirect, Act: onrecord.ActStatement, Text: "Nobody will sail,", Span: at("Nobody will sail,"),
		Quoted: []onrecord.Span{at("Nobody will sail,")}, Cue: "said", CueSpan: at("said"),
		Speaker: onrecord.Speaker{ID: "ida-holm", Name: "Ida Holm", Title: "Minister", Type: onrecord.SpeakerPerson},
		Mention: "Minister Ida Holm", MentionSpan: at("Minister Ida Holm"), Candidates: []onrecord.Candidate{{Name: "Jon Ask", Confidence: 0.25}},
		ReportedVia: "Delta Radio", Venue: "Port Hall", SaidText: "Sunday", Said: onrecord.Day(2024, 2, 4), Sentence: sentence, SentenceText: sentence.Of(text),
		Rule: "quote-said-speaker", Confidence: 0.9, Corrections: corrections, Group: "abcdefghijklmnop",
	}
	second := first
	second.ID, second.Text, second.Span, second.Continues, second.Quoted = "c2", "before spring.", at("before spring."), "c1", nil
	// Neither words nor group nor confidence are as extraction makes them.
	odd := onrecord.Claim{
		ID: "c3.ä", Article: info, Text: "Words that are not there", Cue: "said", CueSpan: at("said"), Sentence: onrecord.Span{Start: 3, End: 9},
		SentenceText: "Others.", Speaker: onrecord.Speaker{ID: "somebody", Name: "Some Body"}, Group: "no hash", Confidence: 1.0 / 3,
	}
	return onrecord.Record{
		Article: onrecord.Article{ArticleInfo: info, Text: text}, Claims: []onrecord.Claim{first, second, odd}, Revision: 3, Extractor: 4,
		Corrections: map[string][]onrecord.Correction{"c1": corrections, "gone": corrections},
	}
}

func spanIn(text, words string) onrecord.Span {
	for i := range text {
		if len(text)-i >= len(words) && text[i:i+len(words)] == words {
			return onrecord.Span{Start: i, End: i + len(words)}
		}
	}
	return onrecord.Span{}
}

// TestRebuildReadsWholeClaims rebuilds an index from before mapping 8.
func TestRebuildReadsWholeClaims(t *testing.T) {
	directory := t.TempDir()
	x := openAs(t, directory, olderVersions(), func(string) {})
	var want []onrecord.Record
	for _, id := range []string{"a", "ab", "articles"} {
		r := fullRecord(id)
		want = append(want, r)
		w := &write{ctx: context.Background(), articleID: id, revision: 1, documents: wholeDocuments(t, &r), done: make(chan error, 1)}
		x.commit([]*write{w})
		if err := <-w.done; err != nil {
			t.Fatal(err)
		}
	}
	entry := onrecord.Entry{Kind: "speaker", ID: "a/claims/b", Version: 1, Data: []byte("x")}
	if err := x.Enter(t.Context(), entry); err != nil {
		t.Fatal(err)
	}
	closeIndex(t, x)

	x = openIndex(t, directory)
	for _, r := range want {
		got, err := x.Record(t.Context(), r.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, got); diff != "" {
			t.Errorf("record (-want +got):\n%s", diff)
		}
	}
	if got, err := x.Entries(t.Context(), "speaker"); err != nil || len(got) != 1 {
		t.Errorf("got entries %v, %v, want one", got, err)
	}
}

// TestRecordsComeBack puts records of every shape and reads them, and their
// claims by search.
func TestRecordsComeBack(t *testing.T) {
	x := openIndex(t, t.TempDir())
	bare := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: "b", Version: 1, Ingested: time.Unix(0, 0).UTC()}}, Revision: 1, Claims: []onrecord.Claim{}}
	long := fullRecord("c")
	for range 12 {
		long.Article.Text += " " + long.Article.Text
	}
	full := fullRecord("a")
	for _, want := range []onrecord.Record{full, bare, long} {
		want.Revision = 1
		if err := x.Put(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		got, err := x.Record(t.Context(), want.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("record (-want +got):\n%s", diff)
		}
	}
	found, err := x.Search(t.Context(), onrecord.Request{Query: onrecord.AnyOf{Field: onrecord.FieldArticle, Values: []string{"a"}}, Limit: 10, Order: onrecord.OrderNewest})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]onrecord.Claim{}
	for _, c := range found.Claims {
		got[c.ID] = c
	}
	for _, want := range full.Claims {
		if diff := cmp.Diff(want, got[want.ID]); diff != "" {
			t.Errorf("claim (-want +got):\n%s", diff)
		}
	}
}
