package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/onrecord/onrecord/eval/bench/corpus"
)

// writeLine writes an article as a line of JSON.
func writeLine(w io.Writer, c *corpus.Corpus, number int) error {
	a := c.Record(number).Article
	line, err := json.Marshal(map[string]string{
		"url": a.URL, "outlet": a.Outlet, "title": a.Title, "published": a.Published.String(), "language": "en", "text": a.Text,
	})
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// What a page has besides its text: as many links and scripts as make the rest
// of a page of 50 to 60 KB.
var (
	pageMenu    = strings.Repeat(`<li class="nav-item"><a class="nav-link" href="/topic/of/some/kind"><span>A topic of the day</span></a></li>`+"\n", 200)
	pageScripts = strings.Repeat(`<script>var layer = {"a": 1, "b": [1, 2, 3]};</script>`+"\n", 400)
)

// writePage writes an article as a page in a record of a web archive.
func writePage(w io.Writer, c *corpus.Corpus, number int) error {
	a := c.Record(number).Article
	var page bytes.Buffer
	fmt.Fprintf(&page, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s | %s</title><meta property="og:site_name" content="%[2]s">`+
		`<meta property="article:published_time" content="%s">%s</head><body><header><nav><ul>%s</ul></nav></header><article><h1>%[1]s</h1>`,
		html.EscapeString(a.Title), html.EscapeString(a.Outlet), a.Published, pageScripts, pageMenu)
	for paragraph := range strings.FieldsFuncSeq(a.Text, func(r rune) bool { return r == '\n' }) {
		fmt.Fprintf(&page, "<p>%s</p>\n", html.EscapeString(paragraph))
	}
	page.WriteString("</article><footer><p>All rights reserved.</p></footer></body></html>")
	head := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", page.Len())
	_, err := fmt.Fprintf(w, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-12T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s%s\r\n\r\n",
		a.URL, len(head)+page.Len(), head, page.Bytes())
	return err
}
