package service_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/service"
)

const (
	news  = "“The northern villages will not be left behind,” Foreign Minister Mara Velden said.\n"
	other = "“The southern port will be closed,” Foreign Minister Mara Velden said.\n"
)

func TestIngest(t *testing.T) {
	f := newService(t)
	draft := service.Draft{
		URL: "https://herald.example/news/1", Outlet: " Harbour  Herald ", Title: "No one\nleft behind",
		Published: onrecord.Day(2025, 5, 18), Text: news,
	}
	first, err := f.Ingest(t.Context(), draft)
	if err != nil {
		t.Fatal(err)
	}
	a := first.Article
	if first.Outcome != onrecord.OutcomeCreated || a.Version != 1 || a.Ingested != now || a.Language != "en" || len(a.Hash) != 64 {
		t.Errorf("first: %v, %+v", first.Outcome, a.ArticleInfo)
	}
	if a.Outlet != "Harbour Herald" || a.Title != "No one left behind" {
		t.Errorf("outlet %q, title %q: spaces are not joined", a.Outlet, a.Title)
	}
	if len(first.Claims) != 1 || !strings.HasPrefix(first.Claims[0].Text, "The northern villages will not be left behind") || first.Claims[0].Article != a.ArticleInfo {
		t.Fatalf("claims %+v", first.Claims)
	}

	again, err := f.Ingest(t.Context(), draft)
	if err != nil || again.Outcome != onrecord.OutcomeUnchanged {
		t.Errorf("again: %v, %v", again.Outcome, err)
	}
	if diff := cmp.Diff(first, again, cmpopts.IgnoreFields(service.Ingested{}, "Outcome")); diff != "" {
		t.Errorf("again differs (-first +again):\n%s", diff)
	}

	draft.Text = other
	changed, err := f.Ingest(t.Context(), draft)
	if err != nil || changed.Outcome != onrecord.OutcomeUpdated || changed.Article.Version != 2 || changed.Article.ID != a.ID {
		t.Errorf("changed: %v, %+v, %v", changed.Outcome, changed.Article.ArticleInfo, err)
	}
	if len(changed.Claims) != 1 || changed.Claims[0].Article.Version != 2 {
		t.Errorf("changed claims cite %+v", changed.Claims)
	}
	found, err := f.Search(t.Context(), service.SearchRequest{Query: "state:present"})
	if err != nil || found.Total != 1 || !strings.HasPrefix(found.Hits[0].Claim.Text, "The southern port will be closed") {
		t.Errorf("after the change: %+v, %v", found.Hits, err)
	}
}

// TestIngestText shows how a text is stored.
func TestIngestText(t *testing.T) {
	f := newService(t)
	for _, tt := range []struct{ name, text, want string }{
		{"Windows line ends", "One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n"},
		{"old Mac line ends", "One.\rTwo.", "One.\nTwo."},
		{"byte order mark", "\uFEFFOne.", "One."},
		{"byte order mark inside stays", "One.\uFEFF", "One.\uFEFF"},
		{"spaces stay", "  One. \n\n", "  One. \n\n"},
		{"replacement character is valid", "One \uFFFD.", "One \uFFFD."},
		{"as long as may be", strings.Repeat("x", service.MaxTextBytes), strings.Repeat("x", service.MaxTextBytes)},
	} {
		done, err := f.Ingest(t.Context(), service.Draft{Text: tt.text})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		stored, err := f.Article(t.Context(), done.Article.ID)
		if err != nil || stored.Text != tt.want {
			t.Errorf("%s: stored %.50q, want %.50q, %v", tt.name, stored.Text, tt.want, err)
		}
	}
}

func TestArticleID(t *testing.T) {
	f := newService(t)
	id := func(d service.Draft) string {
		t.Helper()
		done, err := f.Ingest(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if id := done.Article.ID; len(id) < 16 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			t.Errorf("bad ID %q", id)
		}
		return done.Article.ID
	}
	at := func(url string) string { return id(service.Draft{URL: url, Text: news}) }
	base := at("https://herald.example/a/b?id=1&x=2")
	for _, same := range []string{
		"http://herald.example/a/b?id=1&x=2", "HTTPS://Herald.EXAMPLE:443/a/b/?x=2&id=1#top",
		" https://herald.example./a/b?utm_source=mail&id=1&fbclid=Q&x=2 ",
	} {
		if got := at(same); got != base {
			t.Errorf("%s: other ID than for another way to write it", same)
		}
	}
	for _, different := range []string{
		"https://herald.example/a/B?id=1&x=2", "https://herald.example/a/b?id=2&x=2", "https://herald.example:8080/a/b?id=1&x=2",
		"https://www.herald.example/a/b?id=1&x=2", "https://herald.example/a%2Fb?id=1&x=2", "https://herald.example/",
	} {
		if got := at(different); got == base {
			t.Errorf("%s: same ID as for %s", different, base)
		}
	}
	text := id(service.Draft{Text: news})
	if again := id(service.Draft{Text: strings.ReplaceAll(news, "\n", "\r\n"), Published: onrecord.Day(2025, 5, 18)}); again != text {
		t.Error("without URL, line ends and date change the ID")
	}
	for _, d := range []service.Draft{{Text: other}, {Text: news, Outlet: "Herald"}, {Text: news, Title: "Herald"}} {
		if id(d) == text {
			t.Errorf("%+v has the ID of another article", d)
		}
	}
}

func TestIngestOtherLanguages(t *testing.T) {
	f := newService(t)
	const german = "„Die Dörfer im Norden werden nicht vergessen“, sagte Außenministerin Mara Velden am Sonntag in der Hauptstadt. Das gelte auch für die Häfen.\n"
	for _, tt := range []struct {
		name, language, text, want string
		claims                     int
	}{
		{"English found out", "", news, "en", 1},
		{"English told", "en-GB", news, "en-GB", 1},
		{"other found out", "", german, "und", 0},
		{"other told", "de", german, "de", 0},
		{"told to be another", "fr", news, "fr", 0},
	} {
		done, err := f.Ingest(t.Context(), service.Draft{URL: "https://herald.example/" + strings.ReplaceAll(tt.name, " ", "-"), Language: tt.language, Text: tt.text})
		if err != nil || done.Article.Language != tt.want || len(done.Claims) != tt.claims {
			t.Errorf("%s: language %q, %d claims, %v; want %q, %d", tt.name, done.Article.Language, len(done.Claims), err, tt.want, tt.claims)
		}
	}
}

func TestIngestRefuses(t *testing.T) {
	f := newService(t)
	day := func(ahead time.Duration) onrecord.Date {
		return onrecord.Date{Time: now.Add(ahead), Precision: onrecord.PrecisionInstant}
	}
	for _, tt := range []struct {
		name          string
		draft         service.Draft
		field, reason string
	}{
		{"no text", service.Draft{}, "article.text", "EMPTY"},
		{"spaces only", service.Draft{Text: " \r\n\t"}, "article.text", "EMPTY"},
		{"byte order mark only", service.Draft{Text: "\uFEFF"}, "article.text", "EMPTY"},
		{"text too long", service.Draft{Text: strings.Repeat("x", service.MaxTextBytes+1)}, "article.text", "TOO_LONG"},
		{"5 MB that are not UTF-8", service.Draft{Text: strings.Repeat("\xff", 5<<20)}, "article.text", "TOO_LONG"},
		{"not UTF-8", service.Draft{Text: news + "\xff"}, "article.text", "NOT_UTF8"},
		{"half a character", service.Draft{Text: "\xe2\x80"}, "article.text", "NOT_UTF8"},
		{"NUL", service.Draft{Text: "a\x00b"}, "article.text", "HAS_NUL"},
		{"far future", service.Draft{Text: news, Published: day(48*time.Hour + 1)}, "article.published_time", "IN_FUTURE"},
		{"next year", service.Draft{Text: news, Published: date(t, "2026")}, "article.published_time", "IN_FUTURE"},
		{"far past", service.Draft{Text: news, Published: onrecord.Day(1699, 12, 31)}, "article.published_time", "TOO_EARLY"},
		{"unknown precision", service.Draft{Text: news, Published: onrecord.Date{Time: now, Precision: 9}}, "article.published_time", "UNKNOWN_PRECISION"},
		{"relative URL", service.Draft{Text: news, URL: "/news/1"}, "article.uri", "NOT_A_URL"},
		{"other scheme", service.Draft{Text: news, URL: "javascript:alert(1)"}, "article.uri", "NOT_A_URL"},
		{"no host", service.Draft{Text: news, URL: "https:///news"}, "article.uri", "NOT_A_URL"},
		{"broken URL", service.Draft{Text: news, URL: "https://a b/%zz"}, "article.uri", "NOT_A_URL"},
		{"URL too long", service.Draft{Text: news, URL: "https://herald.example/" + strings.Repeat("x", service.MaxURLBytes)}, "article.uri", "TOO_LONG"},
		{"outlet too long", service.Draft{Text: news, Outlet: strings.Repeat("x", service.MaxOutletBytes+1)}, "article.outlet", "TOO_LONG"},
		{"outlet not UTF-8", service.Draft{Text: news, Outlet: "\xff"}, "article.outlet", "NOT_UTF8"},
		{"title too long", service.Draft{Text: news, Title: strings.Repeat("x", service.MaxTitleBytes+1)}, "article.title", "TOO_LONG"},
		{"control character", service.Draft{Text: news, Title: "a\x1b[31m"}, "article.title", "CONTROL_CHARACTER"},
		{"no language", service.Draft{Text: news, Language: "English"}, "article.language_code", "NOT_A_LANGUAGE"},
		{"language with space", service.Draft{Text: news, Language: "en us"}, "article.language_code", "NOT_A_LANGUAGE"},
		{"language too long", service.Draft{Text: news, Language: "en" + strings.Repeat("-abcdefgh", 4)}, "article.language_code", "NOT_A_LANGUAGE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Ingest(t.Context(), tt.draft)
			wantField(t, err, tt.field, tt.reason)
		})
	}
	if c, err := f.Coverage(t.Context()); err != nil || c.Articles != 0 {
		t.Errorf("something was stored: %+v, %v", c, err)
	}
	if _, err := f.Ingest(t.Context(), service.Draft{Text: news, Published: day(48 * time.Hour)}); err != nil {
		t.Errorf("48 hours ahead: %v", err)
	}
}

// TestIngestAtTheSameTime lets several writers change one article: each of
// them succeeds, and the versions count them.
func TestIngestAtTheSameTime(t *testing.T) {
	f := newService(t)
	const writers = 6
	versions := make([]int, writers)
	var group sync.WaitGroup
	for i := range writers {
		group.Go(func() {
			done, err := f.Ingest(t.Context(), service.Draft{URL: "https://herald.example/1", Text: fmt.Sprintf("Version of writer %d.", i)})
			if err != nil {
				t.Error(err)
			}
			versions[i] = done.Article.Version
		})
	}
	group.Wait()
	seen := make(map[int]bool)
	for _, v := range versions {
		if v < 1 || v > writers || seen[v] {
			t.Errorf("versions %v, want each from 1 to %d once", versions, writers)
		}
		seen[v] = true
	}
}
