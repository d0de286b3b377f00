package service_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/service"
)

// items returns a source of stream items that ends with an error.
func items(end error, list ...service.StreamItem) func() (service.StreamItem, error) {
	return func() (service.StreamItem, error) {
		if len(list) == 0 {
			return service.StreamItem{}, end
		}
		item := list[0]
		list = list[1:]
		return item, nil
	}
}

// TestIngestStream sends many articles, among them bad ones and one article
// again and again: acknowledgements come in order, and each version of an
// article follows the one before.
func TestIngestStream(t *testing.T) {
	f := newService(t)
	unreadable := errors.New("unreadable")
	var list []service.StreamItem
	var want []string
	for i := range 200 {
		label := fmt.Sprintf("line %d", i)
		item := service.StreamItem{Label: label, Draft: service.Draft{URL: fmt.Sprintf("https://herald.example/%d", i), Text: news}}
		outcome := "new 1"
		switch i % 4 {
		case 1:
			item.Draft.Text, outcome = "", "article.text: must have at least one character that is no space"
		case 2:
			item.Err, outcome = unreadable, "unreadable"
		case 3:
			item.Draft.URL, item.Draft.Text = "https://herald.example/again", fmt.Sprintf("Version %d of it.", i/4)
			if outcome = "changed"; i == 3 {
				outcome = "new"
			}
			outcome = fmt.Sprintf("%s %d", outcome, i/4+1)
		}
		list = append(list, item)
		want = append(want, label+": "+outcome)
	}
	var got []string
	err := f.IngestStream(t.Context(), items(io.EOF, list...), func(a service.Ack) error {
		outcome := fmt.Sprintf("%v %d", a.Outcome, a.Article.Version)
		if a.Err != nil {
			outcome = a.Err.Error()
		}
		got = append(got, a.Label+": "+outcome)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("acknowledgements (-want +got):\n%s", diff)
	}
	if c, err := f.Coverage(t.Context()); err != nil || c.Articles != 51 {
		t.Errorf("%d articles stored, want 51, %v", c.Articles, err)
	}
}

func TestIngestStreamEnds(t *testing.T) {
	f := newService(t)
	item := service.StreamItem{Draft: service.Draft{Text: news}}
	broken := errors.New("broken")
	acks := 0
	count := func(service.Ack) error { acks++; return nil }
	if err := f.IngestStream(t.Context(), items(broken, item, item), count); !errors.Is(err, broken) || acks != 2 {
		t.Errorf("next fails: %v after %d acknowledgements, want %v after 2", err, acks, broken)
	}
	fail := func(service.Ack) error { return broken }
	if err := f.IngestStream(t.Context(), items(io.EOF, item, item), fail); !errors.Is(err, broken) {
		t.Errorf("ack fails: %v, want %v", err, broken)
	}
}
