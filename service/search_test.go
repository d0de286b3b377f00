package service_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

// archive is what the search tests look through.
func archive(t *testing.T) fixture {
	f := newService(t)
	f.store(t,
		said{article: "a1", id: "c1", speaker: "Mara Velden", text: "No ceasefire leaves the northern villages behind", published: "2025-01-10", outlet: "Harbour Herald", kind: onrecord.KindDirect},
		said{article: "a1", id: "c2", speaker: "Oskar Reyland", text: "the border is closed, and the border stays closed", said: "2024-12-30", kind: onrecord.KindIndirect},
		said{article: "a2", id: "c1", speaker: "Mara Velden", text: "The ceasefire on the border holds", published: "2025-02-11", outlet: "Sarn Post", kind: onrecord.KindMixed},
		said{article: "a2", id: "c2", text: "Officials saw nothing", kind: onrecord.KindIndirect},
		said{article: "a3", id: "c1", speaker: "Ilse Velden", text: "Sanctions on the port were extended", outlet: "Sarn Post", kind: onrecord.KindDirect},
	)
	return f
}

func TestSearch(t *testing.T) {
	f := archive(t)
	from := func(y int, m time.Month, d int) time.Time { return onrecord.Day(y, m, d).Time }
	for _, tt := range []struct {
		name    string
		request service.SearchRequest
		want    string
	}{
		{"word", service.SearchRequest{Query: "ceasefire"}, "a2/c1 a1/c1"},
		{"words are all wanted", service.SearchRequest{Query: "ceasefire border"}, "a2/c1"},
		{"the word said twice comes first", service.SearchRequest{Query: "border"}, "a1/c2 a2/c1"},
		{"phrase", service.SearchRequest{Query: `"northern villages"`}, "a1/c1"},
		{"stem", service.SearchRequest{Query: "sanctioned"}, "a3/c1"},
		{"as written", service.SearchRequest{Query: "exact:sanctioned"}, ""},
		{"prefix", service.SearchRequest{Query: "sanct*"}, "a3/c1"},
		{"without a word", service.SearchRequest{Query: "border -ceasefire"}, "a1/c2"},
		{"field in the query", service.SearchRequest{Query: `speaker:velden ceasefire outlet:"harbour herald"`}, "a1/c1"},
		{"everything, newest first, undated last", service.SearchRequest{}, "a2/c1 a2/c2 a1/c1 a1/c2 a3/c1"},
		{"everything, oldest first, undated last", service.SearchRequest{Order: onrecord.OrderOldest}, "a1/c2 a1/c1 a2/c1 a2/c2 a3/c1"},
		{"words, oldest first", service.SearchRequest{Query: "ceasefire OR border", Order: onrecord.OrderOldest}, "a1/c2 a1/c1 a2/c1"},
		{"fields only come newest first", service.SearchRequest{Query: "speaker:velden"}, "a2/c1 a1/c1 a3/c1"},
		{"speaker by words", service.SearchRequest{Filter: service.Filter{Speakers: []string{"velden MARA"}}}, "a2/c1 a1/c1"},
		{"speaker by name", service.SearchRequest{Filter: service.Filter{Speakers: []string{"speakers/oskar-reyland"}}}, "a1/c2"},
		{"either speaker", service.SearchRequest{Filter: service.Filter{Speakers: []string{"reyland", "speakers/ilse-velden"}}}, "a1/c2 a3/c1"},
		{"outlet in any case", service.SearchRequest{Filter: service.Filter{Outlets: []string{"sarn  POST"}}}, "a2/c1 a2/c2 a3/c1"},
		{"kinds", service.SearchRequest{Filter: service.Filter{Kinds: []onrecord.Kind{onrecord.KindDirect, onrecord.KindMixed}}}, "a2/c1 a1/c1 a3/c1"},
		{"said counts with the published date where it is not known", service.SearchRequest{Filter: service.Filter{SaidFrom: from(2025, 1, 10)}}, "a2/c1 a2/c2 a1/c1"},
		{"said before", service.SearchRequest{Filter: service.Filter{SaidBefore: from(2025, 1, 10)}}, "a1/c2"},
		{"published", service.SearchRequest{Filter: service.Filter{PublishedFrom: from(2025, 1, 1), PublishedBefore: from(2025, 2, 1)}}, "a1/c1 a1/c2"},
		{"query and filters", service.SearchRequest{Query: "ceasefire", Filter: service.Filter{Speakers: []string{"velden"}, Outlets: []string{"Sarn Post"}}}, "a2/c1"},
		{"nothing", service.SearchRequest{Query: "rain"}, ""},
		{"nothing but signs", service.SearchRequest{Query: "&"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := f.Search(t.Context(), tt.request)
			if err != nil {
				t.Fatal(err)
			}
			if hits := hitNames(got.Hits); hits != tt.want || got.Total != len(strings.Fields(tt.want)) || got.Next != nil {
				t.Errorf("got %q, total %d, next %v; want %q", hits, got.Total, got.Next, tt.want)
			}
		})
	}
}

func TestSearchAnswer(t *testing.T) {
	f := archive(t)
	got, err := f.Search(t.Context(), service.SearchRequest{
		Query: `ceasefire "the border"`, Filter: service.Filter{Speakers: []string{"velden"}},
		Facets: []onrecord.Field{onrecord.FieldOutlet, onrecord.FieldMonth},
	})
	if err != nil || len(got.Hits) != 1 {
		t.Fatalf("%+v, %v", got.Hits, err)
	}
	if got.Hits[0].Score <= 0 {
		t.Errorf("score %v", got.Hits[0].Score)
	}
	want := []onrecord.Span{{Start: 4, End: 13}, {Start: 17, End: 27}}
	if diff := cmp.Diff(want, got.Hits[0].Highlights); diff != "" {
		t.Errorf("highlights (-want +got):\n%s", diff)
	}
	facets := map[onrecord.Field][]onrecord.FacetValue{
		onrecord.FieldOutlet: {{Value: "sarn post", Count: 1}},
		onrecord.FieldMonth:  {{Value: "2025-02", Count: 1}},
	}
	if diff := cmp.Diff(facets, got.Facets); diff != "" {
		t.Errorf("facets (-want +got):\n%s", diff)
	}
	coverage := onrecord.Coverage{
		Articles: 3, Outlets: 2, Claims: 5, Undated: 1, SpeakerClaims: 3,
		First: onrecord.Day(2025, 1, 10), Last: onrecord.Day(2025, 2, 11),
	}
	if diff := cmp.Diff(coverage, got.Coverage); diff != "" {
		t.Errorf("coverage (-want +got):\n%s", diff)
	}
	dated, err := f.Search(t.Context(), service.SearchRequest{Query: "ceasefire", Order: onrecord.OrderNewest, Filter: service.Filter{Speakers: []string{"speakers/mara-velden"}}})
	if err != nil || dated.Hits[0].Score != 0 || len(dated.Hits[0].Highlights) != 1 || dated.Coverage.SpeakerClaims != 2 {
		t.Errorf("dated: %+v, %+v, %v", dated.Hits, dated.Coverage, err)
	}
}

func TestSearchRefuses(t *testing.T) {
	f := archive(t)
	day := onrecord.Day(2025, 1, 1).Time
	filter := func(f service.Filter) service.SearchRequest { return service.SearchRequest{Filter: f} }
	for _, tt := range []struct {
		name          string
		request       service.SearchRequest
		field, reason string
	}{
		{"unclosed quotation mark", service.SearchRequest{Query: `"dam`}, "query", "QUERY_SYNTAX"},
		{"10,000 characters", service.SearchRequest{Query: strings.Repeat("dam ", 2500)}, "query", "QUERY_SYNTAX"},
		{"negative page size", service.SearchRequest{PageSize: -1}, "page_size", "NEGATIVE"},
		{"negative facet size", service.SearchRequest{FacetSize: -1}, "facet_size", "NEGATIVE"},
		{"unknown order", service.SearchRequest{Order: 3}, "order", "UNKNOWN_ORDER"},
		{"facet of words", service.SearchRequest{Facets: []onrecord.Field{onrecord.FieldKind, onrecord.FieldText}}, "facets[1]", "UNKNOWN_FACET"},
		{"cursor of nothing", service.SearchRequest{After: new(service.Cursor)}, "page_token", "PAGE_TOKEN_INVALID"},
		{"speaker without word", filter(service.Filter{Speakers: []string{"velden", "&"}}), "speakers[1]", "NO_WORD"},
		{"speaker without ID", filter(service.Filter{Speakers: []string{"speakers/"}}), "speakers[0]", "NOT_A_NAME"},
		{"too many speakers", filter(service.Filter{Speakers: make([]string, service.MaxFilterValues+1)}), "speakers", "TOO_MANY"},
		{"speaker not UTF-8", filter(service.Filter{Speakers: []string{"\xff"}}), "speakers[0]", "NOT_UTF8"},
		{"empty outlet", filter(service.Filter{Outlets: []string{" "}}), "outlets[0]", "EMPTY"},
		{"outlet too long", filter(service.Filter{Outlets: []string{strings.Repeat("x", service.MaxFilterBytes+1)}}), "outlets[0]", "TOO_LONG"},
		{"unknown kind", filter(service.Filter{Kinds: []onrecord.Kind{onrecord.KindMixed, 4}}), "kinds[1]", "UNKNOWN_KIND"},
		{"no kind", filter(service.Filter{Kinds: []onrecord.Kind{0}}), "kinds[0]", "UNKNOWN_KIND"},
		{"empty range", filter(service.Filter{SaidFrom: day, SaidBefore: day}), "said_before", "EMPTY_RANGE"},
		{"far future", filter(service.Filter{PublishedFrom: day.AddDate(500, 0, 0)}), "published_from", "OUT_OF_RANGE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Search(t.Context(), tt.request)
			wantField(t, err, tt.field, tt.reason)
		})
	}
}

// TestPages reads result sets page by page, in every order.
func TestPages(t *testing.T) {
	const matches = 1100
	f := newService(t)
	var claims []said
	for i := range matches {
		claims = append(claims, said{
			article: fmt.Sprintf("a%d", i%11), id: fmt.Sprintf("c%d", i), published: []string{"2025", "2025-01", "2024-03-01", ""}[i%11%4],
			// Equal scores and different ones.
			text: strings.Repeat("dam ", i%3+1) + strings.Repeat("water ", i%17), said: []string{"", "2025-02-03", "2023"}[i%3],
		})
	}
	f.store(t, claims...)
	for _, tt := range []struct {
		name    string
		request service.SearchRequest
		want    int
	}{
		{"relevance", service.SearchRequest{Query: "dam"}, matches},
		{"relevance with a filter", service.SearchRequest{Query: "dam water said:2025-02"}, 346},
		{"relevance by the beginning of a word", service.SearchRequest{Query: "dam wat* said:2025-02"}, 346},
		{"newest", service.SearchRequest{Query: "dam", Order: onrecord.OrderNewest}, matches},
		{"oldest", service.SearchRequest{Query: "dam", Order: onrecord.OrderOldest}, matches},
		{"nothing to rank by", service.SearchRequest{}, matches},
	} {
		t.Run(tt.name, func(t *testing.T) {
			whole := pages(t, f, tt.request, service.MaxPageSize)
			if len(whole) != tt.want {
				t.Fatalf("%d hits, want %d", len(whole), tt.want)
			}
			seen := make(map[string]bool)
			for _, hit := range whole {
				if seen[hit] {
					t.Errorf("%s twice", hit)
				}
				seen[hit] = true
			}
			for _, size := range []int{7, 50, service.MaxPageSize + 1} {
				if diff := cmp.Diff(whole, pages(t, f, tt.request, size)); diff != "" {
					t.Errorf("pages of %d differ (-want +got):\n%s", size, diff)
				}
			}
		})
	}
}

// pages returns the hits of all pages, with their scores.
func pages(t *testing.T, f fixture, r service.SearchRequest, size int) []string {
	t.Helper()
	var hits []string
	r.PageSize = size
	for {
		page, err := f.Search(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Hits) == 0 || len(page.Hits) > service.MaxPageSize {
			t.Fatalf("page of %d hits", len(page.Hits))
		}
		for _, h := range page.Hits {
			hits = append(hits, fmt.Sprintf("%s %v %s", name(h.Claim), h.Score, h.Claim.When()))
		}
		if page.Next == nil {
			return hits
		}
		r.After = page.Next
	}
}

func TestCursorOfAnotherRequest(t *testing.T) {
	f := archive(t)
	r := service.SearchRequest{Query: "speaker:velden", PageSize: 1}
	first, err := f.Search(t.Context(), r)
	if err != nil || first.Next == nil {
		t.Fatalf("%+v, %v", first, err)
	}
	r.After = first.Next
	r.PageSize, r.Facets = 2, []onrecord.Field{onrecord.FieldKind}
	rest, err := f.Search(t.Context(), r)
	if err != nil || hitNames(rest.Hits) != "a1/c1 a3/c1" {
		t.Errorf("with another page size: %s, %v", hitNames(rest.Hits), err)
	}
	for name, change := range map[string]func(*service.SearchRequest){
		"query":     func(r *service.SearchRequest) { r.Query = "speaker:velden " },
		"order":     func(r *service.SearchRequest) { r.Order = onrecord.OrderNewest },
		"speakers":  func(r *service.SearchRequest) { r.Speakers = []string{"velden"} },
		"outlets":   func(r *service.SearchRequest) { r.Outlets = []string{"Sarn Post"} },
		"kinds":     func(r *service.SearchRequest) { r.Kinds = []onrecord.Kind{onrecord.KindDirect} },
		"said":      func(r *service.SearchRequest) { r.SaidFrom = now },
		"published": func(r *service.SearchRequest) { r.PublishedBefore = now },
	} {
		other := r
		change(&other)
		_, err := f.Search(t.Context(), other)
		t.Run(name, func(t *testing.T) { wantField(t, err, "page_token", "PAGE_TOKEN_INVALID") })
	}
}

func hitNames(hits []onrecord.Hit) string {
	var short []string
	for _, h := range hits {
		short = append(short, name(h.Claim))
	}
	return strings.Join(short, " ")
}
