package service_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// now is the time of every test.
var now = time.Date(2025, 6, 1, 12, 0, 0, 0, time.UTC)

// A fixture is a service over an index in memory.
type fixture struct {
	*service.Service
	index onrecord.Index
}

func newService(t testing.TB) fixture {
	t.Helper()
	idx, err := index.Open(index.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := idx.Close(); err != nil {
			t.Error(err)
		}
	})
	return serviceOver(t, idx)
}

// serviceOver returns a service that knows what the index holds now.
func serviceOver(t testing.TB, idx onrecord.Index) fixture {
	t.Helper()
	s, err := service.New(service.Config{Index: idx, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	return fixture{s, idx}
}

// date reads a date; empty is the unknown one.
func date(t testing.TB, s string) onrecord.Date {
	t.Helper()
	if s == "" {
		return onrecord.Date{}
	}
	d, err := onrecord.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A said is a claim to be stored. Claims of one article have its published date.
type said struct {
	article, id   string
	speaker, text string
	published     string
	said          string
	outlet        string
	kind          onrecord.Kind
	group         string
}

// store puts claims into the index, without extraction, and starts the service
// anew.
func (f *fixture) store(t testing.TB, claims ...said) {
	t.Helper()
	records := make(map[string]*onrecord.Record)
	var order []string
	for _, s := range claims {
		r := records[s.article]
		if r == nil {
			info := onrecord.ArticleInfo{ID: s.article, Outlet: s.outlet, Published: date(t, s.published), Version: 1, Hash: s.article}
			r = &onrecord.Record{Article: onrecord.Article{ArticleInfo: info}, Revision: 1}
			records[s.article] = r
			order = append(order, s.article)
		}
		start := len(r.Article.Text)
		r.Article.Text += s.text + "\n"
		c := onrecord.Claim{
			ID: s.id, Article: r.Article.ArticleInfo, Kind: s.kind, Text: s.text, Group: s.group,
			Span: onrecord.Span{Start: start, End: start + len(s.text)}, Said: date(t, s.said),
		}
		if s.kind == onrecord.KindDirect {
			c.Quoted = []onrecord.Span{c.Span}
		}
		if s.speaker != "" {
			c.Speaker = onrecord.Speaker{ID: speakerID(s.speaker), Name: s.speaker, Type: onrecord.SpeakerPerson}
		}
		r.Claims = append(r.Claims, c)
	}
	for _, id := range order {
		if err := f.index.Put(t.Context(), *records[id]); err != nil {
			t.Fatal(err)
		}
	}
	*f = serviceOver(t, f.index)
}

func speakerID(name string) string {
	id := ""
	for _, token := range analysis.Words(name) {
		id += "-" + token.Term
	}
	return id[1:]
}

// name returns the short name of a claim: "article/claim".
func name(c onrecord.Claim) string { return c.Article.ID + "/" + c.ID }

// wantField checks that an error is of that field and reason.
func wantField(t *testing.T, err error, field, reason string) {
	t.Helper()
	var bad *onrecord.FieldError
	switch {
	case !errors.As(err, &bad):
		t.Errorf("error %v, want one of field %s", err, field)
	case bad.Field != field || bad.Reason != reason || bad.Detail == "":
		t.Errorf("error %+v, want field %s, reason %s", bad, field, reason)
	}
}

func TestNewWithoutIndex(t *testing.T) {
	if _, err := service.New(service.Config{}); err == nil {
		t.Error("no error")
	}
}

func TestReads(t *testing.T) {
	f := newService(t)
	f.store(t,
		said{article: "a1", id: "c1", text: "The dam holds", published: "2025-01"},
		said{article: "a1", id: "c2", text: "The port is open"},
		said{article: "a2", id: "c1", text: "The port is closed", published: "2025-02-03"},
		said{article: "a3", id: "c1", text: "Rain fell"},
	)
	ctx := t.Context()

	article, err := f.Article(ctx, "a1")
	if err != nil || article.Text != "The dam holds\nThe port is open\n" {
		t.Errorf("Article: %q, %v", article.Text, err)
	}
	c, err := f.Claim(ctx, "a1", "c2")
	if err != nil || c.Text != "The port is open" {
		t.Errorf("Claim: %q, %v", c.Text, err)
	}
	batch, err := f.ClaimBatch(ctx, []string{"articles/a2/claims/c1", "articles/a1/claims/c1", "articles/a2/claims/c1"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a2/c1", "a1/c1", "a2/c1"}, names(batch)); diff != "" {
		t.Errorf("ClaimBatch (-want +got):\n%s", diff)
	}
	if err := f.Delete(ctx, "a2"); err != nil {
		t.Error(err)
	}
	for what, err := range map[string]error{
		"article": second(f.Article(ctx, "a2")),
		"claims":  second(f.Claims(ctx, "a2")),
		"claim":   second(f.Claim(ctx, "a1", "c9")),
		"batch":   second(f.ClaimBatch(ctx, []string{"articles/a1/claims/c1", "articles/a2/claims/c1"})),
		"delete":  f.Delete(ctx, "a2"),
		"list":    second(f.ListClaims(ctx, "a2", "", 0)),
	} {
		if !errors.Is(err, onrecord.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", what, err)
		}
	}
}

func TestReadsRefuse(t *testing.T) {
	f := newService(t)
	f.store(t, said{article: "a1", id: "c1", text: "The dam holds"})
	ctx := t.Context()
	wantField(t, second(f.ClaimBatch(ctx, nil)), "names", "WRONG_NUMBER")
	wantField(t, second(f.ClaimBatch(ctx, make([]string, service.MaxBatch+1))), "names", "WRONG_NUMBER")
	wantField(t, second(f.ClaimBatch(ctx, []string{"articles/a1/claims/c1", "a1/c1"})), "names[1]", "NOT_A_NAME")
	wantField(t, second(f.Articles(ctx, onrecord.ArticleKey{}, -1)), "page_size", "NEGATIVE")
	wantField(t, second(f.ListClaims(ctx, "a1", "", -1)), "page_size", "NEGATIVE")
	wantField(t, second(f.ListClaims(ctx, "a1", "gone", 1)), "page_token", "PAGE_TOKEN_INVALID")
}

func TestListsPage(t *testing.T) {
	f := newService(t)
	var claims []said
	for i := range 5 {
		claims = append(claims,
			said{article: fmt.Sprintf("a%d", i), id: "c1", text: "one", published: []string{"2025-01", "", "2025-03", "2025-03", ""}[i]},
			said{article: fmt.Sprintf("a%d", i), id: "c2", text: "two"},
			said{article: fmt.Sprintf("a%d", i), id: "c3", text: "three"})
	}
	f.store(t, claims...)
	for size := 1; size <= 6; size++ {
		var articles []string
		for after := (onrecord.ArticleKey{}); ; {
			page, err := f.Articles(t.Context(), after, size)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range page.Articles {
				articles = append(articles, a.ID)
			}
			if page.Next == nil {
				break
			}
			after = *page.Next
		}
		if diff := cmp.Diff([]string{"a2", "a3", "a0", "a1", "a4"}, articles); diff != "" {
			t.Errorf("articles by %d (-want +got):\n%s", size, diff)
		}
		var listed []string
		for after := ""; ; {
			page, err := f.ListClaims(t.Context(), "a2", after, size)
			if err != nil {
				t.Fatal(err)
			}
			listed = append(listed, names(page.Claims)...)
			if after = page.Next; after == "" {
				break
			}
		}
		if diff := cmp.Diff([]string{"a2/c1", "a2/c2", "a2/c3"}, listed); diff != "" {
			t.Errorf("claims by %d (-want +got):\n%s", size, diff)
		}
	}
}

func TestParseNames(t *testing.T) {
	for _, bad := range []string{"", "articles/", "articles/a/claims/", "articles//claims/c", "articles/a b/claims/c", "articles/a/claims/c/d", "article/a/claims/c", "articles/a/claims/\xff"} {
		_, _, err := service.ParseClaimName("name", bad)
		wantField(t, err, "name", "NOT_A_NAME")
		_, err = service.ParseArticleName("name", bad)
		wantField(t, err, "name", "NOT_A_NAME")
	}
	if a, c, err := service.ParseClaimName("name", onrecord.ClaimName("a1", "c-2")); a != "a1" || c != "c-2" || err != nil {
		t.Errorf("got %q, %q, %v", a, c, err)
	}
	if a, err := service.ParseArticleName("name", onrecord.ArticleName("a1")); a != "a1" || err != nil {
		t.Errorf("got %q, %v", a, err)
	}
}

func names(claims []onrecord.Claim) []string {
	short := make([]string, len(claims))
	for i, c := range claims {
		short[i] = name(c)
	}
	return short
}

// second returns the error of a call.
func second[T any](_ T, err error) error { return err }
