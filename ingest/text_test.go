package ingest

import (
	"strings"
	"testing"
)

// TestHeaderOrText tells headers from texts that begin like one.
func TestHeaderOrText(t *testing.T) {
	const takes = "takes url, outlet, title, published, language"
	for _, tt := range []struct {
		name, in string
		err      string // of a header that is not right
		text     string // "": all of it
	}{
		{"all keys", "url: u\noutlet: o\ntitle: t\npublished: 2024\nlanguage: en\n\nText.", "", "Text."},
		{"one key", "Title: The ferry is late\n\nText.", "", "Text."},
		{"a key without a value", "title:\noutlet: o\n\nText.", "", "Text."},
		{"a note", "Note: this story was corrected.\n\nText.", "", ""},
		{"a transcript", "VELDEN: Good evening.\nOKAR: Good evening.\n\nVELDEN: So.", "", ""},
		{"questions and answers", "Q: Why?\nA: Because.\n", "", ""},
		{"a sentence that begins with a key", "Title: it is said\nby nobody.\n\nThe text.", "", ""},
		{"an hour", "10:30 on Monday\nThe ferry left.\n\nText.", "", ""},
		{"an address", "https://a.example/1\n\nText.", "", ""},
		{"an address further down", "Note: read on.\nIt rained.\nmore: https://a.example/1\n\nText.", "", ""},
		{"a year", "Then: 1984\n\nText.", "", ""},
		{"an unknown key", "url: https://a.example/1\nautor: Ida Holm\n\nText.", `line 2: "autor" is no key of a header: ` + takes, ""},
		{"an unknown key first", "\n\nPublishd: monday\ntitle: t\n\nText.", `line 3: "publishd" is no key of a header: ` + takes, ""},
		{"an unknown key alone, with a date", "publishd: 2024-03-11\n\nText.", `line 1: "publishd" is no key of a header: ` + takes, ""},
		{"an unknown key alone, with an address", "link: https://a.example/1\r\n\r\nText.", `line 1: "link" is no key of a header: ` + takes, ""},
		{"a line without a colon", "url: https://a.example/1\nHarbour Herald\n\nText.", `line 2: "Harbour Herald" is no header line (key: value), and no blank line before it ends the header`, ""},
		{"no blank line", "title: t\noutlet: o\nThe text begins here and it goes on for quite a while.", `line 3: "The text begins here and it goes on for …" is no header line (key: value), and no blank line before it ends the header`, ""},
		{"a key twice", "title: t\nTitle: u\n\nText.", "line 2: title is given twice", ""},
		{"no text", "title: t", "has a header and no text", ""},
		{"no text behind a blank line", "title: t\n\n\n", "has a header and no text", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for item := range Read(strings.NewReader(tt.in), Options{Name: "in"}) {
				got := ""
				if item.Err != nil {
					got = item.Err.Error()
				}
				if got != tt.err {
					t.Errorf("error: got %q, want %q", got, tt.err)
				}
				want := tt.text
				if want == "" {
					want = strings.TrimLeft(tt.in, "\n")
				}
				if item.Err == nil && item.Article.Text != want {
					t.Errorf("text: got %q, want %q", item.Article.Text, want)
				}
			}
		})
	}
}
