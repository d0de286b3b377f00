package client_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/server"
	"github.com/onrecord/onrecord/service"
)

// start returns a client of a server of its own.
func start(t *testing.T) *client.Client {
	t.Helper()
	idx, err := index.Open(index.Config{})
	if err != nil {
		t.Fatal(err)
	}
	svc, err := service.New(service.Config{Index: idx})
	if err != nil {
		t.Fatal(err)
	}
	srv, err := server.New(server.Config{Service: svc, Drain: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	grpcLis, httpLis := listen(t), listen(t)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- srv.Serve(ctx, grpcLis, httpLis) }()
	c, err := client.New(grpcLis.Addr().String(), client.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		if err := errors.Join(c.Close(), <-done, idx.Close()); err != nil {
			t.Error(err)
		}
	})
	return c
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return lis
}

// article i has one direct statement by Ida Holm.
func article(i int) onrecord.Article {
	return onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{URL: fmt.Sprintf("https://a.example/%d", i), Outlet: "Delta Wire", Published: onrecord.Day(2024, 1, 1+i%28)},
		Text:        fmt.Sprintf("“Bridge number %d stays open,” Mayor Ida Holm said.", i),
	}
}

// fill takes n articles in.
func fill(t *testing.T, c *client.Client, n int) {
	t.Helper()
	items := func(yield func(client.Item) bool) {
		for i := range n {
			if !yield(client.Item{Article: article(i)}) {
				return
			}
		}
	}
	for ack, err := range c.IngestAll(t.Context(), items) {
		if err != nil || ack.Err != nil {
			t.Fatal(err, ack.Err)
		}
	}
}

func TestReadBack(t *testing.T) {
	c := start(t)
	in, err := c.Ingest(t.Context(), article(1))
	if err != nil {
		t.Fatal(err)
	}
	if in.Outcome != onrecord.OutcomeCreated || len(in.Claims) != 1 {
		t.Fatalf("ingest: got %v with %d claims", in.Outcome, len(in.Claims))
	}
	a, err := c.Article(t.Context(), in.Article.ID)
	if err != nil || a.Text != article(1).Text || a.Published != article(1).Published {
		t.Errorf("article: got %+v, %v", a, err)
	}
	want := in.Claims[0]
	if got := want.Span.Of(a.Text); got != want.Text {
		t.Errorf("span: got %q, want %q", got, want.Text)
	}
	got, err := c.Claim(t.Context(), want.Name())
	if err != nil || got.Text != want.Text || got.Article.Outlet != "Delta Wire" {
		t.Errorf("claim: got %+v, %v", got, err)
	}
	batch, err := c.ClaimBatch(t.Context(), want.Name(), want.Name())
	if err != nil || len(batch) != 2 || batch[1].ID != want.ID {
		t.Errorf("batch: got %d, %v", len(batch), err)
	}
	if err := c.Delete(t.Context(), onrecord.ArticleName(in.Article.ID)); err != nil {
		t.Errorf("delete: %v", err)
	}
	if _, err := c.Article(t.Context(), in.Article.ID); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("after delete: got %v, want ErrNotFound", err)
	}
}

func TestIngestDocument(t *testing.T) {
	c := start(t)
	d := onrecord.Document{Content: []byte("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Velden>We stay."), Defaults: onrecord.ArticleInfo{Title: "A talk"}}
	in, err := c.IngestDocument(t.Context(), d)
	if err != nil || in.Article.Title != "A talk" || len(in.Claims) != 1 || in.Claims[0].Offset != onrecord.At(time.Second) {
		t.Fatalf("got %+v, %v", in, err)
	}
	a, err := c.Article(t.Context(), in.Article.ID)
	want := []onrecord.Given{{Span: onrecord.Span{Start: 13, End: 21}, Speaker: "Mara Velden", Offset: onrecord.At(time.Second)}}
	if diff := cmp.Diff(want, a.Given); diff != "" || err != nil {
		t.Errorf("given statements differ: %v (-want +got):\n%s", err, diff)
	}
	if _, err := c.IngestDocument(t.Context(), onrecord.Document{}); !errors.Is(err, onrecord.ErrInvalid) {
		t.Errorf("an empty document: got %v", err)
	}
}

// TestIteratorsGoThroughAllPages has more of everything than one page holds.
func TestIteratorsGoThroughAllPages(t *testing.T) {
	c := start(t)
	const n = 450
	fill(t, c, n)
	for _, order := range []onrecord.Order{onrecord.OrderRelevance, onrecord.OrderNewest, onrecord.OrderOldest} {
		seen := make(map[string]bool)
		for hit, err := range c.Search(t.Context(), client.Query{Text: "bridge", Order: order, PageSize: 70}) {
			if err != nil {
				t.Fatal(err)
			}
			if seen[hit.Claim.Name()] {
				t.Fatalf("order %d: %s comes twice", order, hit.Claim.Name())
			}
			seen[hit.Claim.Name()] = true
		}
		if len(seen) != n {
			t.Errorf("order %d: got %d hits, want %d", order, len(seen), n)
		}
	}
	articles := 0
	for _, err := range c.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		articles++
	}
	if articles != n {
		t.Errorf("got %d articles, want %d", articles, n)
	}
}

func TestVerify(t *testing.T) {
	c := start(t)
	fill(t, c, 40)
	v, err := c.Verify(t.Context(), client.Quote{Text: "bridge number seventeen stays open", Speaker: "holm", Said: onrecord.Day(2024, 1, 18), PageSize: 2})
	if err != nil {
		t.Fatal(err)
	}
	if v.Verdict != onrecord.VerdictVerbatim || len(v.Flags) != 0 || len(v.Originals) != 2 || v.Coverage.SpeakerClaims != 40 {
		t.Fatalf("got %v, %v, %d originals, coverage %+v", v.Verdict, v.Flags, len(v.Originals), v.Coverage)
	}
	first, second := v.Originals[0], v.Originals[1]
	if first.Claim.Text != "Bridge number 17 stays open," || !first.SameSpeaker || first.Edits[0].OriginalText != "Bridge number 17 stays open" {
		t.Errorf("first original: %+v", first)
	}
	if second.Verdict != onrecord.VerdictAltered || len(second.Flags) == 0 || second.Flags[0] != onrecord.FlagNumber {
		t.Errorf("second original: %v, %v", second.Verdict, second.Flags)
	}
	if _, err := c.Verify(t.Context(), client.Quote{}); !errors.Is(err, onrecord.ErrInvalid) {
		t.Errorf("no words: %v, want ErrInvalid", err)
	}
}

func TestTimeline(t *testing.T) {
	c := start(t)
	const n = 130
	fill(t, c, n)
	if _, err := c.Ingest(t.Context(), onrecord.Article{Text: "“Bridge number 3 will not stay open,” Mayor Ida Holm said."}); err != nil {
		t.Fatal(err)
	}
	page, err := c.TimelinePage(t.Context(), client.Period{Speaker: "holm", Query: "bridge", PageSize: 100}, "")
	if err != nil {
		t.Fatal(err)
	}
	s := page.Summary
	if page.Total != n+1 || len(page.Statements) != 100 || page.Next == "" || page.Coverage.SpeakerClaims != n+1 {
		t.Errorf("page: got %d of %d, next %q, coverage %+v", len(page.Statements), page.Total, page.Next, page.Coverage)
	}
	if s.Unit != onrecord.UnitDay || len(s.Buckets) != 28 || s.Undated != 1 || s.EarliestTotal != 5 || s.Speakers[0].Name != "Ida Holm" || s.Speakers[0].Count != n+1 {
		t.Errorf("summary: got %+v", s)
	}
	seen, last := 0, onrecord.Date{}
	for hit, err := range c.Timeline(t.Context(), client.Period{Query: "bridge"}) {
		if err != nil {
			t.Fatal(err)
		}
		if when := hit.Claim.When(); when.Known() && when.Compare(last) < 0 || !when.Known() && seen != n {
			t.Errorf("statement %d of %s is behind one of %s", seen, when, last)
		}
		seen, last = seen+1, hit.Claim.When()
	}
	if seen != n+1 {
		t.Errorf("got %d statements, want %d", seen, n+1)
	}
	if _, err := c.TimelinePage(t.Context(), client.Period{}, ""); !errors.Is(err, onrecord.ErrInvalid) {
		t.Errorf("nothing asked: got %v, want ErrInvalid", err)
	}
}

func TestIteratorsCanBeLeft(t *testing.T) {
	c := start(t)
	fill(t, c, 50)
	for range c.Search(t.Context(), client.Query{PageSize: 10}) {
		break
	}
	for range c.Check(t.Context(), client.Draft{Text: article(1).Text + "\n\n" + article(2).Text}) {
		break
	}
	sent := 0
	endless := func(yield func(client.Item) bool) {
		for yield(client.Item{Article: article(sent)}) {
			sent++
		}
	}
	for range c.IngestAll(t.Context(), endless) {
		break
	}
	if sent == 0 {
		t.Error("nothing was sent")
	}
}

func TestIngestAllKeepsOrderAroundBadItems(t *testing.T) {
	c := start(t)
	unreadable := errors.New("unreadable")
	items := []client.Item{
		{Label: "good", Article: article(1)},
		{Label: "not UTF-8", Article: onrecord.Article{Text: "caf\xe9"}},
		{Label: "empty", Article: onrecord.Article{}},
		{Label: "unreadable", Err: unreadable},
		{Label: "good again", Article: article(1)},
		{Label: "a document", Document: &onrecord.Document{Content: []byte("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Velden>We stay.")}},
		{Label: "no document", Document: &onrecord.Document{Content: []byte("<!doctype html>")}},
	}
	wants := []error{nil, onrecord.ErrInvalid, onrecord.ErrInvalid, unreadable, nil, nil, onrecord.ErrInvalid}
	n := 0
	for ack, err := range c.IngestAll(t.Context(), func(yield func(client.Item) bool) {
		for _, item := range items {
			if !yield(item) {
				return
			}
		}
	}) {
		if err != nil {
			t.Fatal(err)
		}
		if ack.Label != items[n].Label || !errors.Is(ack.Err, wants[n]) {
			t.Errorf("acknowledgement %d: got %q with %v, want %q with %v", n, ack.Label, ack.Err, items[n].Label, wants[n])
		}
		n++
	}
	if n != len(items) {
		t.Errorf("got %d acknowledgements, want %d", n, len(items))
	}
}

func TestErrorsAreTyped(t *testing.T) {
	c := start(t)
	_, err := c.SearchPage(t.Context(), client.Query{Text: `"open`}, "")
	var e *client.Error
	if !errors.As(err, &e) || e.Code != codes.InvalidArgument || e.Reason != "QUERY_SYNTAX" || len(e.Fields) != 1 || e.Fields[0].Field != "query" {
		t.Errorf("got %#v", err)
	}
	if !errors.Is(err, onrecord.ErrInvalid) || status.Code(err) != codes.InvalidArgument {
		t.Errorf("errors.Is and status.Code do not know %v", err)
	}
	var field *onrecord.FieldError
	if _, err := c.SearchPage(t.Context(), client.Query{Outlets: []string{"caf\xe9"}}, ""); !errors.As(err, &field) || field.Field != "outlets[0]" {
		t.Errorf("not UTF-8: got %v, want a FieldError for outlets[0]", err)
	}
	for _, err := range c.Check(t.Context(), client.Draft{Text: "caf\xe9"}) {
		if !errors.As(err, &field) || field.Field != "text" {
			t.Errorf("a draft that is not UTF-8: got %v, want a FieldError for text", err)
		}
	}
	away, err := client.New("127.0.0.1:1", client.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer away.Close()
	if _, err := away.Article(t.Context(), "a"); !errors.Is(err, onrecord.ErrUnavailable) {
		t.Errorf("no server: got %v, want ErrUnavailable", err)
	}
}

// TestGroup takes the same statement in from many outlets and reads it back as
// one.
func TestGroup(t *testing.T) {
	c := start(t)
	const copies = 7
	var id string
	for i := range copies {
		a := article(1)
		a.URL, a.Outlet = fmt.Sprintf("https://b.example/%d", i), fmt.Sprintf("Outlet %d", i)
		a.Text = "“The bridge over the western canal stays open all winter,” Mayor Ida Holm said."
		in, err := c.Ingest(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		id = in.Claims[0].Group
	}
	fill(t, c, 3)
	group, err := c.Group(t.Context(), id)
	if err != nil || group.ID != id || group.Claims != copies || len(group.Wordings) != 1 || group.Wordings[0].Claims != copies || len(group.ByOutlet) != copies {
		t.Errorf("group %+v, %v", group, err)
	}
	if group.BySpeaker[0].Value != "ida-holm" || group.Group.First != group.First.Name() {
		t.Errorf("group %+v", group)
	}
	n := 0
	for claim, err := range c.Appearances(t.Context(), onrecord.GroupName(id)) {
		if err != nil || claim.Group != id {
			t.Fatalf("appearance %+v, %v", claim, err)
		}
		n++
	}
	if n != copies {
		t.Errorf("%d appearances, want %d", n, copies)
	}
	page, err := c.SearchPage(t.Context(), client.Query{Text: "bridge", Collapse: true}, "")
	if err != nil || page.Total != copies+3 || page.Groups != 4 || len(page.Hits) != 4 {
		t.Errorf("%d claims, %d statements, %d hits, %v", page.Total, page.Groups, len(page.Hits), err)
	}
	if _, err := c.Group(t.Context(), "none"); !errors.Is(err, onrecord.ErrNotFound) {
		t.Errorf("no such group: %v, want ErrNotFound", err)
	}
}
