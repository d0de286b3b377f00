package service_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

const (
	canal   = "The northern canal will open before the harvest, and no boat will pay a toll in the first year"
	orchard = "Not one tree of the old orchard falls while I am mayor of this town"
)

// spoken is an article in which a speaker says each of the words.
func spoken(url, outlet, speaker string, words ...string) service.Draft {
	var text strings.Builder
	for _, w := range words {
		fmt.Fprintf(&text, "“%s,” %s said.\n\n", w, speaker)
	}
	return service.Draft{URL: "https://" + url, Outlet: outlet, Published: onrecord.Day(2025, 3, 1), Language: "en", Text: text.String()}
}

// groups takes articles in, one after the other, and returns the group of the
// first claim of each.
func (f fixture) groups(t *testing.T, drafts ...service.Draft) []string {
	t.Helper()
	var ids []string
	for _, d := range drafts {
		done, err := f.Ingest(t.Context(), d)
		if err != nil || len(done.Claims) == 0 {
			t.Fatalf("%d claims in %q, %v", len(done.Claims), d.Text, err)
		}
		ids = append(ids, done.Claims[0].Group)
	}
	return ids
}

// TestReprints takes an agency's article in as forty outlets reprint it, all at
// once over eight streams, every fifth with a word changed and one cut: each
// statement is one group with forty appearances.
func TestReprints(t *testing.T) {
	f := newService(t)
	const outlets, streams = 40, 8
	var all sync.WaitGroup
	for stream := range streams {
		var list []service.StreamItem
		for i := stream; i < outlets; i += streams {
			words := []string{canal, orchard}
			switch {
			case i%5 == 1:
				words[0] = strings.Replace(canal, "pay a toll", "pay any toll", 1)
			case i == 7:
				words[0], _, _ = strings.Cut(canal, ", and")
			}
			outlet := fmt.Sprintf("Outlet %d", i)
			list = append(list, service.StreamItem{Draft: spoken(fmt.Sprintf("outlet%d.example/canal", i), outlet, "Mayor Ida Holm", words...)})
		}
		all.Go(func() {
			if err := f.IngestStream(t.Context(), items(io.EOF, list...), func(a service.Ack) error { return a.Err }); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, query := range []string{"canal", "orchard"} {
		found, err := f.Search(t.Context(), service.SearchRequest{Query: query, Collapse: true})
		if err != nil || found.Total != outlets || found.Groups != 1 || len(found.Hits) != 1 {
			t.Fatalf("%s: %d claims, %d statements, %v; want %d, 1", query, found.Total, found.Groups, err, outlets)
		}
		g := found.Hits[0].Group
		if g.Claims != outlets || g.Articles != outlets || g.Outlets != outlets || !g.FirstSaid.Equal(g.LastSaid) {
			t.Errorf("%s: group %+v, want %d of all", query, g, outlets)
		}
	}
	checkCanal(t, f)
}

// checkCanal looks at the wordings of the canal's statement.
func checkCanal(t *testing.T, f fixture) {
	t.Helper()
	found, err := f.Search(t.Context(), service.SearchRequest{Query: "canal"})
	if err != nil {
		t.Fatal(err)
	}
	profile, err := f.Group(t.Context(), onrecord.GroupName(found.Hits[0].Claim.Group))
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, w := range profile.Wordings {
		counts[w.Text] = w.Claims
		changed := slices.ContainsFunc(w.Edits, func(e onrecord.QuoteEdit) bool { return e.Op.Changes() })
		if first := w.First == profile.First.Name(); changed == first {
			t.Errorf("%q differs from the first: %v", w.Text, w.Edits)
		}
	}
	cut, _, _ := strings.Cut(canal, ", and")
	want := map[string]int{canal + ",": 31, strings.Replace(canal, "pay a toll", "pay any toll", 1) + ",": 8, cut + ",": 1}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("wordings (-want +got):\n%s", diff)
	}
	if want := []onrecord.FacetValue{{Value: "ida-holm", Count: 40}}; !slices.EqualFunc(profile.BySpeaker, want, func(a, b onrecord.FacetValue) bool { return a.Value == b.Value && a.Count == b.Count }) {
		t.Errorf("speakers %+v", profile.BySpeaker)
	}
	if len(profile.ByOutlet) != 40 || !strings.HasPrefix(profile.ByOutlet[0].Value, "Outlet ") {
		t.Errorf("outlets %+v", profile.ByOutlet)
	}
}

// TestGroupsOfShortStatements has words that many say: they are one statement
// where speaker and words are the same.
func TestGroupsOfShortStatements(t *testing.T) {
	f := newService(t)
	unnamed := func(url, around string) service.Draft {
		return service.Draft{URL: "https://" + url, Language: "en", Text: "“No comment,” an official said " + around + "."}
	}
	got := f.groups(t,
		spoken("a.example", "", "Mayor Ida Holm", "No comment"), spoken("b.example", "", "Mayor Ida Holm", "no comment!"),
		spoken("c.example", "", "Governor Jon Okoro", "No comment"), spoken("d.example", "", "Mayor Ida Holm", "No further comment"),
		unnamed("e.example", "outside the ministry"), unnamed("f.example", "outside the ministry"), unnamed("g.example", "on the quay"),
	)
	want := []string{"a", "a", "c", "d", "e", "e", "g"}
	if diff := cmp.Diff(want, labels(got, "a", "b", "c", "d", "e", "f", "g")); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// labels calls each group by the label of its first claim.
func labels(groups []string, names ...string) []string {
	known := map[string]string{}
	var all []string
	for i, g := range groups {
		if known[g] == "" {
			known[g] = names[i]
		}
		all = append(all, known[g])
	}
	return all
}

// TestGroupsStay takes claims through what can happen to them.
func TestGroupsStay(t *testing.T) {
	f := newService(t)
	first := f.groups(t, spoken("a.example", "Herald", "Mayor Ida Holm", canal))[0]
	other := f.groups(t, spoken("b.example", "Post", "Mayor Ida Holm", strings.Replace(canal, "open", "be open", 1)))[0]
	if other != first || first == "" {
		t.Fatalf("groups %q, %q", first, other)
	}
	elsewhere := newService(t)
	if got := elsewhere.groups(t, spoken("z.example", "Echo", "Governor Jon Okoro", canal+"!"))[0]; got != first {
		t.Errorf("the same words have group %s in another index, %s here", got, first)
	}

	changed := spoken("b.example", "Post", "Mayor Ida Holm", strings.Replace(canal, "open", "be open", 1), orchard)
	done, err := f.Ingest(t.Context(), changed)
	if err != nil || done.Claims[0].Group != first || done.Claims[1].Group == first {
		t.Errorf("a new version: %+v, %v", done.Claims, err)
	}
	changed = spoken("b.example", "Post", "Mayor Ida Holm", strings.Replace(canal, "will open", "will not open", 1))
	if got := f.groups(t, changed)[0]; got == first {
		t.Error("a new version that says something else kept the group")
	}
	changed = spoken("b.example", "Post", "Mayor Ida Holm", strings.Replace(canal, "open", "be open", 1))
	f.groups(t, changed)

	// The founder goes, and a service that remembers nothing comes.
	a, err := f.Search(t.Context(), service.SearchRequest{Filter: service.Filter{Outlets: []string{"Herald"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Delete(t.Context(), a.Hits[0].Claim.Article.ID); err != nil {
		t.Fatal(err)
	}
	f = serviceOver(t, f.index)
	if got := f.groups(t, spoken("c.example", "Gazette", "Mayor Ida Holm", canal))[0]; got != first {
		t.Errorf("without its founder the group is %s, not %s", got, first)
	}
	page, err := f.Appearances(t.Context(), onrecord.GroupName(first), nil, 1)
	if err != nil || page.Total != 2 || len(page.Claims) != 1 || page.Next == nil {
		t.Fatalf("appearances %+v, %v", page, err)
	}
	next, err := f.Appearances(t.Context(), onrecord.GroupName(first), page.Next, 1)
	if err != nil || len(next.Claims) != 1 || next.Next != nil || next.Claims[0].Name() == page.Claims[0].Name() {
		t.Errorf("next page %+v, %v", next, err)
	}
}

// TestGroupsOfCorrections corrects the words of a claim: what they then say
// tells its group.
func TestGroupsOfCorrections(t *testing.T) {
	f := newService(t)
	draft := spoken("a.example", "Herald", "Mayor Ida Holm", canal+". "+orchard)
	done, err := f.Ingest(t.Context(), draft)
	if err != nil {
		t.Fatal(err)
	}
	want := f.groups(t, spoken("b.example", "Post", "Mayor Ida Holm", orchard))[0]
	c := done.Claims[0]
	start := strings.Index(draft.Text, orchard)
	corrected, err := f.Correct(t.Context(), service.CorrectRequest{Claim: c.Name(), Span: &onrecord.Span{Start: start, End: start + len(orchard)}})
	if err != nil || corrected.Group != want {
		t.Errorf("corrected to %q: group %s, want %s, %v", corrected.Text, corrected.Group, want, err)
	}
	stored, err := f.Claim(t.Context(), c.Article.ID, c.ID)
	if err != nil || stored.Group != want {
		t.Errorf("stored with group %s, %v", stored.Group, err)
	}
}

// TestGroupsAreRefreshed has claims from before there were groups.
func TestGroupsAreRefreshed(t *testing.T) {
	f := newService(t)
	want := f.groups(t, spoken("a.example", "Herald", "Mayor Ida Holm", canal), spoken("b.example", "Post", "Mayor Ida Holm", canal, orchard))
	articles, err := f.Articles(t.Context(), onrecord.ArticleKey{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles.Articles {
		r, err := f.index.Record(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		r.Revision++
		for i := range r.Claims {
			r.Claims[i].Group = ""
		}
		if err := f.index.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	f = serviceOver(t, f.index)
	found, err := f.Search(t.Context(), service.SearchRequest{Collapse: true})
	if err != nil || found.Groups != 3 {
		t.Errorf("without groups there are %d statements, want 3, %v", found.Groups, err)
	}
	if done := f.refresh(t); done != (service.Refreshed{Articles: 2, Anew: 2}) {
		t.Errorf("refreshed %+v", done)
	}
	if found, err = f.Search(t.Context(), service.SearchRequest{Query: "canal", Collapse: true}); err != nil || found.Groups != 1 || found.Hits[0].Group.ID != want[0] {
		t.Errorf("after the refresh: %+v, %v", found, err)
	}
	if done := f.refresh(t); done != (service.Refreshed{}) {
		t.Errorf("again: %+v, want nothing to do", done)
	}
}

// TestGroupsSurvive closes an index on disk, and opens it with another service.
func TestGroupsSurvive(t *testing.T) {
	directory := t.TempDir()
	idx, err := index.Open(index.Config{Path: directory})
	if err != nil {
		t.Fatal(err)
	}
	f := serviceOver(t, idx)
	want := f.groups(t, spoken("a.example", "Herald", "Mayor Ida Holm", canal), spoken("b.example", "Post", "Mayor Ida Holm", orchard))
	if err := idx.Close(); err != nil {
		t.Fatal(err)
	}
	if idx, err = index.Open(index.Config{Path: directory}); err != nil {
		t.Fatal(err)
	}
	defer idx.Close()
	f = serviceOver(t, idx)
	got := f.groups(t, spoken("c.example", "Echo", "Mayor Ida Holm", strings.Replace(canal, "open", "really open", 1)),
		spoken("d.example", "Echo", "Mayor Ida Holm", strings.Replace(orchard, "this town", "our town", 1)))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("groups (-before +after):\n%s", diff)
	}
}

// TestCollapsedPages pages through statements: each comes once, in every order.
func TestCollapsedPages(t *testing.T) {
	f := newService(t)
	for i := range 30 {
		words := fmt.Sprintf("Bridge number %d over the western canal will be closed to carts", i%7)
		f.groups(t, spoken(fmt.Sprintf("a.example/%d", i), fmt.Sprintf("Outlet %d", i%3), "Mayor Ida Holm", words))
	}
	for _, order := range []onrecord.Order{onrecord.OrderRelevance, onrecord.OrderNewest, onrecord.OrderOldest} {
		r := service.SearchRequest{Query: "bridge", Order: order, PageSize: 2, Collapse: true, Facets: []onrecord.Field{onrecord.FieldOutlet}}
		seen := map[string]bool{}
		for {
			page, err := f.Search(t.Context(), r)
			if err != nil || page.Total != 30 || page.Groups != 7 || page.Facets[onrecord.FieldOutlet][0].Count != 10 {
				t.Fatalf("order %d: %d claims, %d statements, facets %v, %v", order, page.Total, page.Groups, page.Facets, err)
			}
			for _, hit := range page.Hits {
				if seen[hit.Claim.Group] || hit.Group.Claims < 4 {
					t.Errorf("order %d: %q again, or of %d", order, hit.Claim.Text, hit.Group.Claims)
				}
				seen[hit.Claim.Group] = true
			}
			if r.After = page.Next; r.After == nil {
				break
			}
		}
		if len(seen) != 7 {
			t.Errorf("order %d: %d statements on all pages, want 7", order, len(seen))
		}
	}
	r := service.SearchRequest{Query: "bridge", PageSize: 2, Collapse: true}
	page, err := f.Search(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	r.Collapse, r.After = false, page.Next
	_, err = f.Search(t.Context(), r)
	wantField(t, err, "page_token", "PAGE_TOKEN_INVALID")
}

// TestRelatedGroups has earlier appearances of the subject itself and of
// another statement: each is told once.
func TestRelatedGroups(t *testing.T) {
	f := newService(t)
	const toll = "The toll on the canal pays for the lock keepers and for nothing else"
	for i := range 12 {
		d := spoken(fmt.Sprintf("a.example/%d", i), fmt.Sprintf("Outlet %d", i), "Mayor Ida Holm", canal, toll)
		d.Published = onrecord.Day(2025, 2, 1+i)
		f.groups(t, d)
	}
	latest, err := f.Ingest(t.Context(), spoken("b.example", "Post", "Mayor Ida Holm", canal, "Then she spoke of the canal"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []service.RelatedRequest{
		{Claim: latest.Claims[0].Name()}, {Claim: latest.Claims[0].Name(), Before: now}, {Text: canal, Speaker: "holm"},
	} {
		related, err := f.Related(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		told := map[string]int{}
		for _, hit := range related.SameSpeaker {
			told[hit.Claim.Group]++
			same := slices.ContainsFunc(hit.Reasons, func(r onrecord.Reason) bool { return r.Type == onrecord.ReasonSameStatement })
			if same != (hit.Claim.Group == latest.Claims[0].Group) {
				t.Errorf("%+v: %q is the same statement: %v", r, hit.Claim.Text, same)
			}
			if hit.Claim.Article.ID == latest.Article.ID && hit.Claim.Group == latest.Claims[0].Group && r.Claim != "" {
				t.Errorf("%+v: the claim itself is told", r)
			}
			if hit.Group.Claims < 12 && hit.Claim.Article.ID != latest.Article.ID {
				t.Errorf("%+v: %q in %+v", r, hit.Claim.Text, hit.Group)
			}
		}
		if told[latest.Claims[0].Group] != 1 {
			t.Errorf("%+v: the statement itself is told %d times", r, told[latest.Claims[0].Group])
		}
		for group, times := range told {
			if times != 1 {
				t.Errorf("%+v: %s is told %d times", r, group, times)
			}
		}
	}
}

// TestRelatedKeepsDatedAppearance has a statement of which one appearance is
// known to the year only, which is not before a day of that year: the other is
// told.
func TestRelatedKeepsDatedAppearance(t *testing.T) {
	f := newService(t)
	day := spoken("a.example", "Herald", "Mayor Ida Holm", canal)
	year := spoken("b.example", "Post", "Mayor Ida Holm", canal)
	day.Published, year.Published = onrecord.Day(2025, 1, 10), date(t, "2025")
	f.groups(t, day, year)
	related, err := f.Related(t.Context(), service.RelatedRequest{Text: "the canal and the harvest", Before: onrecord.Day(2025, 3, 1).Time})
	if err != nil || len(related.Others) != 1 || related.Others[0].Claim.Article.Outlet != "Herald" {
		t.Errorf("related %+v, %v", related.Others, err)
	}
}

func TestGroupRefuses(t *testing.T) {
	f := newService(t)
	for _, name := range []string{"", "groups", "groups/", "groups/a/b", "group/a", "groups/ "} {
		_, err := f.Group(t.Context(), name)
		wantField(t, err, "name", "NOT_A_NAME")
		_, err = f.Appearances(t.Context(), name, nil, 0)
		wantField(t, err, "parent", "NOT_A_NAME")
	}
	_, err := f.Appearances(t.Context(), "groups/none", nil, -1)
	wantField(t, err, "page_size", "NEGATIVE")
	if _, err := f.Group(t.Context(), "groups/none"); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("no such group: %v, want ErrNotFound", err)
	}
	if _, err := f.Appearances(t.Context(), "groups/none", nil, 0); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("appearances of no such group: %v, want ErrNotFound", err)
	}
}
