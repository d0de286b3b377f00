package ingest

import (
	"strings"
	"testing"
)

// TestNextPage has feeds that go on, and ones that do not.
func TestNextPage(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"JSON Feed", `{"version": "https://jsonfeed.org/version/1.1", "next_url": "https://a.example/2", "items": [{"id": "1", "url": "/1"}, {"id": "2", "url": "/2"}]}`, "https://a.example/2"},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="/"/><link rel="self" href="/1"/><link rel="next" href="/feed?page=2"/><entry><link href="/1"/></entry></feed>`, "/feed?page=2"},
		{"RSS", `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link rel="self" href="/1"/><a:link rel="next" href="/2"/><item><link>/1</link></item></channel></rss>`, "/2"},
		{"the last page", `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="prev" href="/1"/><entry><link href="/1"/><link rel="next" href="/2"/></entry></feed>`, ""},
		{"an RSS without", `<rss version="2.0"><channel><link>/</link><item><link>/1</link></item></channel></rss>`, ""},
		{"no feed", `{"next_url": "https://a.example/2", "text": "x"}`, ""},
	} {
		var all []string
		for item := range Read(strings.NewReader(tt.in), Options{Name: "in"}) {
			all = append(all, item.Next)
		}
		if last := len(all) - 1; all[last] != tt.want || strings.Join(all[:last], "") != "" {
			t.Errorf("%s: got %q, want %q with the last", tt.name, all, tt.want)
		}
	}
}
