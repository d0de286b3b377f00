package service_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/service"
)

const versionsURL = "https://herald.example/versions"

// versions takes in one text after the other under one URL and returns the last
// answer.
func (f fixture) versions(t *testing.T, texts ...string) service.Ingested {
	t.Helper()
	var last service.Ingested
	for _, text := range texts {
		var err error
		if last, err = f.Ingest(t.Context(), service.Draft{URL: versionsURL, Published: onrecord.Day(2025, 5, 20), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	return last
}

func said1(words string) string { return fmt.Sprintf("“%s,” Mayor Ida Holm said.\n", words) }

func TestHistory(t *testing.T) {
	f := newService(t)
	texts := []string{said1("One pier is sound"), said1("Two piers are sound"), said1("No pier is safe at all")}
	id := f.versions(t, texts...).Article.ID
	for version, want := range map[int]string{0: texts[2], 1: texts[0], 2: texts[1], 3: texts[2]} {
		h, err := f.History(t.Context(), id, version)
		if err != nil || h.Article.Text != want || version > 0 && h.Article.Version != version || len(h.Versions) != 3 {
			t.Errorf("version %d: %q, %d versions, %v, want %q", version, h.Article.Text, len(h.Versions), err, want)
		}
	}
	if _, err := f.History(t.Context(), id, 4); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("version 4: %v, want ErrNotFound", err)
	}
	var field *onrecord.FieldError
	if _, err := f.History(t.Context(), id, -1); !errors.As(err, &field) || field.Field != "version" {
		t.Errorf("version -1: %v, want a field error of version", err)
	}
	if err := f.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if cov, err := f.Coverage(t.Context()); err != nil || cov != (onrecord.Coverage{}) {
		t.Errorf("deleted: %+v, %v", cov, err)
	}
	if again := f.versions(t, texts[1]); again.Article.Version != 1 || again.Outcome != onrecord.OutcomeCreated {
		t.Errorf("after the deletion: version %d, %v", again.Article.Version, again.Outcome)
	}
}

// TestLongHistory takes in more versions than are kept.
func TestLongHistory(t *testing.T) {
	f := newService(t)
	var last service.Ingested
	for version := range service.MaxVersions + 20 {
		last = f.versions(t, said1(fmt.Sprintf("Berth %d of the quay is closed", version)))
	}
	h, err := f.History(t.Context(), last.Article.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, v := range h.Versions[:len(h.Versions)-1] {
		if v.Kept {
			kept++
		}
	}
	if len(h.Versions) != service.MaxVersions+1 || kept != service.MaxKeptVersions || h.Forgotten != 0 {
		t.Errorf("%d versions, %d kept, %d claims forgotten", len(h.Versions), kept, h.Forgotten)
	}
	if _, err := f.History(t.Context(), last.Article.ID, 1); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("version 1: %v, want ErrNotFound", err)
	}
}

// TestManyFormer takes more statements out of an article than are kept as former
// ones.
func TestManyFormer(t *testing.T) {
	f := newService(t)
	const claims, more = 20, 5
	var text strings.Builder
	for claim := range claims {
		text.WriteString(said1(fmt.Sprintf("Berth %d of the quay is closed", claim)))
	}
	id := f.versions(t, text.String()).Article.ID
	r, err := f.index.Record(t.Context(), id)
	if err != nil || len(r.Claims) != claims {
		t.Fatalf("%d claims, %v", len(r.Claims), err)
	}
	r.Revision++
	for i := range service.MaxFormer - claims + more {
		former := onrecord.Claim{ID: fmt.Sprintf("old%d", i), Article: r.Article.ArticleInfo, Text: fmt.Sprintf("shed %d", i), Group: "old"}
		former.State, former.Gone.Version = onrecord.StateRemoved, 1
		r.Former = append(r.Former, former)
	}
	if err := f.index.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	f.versions(t, "The quay is closed.\n")
	h, err := f.History(t.Context(), id, 0)
	cov, coverageErr := f.Coverage(t.Context())
	if err != nil || coverageErr != nil || h.Forgotten != more || cov.FormerClaims != service.MaxFormer || cov.Claims != service.MaxFormer {
		t.Errorf("%d forgotten, %+v, %v, %v", h.Forgotten, cov, err, coverageErr)
	}
	if _, err := f.Claim(t.Context(), id, fmt.Sprintf("old%d", more-1)); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("the oldest: %v, want ErrNotFound", err)
	}
}

// TestExtractorIsNoEdit takes in a new version of a text in which an earlier
// extractor found something else: only what the source changed counts.
func TestExtractorIsNoEdit(t *testing.T) {
	f := newService(t)
	before := f.outdated(t, "https://herald.example/bridge", bridgeText, 10)
	done, err := f.Ingest(t.Context(), service.Draft{
		URL: "https://herald.example/bridge", Published: onrecord.Day(2024, 1, 1), Text: strings.Replace(bridgeText, "“It will stand,” she added. ", "", 1),
	})
	if err != nil || done.Article.ID != before.Article.ID {
		t.Fatal(err)
	}
	want := onrecord.ClaimChanges{Unchanged: 2, Removed: 1}
	if diff := cmp.Diff(want, done.Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	r, err := f.index.Record(t.Context(), before.Article.ID)
	if err != nil || len(r.Former) != 1 || !strings.HasPrefix(r.Former[0].Text, "It will stand") || r.Former[0].Group == "" {
		t.Errorf("former %+v, %v", r.Former, err)
	}
}

// TestRefreshKeepsFormer refreshes an article whose former claim led to one that
// is found with other borders now.
func TestRefreshKeepsFormer(t *testing.T) {
	f := newService(t)
	id := f.versions(t, said1("The old pier is perfectly sound this year"), said1("The old pier is fairly sound this year")).Article.ID
	r, err := f.index.Record(t.Context(), id)
	if err != nil || len(r.Former) != 1 {
		t.Fatalf("former %+v, %v", r.Former, err)
	}
	c := r.Claims[0]
	c.ID, c.Span.End = "old", c.Span.Start+20
	c.Text, c.Quoted = c.Span.Of(r.Article.Text), []onrecord.Span{c.Span}
	r.Claims, r.Extractor, r.Revision = []onrecord.Claim{c}, extract.Version-1, r.Revision+1
	r.Former[0].Successor = "old"
	if err := f.index.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	f = serviceOver(t, f.index)
	f.refresh(t)
	after, err := f.index.Record(t.Context(), id)
	if err != nil || len(after.Former) != 1 || len(after.Claims) != 1 {
		t.Fatalf("%d claims, former %+v, %v", len(after.Claims), after.Former, err)
	}
	if got := after.Former[0]; got.State != onrecord.StateEdited || got.Successor != after.Claims[0].ID || len(after.Claims[0].Earlier) != 1 {
		t.Errorf("former: %v, successor %q, want %q", got.State, got.Successor, after.Claims[0].ID)
	}
	if len(after.Versions) != 1 || after.Article.Version != 2 || after.Changes.Edited != 1 {
		t.Errorf("versions %+v, changes %+v", after.Versions, after.Changes)
	}
}

// TestSpeakersOfFormer compares what is known of speakers after versions came and
// went with what a new start reads from the index.
func TestSpeakersOfFormer(t *testing.T) {
	f := newService(t)
	f.versions(t, said1("One pier is sound"), "“One pier is sound,” Tomas Orsk said. “Ask her,” he added.\n", said1("One pier is sound"), said1("The storm is over"))
	got, err := f.Speakers(t.Context(), "", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	want, err := serviceOver(t, f.index).Speakers(t.Context(), "", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got.Speakers) != 2 {
		t.Errorf("speakers %+v (-want +got):\n%s", got.Speakers, diff)
	}
}

// TestStreamOfVersions takes in versions of one article on one stream: they are
// taken in their order, and nothing is there twice.
func TestStreamOfVersions(t *testing.T) {
	f := newService(t)
	const versions = 40
	n := 0
	next := func() (service.StreamItem, error) {
		if n == versions {
			return service.StreamItem{}, io.EOF
		}
		n++
		return service.StreamItem{Draft: service.Draft{URL: versionsURL, Text: said1(fmt.Sprintf("Berth %d is closed for good now", n%3))}}, nil
	}
	acked := 0
	err := f.IngestStream(t.Context(), next, func(a service.Ack) error {
		if acked++; a.Err != nil || a.Article.Version != acked {
			t.Errorf("item %d: version %d, %v", acked, a.Article.Version, a.Err)
		}
		return nil
	})
	if err != nil || acked != versions {
		t.Fatalf("%d acknowledged, %v", acked, err)
	}
	cov, err := f.Coverage(t.Context())
	if err != nil || cov.Claims != 3 || cov.FormerClaims != 2 {
		t.Errorf("coverage %+v, %v, want 3 claims, 2 of them former", cov, err)
	}
}

func TestCorrectFormer(t *testing.T) {
	f := newService(t)
	id := f.versions(t, said1("One pier is sound"), "The pier is closed.\n").Article.ID
	claims, err := f.Claims(t.Context(), id)
	if err != nil || len(claims) != 1 {
		t.Fatalf("%d claims, %v", len(claims), err)
	}
	var field *onrecord.FieldError
	r := service.CorrectRequest{Claim: claims[0].Name(), Kind: onrecord.KindIndirect}
	if _, err := f.Correct(t.Context(), r); !errors.As(err, &field) || field.Field != "kind" || field.Reason != "FORMER_CLAIM" {
		t.Errorf("kind: %v, want a field error", err)
	}
	r = service.CorrectRequest{Claim: claims[0].Name(), Span: &onrecord.Span{Start: 1, End: 5}}
	if _, err := f.Correct(t.Context(), r); !errors.As(err, &field) || field.Field != "span" {
		t.Errorf("span: %v, want a field error", err)
	}
}
