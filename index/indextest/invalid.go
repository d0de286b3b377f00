package indextest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
)

// testInvalid asks what cannot be answered.
func testInvalid(t *testing.T, x onrecord.Index) {
	put(t, x, meaningRecords()...)
	all := onrecord.All{}
	tests := []struct {
		name    string
		request onrecord.Request
	}{
		{"no query", onrecord.Request{}},
		{"nothing in a bool", onrecord.Request{Query: onrecord.Bool{Must: []onrecord.Node{nil}}}},
		{"negative limit", onrecord.Request{Query: all, Limit: -1}},
		{"limit too large", onrecord.Request{Query: all, Limit: onrecord.MaxCandidates + 1}},
		{"unknown order", onrecord.Request{Query: all, Order: 99}},
		{"facet of a text", onrecord.Request{Query: all, Facets: []onrecord.Field{onrecord.FieldText}, FacetSize: 1}},
		{"collapsed by a text", onrecord.Request{Query: all, Collapse: onrecord.FieldText}},
		{"histogram of a keyword", onrecord.Request{Query: all, Histogram: &onrecord.Histogram{Field: onrecord.FieldMonth, Bounds: []time.Time{day(1), day(2)}}}},
		{"histogram with one bound", onrecord.Request{Query: all, Histogram: &onrecord.Histogram{Field: onrecord.FieldSaid, Bounds: []time.Time{day(1)}}}},
		{"histogram with too many bounds", onrecord.Request{Query: all, Histogram: &onrecord.Histogram{Field: onrecord.FieldSaid, Bounds: manyDays()}}},
		{"histogram backwards", onrecord.Request{Query: all, Histogram: &onrecord.Histogram{Field: onrecord.FieldSaid, Bounds: []time.Time{day(2), day(1)}}}},
		{"histogram with a bound twice", onrecord.Request{Query: all, Histogram: &onrecord.Histogram{Field: onrecord.FieldSaid, Bounds: []time.Time{day(1), day(1)}}}},
		{"negative facet size", onrecord.Request{Query: all, FacetSize: -1}},
		{"match of a keyword", onrecord.Request{Query: match(onrecord.FieldKind, "direct", 0)}},
		{"match of an unknown field", onrecord.Request{Query: match("colour", "red", 0)}},
		{"negative terms", onrecord.Request{Query: match(onrecord.FieldText, "peace", -1)}},
		{"phrase of stems", onrecord.Request{Query: phrase(onrecord.FieldText, "the ceasefire")}},
		{"prefix of stems", onrecord.Request{Query: prefix(onrecord.FieldText, "ce")}},
		{"prefix of a title", onrecord.Request{Query: prefix(onrecord.FieldTitle, "ce")}},
		{"value of a text", onrecord.Request{Query: anyOf(onrecord.FieldExact, "peace")}},
		{"value of a time", onrecord.Request{Query: anyOf(onrecord.FieldSaid, "2025")}},
		{"range of a keyword", onrecord.Request{Query: between(onrecord.FieldMonth, day(1), day(2))}},
		{"range without an instant", onrecord.Request{Query: between(onrecord.FieldSaid, day(1), day(1))}},
		{"range backwards", onrecord.Request{Query: between(onrecord.FieldSaid, day(2), day(1))}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := x.Search(t.Context(), tt.request)
			if !errors.Is(err, onrecord.ErrInvalid) {
				t.Errorf("Search(%+v): got error %v, want ErrInvalid", tt.request, err)
			}
		})
	}
	for _, limit := range []int{-1, 0, onrecord.MaxCandidates + 1} {
		if _, err := x.Alike(t.Context(), [][]uint32{{1}}, limit); !errors.Is(err, onrecord.ErrInvalid) {
			t.Errorf("Alike(limit %d): got error %v, want ErrInvalid", limit, err)
		}
		if _, err := x.Articles(t.Context(), onrecord.ArticleKey{}, limit); !errors.Is(err, onrecord.ErrInvalid) {
			t.Errorf("Articles(limit %d): got error %v, want ErrInvalid", limit, err)
		}
	}
}

// manyDays are more days than a histogram has bounds.
func manyDays() []time.Time {
	days := make([]time.Time, onrecord.MaxBuckets+2)
	for i := range days {
		days[i] = day(1).AddDate(0, 0, i)
	}
	return days
}

// testInvalidRecords puts what cannot be stored.
func testInvalidRecords(t *testing.T, x onrecord.Index) {
	tests := []struct {
		name  string
		spoil func(r *onrecord.Record)
	}{
		{"no ID", func(r *onrecord.Record) { r.Article.ID = "" }},
		{"ID of other characters", func(r *onrecord.Record) { r.Article.ID = "a/b" }},
		{"no version", func(r *onrecord.Record) { r.Article.Version = 0 }},
		{"negative version", func(r *onrecord.Record) { r.Article.Version = -1 }},
		{"no revision", func(r *onrecord.Record) { r.Revision = 0 }},
		{"claim without an ID", func(r *onrecord.Record) { r.Claims[0].ID = "" }},
		{"two claims of one ID", func(r *onrecord.Record) { r.Claims[0].ID = r.Claims[1].ID }},
		{"unknown kind", func(r *onrecord.Record) { r.Claims[0].Kind = 99 }},
		{"claim that is a former one", func(r *onrecord.Record) { r.Claims[0].State = onrecord.StateRemoved }},
		{"former claim that is present", func(r *onrecord.Record) { r.Former = formerOf(r, "gone", onrecord.StatePresent) }},
		{"former claim of an unknown state", func(r *onrecord.Record) { r.Former = formerOf(r, "gone", 99) }},
		{"former claim with the ID of a present one", func(r *onrecord.Record) { r.Former = formerOf(r, r.Claims[0].ID, onrecord.StateRemoved) }},
		{"former claim of another article", func(r *onrecord.Record) {
			r.Former = formerOf(r, "gone", onrecord.StateRemoved)
			r.Former[0].Article.ID = "other"
		}},
		{"date at the zero time", func(r *onrecord.Record) { r.Claims[0].Said = onrecord.Date{Precision: onrecord.PrecisionDay} }},
		{"unknown precision", func(r *onrecord.Record) { r.Article.Published = onrecord.Date{Time: day(1), Precision: 99} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := meaningRecords()[0]
			tt.spoil(&r)
			if err := x.Put(t.Context(), r); !errors.Is(err, onrecord.ErrInvalid) {
				t.Errorf("Put: got error %v, want ErrInvalid", err)
			}
		})
	}
	checkCoverage(t, x, oracle{}, "") // nothing was stored
}

// formerOf returns a former claim of a record.
func formerOf(r *onrecord.Record, id string, state onrecord.ClaimState) []onrecord.Claim {
	return []onrecord.Claim{{ID: id, Article: r.Article.ArticleInfo, State: state}}
}

// testCancelled asks for answers that nobody waits for any more.
func testCancelled(t *testing.T, x onrecord.Index) {
	put(t, x, meaningRecords()...)
	ended, end := context.WithCancel(t.Context())
	end()
	late, endLate := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer endLate()
	for _, ctx := range []context.Context{ended, late} {
		query := match(onrecord.FieldText, "sanctions", 0)
		if _, err := x.Search(ctx, onrecord.Request{Query: query, Limit: 10}); !errors.Is(err, ctx.Err()) {
			t.Errorf("Search: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Top(ctx, onrecord.TopRequest{Query: query, Limit: 10}); !errors.Is(err, ctx.Err()) {
			t.Errorf("Top: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Record(ctx, "a1"); !errors.Is(err, ctx.Err()) {
			t.Errorf("Record: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Articles(ctx, onrecord.ArticleKey{}, 10); !errors.Is(err, ctx.Err()) {
			t.Errorf("Articles: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Alike(ctx, [][]uint32{{1}}, 10); !errors.Is(err, ctx.Err()) {
			t.Errorf("Alike: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Groups(ctx, "g1"); !errors.Is(err, ctx.Err()) {
			t.Errorf("Groups: got error %v, want %v", err, ctx.Err())
		}
		if _, err := x.Values(ctx, onrecord.FieldSpeakerID); !errors.Is(err, ctx.Err()) {
			t.Errorf("Values: got error %v, want %v", err, ctx.Err())
		}
		if err := x.Enter(ctx, onrecord.Entry{Kind: "late", ID: "a", Version: 1}); !errors.Is(err, ctx.Err()) {
			t.Errorf("Enter: got error %v, want %v", err, ctx.Err())
		}
		r := meaningRecords()[0]
		r.Article.ID = "late"
		if err := x.Put(ctx, r); !errors.Is(err, ctx.Err()) {
			t.Errorf("Put: got error %v, want %v", err, ctx.Err())
		}
	}
}
