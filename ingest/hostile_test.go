package ingest

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"github.com/onrecord/onrecord/ingest/agency"
	"github.com/onrecord/onrecord/ingest/page"
	"github.com/onrecord/onrecord/ingest/unpack"
)

// count counts the items of a source that are taken, and those that are told to
// be too long or to unpack to too much.
func count(in io.Reader, name string) (good, tooMuch, other int) {
	for item := range Read(in, Options{Name: name}) {
		switch {
		case item.Err == nil:
			good++
		case errors.Is(item.Err, ErrTooLong), errors.Is(item.Err, unpack.ErrBomb):
			tooMuch++
		default:
			other++
		}
	}
	return good, tooMuch, other
}

// TestEndless has sources of each format that do not end: they are told, and
// what can be read behind and before is.
func TestEndless(t *testing.T) {
	const long = 3 * MaxItem
	behind := strings.NewReader("\n{\"text\": \"“We stay,” Ida Holm said.\"}\n")
	for _, tt := range []struct {
		name, file string
		in         io.Reader
		good, much int
	}{
		{"a page", "a.html", endless("<!doctype html><p>", 'x', long), 0, 1},
		{"a feed", "a.rss", endless("<rss><channel><item><title>", 'x', long), 0, 1},
		{"captions", "a.vtt", endless("WEBVTT\n\n00:01.000 --> 00:02.000\n", 'x', long), 0, 1},
		{"captions of an earlier kind", "a.srt", endless("1\n00:00:01,000 --> 00:00:02,000\n", 'x', long), 0, 1},
		{"a wire", "a.xml", endless("<nitf><body><body.content><p>", 'x', long), 0, 1},
		{"an element's name", "a.xml", endless("<newsMessage><", 'x', long), 0, 1},
		{"a line of an archive", "a.warc", endless("WARC/1.0\r\n", 'x', long), 0, 0},
		{"a string of a graph", "a.gqg.json", io.MultiReader(endless(`{"url": "u", "quotes": [{"pre": "`, 'x', long), behind), 1, 1},
		{"brackets", "a.json", endless("", '[', long), 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			good, much, _ := count(tt.in, tt.file)
			if good != tt.good || much != tt.much {
				t.Errorf("got %d items and %d too long, want %d and %d", good, much, tt.good, tt.much)
			}
		})
	}
}

// packed returns what is written, packed by gzip.
func packed(t *testing.T, parts ...io.Reader) io.Reader {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		if _, err := io.Copy(w, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

// TestBombs has sources that unpack to a gigabyte: they are told, in little
// memory, and what stands before is taken.
func TestBombs(t *testing.T) {
	const gigabyte = 1 << 30
	line := "{\"text\": \"“We stay,” Ida Holm said.\"}\n"
	for _, tt := range []struct {
		name, file string
		in         io.Reader
		good       int
	}{
		{"behind a line", "a.jsonl.gz", packed(t, strings.NewReader(line), io.LimitReader(same('x'), gigabyte)), 1},
		{"a page", "a.html.gz", packed(t, strings.NewReader("<!doctype html>"), io.LimitReader(same('x'), gigabyte)), 0},
		{"nothing but spaces", "a.gz", packed(t, io.LimitReader(same(' '), gigabyte)), 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			good, much, other := count(tt.in, tt.file)
			runtime.ReadMemStats(&after)
			if good != tt.good || much < 1 || other > 0 {
				t.Errorf("got %d items, %d too much, %d others; want %d and some too much", good, much, other, tt.good)
			}
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 8*MaxItem {
				t.Errorf("the heap grew by %d bytes", grown)
			}
		})
	}
}

// TestBreaksOff has packed sources that break off: that is told, and what stands
// before is taken.
func TestBreaksOff(t *testing.T) {
	line := "{\"text\": \"“We stay,” Ida Holm said.\"}\n"
	whole, err := io.ReadAll(packed(t, strings.NewReader(strings.Repeat(line, 100))))
	if err != nil {
		t.Fatal(err)
	}
	good, _, other := count(bytes.NewReader(whole[:len(whole)-12]), "a.jsonl.gz")
	if good < 1 || other != 1 {
		t.Errorf("got %d items and %d others, want some and 1", good, other)
	}
	if _, _, other := count(bytes.NewReader(whole[:12]), "a.jsonl.gz"); other != 1 {
		t.Errorf("a head alone: got %d, want 1", other)
	}
}

// TestEncodings reads texts that are not in UTF-8.
func TestEncodings(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"UTF-16 with its mark", "\xFF\xFEW\x00e\x00 \x00s\x00t\x00a\x00y\x00.\x00", "We stay."},
		{"UTF-16, the other way round", "\xFE\xFF\x00W\x00e\x00.", "We."},
		{"captions in windows-1252", "1\n00:00:01,000 --> 00:00:02,000\nCaf\xe9.", "Café."},
	} {
		for item := range Read(strings.NewReader(tt.in), Options{}) {
			if item.Err != nil || item.Article.Text != tt.want {
				t.Errorf("%s: got %q, %v, want %q", tt.name, item.Article.Text, item.Err, tt.want)
			}
		}
	}
}

// TestUnknown has sources that no format fits.
func TestUnknown(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a.png", "\x89PNG\r\n\x1a\n\x00\x00", "is no text and in no format that is known"},
		{"a.pdf", "%PDF-1.7\n", "is no text and in no format that is known"},
		{"a.zip", "PK\x03\x04abc", "is no text and in no format that is known"},
		{"a.xml", "<?xml version='1.0'?><recipe><p>Salt.</p></recipe>", `markup in no format that is known: its first element is "recipe"`},
		{"a.txt", "<Velden> We stay.", ""},
	} {
		for item := range Read(strings.NewReader(tt.in), Options{Name: tt.name}) {
			got := ""
			if item.Err != nil {
				got = item.Err.Error()
			}
			if got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// TestPageAtItsLimit has a page that is one byte too long.
func TestPageAtItsLimit(t *testing.T) {
	if _, much, _ := count(endless("<html>", ' ', page.MaxBytes-5), "a.html"); much != 1 {
		t.Error("a page that is one byte too long is not told")
	}
}

// TestEntities has feeds that declare entities of their own, or only look so.
func TestEntities(t *testing.T) {
	const begin, end = "<rss><channel><item><link>https://a.example/1</link><title>T", "</title></item></channel></rss>"
	for in, refused := range map[string]bool{
		`<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///a">]>` + begin + "&a;" + end:                     true,
		"<!DOCTYPE rss [" + strings.Repeat(" ", 10_000) + "<!entity a 'b'>]>" + begin + "&a;" + end: true,
		"<!DOCTYPE rss [<!ELEMENT rss ANY><!ENTITY a 'b'>]>" + begin + "&a;" + end:                  true,
		"<!-- <!ENTITY a 'b'> -->" + begin + end:                                                    false,
		begin + "<![CDATA[<!ENTITY a 'b'>]]>" + end:                                                 false,
	} {
		for item := range Read(strings.NewReader(in), Options{Name: "a.rss"}) {
			if got := errors.Is(item.Err, agency.ErrEntities); got != refused {
				t.Errorf("%.60s: got %v", in, item.Err)
			}
		}
	}
}

// TestNestedFeed has feeds that are nested without end, in ways that XML has to
// say so.
func TestNestedFeed(t *testing.T) {
	const entry = "<rss xmlns:a='https://a.example/'><channel><item><link>https://a.example/1</link>"
	for _, tt := range []struct {
		name, in string
		refused  bool
	}{
		{"extensions", entry + strings.Repeat("<a:b>", 1_000_000), true},
		{"with attributes", entry + strings.Repeat("<a:b c='d'\n>", 1000), true},
		{"with quoted ends", entry + strings.Repeat("<a:b c='/>'>", 1000), true},
		{"closed", entry + strings.Repeat("<a:b></a:b><a:c/>", 1000) + "</item></channel></rss>", false},
		{"in a quotation", entry + "<description><![CDATA[" + strings.Repeat("<p>", 1000) + "]]></description></item></channel></rss>", false},
		{"in a comment", entry + "<!--" + strings.Repeat("<p>", 1000) + "--></item></channel></rss>", false},
	} {
		for item := range Read(strings.NewReader(tt.in), Options{Name: "a.rss"}) {
			if got := errors.Is(item.Err, errNesting); got != tt.refused {
				t.Errorf("%s: got %v", tt.name, item.Err)
			}
		}
	}
}
