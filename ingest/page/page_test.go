package page_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/page"
)

var update = flag.Bool("update", false, "write the goldens anew")

// told writes an article so that a golden can be read.
func told(a onrecord.Article) string {
	var b strings.Builder
	for _, f := range []struct{ name, value string }{
		{"url", a.URL}, {"canonical", a.CanonicalURL}, {"outlet", a.Outlet}, {"title", a.Title}, {"language", a.Language},
		{"published", a.Published.String()}, {"modified", a.Modified.String()}, {"authors", strings.Join(a.Authors, "; ")},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, f.value)
		}
	}
	return b.String() + "\n" + a.Text + "\n"
}

// TestPages reads pages of several kinds; the golden stands beside each.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := page.Parse(content, page.Options{})
			got := told(a)
			if err != nil {
				got = "error: " + err.Error() + "\n"
			}
			golden := strings.TrimSuffix(file, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("article differs (-want +got):\n%s", diff)
			}
		})
	}
}

const story = `<p>“We will keep the ferry, whatever it costs,” Mara Velden said on Monday.</p><p>Nobody in the room had expected that answer from her.</p>`

// TestMetadata has what pages tell in ways that the goldens do not have.
func TestMetadata(t *testing.T) {
	for _, tt := range []struct {
		name, head, body, url string
		want                  string
	}{
		{"an address with a date, and a title with the outlet", `<title>Ferry stays | Delta Wire</title><meta name="application-name" content="Delta Wire">`, story,
			"https://delta-wire.example/2024/03/11/ferry", "url: https://delta-wire.example/2024/03/11/ferry\noutlet: Delta Wire\ntitle: Ferry stays\npublished: 2024-03-11\n"},
		{"a page found at another address than its own", `<link rel="canonical" href="/ferry"><meta property="og:title" content="Ferry stays">`, story,
			"https://www.delta-wire.example/ferry?page=1", "url: https://www.delta-wire.example/ferry?page=1\ncanonical: https://www.delta-wire.example/ferry\noutlet: delta-wire.example\ntitle: Ferry stays\n"},
		{"an address that is none", `<link rel="canonical" href="javascript:alert(1)">`, story, "", ""},
		{"JSON-LD in a comment, with entities", `<script type="application/ld+json"><!-- {"@type": "schema:ReportageNewsArticle", "headline": "Velden &amp; Okar", "author": {"name": "Ida Holm"}} --></script>`,
			story, "", "title: Velden & Okar\nauthors: Ida Holm\n"},
		{"JSON-LD that is not JSON", `<script type="application/ld+json">{"@type": "NewsArticle",</script><meta name="author" content="By Ida Holm and Jonas Brandt">`,
			story, "", "authors: Ida Holm; Jonas Brandt\n"},
		{"JSON-LD of other articles", `<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}</script>`, story, "", ""},
		{"a language by the locale", `<meta property="og:locale" content="en_GB">`, story, "", "language: en-GB\n"},
		{"a language that is none", `<meta name="language" content="English (UK)">`, story, "", ""},
		{"a time", "", `<time datetime="2024-03-11T07:05:00+01:00">today</time>` + story, "", "published: 2024-03-11T06:05:00Z\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			content := "<html><head>" + tt.head + "</head><body><article>" + tt.body + "</article></body></html>"
			a, err := page.Parse([]byte(content), page.Options{URL: tt.url})
			if err != nil {
				t.Fatal(err)
			}
			a.Text = ""
			if got := strings.TrimSuffix(told(a), "\n\n"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestKept has articles in what is most often none.
func TestKept(t *testing.T) {
	long := strings.Repeat(story, 12)
	for name, body := range map[string]string{
		"a page that is one form":   `<form id="aspnetForm">` + long + `</form>`,
		"a story with its tags":     `<div class="post tag-harbour tag-politics">` + long + `</div>`,
		"all of it to be shared":    `<div class="share">` + long + `</div>`,
		"a script without spaces":   `<p>市長は月曜日に、渡し船を冬の間も続けると述べた。島の人々もほかの人々と同じように税金を払っている。</p><p>港湾局は反対しており、費用を誰が払うのかはまだ決まっていない。</p>`,
		"paragraphs by line breaks": `<div>` + strings.ReplaceAll(strings.ReplaceAll(long, "<p>", ""), "</p>", "<br><br>") + `</div>`,
	} {
		if a, err := page.Parse([]byte("<html><body>"+body+"</body></html>"), page.Options{}); err != nil || len(a.Text) < 150 {
			t.Errorf("%s: got %q, %v", name, a.Text, err)
		}
	}
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "We stay.", "We stay."},
		{"paragraphs", "<p>One.</p><p>Two <b>and</b>\n three.</p>", "One.\n\nTwo and three."},
		{"line breaks", "One<br>line.<br><br>Two.", "One line.\n\nTwo."},
		{"turns behind line breaks", "KAI LINDEN: Why?<br>MARA VELDEN: Because.", "KAI LINDEN: Why?\n\nMARA VELDEN: Because."},
		{"entities and marks", "<p>&ldquo;It&rsquo;s&nbsp;late,&rdquo; she said &ndash; <q>very</q>.</p>", "“It’s late,” she said – “very”."},
		{"no words", "<img src=x><script>alert(1)</script>", ""},
		{"a list and a link to more", "<ul><li>One thing.</li><li>Another.</li></ul><p><a href=/>Continue reading</a></p>", "One thing.\n\nAnother."},
		{"not closed", "<p>One.<p>Two.<div>Three", "One.\n\nTwo.\n\nThree"},
	} {
		if got := page.Text(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestEncodings reads one page in the encodings that pages are in.
func TestEncodings(t *testing.T) {
	const want = "“Café Østvik stays open for all of us,” she said."
	utf16 := func(s string) string {
		b := []byte("\xFF\xFE")
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return string(b)
	}
	in := func(meta, words string) string {
		return "<html><head>" + meta + "</head><body><p>" + words + "</p><p>Nobody in the room had expected that answer from her.</p></body></html>"
	}
	for _, tt := range []struct{ name, content, contentType string }{
		{"UTF-8 that nobody names", in("", want), ""},
		{"UTF-8 that is called something else", in(`<meta charset="iso-8859-1">`, want), ""},
		{"windows-1252", in(`<meta charset="windows-1252">`, "\x93Caf\xe9 \xd8stvik stays open for all of us,\x94 she said."), ""},
		{"windows-1252 by the server", in("", "\x93Caf\xe9 \xd8stvik stays open for all of us,\x94 she said."), "text/html; charset=windows-1252"},
		{"UTF-16", utf16(in("", want)), ""},
	} {
		a, err := page.Parse([]byte(tt.content), page.Options{ContentType: tt.contentType})
		if err != nil || !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s: got %q, %v", tt.name, a.Text, err)
		}
	}
}

// TestHostile has pages that are made to cost.
func TestHostile(t *testing.T) {
	for name, content := range map[string]string{
		"nothing":           "",
		"too long":          strings.Repeat("x", page.MaxBytes+1),
		"nested":            strings.Repeat("<div>", 100_000) + "x",
		"nested inline":     strings.Repeat("<b><i>", 100_000) + "x",
		"many elements":     strings.Repeat("<p>x", 400_000),
		"nested JSON":       `<script type="application/ld+json">` + strings.Repeat("[", 500_000) + "</script>",
		"one long word":     "<p>" + strings.Repeat("x", 4<<20),
		"many attributes":   "<p " + strings.Repeat("a=b ", 200_000) + ">x</p>",
		"much text, deep":   strings.Repeat("<div class=share>", 480) + strings.Repeat("words and more words. ", 300_000),
		"an unclosed table": strings.Repeat("<table><tr><td>", 50_000),
	} {
		if a, err := page.Parse([]byte(content), page.Options{}); err == nil {
			t.Errorf("%s: got an article of %d bytes", name, len(a.Text))
		}
	}
	if _, err := page.Parse([]byte("<p>x"), page.Options{}); !errors.Is(err, page.ErrNoArticle) {
		t.Errorf("a word: got %v", err)
	}
}

// FuzzParse reads any bytes as a page: there is an article with valid text, or
// a reason.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.html")
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		a, err := page.Parse(content, page.Options{URL: "https://a.example/1"})
		if err == nil && (strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) || a.URL != "https://a.example/1") {
			t.Errorf("got %q at %q", a.Text, a.URL)
		}
		page.Text(string(bytes.ToValidUTF8(content, nil)))
	})
}
