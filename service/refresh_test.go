package service_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/service"
)

const bridgeText = "“The bridge is sound,” Mayor Mara Velden said. “It will stand,” she added. Ida Holm, an engineer, said nobody had asked her."

// outdated writes the record of an article as an earlier extractor left it: its
// one claim is the text's first words.
func (f fixture) outdated(t *testing.T, url, text string, words int) onrecord.Record {
	t.Helper()
	done, err := f.Ingest(t.Context(), service.Draft{URL: url, Published: onrecord.Day(2024, 1, 1), Text: text})
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.index.Record(t.Context(), done.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	c := r.Claims[0]
	c.ID, c.Span.End, c.Rule = "old", c.Span.Start+words, "old"
	c.Text, c.Quoted = c.Span.Of(text), []onrecord.Span{c.Span}
	r.Claims, r.Extractor = []onrecord.Claim{c}, extract.Version-1
	r.Revision++
	if err := f.index.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// refresh refreshes all and returns how far it came.
func (f fixture) refresh(t *testing.T) service.Refreshed {
	t.Helper()
	var last service.Refreshed
	if err := f.Refresh(t.Context(), func(r service.Refreshed) { last = r }); err != nil {
		t.Fatal(err)
	}
	return last
}

func (f fixture) told(t *testing.T, articleID string) []string {
	t.Helper()
	claims, err := f.Claims(t.Context(), articleID)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range claims {
		all = append(all, told(c))
	}
	return all
}

func TestRefresh(t *testing.T) {
	f := newService(t)
	before := f.outdated(t, "https://herald.example/bridge", bridgeText, 10)
	newer := f.outdated(t, "https://herald.example/newer", bridgeText, 10)
	newer.Extractor, newer.Revision = extract.Version+1, newer.Revision+1
	if err := f.index.Put(t.Context(), newer); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Ingest(t.Context(), service.Draft{URL: "https://herald.example/now", Text: bridgeText}); err != nil {
		t.Fatal(err)
	}
	f = serviceOver(t, f.index)
	if got, want := f.refresh(t), (service.Refreshed{Articles: 3, Anew: 1}); got != want {
		t.Errorf("refreshed %+v, want %+v", got, want)
	}

	id := before.Article.ID
	want := []string{"Mara Velden, Mayor (direct): The bridge is sound,", "Mara Velden, Mayor (direct): It will stand,", "Ida Holm, engineer (indirect): nobody had asked her"}
	if diff := cmp.Diff(want, f.told(t, id)); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	after, err := f.index.Record(t.Context(), id)
	if err != nil || !cmp.Equal(after.Article, before.Article) || after.Revision != before.Revision+1 || after.Extractor != extract.Version {
		t.Errorf("record %+v, revision %d, extractor %d, %v", after.Article.ArticleInfo, after.Revision, after.Extractor, err)
	}
	if r, err := f.Search(t.Context(), service.SearchRequest{Query: "speaker:holm"}); err != nil || r.Total != 2 {
		t.Errorf("search found %d, want those of two articles, %v", r.Total, err)
	}
	if got := f.told(t, newer.Article.ID); len(got) != 1 {
		t.Errorf("a newer extractor's claims did not stay: %q", got)
	}
	if got, want := f.refresh(t), (service.Refreshed{}); got != want {
		t.Errorf("again: %+v, want nothing to do", got)
	}
}

// TestRefreshKeepsCorrections refreshes an article with a corrected claim that
// is not found again as it was.
func TestRefreshKeepsCorrections(t *testing.T) {
	f := newService(t)
	r := f.outdated(t, "https://herald.example/bridge", bridgeText, len("The bridge"))
	corrected, err := f.Correct(t.Context(), correction(r.Claims[0], bridgeText, "Ida Holm", "", "", 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	f.refresh(t)
	want := []string{"Ida Holm, Mayor (direct): The bridge 1", "Mara Velden, Mayor (direct): It will stand,", "Ida Holm, engineer (indirect): nobody had asked her"}
	if diff := cmp.Diff(want, f.told(t, r.Article.ID)); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	claims, err := f.Claims(t.Context(), r.Article.ID)
	if err != nil || claims[0].ID != corrected.ID || claims[1].Continues != "" {
		t.Errorf("claims %+v, %v", claims, err)
	}

	for _, step := range []struct{ name, text, want string }{
		{"words before it", "Snow fell.\n\n" + bridgeText, "Ida Holm, Mayor (direct): The bridge 1"},
		{"twice, the nearer one counts", bridgeText + "\n\n" + bridgeText, "Ida Holm, Mayor (direct): The bridge 1"},
		{"another sentence", strings.Replace(bridgeText, "sound", "safe", 1), "Mara Velden, Mayor (direct): The bridge is safe,"},
	} {
		done, err := f.Ingest(t.Context(), service.Draft{URL: "https://herald.example/bridge", Published: onrecord.Day(2024, 1, 1), Text: step.text})
		if err != nil {
			t.Fatal(err)
		}
		c := done.Claims[0]
		if told(c) != step.want {
			t.Errorf("%s: got %s, want %s", step.name, told(c), step.want)
		}
		for _, part := range []struct {
			span  onrecord.Span
			words string
		}{{c.Span, c.Text}, {c.Sentence, c.SentenceText}, {c.CueSpan, c.Cue}, {c.MentionSpan, c.Mention}, {c.Quoted[0], c.Text}} {
			if part.span.Of(step.text) != part.words {
				t.Errorf("%s: span %v is of %q, want %q", step.name, part.span, part.span.Of(step.text), part.words)
			}
		}
	}
}

// TestIngestRefreshes takes in what is there just so, with claims that an
// earlier extractor found.
func TestIngestRefreshes(t *testing.T) {
	f := newService(t)
	r := f.outdated(t, damURL, damText, 10)
	for _, want := range []onrecord.Outcome{onrecord.OutcomeRefreshed, onrecord.OutcomeUnchanged} {
		done, err := f.Ingest(t.Context(), service.Draft{URL: damURL, Published: onrecord.Day(2024, 1, 1), Text: damText})
		if err != nil || done.Outcome != want || !cmp.Equal(done.Article, r.Article) || len(done.Claims) != 2 {
			t.Errorf("got %v, %+v, %d claims, %v; want %v", done.Outcome, done.Article.ArticleInfo, len(done.Claims), err, want)
		}
	}
}

// TestRefreshLanguage refreshes an article whose language an earlier extractor
// did not know.
func TestRefreshLanguage(t *testing.T) {
	f := newService(t)
	r := f.outdated(t, damURL, damText, 10)
	r.Article.Language, r.Claims, r.Revision = "und", nil, r.Revision+1
	if err := f.index.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	f.refresh(t)
	if a, err := f.Article(t.Context(), r.Article.ID); err != nil || a.Language != "en" || len(f.told(t, a.ID)) != 2 {
		t.Errorf("language %q, claims %q, %v", a.Language, f.told(t, a.ID), err)
	}
}

// TestRefreshCutOff ends a Refresh on its way; the next one does the rest.
func TestRefreshCutOff(t *testing.T) {
	const articles = 450 // more than two pages
	f := newService(t)
	for i := range articles {
		f.outdated(t, fmt.Sprintf("https://herald.example/%d", i), fmt.Sprintf("The port of bay %d is open, Mara Velden said.", i), 10)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var first service.Refreshed
	err := f.Refresh(ctx, func(r service.Refreshed) { first = r; cancel() })
	if !errors.Is(err, context.Canceled) || first.Anew == 0 || first.Anew == articles {
		t.Errorf("cut off: %+v, %v", first, err)
	}
	if got, want := f.refresh(t), (service.Refreshed{Articles: articles, Anew: articles - first.Anew}); got != want {
		t.Errorf("the rest: %+v, want %+v", got, want)
	}
	if r, err := f.Search(t.Context(), service.SearchRequest{Query: "bay"}); err != nil || r.Total != articles {
		t.Errorf("found %d, %v", r.Total, err)
	}
}
