package service_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// aliased is an archive in which speakers go by several names.
func aliased(t *testing.T) fixture {
	f := newService(t)
	f.store(t,
		said{article: "a1", id: "c1", speaker: "Dario Trell", text: "The port stays open", published: "2024-01-10"},
		said{article: "a1", id: "c2", speaker: "Dario J. Trell", text: "The port stays open", said: "2023-05-01"},
		said{article: "a2", id: "c1", speaker: "Trell", text: "The port is mine", published: "2025-01-11"},
		said{article: "a3", id: "c1", speaker: "Mara Velden", text: "The port stays shut", published: "2025-01-12"},
		said{article: "a3", id: "c2", speaker: "Ilse Velden", text: "The port is small", published: "2025-01-12"},
		said{article: "a3", id: "c3", speaker: "Velden", text: "The port is old", published: "2025-01-12"},
		said{article: "a4", id: "c1", speaker: "Oskar Reyland", text: "The port is far", published: "2025-01-13"},
	)
	return f
}

// speakers writes speakers as "id(claims): alias alias".
func speakers(list ...onrecord.Identity) string {
	var lines []string
	for _, s := range list {
		line := fmt.Sprintf("%s(%d):", s.ID, s.Claims)
		for _, a := range s.Aliases {
			line += " " + a.ID
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (f fixture) speakerList(t *testing.T, words string) string {
	t.Helper()
	page, err := f.Speakers(t.Context(), words, nil, 0)
	if err != nil || page.Next != nil || page.Total != len(page.Speakers) {
		t.Fatalf("Speakers(%q): %d of %d, next %v, %v", words, len(page.Speakers), page.Total, page.Next, err)
	}
	return speakers(page.Speakers...)
}

// TestAliasesInAnswers asks in every way for a speaker of several names.
func TestAliasesInAnswers(t *testing.T) {
	f := aliased(t)
	ctx := t.Context()
	const all = "a2/c1 a1/c1 a1/c2"
	for _, r := range []service.SearchRequest{
		{Filter: service.Filter{Speakers: []string{"speakers/dario-trell"}}},
		{Filter: service.Filter{Speakers: []string{"speakers/trell"}}},
		{Filter: service.Filter{Speakers: []string{"dario j. trell"}}},
		{Query: `speaker:"dario trell"`},
		{Query: "speaker:dar*"},
		{Query: "-speaker:velden -speaker:reyland"},
	} {
		got, err := f.Search(ctx, r)
		if err != nil || hitNames(got.Hits) != all {
			t.Errorf("%q %q: got %q, %v, want %q", r.Query, r.Speakers, hitNames(got.Hits), err, all)
		}
		for _, hit := range got.Hits {
			if hit.Claim.Speaker.ID != "dario-j-trell" {
				t.Errorf("%s is of %s", name(hit.Claim), hit.Claim.Speaker.ID)
			}
		}
		if len(r.Speakers) > 0 && got.Coverage.SpeakerClaims != 3 {
			t.Errorf("%q: coverage of %d claims, want 3", r.Speakers, got.Coverage.SpeakerClaims)
		}
	}
	if c, err := f.Claim(ctx, "a2", "c1"); err != nil || c.Speaker.ID != "dario-j-trell" || c.Speaker.Name != "Trell" {
		t.Errorf("Claim: %+v, %v", c.Speaker, err)
	}

	found, err := f.Search(ctx, service.SearchRequest{Query: "port", Facets: []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldMonth}, FacetSize: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := map[onrecord.Field][]onrecord.FacetValue{
		onrecord.FieldSpeakerID: {{Value: "dario-j-trell", Count: 3}, {Value: "ilse-velden", Count: 1}},
		onrecord.FieldMonth:     {{Value: "2025-01", Count: 5}, {Value: "2023-05", Count: 1}},
	}
	if diff := cmp.Diff(want, found.Facets); diff != "" {
		t.Errorf("facets (-want +got):\n%s", diff)
	}

	related, err := f.Related(ctx, service.RelatedRequest{Claim: "articles/a2/claims/c1"})
	if err != nil || relatedNames(related.SameSpeaker) != "a1/c1 a1/c2" || len(related.Others) != 0 || related.Coverage.SpeakerClaims != 3 {
		t.Errorf("Related: same speaker %q, %d others, %+v, %v", relatedNames(related.SameSpeaker), len(related.Others), related.Coverage, err)
	}
	for c, err := range f.Check(ctx, service.CheckRequest{Text: "“The port stays open,” Dario James Trell said.\n"}) {
		if err != nil || c.Claim.Speaker.ID != "dario-j-trell" || len(c.SameSpeaker) != 3 || c.Coverage.SpeakerClaims != 3 {
			t.Errorf("Check: %+v, same speaker %q, %v", c.Claim.Speaker, relatedNames(c.SameSpeaker), err)
		}
	}
}

func TestSpeakers(t *testing.T) {
	f := aliased(t)
	for _, tt := range []struct{ name, words, want string }{
		{"all", "", "dario-j-trell(3): dario-j-trell dario-trell trell\nilse-velden(1): ilse-velden\nmara-velden(1): mara-velden\noskar-reyland(1): oskar-reyland\nvelden(1): velden"},
		{"a word", "velden", "ilse-velden(1): ilse-velden\nmara-velden(1): mara-velden\nvelden(1): velden"},
		{"a beginning", "VEL", "ilse-velden(1): ilse-velden\nmara-velden(1): mara-velden\nvelden(1): velden"},
		{"of an alias", "dario j.", "dario-j-trell(3): dario-j-trell dario-trell trell"},
		{"a beginning is only the last one", "mar velden", ""},
		{"several words", "velden mar", "mara-velden(1): mara-velden"},
		{"nobody", "zeppelin", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, f.speakerList(t, tt.words)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for size := 1; size <= 5; size++ {
		var listed []onrecord.Identity
		for after := (*service.SpeakerCursor)(nil); ; {
			page, err := f.Speakers(t.Context(), "", after, size)
			if err != nil || page.Total != 5 {
				t.Fatalf("total %d, %v", page.Total, err)
			}
			listed = append(listed, page.Speakers...)
			if after = page.Next; after == nil {
				break
			}
		}
		if diff := cmp.Diff(f.speakerList(t, ""), speakers(listed...)); diff != "" {
			t.Errorf("by %d (-want +got):\n%s", size, diff)
		}
	}
}

// TestSpeaker reads one speaker, with titles over time that articles brought
// one by one.
func TestSpeaker(t *testing.T) {
	f := newService(t)
	for i, text := range []string{
		"“The dam will hold,” Mayor Mara Velden said.",
		"“The dam will still hold,” Foreign Minister Mara Velden said. “It has to.”",
		"“The dam may hold,” Mara Velden said.",
		"“The dam is tall,” Mayor Mara Velden said.",
	} {
		_, err := f.Ingest(t.Context(), service.Draft{URL: fmt.Sprintf("https://herald.example/%d", i), Published: onrecord.Day(2024, 1, 1+i), Text: text})
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := f.Speaker(t.Context(), "speakers/mara-velden")
	if err != nil {
		t.Fatal(err)
	}
	day := func(d int) onrecord.Date { return onrecord.Day(2024, 1, d) }
	want := onrecord.Identity{
		ID: "mara-velden", Name: "Mara Velden", Type: onrecord.SpeakerPerson, Claims: 5, First: day(1).Time, Last: day(4).Time,
		Aliases: []onrecord.Alias{{ID: "mara-velden", Name: "Mara Velden", Claims: 5, Origin: onrecord.AliasSameName}},
		Titles: []onrecord.TitleUse{
			{Title: "Mayor", Claims: 2, First: day(1).Time, Last: day(4).Time},
			{Title: "Foreign Minister", Claims: 2, First: day(2).Time, Last: day(2).Time},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMergeAndSplit decides on speakers, one step after the other.
func TestMergeAndSplit(t *testing.T) {
	f := aliased(t)
	ctx := t.Context()
	merge := func(name string, sources ...string) func() (onrecord.Identity, error) {
		return func() (onrecord.Identity, error) {
			for i := range sources {
				sources[i] = onrecord.SpeakerName(strings.TrimPrefix(sources[i], "speakers/"))
			}
			return f.Merge(ctx, onrecord.SpeakerName(name), sources)
		}
	}
	split := func(name string) func() (onrecord.Identity, error) {
		return func() (onrecord.Identity, error) { return f.Split(ctx, onrecord.SpeakerName(name)) }
	}
	for _, step := range []struct {
		name string
		do   func() (onrecord.Identity, error)
		want string
	}{
		{"merge", merge("mara-velden", "velden"), "mara-velden(2): mara-velden velden"},
		{"again", merge("mara-velden", "velden"), "mara-velden(2): mara-velden velden"},
		{"with all aliases, into an alias's speaker", merge("velden", "trell", "oskar-reyland"), "mara-velden(6): dario-j-trell dario-trell mara-velden oskar-reyland trell velden"},
		{"split what came along", split("trell"), "trell(1): trell"},
		{"split what was joined to", split("mara-velden"), "mara-velden(1): mara-velden"},
		{"the other way round", merge("dario-j-trell", "dario-trell"), "dario-j-trell(2): dario-j-trell dario-trell"},
		{"and back", merge("dario-trell", "dario-j-trell"), "dario-trell(2): dario-j-trell dario-trell"},
		{"one after the other", merge("ilse-velden", "oskar-reyland"), "ilse-velden(2): ilse-velden oskar-reyland"},
		{"and on", merge("mara-velden", "ilse-velden"), "mara-velden(4): ilse-velden mara-velden oskar-reyland velden"},
		{"split the end", split("oskar-reyland"), "oskar-reyland(1): oskar-reyland"},
	} {
		got, err := step.do()
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if diff := cmp.Diff(step.want, speakers(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
		if diff := cmp.Diff(f.speakerList(t, ""), serviceOver(t, f.index).speakerList(t, "")); diff != "" {
			t.Errorf("%s: started anew (-want +got):\n%s", step.name, diff)
		}
	}
}

func TestMergeAndSplitRefuse(t *testing.T) {
	f := aliased(t)
	ctx := t.Context()
	const velden = "speakers/mara-velden"
	wantField(t, second(f.Merge(ctx, "velden", []string{velden})), "name", "NOT_A_NAME")
	wantField(t, second(f.Merge(ctx, velden, []string{"velden"})), "sources[0]", "NOT_A_NAME")
	wantField(t, second(f.Merge(ctx, velden, nil)), "sources", "WRONG_NUMBER")
	wantField(t, second(f.Merge(ctx, velden, make([]string, service.MaxSources+1))), "sources", "WRONG_NUMBER")
	wantField(t, second(f.Merge(ctx, velden, []string{"speakers/velden", velden})), "sources[1]", "SAME_SPEAKER")
	wantField(t, second(f.Split(ctx, "speakers/")), "name", "NOT_A_NAME")
	wantField(t, second(f.Speaker(ctx, "")), "name", "NOT_A_NAME")
	wantField(t, second(f.Speakers(ctx, "\xff", nil, 0)), "query", "NOT_UTF8")
	wantField(t, second(f.Speakers(ctx, "", nil, -1)), "page_size", "NEGATIVE")
	for what, err := range map[string]error{
		"merge into nobody":  second(f.Merge(ctx, "speakers/nobody", []string{velden})),
		"merge nobody":       second(f.Merge(ctx, velden, []string{"speakers/nobody"})),
		"split nobody":       second(f.Split(ctx, "speakers/nobody")),
		"speaker not there":  second(f.Speaker(ctx, "speakers/nobody")),
		"speaker of a title": second(f.Speaker(ctx, "speakers/president")),
	} {
		if !errors.Is(err, onrecord.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", what, err)
		}
	}
	if entries, err := f.index.Entries(ctx, "speaker"); err != nil || len(entries) > 0 {
		t.Errorf("refused, but written: %v, %v", entries, err)
	}
}

// TestDecisionsOfTwo lets two services over one index decide.
func TestDecisionsOfTwo(t *testing.T) {
	f := aliased(t)
	other := serviceOver(t, f.index)
	if _, err := f.Merge(t.Context(), "speakers/mara-velden", []string{"speakers/velden"}); err != nil {
		t.Fatal(err)
	}
	got, err := other.Merge(t.Context(), "speakers/ilse-velden", []string{"speakers/velden"})
	if err != nil || speakers(got) != "ilse-velden(3): ilse-velden mara-velden velden" {
		t.Errorf("got %s, %v", speakers(got), err)
	}
}

// TestDirectoryFollows takes articles in, changes and deletes them, many at the
// same time, and compares what is known of speakers with what a service says
// that starts then.
func TestDirectoryFollows(t *testing.T) {
	f := newService(t)
	ctx := context.Background()
	names := []string{"Mara Velden", "Mara K. Velden", "Mara B. Velden", "Ilse Velden", "Bill Orsk", "William Orsk", "Oskar Reyland"}
	var all sync.WaitGroup
	for worker := range 6 {
		all.Go(func() {
			for i := range 30 {
				number := (worker*7 + i*3) % 10
				draft := service.Draft{
					URL:  fmt.Sprintf("https://herald.example/%d", number),
					Text: fmt.Sprintf("“The dam of village %d will hold,” Mayor %s said.\n\n“It will not,” %s said.\n", i, names[(worker+i)%7], names[(worker*i)%7]),
				}
				done, err := f.Ingest(ctx, draft)
				if err != nil && !errors.Is(err, onrecord.ErrConflict) {
					t.Errorf("Ingest: %v", err)
				}
				if err == nil && (worker+i)%3 == 0 {
					if err := f.Delete(ctx, done.Article.ID); err != nil && !errors.Is(err, onrecord.ErrNotFound) {
						t.Errorf("Delete: %v", err)
					}
				}
			}
		})
	}
	all.Wait()
	if diff := cmp.Diff(serviceOver(t, f.index).speakerList(t, ""), f.speakerList(t, "")); diff != "" {
		t.Errorf("(-started anew +followed):\n%s", diff)
	}
}

// TestDecisionsOutliveARestart decides on an index on disk.
func TestDecisionsOutliveARestart(t *testing.T) {
	directory := t.TempDir()
	open := func() (fixture, func()) {
		idx, err := index.Open(index.Config{Path: directory})
		if err != nil {
			t.Fatal(err)
		}
		return serviceOver(t, idx), func() {
			if err := idx.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	f, shut := open()
	f.store(t, said{article: "a1", id: "c1", speaker: "Mara Velden", text: "Yes"}, said{article: "a1", id: "c2", speaker: "Mara Holm", text: "No"})
	if _, err := f.Merge(t.Context(), "speakers/mara-holm", []string{"speakers/mara-velden"}); err != nil {
		t.Fatal(err)
	}
	who := "Ada Brenn"
	if _, err := f.Correct(t.Context(), service.CorrectRequest{Claim: "articles/a1/claims/c1", Speaker: &who}); err != nil {
		t.Fatal(err)
	}
	shut()
	f, shut = open()
	defer shut()
	if got := f.speakerList(t, ""); got != "ada-brenn(1): ada-brenn\nmara-holm(1): mara-holm" {
		t.Errorf("got %s", got)
	}
	if c, err := f.Claim(t.Context(), "a1", "c1"); err != nil || c.Speaker.Name != who || len(c.Corrections) != 1 {
		t.Errorf("got %+v, %+v, %v", c.Speaker, c.Corrections, err)
	}
}

// TestSlugIsThatOfExtraction holds the two definitions of a name's identity
// together: corrections make it too.
func TestSlugIsThatOfExtraction(t *testing.T) {
	f := newService(t)
	for _, who := range []string{"Mara Velden", "J.D. Orsk", "Renée O’Dallò", "Ida Holm-Orr"} {
		done, err := f.Ingest(t.Context(), service.Draft{Text: fmt.Sprintf("“The dam will hold,” Mayor %s said.", who)})
		if err != nil || len(done.Claims) != 1 {
			t.Fatalf("%s: %d claims, %v", who, len(done.Claims), err)
		}
		if s := done.Claims[0].Speaker; s.Name != who || s.ID != analysis.Slug(who) {
			t.Errorf("%s: extraction says %+v, Slug %q", who, s, analysis.Slug(who))
		}
	}
}
