package page_test

import (
	"os"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/ingest/page"
)

// BenchmarkParse reads a page of 100 KB with 30 paragraphs, most of the rest of
// it menus and scripts.
func BenchmarkParse(b *testing.B) {
	content, err := os.ReadFile("testdata/news.html")
	if err != nil {
		b.Fatal(err)
	}
	grow := func(before, what string, n int) {
		content = []byte(strings.Replace(string(content), before, strings.Repeat(what, n)+before, 1))
	}
	grow(`<li><a href="/politics">`, `<li class="nav-item"><a class="nav-link" href="/topic/of/some/kind"><span>A topic of the day</span></a></li>`+"\n", 400)
	grow("<p>A decision of", "<p>“We have looked at the figures for a long time, and they do not add up,” Okar said on Monday, after a meeting with the board. He said that the port would not pay for it.</p>\n", 25)
	grow("</head>", `<script>var layer = {"a": 1, "b": [1, 2, 3]};</script>`+"\n", 900)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := page.Parse(content, page.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
