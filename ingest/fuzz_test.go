package ingest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// checkArticle holds for what is taken: given statements are words of the text,
// in order.
func checkArticle(t *testing.T, a onrecord.Article) {
	t.Helper()
	end := 0
	for _, g := range a.Given {
		if g.Span.Start < end || g.Span.Empty() || g.Span.End > len(a.Text) || !utf8.ValidString(g.Span.Of(a.Text)) {
			t.Fatalf("given %v in %q", g.Span, a.Text)
		}
		end = g.Span.End
	}
}

// FuzzSources reads any bytes, beginning with those of every format: it ends,
// never panics, and each item has a place, and an article or a reason.
func FuzzSources(f *testing.F) {
	files, err := filepath.Glob("testdata/sources/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		n := 0
		for item := range Read(bytes.NewReader(content), Options{Name: "in"}) {
			if n++; item.Where == "" || n > 1<<20 {
				t.Fatalf("item %d has the place %q", n, item.Where)
			}
			if item.Err == nil {
				checkArticle(t, item.Article)
			}
		}
		if n == 0 && !bytes.HasPrefix(content, []byte("WARC/")) {
			t.Error("a source without any item")
		}
	})
}

// FuzzFeed reads any bytes as a feed.
func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<rss><channel><title>A</title><item><link>https://a.example/1</link><description>b</description></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>x</div></content></entry></feed>`))
	f.Add([]byte(`{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "x"}]}`))
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>x</title></item></rdf:RDF>`))
	f.Fuzz(func(t *testing.T, content []byte) {
		if checkXML(content) != nil {
			return
		}
		feedItems(content, "in", func(item Item) bool {
			if item.Err == nil && strings.TrimSpace(item.Article.Text) == "" {
				t.Error("an entry that is taken has no text")
			}
			return true
		})
	})
}

// FuzzObject reads any JSON value, with a field map and without.
func FuzzObject(f *testing.F) {
	f.Add([]byte(`{"url": "https://a.example/1", "date": "2024-03-11", "quotes": [{"pre": "a “", "quote": "b", "post": "” c"}]}`))
	f.Add([]byte(`{"quoteID": "1", "quotation": "b", "speaker": "Mara Velden", "probas": [["Mara Velden", "0.9"], ["x", 2]], "urls": ["https://a.example/1"]}`))
	f.Add([]byte(`{"articleID": "1", "quotations": [{"quotation": "b", "leftContext": "a", "localTopSpeaker": "None", "localProbas": []}]}`))
	f.Add([]byte(`{"a": {"b": ["x", "y"]}, "c": 1710140700}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, m := range []FieldMap{nil, {"a.b": "text", "a": "title", "c": "published", "d": "author"}} {
			s := &source{options: Options{Fields: m}}
			s.jsonItems(raw, "in", func(item Item) bool {
				if item.Err == nil {
					checkArticle(t, item.Article)
				}
				return true
			})
		}
	})
}
