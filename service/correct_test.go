package service_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

const (
	damURL  = "https://herald.example/dam"
	damText = "“The dam will hold,” Mayor Mara Velden said. The river is “very high”, she added. Rain fell all day."
)

// takeDam takes a text in under one URL.
func (f fixture) takeDam(t *testing.T, text string) []onrecord.Claim {
	t.Helper()
	done, err := f.Ingest(t.Context(), service.Draft{URL: damURL, Published: onrecord.Day(2024, 1, 1), Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return done.Claims
}

// correction returns a request for what stands in the fields; words is where
// the claim's words are to be.
func correction(claim onrecord.Claim, text, speaker, title, words string, kind onrecord.Kind, version int) service.CorrectRequest {
	r := service.CorrectRequest{Claim: claim.Name(), Kind: kind, Version: version, Note: "checked"}
	if speaker != "" {
		r.Speaker = &speaker
	}
	if title != "" {
		r.Title = &title
	}
	if start := strings.Index(text, words); words != "" {
		r.Span = &onrecord.Span{Start: start, End: start + len(words)}
	}
	return r
}

// told writes what counts of a claim.
func told(c onrecord.Claim) string {
	versions := ""
	for _, made := range c.Corrections {
		versions += fmt.Sprintf(" %d", made.Version)
	}
	return fmt.Sprintf("%s, %s (%v): %s%s", c.Speaker.Name, c.Speaker.Title, c.Kind, c.Text, versions)
}

// TestCorrect corrects one claim again and again, then changes its article.
func TestCorrect(t *testing.T) {
	f := newService(t)
	ctx := t.Context()
	claim := f.takeDam(t, damText)[0]
	id := claim.ID
	if want := "Mara Velden, Mayor (direct): The dam will hold,"; told(claim) != want {
		t.Fatalf("got %s, want %s", told(claim), want)
	}

	got, err := f.Correct(ctx, correction(claim, damText, "Ida Holm", "", "", 0, 0))
	if err != nil || told(got) != "Ida Holm, Mayor (direct): The dam will hold, 1" {
		t.Errorf("speaker: %s, %v", told(got), err)
	}
	if got.Speaker != (onrecord.Speaker{ID: "ida-holm", Name: "Ida Holm", Title: "Mayor", Type: onrecord.SpeakerPerson}) || got.ID != id {
		t.Errorf("speaker: %+v, ID %s", got.Speaker, got.ID)
	}
	got, err = f.Correct(ctx, correction(claim, damText, "", "Miller", "The river is “very high”", onrecord.KindMixed, 1))
	if err != nil || told(got) != "Ida Holm, Miller (mixed): The river is “very high” 1 2" || got.ID != id {
		t.Errorf("words: %s, %v", told(got), err)
	}
	if len(got.Quoted) != 1 || got.Quoted[0].Of(damText) != "very high" || !strings.Contains(got.SentenceText, "she added.") || got.SentenceText != got.Sentence.Of(damText) {
		t.Errorf("words: quoted %v, sentence %q", got.Quoted, got.SentenceText)
	}
	want := []onrecord.Correction{
		{Version: 1, Made: now, Note: "checked", Changes: []onrecord.Change{{Field: "speaker", Before: "Mara Velden", After: "Ida Holm"}}},
		{Version: 2, Made: now, Note: "checked", Changes: []onrecord.Change{
			{Field: "title", Before: "Mayor", After: "Miller"},
			{Field: "text", Before: "The dam will hold,", After: "The river is “very high”"},
			{Field: "kind", Before: "direct", After: "mixed"},
		}},
	}
	if diff := cmp.Diff(want, got.Corrections); diff != "" {
		t.Errorf("corrections (-want +got):\n%s", diff)
	}
	if r, err := f.Search(ctx, service.SearchRequest{Query: "speaker:holm title:miller river"}); err != nil || r.Total != 1 || told(r.Hits[0].Claim) != told(got) {
		t.Errorf("search: %+v, %v", r.Hits, err)
	}
	if _, err := f.Correct(ctx, correction(claim, damText, "Ada Brenn", "", "", 0, 1)); !errors.Is(err, onrecord.ErrConflict) {
		t.Errorf("from an old version: %v, want ErrConflict", err)
	}

	const both = "Ida Holm, Miller (mixed): The river is “very high” 1 2"
	for _, step := range []struct{ name, text, want string }{
		{"the same again", damText, both},
		{"words before it", "Spring came late. " + damText, both},
		{"the corrected words are gone", strings.Replace(damText, "very high", "rather high", 1), "Ida Holm, Mayor (direct): The dam will hold, 1"},
		{"and back, twice, the nearer one counts", damText + " The river is “very high”, she said.", both},
		{"the claim is gone", strings.Replace(damText, "dam", "wall", 1), ""},
		{"and back", damText, both},
	} {
		found := ""
		text := step.text
		for _, c := range f.takeDam(t, text) {
			if c.ID == id {
				found = told(c)
				if c.Span.Of(text) != c.Text || c.Sentence.Of(text) != c.SentenceText {
					t.Errorf("%s: span %v is of %q", step.name, c.Span, c.Span.Of(text))
				}
				if len(c.Corrections) == 2 && c.Span.Start != strings.Index(text, "The river") {
					t.Errorf("%s: it is the wrong one of two", step.name)
				}
			}
		}
		if found != step.want {
			t.Errorf("%s: got %q, want %q", step.name, found, step.want)
		}
	}

	if err := f.Delete(ctx, claim.Article.ID); err != nil {
		t.Fatal(err)
	}
	if again := f.takeDam(t, damText)[0]; told(again) != "Mara Velden, Mayor (direct): The dam will hold," {
		t.Errorf("deleted and taken in again: %s", told(again))
	}
}

// TestCorrectBehindADormantOne corrects a claim whose last correction is not in
// effect, and lets that come again.
func TestCorrectBehindADormantOne(t *testing.T) {
	f := newService(t)
	claim := f.takeDam(t, damText)[0]
	if _, err := f.Correct(t.Context(), correction(claim, damText, "", "", "The dam will hold", 0, 0)); err != nil {
		t.Fatal(err)
	}
	gone := strings.Replace(damText, "The dam will hold,”", "The DAM  will hold,”", 1)
	if c := f.takeDam(t, gone)[0]; c.ID != claim.ID || len(c.Corrections) != 0 {
		t.Fatalf("the claim of other spelling is %s, corrected %d times", told(c), len(c.Corrections))
	}
	got, err := f.Correct(t.Context(), correction(claim, gone, "Ida Holm", "", "", 0, 0))
	if err != nil || told(got) != "Ida Holm, Mayor (direct): The DAM  will hold, 2" {
		t.Errorf("got %s, %v", told(got), err)
	}
	if c := f.takeDam(t, damText)[0]; told(c) != "Ida Holm, Mayor (direct): The dam will hold 1 2" {
		t.Errorf("the words are back: %s", told(c))
	}
}

// TestCorrectTogether lets several people correct the same claim: one of them
// succeeds.
func TestCorrectTogether(t *testing.T) {
	f := newService(t)
	claim := f.takeDam(t, damText)[0]
	errs := make([]error, 6)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() {
			_, errs[i] = f.Correct(t.Context(), correction(claim, damText, fmt.Sprintf("Ida Holm %c.", 'A'+i), "", "", 0, 0))
		})
	}
	all.Wait()
	succeeded := 0
	for _, err := range errs {
		if err == nil {
			succeeded++
		} else if !errors.Is(err, onrecord.ErrConflict) {
			t.Errorf("got %v, want ErrConflict", err)
		}
	}
	if succeeded != 1 {
		t.Errorf("%d succeeded, want 1", succeeded)
	}
}

// TestCorrectSpeakerByName gives a speaker of the index by an alias.
func TestCorrectSpeakerByName(t *testing.T) {
	f := aliased(t)
	who := "speakers/trell"
	got, err := f.Correct(t.Context(), service.CorrectRequest{Claim: "articles/a4/claims/c1", Speaker: &who})
	if err != nil || got.Speaker.Name != "Dario J. Trell" || got.Speaker.ID != "dario-j-trell" {
		t.Errorf("got %+v, %v", got.Speaker, err)
	}
	if s, err := f.Speaker(t.Context(), who); err != nil || s.Claims != 4 {
		t.Errorf("%d claims, %v", s.Claims, err)
	}
}

func TestCorrectRefuses(t *testing.T) {
	f := newService(t)
	claim := f.takeDam(t, damText+"\n\n"+strings.Repeat("The rain went on. ", 200))[0]
	empty, blank, unknown, same, long := "", " … ", "speakers/nobody", "Mara Velden", strings.Repeat("x", service.MaxFilterBytes+1)
	span := func(start, end int) service.CorrectRequest {
		return service.CorrectRequest{Span: &onrecord.Span{Start: start, End: end}}
	}
	for _, tt := range []struct {
		name          string
		request       service.CorrectRequest
		field, reason string
	}{
		{"nothing", service.CorrectRequest{}, "speaker", "NOTHING_GIVEN"},
		{"only a note", service.CorrectRequest{Note: "hm"}, "speaker", "NOTHING_GIVEN"},
		{"what it has", service.CorrectRequest{Speaker: &same}, "speaker", "NOTHING_CHANGED"},
		{"where it is", service.CorrectRequest{Span: &claim.Span, Kind: claim.Kind}, "span", "NOTHING_CHANGED"},
		{"no speaker", service.CorrectRequest{Speaker: &empty}, "speaker", "NO_WORD"},
		{"a speaker of signs", service.CorrectRequest{Speaker: &blank}, "speaker", "NO_WORD"},
		{"a speaker who is not there", service.CorrectRequest{Speaker: &unknown}, "speaker", "UNKNOWN_SPEAKER"},
		{"a long speaker", service.CorrectRequest{Speaker: &long}, "speaker", "TOO_LONG"},
		{"a long title", service.CorrectRequest{Title: &long}, "title", "TOO_LONG"},
		{"a long note", service.CorrectRequest{Title: &empty, Note: strings.Repeat("x", service.MaxNoteBytes+1)}, "note", "TOO_LONG"},
		{"an unknown kind", service.CorrectRequest{Kind: 9}, "kind", "UNKNOWN_KIND"},
		{"a negative version", service.CorrectRequest{Title: &empty, Version: -1}, "version", "NEGATIVE"},
		{"a span of nothing", span(5, 5), "span.end", "EMPTY"},
		{"a span backwards", span(9, 5), "span.end", "EMPTY"},
		{"a span before the text", span(-1, 5), "span.start", "OUT_OF_RANGE"},
		{"a span behind the text", span(5, 1<<20), "span.end", "OUT_OF_RANGE"},
		{"a span from within a character", span(1, 9), "span.start", "NOT_A_BOUNDARY"},
		{"a span into a character", span(0, 1), "span.end", "NOT_A_BOUNDARY"},
		{"a span of a quotation mark", span(0, 3), "span", "NO_WORD"},
		{"a span far away", span(3000, 3010), "span", "FAR_FROM_CLAIM"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.request.Claim = claim.Name()
			wantField(t, second(f.Correct(t.Context(), tt.request)), tt.field, tt.reason)
		})
	}
	wantField(t, second(f.Correct(t.Context(), service.CorrectRequest{Claim: "c1", Title: &empty})), "name", "NOT_A_NAME")
	for _, missing := range []string{claim.Name() + "x", "articles/none/claims/c1"} {
		if _, err := f.Correct(t.Context(), service.CorrectRequest{Claim: missing, Title: &empty}); !errors.Is(err, onrecord.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", missing, err)
		}
	}
}
