package indextest

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// revised returns an article in its first version and in two more: one of its
// claims is edited in the second, and comes back in the third; another is
// removed.
func revised() (first, second, third onrecord.Record) {
	seen := time.Date(2025, 6, 2, 8, 0, 0, 0, time.UTC)
	first = meaningRecords()[0]
	first.Article.Ingested, first.Article.Text = seen.AddDate(0, 0, -1), "the first text"
	for i := range first.Claims {
		first.Claims[i].Article = first.Article.ArticleInfo
	}
	lift, lifting, no := first.Claims[0], first.Claims[1], first.Claims[2]

	second = first
	second.Revision, second.Article.Version, second.Article.Ingested = 2, 2, seen
	second.Article.Text, second.Article.Outlet, second.Article.Published = "the second text", "Norvik Post", onrecord.Day(2025, 6, 2)
	edited := lift
	edited.ID, edited.Text, edited.Article = "edited", "We won’t lift the blockade before the ceasefire holds", second.Article.ArticleInfo
	lifting.Article = second.Article.ArticleInfo
	gone := onrecord.Departure{Version: 2, Time: seen}
	lift.State, lift.Gone, lift.Successor = onrecord.StateEdited, gone, "edited"
	edits := []onrecord.QuoteEdit{{
		Op: onrecord.EditReplaced, Quote: onrecord.Span{Start: 18, End: 26}, Original: onrecord.Span{Start: 18, End: 27},
		QuoteText: "blockade", OriginalText: "sanctions", Flags: []onrecord.QuoteFlag{onrecord.FlagNumber},
	}, {Op: onrecord.EditSame}}
	lift.Present = &onrecord.ClaimWording{Claim: "edited", Text: edited.Text, Speaker: edited.Speaker.Name, Edits: edits}
	edited.Earlier = []onrecord.ClaimWording{{Claim: "lift", Text: lift.Text, Speaker: lift.Speaker.Name, Gone: gone, Edits: edits}}
	no.State, no.Gone = onrecord.StateRemoved, gone
	second.Claims, second.Former, second.Forgotten = []onrecord.Claim{edited, lifting}, []onrecord.Claim{lift, no}, 7
	second.Changes = onrecord.ClaimChanges{Unchanged: 1, Edited: 1, Removed: 1}
	second.Versions = []onrecord.PastVersion{{ArticleInfo: first.Article.ArticleInfo, Text: first.Article.Text, Changes: onrecord.ClaimChanges{Added: 3}}}

	third = second
	third.Revision, third.Article.Version = 3, 3
	back := first.Claims[0]
	back.Article, lifting.Article = third.Article.ArticleInfo, third.Article.ArticleInfo
	edited.Earlier, edited.State, edited.Gone, edited.Successor = nil, onrecord.StateEdited, onrecord.Departure{Version: 3, Time: seen}, back.ID
	third.Claims, third.Former = []onrecord.Claim{back, lifting}, []onrecord.Claim{no, edited}
	third.Versions = append(second.Versions, onrecord.PastVersion{ArticleInfo: second.Article.ArticleInfo, Changes: second.Changes})
	return first, second, third
}

// testFormer takes an article with former claims through its life: they are
// found as any other claim, cited as they were, and go with the article.
func testFormer(t *testing.T, x onrecord.Index) {
	first, second, third := revised()
	for _, r := range []onrecord.Record{first, second, third} {
		put(t, x, r)
		got, err := x.Record(t.Context(), r.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, got, equal); diff != "" {
			t.Errorf("version %d: Record (-want +got):\n%s", r.Article.Version, diff)
		}
		checkFormer(t, x, oracle{r.Article.ID: r})
	}
	if err := x.Delete(t.Context(), first.Article.ID); err != nil {
		t.Fatal(err)
	}
	checkFormer(t, x, oracle{})
	if _, err := x.Record(t.Context(), first.Article.ID); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("deleted: Record: got error %v, want ErrNotFound", err)
	}
}

func checkFormer(t *testing.T, x onrecord.Index, o oracle) {
	t.Helper()
	checkCoverage(t, x, o, "mara-velden")
	former := anyOf(onrecord.FieldState, onrecord.StateEdited.String(), onrecord.StateRemoved.String())
	for _, query := range []onrecord.Node{
		onrecord.All{}, former, onrecord.Bool{Not: []onrecord.Node{former}}, anyOf(onrecord.FieldState, onrecord.StateRemoved.String()),
		match(onrecord.FieldText, "sanctions", 0), phrase(onrecord.FieldExact, "lift the sanctions"), anyOf(onrecord.FieldOutlet, "harbour herald"),
	} {
		checkSearch(t, x, o, onrecord.Request{
			Query: query, Order: onrecord.OrderNewest, Limit: 10, FacetSize: 10,
			Facets: []onrecord.Field{onrecord.FieldState, onrecord.FieldOutlet, onrecord.FieldMonth},
		})
	}
	groups, err := x.Groups(t.Context(), "g1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]onrecord.Group{o.group("g1")}, groups); diff != "" {
		t.Errorf("Groups (-want +got):\n%s", diff)
	}
}
