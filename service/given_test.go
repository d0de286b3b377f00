package service_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/service"
)

// TestGivenStatements takes in what a source marks, in a text that is stored
// with other line ends than it came with; a later extractor keeps it.
func TestGivenStatements(t *testing.T) {
	f := newService(t)
	text := "\uFEFFMara Velden: We stay.\r\n\r\nMara Velden: We wait.\r\n"
	given := []onrecord.Given{
		{Span: onrecord.Span{Start: 16, End: 24}, Speaker: "Mara Velden", Offset: onrecord.At(time.Second)},
		{Span: onrecord.Span{Start: 41, End: 49}, Speaker: "Mara Velden", Offset: onrecord.At(time.Minute)},
	}
	done, err := f.Ingest(t.Context(), service.Draft{URL: "https://a.example/1", Text: text, Given: given})
	if err != nil {
		t.Fatal(err)
	}
	check := func(when string) {
		t.Helper()
		claims, err := f.Claims(t.Context(), done.Article.ID)
		if err != nil || len(claims) != 2 || claims[0].Text != "We stay." || claims[1].Text != "We wait." || claims[1].Offset != onrecord.At(time.Minute) {
			t.Errorf("%s: got %+v, %v", when, claims, err)
		}
	}
	check("taken in")

	r, err := f.index.Record(t.Context(), done.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	r.Claims, r.Extractor, r.Revision = r.Claims[:1], extract.Version-1, r.Revision+1
	if err := f.index.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if got := f.refresh(t); got.Anew != 1 {
		t.Errorf("refreshed %+v", got)
	}
	check("found anew")
}

// TestDetails has what the source tells of an article: it is kept, a change of it
// is a new version, and a new time of change or fetching alone is none.
func TestDetails(t *testing.T) {
	f := newService(t)
	at := onrecord.Date{Time: time.Date(2024, 3, 11, 7, 5, 0, 0, time.UTC), Precision: onrecord.PrecisionInstant}
	draft := service.Draft{Text: news, Published: at, Details: onrecord.Details{
		Authors: []string{" Ida  Holm"}, Modified: at, CanonicalURL: "https://a.example/amp", Dateline: "SARN", Slug: "norva-ferry", Urgency: 3,
		Edition: "1", SourceID: "urn:newsml:a.example:1", UTCOffset: time.Hour, Fetched: at.Time,
	}}
	first, err := f.Ingest(t.Context(), draft)
	if err != nil {
		t.Fatal(err)
	}
	want := draft.Details
	want.Authors = []string{"Ida Holm"}
	stored, err := f.Article(t.Context(), first.Article.ID)
	if diff := cmp.Diff(want, stored.Details); diff != "" || err != nil {
		t.Errorf("details differ: %v (-want +got):\n%s", err, diff)
	}

	draft.Details.Modified.Time, draft.Details.Fetched = at.Time.Add(time.Hour), at.Time.Add(time.Hour)
	if again, err := f.Ingest(t.Context(), draft); err != nil || again.Outcome != onrecord.OutcomeUnchanged {
		t.Errorf("another time: got %v, %v", again.Outcome, err)
	}
	draft.Details.Edition, draft.Text = "2", other
	if next, err := f.Ingest(t.Context(), draft); err != nil || next.Outcome != onrecord.OutcomeUpdated || next.Article.ID != first.Article.ID {
		t.Errorf("another edition: got %v of %s, want one of %s, %v", next.Outcome, next.Article.ID, first.Article.ID, err)
	}
}
