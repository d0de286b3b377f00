package service_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

// summarized writes a timeline, a line for each part.
func summarized(t *onrecord.Timeline) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %d undated, %s to %s, compared %d\n", often(t.Total, t.Groups), t.Undated, t.First, t.Last, t.Compared)
	fmt.Fprintf(&b, "%s:", t.Unit)
	for _, bucket := range t.Buckets {
		fmt.Fprintf(&b, " %s=%d", bucket.Start.Format(time.DateOnly), bucket.Count)
	}
	fmt.Fprintf(&b, " across=%d\nearliest %d:%s\nlatest:%s\n", t.Across, t.EarliestTotal, listed(t.Earliest), listed(t.Latest))
	for _, s := range t.Speakers {
		fmt.Fprintf(&b, "%s %s, %s to %s\n", s.Name, often(s.Count, s.Groups), s.First, s.Last)
	}
	for _, c := range t.Candidates {
		fmt.Fprintf(&b, "%s by %s, %s\n", name(c.Earlier)+" > "+name(c.Later), c.Later.Speaker.ID, c.Signs[0].Cue)
	}
	return b.String()
}

// often writes how many claims there are, and of how many statements where these
// are counted.
func often(claims, groups int) string {
	if groups == 0 {
		return fmt.Sprint(claims)
	}
	return fmt.Sprintf("%d of %d statements", claims, groups)
}

func claimsOf(hits []onrecord.Hit) []onrecord.Claim {
	claims := make([]onrecord.Claim, len(hits))
	for i := range hits {
		claims[i] = hits[i].Claim
	}
	return claims
}

func listed(claims []onrecord.Claim) string {
	all := ""
	for _, c := range claims {
		all += " " + name(c)
	}
	return all
}

func checkTimeline(t *testing.T, f fixture, r service.TimelineRequest, want string) {
	t.Helper()
	got, err := f.Timeline(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimLeft(want, "\n"), summarized(got.Summary)); diff != "" {
		t.Errorf("%+v (-want +got):\n%s", r, diff)
	}
}

// ferries is an archive about a ferry with a change of position, said under two
// names of one speaker.
func ferries(t *testing.T) fixture {
	f := newService(t)
	f.store(t,
		said{article: "a1", id: "c1", speaker: "Dario Trell", text: "I oppose the night ferry to Carrow", said: "2023-02-27", kind: onrecord.KindDirect},
		said{article: "a2", id: "c1", speaker: "Trell", text: "I oppose the night ferry to Carrow", said: "2023-03", kind: onrecord.KindDirect},
		said{article: "a2", id: "c2", speaker: "Mara Velden", text: "The ferry is late", said: "2023-03-02"},
		said{article: "a3", id: "c1", speaker: "Trell", text: "I support the night ferry to Carrow", said: "2023-03-18", kind: onrecord.KindDirect},
		said{article: "a3", id: "c2", text: "The ferry to Carrow smells", said: "2023-03-18T09:00:00Z"},
		said{article: "a4", id: "c1", speaker: "Mara Velden", text: "The ferry is old"},
		said{article: "a4", id: "c2", speaker: "Mara Velden", text: "The bridge is old", said: "2022"},
	)
	return f
}

func TestTimeline(t *testing.T) {
	f := ferries(t)
	checkTimeline(t, f, service.TimelineRequest{Query: "ferry"}, `
6, 1 undated, 2023-02-27 to 2023-03-18T09:00:00Z, compared 5
day: 2023-02-27=1 2023-02-28=0 2023-03-01=0 2023-03-02=1 2023-03-03=0 2023-03-04=0 2023-03-05=0 2023-03-06=0 2023-03-07=0 2023-03-08=0 2023-03-09=0 2023-03-10=0 2023-03-11=0 2023-03-12=0 2023-03-13=0 2023-03-14=0 2023-03-15=0 2023-03-16=0 2023-03-17=0 2023-03-18=2 across=1
earliest 1: a1/c1
latest: a3/c2 a3/c1 a2/c1
Dario Trell 3, 2023-02-27 to 2023-03-18
Mara Velden 2, 2023-03-02 to 2023-03-02
a1/c1 > a3/c1 by dario-trell, opposite
`)
	checkTimeline(t, f, service.TimelineRequest{Speaker: "trell", Query: "ferry", Speakers: 1}, `
3, 0 undated, 2023-02-27 to 2023-03-18, compared 3
day: 2023-02-27=1 2023-02-28=0 2023-03-01=0 2023-03-02=0 2023-03-03=0 2023-03-04=0 2023-03-05=0 2023-03-06=0 2023-03-07=0 2023-03-08=0 2023-03-09=0 2023-03-10=0 2023-03-11=0 2023-03-12=0 2023-03-13=0 2023-03-14=0 2023-03-15=0 2023-03-16=0 2023-03-17=0 2023-03-18=1 across=1
earliest 1: a1/c1
latest: a3/c1 a2/c1
Dario Trell 3, 2023-02-27 to 2023-03-18
a1/c1 > a3/c1 by dario-trell, opposite
`)
	checkTimeline(t, f, service.TimelineRequest{Speaker: "speakers/mara-velden"}, `
3, 1 undated, 2022 to 2023-03-02, compared 2
month: 2022-01-01=0 2022-02-01=0 2022-03-01=0 2022-04-01=0 2022-05-01=0 2022-06-01=0 2022-07-01=0 2022-08-01=0 2022-09-01=0 2022-10-01=0 2022-11-01=0 2022-12-01=0 2023-01-01=0 2023-02-01=0 2023-03-01=1 across=1
earliest 1: a4/c2
latest: a2/c2
Mara Velden 3, 2022 to 2023-03-02
`)
	checkTimeline(t, f, service.TimelineRequest{Query: "bridge"}, `
1, 0 undated, 2022 to 2022, compared 1
year: 2022-01-01=1 across=0
earliest 1: a4/c2
latest: a4/c2
Mara Velden 1, 2022 to 2022
`)
	checkTimeline(t, f, service.TimelineRequest{Query: "zeppelin"}, `
0, 0 undated,  to , compared 0
: across=0
earliest 0:
latest:
`)
}

// TestTimelineOfStatements takes the reprints of a statement for one: where it
// first appeared, for who says most, and in candidates for a changed position.
func TestTimelineOfStatements(t *testing.T) {
	f := newService(t)
	const oppose, support = "I oppose the night ferry to Carrow harbour", "I support the night ferry to Carrow harbour"
	trell := func(article, text, day string) said {
		return said{article: article, id: "c1", speaker: "Dario Trell", text: text, said: day, kind: onrecord.KindDirect, group: text[2:5]}
	}
	f.store(t,
		trell("a1", oppose, "2023-02-27"), trell("a2", oppose, "2023-02-27"), trell("a3", oppose, "2023-03-01"),
		trell("a4", support, "2023-03-03"), trell("a5", support, "2023-03-04"),
		trell("a6", oppose, "2023-03-06"),
		said{article: "a7", id: "c1", speaker: "Mara Velden", text: "The night ferry is late", said: "2023-03-02", group: "late"},
		said{article: "a8", id: "c1", speaker: "Mara Velden", text: "The night ferry is old", said: "2023-03-02", group: "old"},
		said{article: "a9", id: "c1", speaker: "Mara Velden", text: "The night ferry smells", said: "2023-03-05"},
		said{article: "b1", id: "c1", speaker: "Mara Velden", text: "I oppose the night ferry to Carrow harbour", group: "opp"},
	)
	checkTimeline(t, f, service.TimelineRequest{Query: "ferry", Collapse: true}, `
10 of 5 statements, 0 undated, 2023-02-27 to 2023-03-06, compared 7
day: 2023-02-27=1 2023-02-28=0 2023-03-01=0 2023-03-02=2 2023-03-03=1 2023-03-04=0 2023-03-05=1 2023-03-06=0 across=0
earliest 1: a1/c1
latest: a6/c1
Mara Velden 4 of 4 statements, 2023-03-02 to 2023-03-05
Dario Trell 6 of 2 statements, 2023-02-27 to 2023-03-06
a5/c1 > a6/c1 by dario-trell, opposite
a1/c1 > a4/c1 by dario-trell, opposite
`)
	page, err := f.Timeline(t.Context(), service.TimelineRequest{Query: "ferry", Collapse: true, PageSize: 3})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := listed(claimsOf(page.Statements)), " a1/c1 a7/c1 a8/c1"; got != want || page.Total != 10 || page.Groups != 5 || page.Statements[0].Group.Claims != 5 {
		t.Errorf("got%s of %d in %d claims, the first in %d; want%s of 5 in 10, the first in 5", got, page.Groups, page.Total, page.Statements[0].Group.Claims, want)
	}
	apart := service.TimelineRequest{Query: "ferry", PageSize: 3, After: page.Next}
	if _, err := f.Timeline(t.Context(), apart); !errors.Is(err, onrecord.ErrInvalid) {
		t.Errorf("the cursor of a collapsed timeline in one that is not: %v, want ErrInvalid", err)
	}
}

// TestTimelineTies has statements of one day and of its month: any of them may
// be the first.
func TestTimelineTies(t *testing.T) {
	f := newService(t)
	for _, c := range []said{
		{id: "c1", said: "2025-05"}, {id: "c2", said: "2025-05-18"}, {id: "c3", said: "2025-05-18"}, {id: "c4", said: "2025-05-19"}, {id: "c5", said: "2025"},
	} {
		c.article, c.text = "a"+c.id, "peace"
		f.store(t, c)
	}
	got, err := f.Timeline(t.Context(), service.TimelineRequest{Query: "peace"})
	if err != nil {
		t.Fatal(err)
	}
	if earliest, want := listed(got.Summary.Earliest), " ac5/c5 ac1/c1 ac2/c2 ac3/c3"; earliest != want || got.Summary.EarliestTotal != 4 {
		t.Errorf("earliest: got %d:%s, want 4:%s", got.Summary.EarliestTotal, earliest, want)
	}
	if latest, want := listed(got.Summary.Latest), " ac4/c4 ac1/c1 ac5/c5"; latest != want {
		t.Errorf("latest: got%s, want%s", latest, want)
	}
}

// TestTimelineUnits spans times for which each unit is the shortest that fits.
func TestTimelineUnits(t *testing.T) {
	for _, tt := range []struct {
		last    string
		unit    onrecord.TimeUnit
		buckets int
	}{
		{"2024-02-29", onrecord.UnitDay, 60}, {"2024-03-01", onrecord.UnitWeek, 9}, {"2025-02-23", onrecord.UnitWeek, 60},
		{"2025-02-24", onrecord.UnitMonth, 14}, {"2028-12-31", onrecord.UnitMonth, 60}, {"2029-01-01", onrecord.UnitYear, 6},
	} {
		f := newService(t)
		f.store(t, said{article: "a1", id: "c1", text: "peace", said: "2024-01-01"}, said{article: "a2", id: "c1", text: "peace", said: tt.last})
		got, err := f.Timeline(t.Context(), service.TimelineRequest{Query: "peace"})
		if err != nil {
			t.Fatal(err)
		}
		s := got.Summary
		if s.Unit != tt.unit || len(s.Buckets) != tt.buckets || s.Buckets[0].Count != 1 || s.Buckets[len(s.Buckets)-1].Count != 1 {
			t.Errorf("to %s: got %d buckets of a %s, want %d of a %s", tt.last, len(s.Buckets), s.Unit, tt.buckets, tt.unit)
		}
	}
}

// TestLongTimeline has more statements than are read at its ends: counts are
// over all of them, and pages go through all.
func TestLongTimeline(t *testing.T) {
	f := newService(t)
	const n = 1200
	claims := make([]said, n)
	for i := range claims {
		when := onrecord.Day(2024, 1, 1+i%60).String()
		claims[i] = said{article: fmt.Sprintf("a%d", i/100), id: fmt.Sprintf("c%04d", i), speaker: "Dario Trell", text: fmt.Sprintf("peace %d", i), said: when}
	}
	f.store(t, claims...)
	seen := map[string]bool{}
	r := service.TimelineRequest{Query: "peace", PageSize: 100}
	for page := 0; ; page++ {
		got, err := f.Timeline(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if (got.Summary != nil) != (page == 0) || got.Total != n {
			t.Fatalf("page %d: summary %v, total %d", page, got.Summary != nil, got.Total)
		}
		if page == 0 {
			checkLong(t, got.Summary, n)
		}
		for _, hit := range got.Statements {
			seen[name(hit.Claim)] = true
		}
		if r.After = got.Next; r.After == nil {
			break
		}
	}
	if len(seen) != n {
		t.Errorf("pages have %d statements, want %d", len(seen), n)
	}
}

func checkLong(t *testing.T, s *onrecord.Timeline, n int) {
	t.Helper()
	sum := 0
	for _, bucket := range s.Buckets {
		sum += bucket.Count
	}
	if s.Total != n || sum != n || s.Speakers[0].Count != n || s.EarliestTotal != n/60 || len(s.Earliest) != service.MaxEnds || s.Compared != 1000 {
		t.Errorf("total %d, in buckets %d, by speaker %d, earliest %d of %d, compared %d", s.Total, sum, s.Speakers[0].Count, len(s.Earliest), s.EarliestTotal, s.Compared)
	}
}

func TestTimelinePages(t *testing.T) {
	f := ferries(t)
	var got []string
	r := service.TimelineRequest{Query: "ferry", PageSize: 2}
	for {
		page, err := f.Timeline(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range page.Statements {
			got = append(got, name(hit.Claim)+" "+hit.Claim.When().String()+" "+hit.Highlights[0].Of(hit.Claim.Text))
		}
		for _, hit := range page.Undated {
			got = append(got, name(hit.Claim)+" undated")
		}
		if r.After = page.Next; r.After == nil {
			break
		}
	}
	want := []string{
		"a1/c1 2023-02-27 ferry", "a2/c1 2023-03 ferry", "a2/c2 2023-03-02 ferry", "a3/c1 2023-03-18 ferry", "a3/c2 2023-03-18T09:00:00Z ferry", "a4/c1 undated",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	first, err := f.Timeline(t.Context(), service.TimelineRequest{Query: "ferry", PageSize: 2})
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Timeline(t.Context(), service.TimelineRequest{Query: "ferry", Speaker: "trell", After: first.Next})
	wantField(t, err, "page_token", "PAGE_TOKEN_INVALID")
}

func TestBadTimelines(t *testing.T) {
	f := ferries(t)
	for _, tt := range []struct {
		name          string
		request       service.TimelineRequest
		field, reason string
	}{
		{"nothing asked", service.TimelineRequest{Query: " "}, "query", "REQUIRED"},
		{"a phrase that is not closed", service.TimelineRequest{Query: `"ferry`}, "query", "QUERY_SYNTAX"},
		{"a speaker without a word", service.TimelineRequest{Speaker: "…"}, "speaker", "NO_WORD"},
		{"a speaker that is not UTF-8", service.TimelineRequest{Speaker: "\xff"}, "speaker", "NOT_UTF8"},
		{"a name that is none", service.TimelineRequest{Speaker: "speakers/"}, "speaker", "NOT_A_NAME"},
		{"a negative page size", service.TimelineRequest{Query: "ferry", PageSize: -1}, "page_size", "NEGATIVE"},
		{"a negative number of speakers", service.TimelineRequest{Query: "ferry", Speakers: -1}, "speaker_count", "NEGATIVE"},
		{"a negative number of candidates", service.TimelineRequest{Query: "ferry", Candidates: -1}, "candidate_count", "NEGATIVE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Timeline(t.Context(), tt.request)
			wantField(t, err, tt.field, tt.reason)
		})
	}
	if _, err := f.Timeline(t.Context(), service.TimelineRequest{Speaker: "speakers/nobody"}); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("a speaker who is not there: got %v, want ErrNotFound", err)
	}
	got, err := f.Timeline(t.Context(), service.TimelineRequest{Speaker: "nobody"})
	if err != nil || got.Total != 0 || got.Coverage.Claims == 0 {
		t.Errorf("words of no name: got %d, %v, want an empty answer with its coverage", got.Total, err)
	}
}
