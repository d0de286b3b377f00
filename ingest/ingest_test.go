package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// told writes items so that a test can be read.
func told(r io.Reader, defaults onrecord.ArticleInfo) []string {
	var lines []string
	for item := range Read(r, Options{Name: "in", Defaults: defaults}) {
		a := item.Article
		if item.Err != nil {
			lines = append(lines, fmt.Sprintf("%s: refused: %v", item.Where, item.Err))
			continue
		}
		line := fmt.Sprintf("%s: %s|%s|%s|%s|%s|%s", item.Where, a.URL, a.Outlet, a.Title, a.Published, a.Language, a.Text)
		if len(item.Ignored) > 0 {
			line += " ignored: " + strings.Join(item.Ignored, ",")
		}
		lines = append(lines, line)
	}
	return lines
}

func TestRead(t *testing.T) {
	day := onrecord.ArticleInfo{Published: onrecord.Day(2024, 3, 12), Outlet: "Delta Wire"}
	for _, tt := range []struct {
		name, in string
		defaults onrecord.ArticleInfo
		want     []string
	}{
		{"a text without a header", "Just words.\n\nMore: words.", day, []string{"in: |Delta Wire||2024-03-12||Just words.\n\nMore: words."}},
		{"a text with a header", "URL: https://a.example/1\r\noutlet: Harbour Herald\npublished: 2024-03\n\n\nThe text.\n", day,
			[]string{"in: https://a.example/1|Harbour Herald||2024-03||The text.\n"}},
		{"a first line that only looks like a header", "Title: it is said\nby nobody.\n\nThe text.", onrecord.ArticleInfo{},
			[]string{"in: |||||Title: it is said\nby nobody.\n\nThe text."}},
		{"a header with a date that is none", "published: monday\n\nThe text.", onrecord.ArticleInfo{},
			[]string{`in: refused: line 1: published: invalid date "monday": takes YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339 (2025-05-18T14:30:00Z)`}},
		{"nothing", "", day, []string{"in: refused: is empty"}},
		{"only space", " \n\t\n", day, []string{"in: refused: is empty"}},
		{"one object", `{"url": "https://a.example/1", "date": "2024-03-12T10:00:00+02:00", "text": "T"}`, onrecord.ArticleInfo{},
			[]string{"in:1: https://a.example/1|||2024-03-12T08:00:00Z||T"}},
		{"one object over several lines", "{\n \"title\": \"T\",\n \"text\": \"x\"\n}\n", day, []string{"in:1: |Delta Wire|T|2024-03-12||x"}},
		{"objects over several lines", "\n{\n \"text\": \"1\"\n}\n\n{\n\"text\": \"2\"\n}", onrecord.ArticleInfo{}, []string{"in:2: |||||1", "in:6: |||||2"}},
		{"one of them bad", "{\n\"text\": \"1\"\n}\n{\n\"text\" \"2\",\n\"title\": \"T\"\n}\n{\n\"text\": \"3\"\n}", onrecord.ArticleInfo{},
			[]string{"in:1: |||||1", `in:4: refused: not a JSON object: line 5: invalid character '"' after object key`, "in:8: |||||3"}},
		{"one of them without an end", "{\n\"text\": \"1\"\n{\n\"text\": \"2\"\n}", onrecord.ArticleInfo{},
			[]string{"in:1: refused: not a JSON object: line 3: invalid character '{' after object key:value pair", "in:3: |||||2"}},
		{"something behind an object", "{\n\"text\": \"1\"\n},\n{\n\"text\": \"2\"\n}", onrecord.ArticleInfo{},
			[]string{"in:1: refused: not a JSON object: something stands behind it on line 3", "in:4: |||||2"}},
		{"the names of the REST API", `{"uri": "https://a.example/1", "publishedTime": "2024-03-12", "languageCode": "en", "text": "T", "name": null, "version": 3}`,
			onrecord.ArticleInfo{}, []string{"in:1: https://a.example/1|||2024-03-12|en|T ignored: name,version"}},
		{"two names for one field", `{"url": "https://a.example/1", "uri": "https://a.example/2", "text": "T"}`, onrecord.ArticleInfo{},
			[]string{"in:1: refused: uri: is given as url too"}},
		{"values of a wrong type", "{\"text\": 1}\n{\"text\": \"T\", \"title\": {}}\n{\"url\": [\"u\"], \"text\": \"T\"}\n{\"outlet\": true}", onrecord.ArticleInfo{},
			[]string{"in:1: refused: text: takes a string, not a number", "in:2: refused: title: takes a string, not an object",
				"in:3: refused: url: takes a string, not an array", "in:4: refused: outlet: takes a string, not true or false"}},
		{"JSON Lines with a byte order mark, blank and bad lines", "\uFEFF{\"text\": \"1\"}\n\n{\"text\": 2}\n[]\n{\"text\": \"3\"}", onrecord.ArticleInfo{},
			[]string{"in:1: |||||1", "in:3: refused: text: takes a string, not a number", "in:4: refused: not a JSON object but an array", "in:5: |||||3"}},
		{"JSON Lines, the first cut off", "{\"url\":\n{\"text\": \"2\"}\n\n{\"text\": \"4\"}", onrecord.ArticleInfo{},
			[]string{"in:1: refused: not a JSON object: breaks off", "in:2: |||||2", "in:4: |||||4"}},
		{"JSON Lines, the first cut off within a string", "{\"url\": \"https:\n{\"text\": \"2\"}\n{\"text\": \"3\"}", onrecord.ArticleInfo{},
			[]string{`in:1: refused: not a JSON object: line 1: invalid character '\n' in string literal`, "in:2: |||||2", "in:3: |||||3"}},
		{"JSON Lines, the first garbage", "garbage\n{\"text\": \"2\"}\n{\"text\": \"3\"}", onrecord.ArticleInfo{},
			[]string{"in:1: refused: not a JSON object: invalid character 'g' looking for beginning of value", "in:2: |||||2", "in:3: |||||3"}},
		{"JSON Lines, not UTF-8", "{\"text\": \"caf\xe9\"}\n{\"text\": \"2\"}", onrecord.ArticleInfo{}, []string{"in:1: refused: must be valid UTF-8", "in:2: |||||2"}},
		{"an array", `[{"text": "1"}, 2, {"text": "3", "author": "A", "section": "B"}]`, onrecord.ArticleInfo{},
			[]string{"in[0]: |||||1", "in[1]: refused: not a JSON object but a number", "in[2]: |||||3 ignored: section"}},
		{"an array that breaks off", `[{"text": "1"}, {"te`, onrecord.ArticleInfo{},
			[]string{"in[0]: |||||1", "in[1]: refused: not JSON, and nothing behind it can be read: unexpected EOF"}},
		{"an array that is not closed", `[{"text": "1"}`, onrecord.ArticleInfo{},
			[]string{"in[0]: |||||1", "in: refused: the array is not closed: EOF"}},
		{"an array and more", "[{\"text\": \"1\"}]\n{\"text\": \"2\"}", onrecord.ArticleInfo{},
			[]string{"in[0]: |||||1", "in: refused: something stands behind the array and was not read"}},
		{"an array of nothing", "[]", onrecord.ArticleInfo{}, []string{"in: refused: is an empty array"}},
		{"a text that begins with a bracket", "[From our correspondent] It rained.", onrecord.ArticleInfo{}, []string{"in: |||||[From our correspondent] It rained."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(strings.NewReader(tt.in), tt.defaults)); diff != "" {
				t.Errorf("items differ (-want +got):\n%s", diff)
			}
		})
	}
}

// endless is a source that never ends: begin, then one byte for ever.
func endless(begin string, b byte, n int64) io.Reader {
	return io.MultiReader(strings.NewReader(begin), io.LimitReader(same(b), n))
}

type same byte

func (s same) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(s)
	}
	return len(p), nil
}

func TestTooLong(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   io.Reader
		good int // items that are read all the same
	}{
		{"a text", endless("", 'x', MaxItem+1), 0},
		{"an object over several lines", endless("{\n\"text\": \"", 'x', MaxItem), 0},
		{"an object in an array", endless(`[{"text": "1"}, {"text": "`, 'x', 2*MaxItem), 1},
		{"a line, between others", io.MultiReader(endless("{\"text\": \"1\"}\n{\"text\": \"", 'x', MaxItem), strings.NewReader("\"}\n{\"text\": \"3\"}")), 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			good, long := 0, 0
			for item := range Read(tt.in, Options{Name: "in"}) {
				switch {
				case item.Err == nil:
					good++
				case errors.Is(item.Err, ErrTooLong):
					long++
				default:
					t.Errorf("%s: %v", item.Where, item.Err)
				}
			}
			if good != tt.good || long != 1 {
				t.Errorf("got %d items and %d too long, want %d and 1", good, long, tt.good)
			}
		})
	}
}

// FuzzRead reads any bytes: it ends, never panics, and each item has an article
// or a reason.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "a", "title: x\n\ny", `{"text": "a"}`, "{\"text\": \"a\"}\n{", `[{"text": "a"}]`, "[", "{\n}", "\uFEFF{}", "[]", "{\"a\":\n{\"text\": \"b\"}\n{}", "x\n{\"text\": \"b\"}", "url: https://a.example/1\nx: y\n\nz"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for item := range Read(bytes.NewReader(data), Options{Name: "in"}) {
			if n++; n > len(data)+1 {
				t.Fatal("more items than bytes")
			}
			if item.Where == "" {
				t.Error("an item without a place")
			}
			if item.Err == nil && utf8.Valid(data) && !utf8.ValidString(item.Article.Text) {
				t.Error("a text that is not UTF-8 out of one that is")
			}
		}
		if n == 0 {
			t.Error("a source without any item")
		}
	})
}

// TestEndings has contents that could be text, under a name that says otherwise.
func TestEndings(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a.json", "It rained.\nIt stopped.", "a.json:1: not a JSON object: invalid character 'I' looking for beginning of value"},
		{"a.NDJSON", "It rained.", "a.NDJSON:1: not a JSON object: invalid character 'I' looking for beginning of value"},
		{"a.json", "[1]", "a.json[0]: not a JSON object but a number"},
		{"a.jsonl", "[1]", "a.jsonl:1: not a JSON object but an array"},
		{"a.txt", "[1] It rained.", "a.txt: <nil>"},
	} {
		var got []string
		for item := range Read(strings.NewReader(tt.in), Options{Name: tt.name}) {
			got = append(got, fmt.Sprintf("%s: %v", item.Where, item.Err))
		}
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%s with %q (-want +got):\n%s", tt.name, tt.in, diff)
		}
	}
}
