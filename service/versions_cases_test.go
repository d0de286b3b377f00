package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

// TestVersionCases runs over one archive for each phenomenon of a source that
// changes: its comment says what is special. Each version is taken in a day after
// the one before and has to leave the record behind it; each search and quote has
// to get the answer behind it.
func TestVersionCases(t *testing.T) { runArchives(t, "testdata/versions", runVersions) }

// runVersions returns the archive with the answers as they are.
func runVersions(t *testing.T, archive *txtar.Archive) *txtar.Archive {
	day := now
	f := newService(t)
	var err error
	if f.Service, err = service.New(service.Config{Index: f.index, Now: func() time.Time { return day }}); err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: archive.Comment}
	for _, file := range archive.Files {
		content, answer := string(file.Data), ""
		switch file.Name {
		case "answer":
			continue
		case "version":
			takeIn(t, f, content)
			day = day.AddDate(0, 0, 1)
			answer = toldRecord(t, f, articleIDOf(t, f))
		case "correct":
			correctWords(t, f, content)
			answer = toldRecord(t, f, articleIDOf(t, f))
		case "search":
			answer = toldHits(t, f, strings.TrimSpace(content))
		case "quote":
			answer = verified(t, f, content)
		default:
			t.Fatalf("file %q is none of version, correct, search, quote, answer", file.Name)
		}
		got.Files = append(got.Files, file, txtar.File{Name: "answer", Data: []byte(answer)})
	}
	return got
}

// articleIDOf returns the ID of the one article that there is.
func articleIDOf(t *testing.T, f fixture) string {
	t.Helper()
	page, err := f.Articles(t.Context(), onrecord.ArticleKey{}, 2)
	if err != nil || len(page.Articles) != 1 {
		t.Fatalf("%d articles, %v, want one", len(page.Articles), err)
	}
	return page.Articles[0].ID
}

// toldRecord writes what is known of an article.
func toldRecord(t *testing.T, f fixture, articleID string) string {
	t.Helper()
	history, err := f.History(t.Context(), articleID, 0)
	if err != nil {
		t.Fatal(err)
	}
	claims, err := f.Claims(t.Context(), articleID)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	last := history.Versions[len(history.Versions)-1]
	fmt.Fprintf(&b, "version %d: %d unchanged, %d edited, %d added, %d removed\n", last.Version, last.Changes.Unchanged, last.Changes.Edited, last.Changes.Added, last.Changes.Removed)
	for i := range claims {
		b.WriteString(toldState(claims, &claims[i]))
	}
	return b.String()
}

// toldHits writes what a search finds.
func toldHits(t *testing.T, f fixture, query string) string {
	t.Helper()
	found, err := f.Search(t.Context(), service.SearchRequest{Query: query, Collapse: true})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d, different %d, no longer in the source %d of %d\n", found.Total, found.Groups, found.Coverage.FormerClaims, found.Coverage.Claims)
	for i := range found.Hits {
		hit := &found.Hits[i]
		b.WriteString(toldState(nil, &hit.Claim))
		if hit.Group.Claims > 1 {
			fmt.Fprintf(&b, "  one of %d appearances, %d no longer in the source\n", hit.Group.Claims, hit.Group.Former)
		}
	}
	return b.String()
}

// toldState writes a claim with what its source did to it. Where all are known,
// a successor is told by its place among them.
func toldState(all []onrecord.Claim, c *onrecord.Claim) string {
	line := fmt.Sprintf("%s: %s\n", c.Speaker.Name, c.Text)
	if c.State != onrecord.StatePresent {
		line = fmt.Sprintf("%s since %s (version %d, last in version %d) %s", c.State, c.Gone.Time.Format(time.DateOnly), c.Gone.Version, c.Article.Version, line)
	}
	if c.Present != nil {
		line += fmt.Sprintf("  now, %s: %s\n", c.Present.Speaker, toldEdits(c.Present.Edits))
	}
	successor := func(o onrecord.Claim) bool { return o.ID == c.Successor }
	if i := slices.IndexFunc(all, successor); c.Successor != "" && i >= 0 {
		line += fmt.Sprintf("  its place took: %s: %s\n", all[i].Speaker.Name, all[i].Text)
	}
	for _, w := range c.Earlier {
		line += fmt.Sprintf("  before %s, %s: %s\n", w.Gone.Time.Format(time.DateOnly), w.Speaker, toldEdits(w.Edits))
	}
	return line
}

// toldEdits writes what was changed as the command line does.
func toldEdits(edits []onrecord.QuoteEdit) string {
	var words []string
	for _, e := range edits {
		switch e.Op {
		case onrecord.EditSame:
			words = append(words, e.QuoteText)
		default:
			words = append(words, "[-"+e.OriginalText+"-]{+"+e.QuoteText+"+}")
		}
	}
	return strings.Join(words, " ")
}
