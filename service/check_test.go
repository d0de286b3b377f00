package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

const draft = "\uFEFF“The southern port will stay open,” Foreign Minister Mara Velden said on Sunday.\r\n\r\n" +
	"“Nobody has seen a single dam,” Oskar Reyland said.\r\n"

func TestCheck(t *testing.T) {
	f := record(t)
	type step struct{ text, earlier string }
	for _, tt := range []struct {
		name    string
		request service.CheckRequest
		want    []step
	}{
		{"only what is before the draft's day", service.CheckRequest{Text: draft, Published: onrecord.Day(2025, 5, 17)}, []step{
			{"The southern port will stay open", "b1/old b3/unnamed"},
			{"Nobody has seen a single dam", ""},
		}},
		{"without a date everything until now", service.CheckRequest{Text: draft, PageSize: 20}, []step{
			{"The southern port will stay open", "a0/copy a0/earlier a0/subject b1/old b2/eve b3/unnamed n1/same-day n2/same-day-instant n3/same-month n4/same-year n5/later n7/published-before"},
			{"Nobody has seen a single dam", ""},
		}},
		{"not English", service.CheckRequest{Text: "„Der Hafen bleibt geschlossen“, sagte Mara Velden in der Hauptstadt des Landes."}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []step
			for c, err := range f.Check(t.Context(), tt.request) {
				if err != nil {
					t.Fatal(err)
				}
				earlier := strings.Fields(relatedNames(c.SameSpeaker) + " " + relatedNames(c.Others))
				slices.Sort(earlier)
				got = append(got, step{strings.Trim(c.Claim.Text, "“”,"), strings.Join(earlier, " ")})
				if text := strings.ReplaceAll(draft[len("\uFEFF"):], "\r\n", "\n"); c.Claim.Span.Of(text) != c.Claim.Text {
					t.Errorf("span %v is not of the stored text", c.Claim.Span)
				}
				if c.Coverage.Articles != 12 || c.Unchecked != 0 {
					t.Errorf("coverage %+v, %d unchecked", c.Coverage, c.Unchecked)
				}
			}
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(step{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if c, err := f.Coverage(t.Context()); err != nil || c.Articles != 12 {
		t.Errorf("a draft was stored: %+v, %v", c, err)
	}
}

// TestCheckTellsWhoSaidIt looks at quoted words and at repetitions: before the
// draft, by whomever.
func TestCheckTellsWhoSaidIt(t *testing.T) {
	f := newService(t)
	for i, d := range []service.Draft{
		{Outlet: "Harbour Herald", Published: onrecord.Day(2025, 3, 1), Text: "“The southern port will stay open until every ship is home,” Foreign Minister Mara Velden said."},
		{Outlet: "Sarn Post", Published: onrecord.Day(2025, 3, 2), Text: "“The southern port will stay open until every ship is home,” Mara Velden told reporters."},
		{Outlet: "Delta Wire", Published: onrecord.Day(2025, 5, 1), Text: "“The southern port will stay open until every ship is home,” said Mara Velden."},
	} {
		d.URL = fmt.Sprintf("https://paper.example/%d", i)
		if _, err := f.Ingest(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name, draft, want string
	}{
		{"the same words", "“The southern port will stay open until every ship is home,” Mara Velden said.", "verbatim; 2 of 2 outlets, first Harbour Herald"},
		{"without their end", "“The southern port will stay open,” Mara Velden said.", "partial (condition dropped); 2 of 2 outlets, first Harbour Herald"},
		{"turned around", "“The southern port will not stay open until every ship is home,” Mara Velden said.", "altered (negation changed)"},
		{"of another", "“The southern port will stay open until every ship is home,” Oskar Reyland said.", "misattributed; 2 of 2 outlets, first Harbour Herald"},
		{"of nobody", "“No bridge stands north of the river any more,” Oskar Reyland said.", "not found"},
		{"no quoted words", "Mara Velden said the talks had not begun.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for c, err := range f.Check(t.Context(), service.CheckRequest{Text: tt.draft, Published: onrecord.Day(2025, 4, 1)}) {
				if err != nil {
					t.Fatal(err)
				}
				if got := summed(&c); got != tt.want || c.Place != 1 || c.Total != 1 {
					t.Errorf("got %q, %d of %d; want %q", got, c.Place, c.Total, tt.want)
				}
			}
		})
	}
}

// summed sums up what a check tells of quoted words and repetitions.
func summed(c *service.Checked) string {
	var parts []string
	for _, q := range c.Quotes {
		part := q.Verdict.String()
		for _, flag := range q.Flags {
			part += " (" + flag.String() + ")"
		}
		parts = append(parts, part)
	}
	if r := c.Repeated; r.Claims > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d outlets, first %s", r.Claims, r.Outlets, r.First[0].Article.Outlet))
	}
	return strings.Join(parts, "; ")
}

func TestCheckGivesFewOfEach(t *testing.T) {
	f := record(t)
	for c, err := range f.Check(t.Context(), service.CheckRequest{Text: draft, PageSize: 1}) {
		if err != nil || len(c.SameSpeaker) > 1 || len(c.Others) != 1 {
			t.Errorf("%d of the same speaker, %d of others, %v", len(c.SameSpeaker), len(c.Others), err)
		}
		break
	}
}

func TestCheckOfManyClaims(t *testing.T) {
	f := newService(t)
	var text strings.Builder
	for i := range service.MaxChecked + 5 {
		fmt.Fprintf(&text, "“The dam of village %d will hold,” Mara Velden said.\n\n", i)
	}
	checked := 0
	for c, err := range f.Check(t.Context(), service.CheckRequest{Text: text.String()}) {
		if err != nil {
			t.Fatal(err)
		}
		if checked++; c.Unchecked != 5 {
			t.Fatalf("%d unchecked, want 5", c.Unchecked)
		}
	}
	if checked != service.MaxChecked {
		t.Errorf("%d checked, want %d", checked, service.MaxChecked)
	}
	for range f.Check(t.Context(), service.CheckRequest{Text: text.String()}) {
		break // must not go on
	}
}

func TestCheckRefuses(t *testing.T) {
	f := newService(t)
	for _, tt := range []struct {
		name          string
		request       service.CheckRequest
		field, reason string
	}{
		{"no text", service.CheckRequest{}, "text", "EMPTY"},
		{"not UTF-8", service.CheckRequest{Text: "\xff"}, "text", "NOT_UTF8"},
		{"too long", service.CheckRequest{Text: strings.Repeat("x", service.MaxTextBytes+1)}, "text", "TOO_LONG"},
		{"negative page size", service.CheckRequest{Text: draft, PageSize: -1}, "page_size", "NEGATIVE"},
		{"far future", service.CheckRequest{Text: draft, Published: onrecord.Day(2026, 1, 1)}, "published_time", "IN_FUTURE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			steps := 0
			for _, err := range f.Check(t.Context(), tt.request) {
				steps++
				wantField(t, err, tt.field, tt.reason)
			}
			if steps != 1 {
				t.Errorf("%d steps, want the error alone", steps)
			}
		})
	}
}
