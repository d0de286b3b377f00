package service_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

const port = "The southern port will stay open"

// record is what the tests of related statements look through: mostly the same
// words, at different times.
func record(t *testing.T) fixture {
	f := newService(t)
	f.store(t,
		said{article: "a0", id: "subject", speaker: "Mara Velden", text: port, published: "2025-05-18", kind: onrecord.KindDirect},
		said{article: "a0", id: "copy", speaker: "Mara Velden", text: "“the southern port will stay OPEN”", said: "2025-05-17"},
		said{article: "a0", id: "earlier", speaker: "Mara Velden", text: "The port was open", said: "2025-05-17"},

		said{article: "b1", id: "old", speaker: "Mara Velden", text: port, published: "2024-02-03", kind: onrecord.KindDirect},
		said{article: "b2", id: "eve", speaker: "Oskar Reyland", text: "The port is closed", published: "2025-05-17"},
		said{article: "b3", id: "unnamed", text: "The southern port may close", published: "2025-05-01"},
		said{article: "b4", id: "other-matter", speaker: "Mara Velden", text: "Rain fell on the hills", published: "2025-01-01"},

		said{article: "n1", id: "same-day", speaker: "Mara Velden", text: port, published: "2025-05-18"},
		said{article: "n2", id: "same-day-instant", speaker: "Mara Velden", text: port, published: "2025-05-18T00:00:00Z"},
		said{article: "n3", id: "same-month", speaker: "Mara Velden", text: port, published: "2025-05"},
		said{article: "n4", id: "same-year", speaker: "Oskar Reyland", text: port, published: "2025"},
		said{article: "n5", id: "later", speaker: "Oskar Reyland", text: port, published: "2025-05-19"},
		said{article: "n6", id: "undated", speaker: "Mara Velden", text: port},
		said{article: "n7", id: "published-before", speaker: "Mara Velden", text: port, published: "2025-05-01", said: "2025-05-18"},
	)
	return f
}

func TestRelated(t *testing.T) {
	f := record(t)
	at := func(s string) time.Time { return date(t, s).Time }
	const subject = "articles/a0/claims/subject"
	for _, tt := range []struct {
		name         string
		request      service.RelatedRequest
		same, others string
	}{
		{"before the claim's own day", service.RelatedRequest{Claim: subject}, "b1/old a0/earlier", "b3/unnamed b2/eve"},
		{"at the instant the day ends", service.RelatedRequest{Claim: subject, Before: at("2025-05-19")}, "n1/same-day n2/same-day-instant n7/published-before b1/old a0/earlier", "b3/unnamed b2/eve"},
		{"an instant is not before itself", service.RelatedRequest{Claim: subject, Before: at("2025-05-18T00:00:00Z")}, "b1/old a0/earlier", "b3/unnamed b2/eve"},
		{"when month and year are over", service.RelatedRequest{Claim: subject, Before: at("2026")}, "n1/same-day n2/same-day-instant n7/published-before n3/same-month b1/old a0/earlier", "n5/later n4/same-year b2/eve b3/unnamed"},
		{"before a day", service.RelatedRequest{Claim: subject, Before: at("2025-05-17")}, "b1/old", "b3/unnamed"},
		{"before everything", service.RelatedRequest{Claim: subject, Before: at("2020")}, "", ""},
		{"few", service.RelatedRequest{Claim: subject, PageSize: 1}, "b1/old", "b3/unnamed"},
		{"of an unnamed speaker", service.RelatedRequest{Claim: "articles/b3/claims/unnamed"}, "", "b1/old"},
		{"text, with copies, until now, this year included", service.RelatedRequest{Text: "closing the port"}, "", "b2/eve b3/unnamed a0/earlier n5/later a0/subject n1/same-day n2/same-day-instant n7/published-before a0/copy n3/same-month"},
		{"text with a speaker's name", service.RelatedRequest{Text: "closing the port", Speaker: "Velden", Before: at("2025-05-17")}, "b1/old", "b3/unnamed"},
		{"text with a speaker", service.RelatedRequest{Text: "the port", Speaker: "speakers/oskar-reyland", Before: at("2025-05-18")}, "b2/eve", "a0/earlier a0/copy b1/old b3/unnamed"},
		{"text of stop words", service.RelatedRequest{Text: "it was not", Speaker: "Velden"}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := f.Related(t.Context(), tt.request)
			if err != nil {
				t.Fatal(err)
			}
			if same, others := relatedNames(got.SameSpeaker), relatedNames(got.Others); same != tt.same || others != tt.others {
				t.Errorf("got  %q, %q\nwant %q, %q", same, others, tt.same, tt.others)
			}
		})
	}
}

func TestRelatedAnswer(t *testing.T) {
	f := record(t)
	got, err := f.Related(t.Context(), service.RelatedRequest{Claim: "articles/a0/claims/subject"})
	if err != nil {
		t.Fatal(err)
	}
	if want := onrecord.Day(2025, 5, 18).Time; !got.Before.Equal(want) {
		t.Errorf("before %v, want %v", got.Before, want)
	}
	var reasons []string
	for _, r := range got.SameSpeaker[0].Reasons {
		if r.Weight <= 0 {
			t.Errorf("reason without weight: %+v", r)
		}
		if r.Type != onrecord.ReasonSharedTerm {
			reasons = append(reasons, r.Detail)
		}
	}
	if diff := cmp.Diff([]string{"Mara Velden", port, "2024-02-03"}, reasons); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
	if c := got.Coverage; c.SpeakerClaims != 10 || c.Articles != 12 || c.Undated != 1 {
		t.Errorf("coverage %+v", c)
	}
	byName, err := f.Related(t.Context(), service.RelatedRequest{Text: "rain", Speaker: "reyland"})
	if err != nil || byName.Coverage.SpeakerClaims != 3 || !byName.Before.Equal(now) {
		t.Errorf("by name: %+v, before %v, %v", byName.Coverage, byName.Before, err)
	}
}

func TestRelatedRefuses(t *testing.T) {
	f := record(t)
	for _, tt := range []struct {
		name          string
		request       service.RelatedRequest
		field, reason string
	}{
		{"nothing", service.RelatedRequest{}, "subject", "NOT_ONE"},
		{"claim and text", service.RelatedRequest{Claim: "articles/a0/claims/subject", Text: "port"}, "subject", "NOT_ONE"},
		{"bad name", service.RelatedRequest{Claim: "a0/subject"}, "claim", "NOT_A_NAME"},
		{"claim and speaker", service.RelatedRequest{Claim: "articles/a0/claims/subject", Speaker: "velden"}, "speaker", "NOT_WITH_CLAIM"},
		{"claim without date", service.RelatedRequest{Claim: "articles/n6/claims/undated"}, "before_time", "REQUIRED"},
		{"text too long", service.RelatedRequest{Text: strings.Repeat("x", service.MaxSubjectBytes+1)}, "text", "TOO_LONG"},
		{"text not UTF-8", service.RelatedRequest{Text: "\xff"}, "text", "NOT_UTF8"},
		{"speaker without word", service.RelatedRequest{Text: "port", Speaker: "?"}, "speaker", "NO_WORD"},
		{"negative page size", service.RelatedRequest{Text: "port", PageSize: -1}, "page_size", "NEGATIVE"},
		{"far future", service.RelatedRequest{Text: "port", Before: now.AddDate(1000, 0, 0)}, "before_time", "OUT_OF_RANGE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Related(t.Context(), tt.request)
			wantField(t, err, tt.field, tt.reason)
		})
	}
	_, err := f.Related(t.Context(), service.RelatedRequest{Claim: "articles/a0/claims/none"})
	if !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("no such claim: %v, want ErrNotFound", err)
	}
}

func relatedNames(hits []onrecord.RelatedHit) string {
	var short []string
	for _, h := range hits {
		short = append(short, name(h.Claim))
	}
	return strings.Join(short, " ")
}

// TestReportingRelatesNothing has a short statement, related by what stands
// around it: who said it, how and when is none of that, in a draft as for a
// claim of the index.
func TestReportingRelatesNothing(t *testing.T) {
	f := newService(t)
	const text = "A dredger sank in Carrow. “It will not happen,” Foreign Minister Mara Velden told reporters on Sunday."
	for i, text := range []string{
		"“Foreign Minister Velden was told so on a Sunday,” Oskar Reyland said.",
		"“The dredger came from Carrow,” Oskar Reyland said.",
		text,
	} {
		d := service.Draft{URL: fmt.Sprintf("https://paper.example/%d", i), Published: onrecord.Day(2025, 3, 3*(1+i)), Text: text}
		if _, err := f.Ingest(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	told := func(hits []onrecord.RelatedHit) (texts []string) {
		for _, h := range hits {
			texts = append(texts, h.Claim.Text)
			for _, r := range h.Reasons {
				if slices.Contains([]string{"Velden", "Minister", "Sunday", "told"}, r.Detail) {
					t.Errorf("%q is related by %q", h.Claim.Text, r.Detail)
				}
			}
		}
		return texts
	}
	want := []string{"The dredger came from Carrow,"}
	for c, err := range f.Check(t.Context(), service.CheckRequest{Text: text, Published: onrecord.Day(2025, 4, 1)}) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, told(c.Others)); diff != "" {
			t.Errorf("for the draft (-want +got):\n%s", diff)
		}
	}
	stored, err := f.Search(t.Context(), service.SearchRequest{Query: "speaker:velden"})
	if err != nil || len(stored.Hits) != 1 {
		t.Fatalf("%d claims of Velden, %v", len(stored.Hits), err)
	}
	r, err := f.Related(t.Context(), service.RelatedRequest{Claim: stored.Hits[0].Claim.Name()})
	if err != nil {
		t.Fatal(err)
	}
	told(r.Others)
}

// TestRelatedOnce has a statement of two speakers, of whom the one's is the
// subject itself: the other's is told once.
func TestRelatedOnce(t *testing.T) {
	f := newService(t)
	f.store(t,
		said{article: "a1", id: "first", speaker: "Mara Velden", text: port, published: "2024-01-09", group: "g"},
		said{article: "a2", id: "other", speaker: "Oskar Reyland", text: port, published: "2024-02-09", group: "g"},
		said{article: "a3", id: "subject", speaker: "Mara Velden", text: port, published: "2024-03-10", group: "g"},
	)
	got, err := f.Related(t.Context(), service.RelatedRequest{Claim: "articles/a3/claims/subject", Before: date(t, "2024-06").Time})
	if err != nil {
		t.Fatal(err)
	}
	if same, others := relatedNames(got.SameSpeaker), relatedNames(got.Others); same != "a1/first" || others != "a2/other" {
		t.Errorf("got %q and %q, want a1/first and a2/other", same, others)
	}
}
