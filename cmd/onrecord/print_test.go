package main

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain words", "The talks are off, “for now”", "The talks are off, “for now”"},
		{"other scripts", "Ümläut, 停戦, سلام, שלום, 👩‍🚒", "Ümläut, 停戦, سلام, שלום, 👩‍🚒"},
		{"colours and a title", "\x1b[31mred\x1b]0;title\a", "␛[31mred␛]0;title␇"},
		{"over the line before", "a\rb\bc\x7f", "a b␈c␡"},
		{"lines and tabs", "a\nb\tc\u2028d\u0085e", "a b c d e"},
		{"the eight-bit forms", "a\u009b31mb\u009d0;t\u009c", "a�31mb�0;t�"},
		{"directions", "a\u202eb\u202cc\u2066d\u2069", "a�b�c�d�"},
		{"not UTF-8", "caf\xe9 \x9b31m", "caf� �31m"},
		{"NUL", "a\x00b", "a␀b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(clean(tt.in)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzClean makes any text safe: valid UTF-8 without control characters, and of
// safe text nothing else.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain", "\x1b[0m", "\u009b\u202e\u2028", "\xff\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := string(clean(text))
		if !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) || strings.ContainsFunc(got, bidiControl) {
			t.Errorf("clean(%q) = %q", text, got)
		}
		if again := string(clean(got)); again != got {
			t.Errorf("clean(%q) = %q, not itself", got, again)
		}
	})
}

func bidiControl(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f' && r != '\u061c' // marks, which turn nothing round
}

// TestPrintersCleanWhatTheyWrite gives bad texts to each way of writing.
func TestPrintersCleanWhatTheyWrite(t *testing.T) {
	const bad = "a\x1b[31mb\x07\u202e"
	claim := onrecord.Claim{
		ID: bad, Text: bad, Cue: bad, CueSpan: onrecord.Span{End: 1}, Span: onrecord.Span{Start: 2, End: 3}, Kind: onrecord.KindDirect,
		Speaker: onrecord.Speaker{Name: bad, Title: bad}, Venue: bad, SaidText: bad, ReportedVia: bad, SentenceText: bad,
		Article:     onrecord.ArticleInfo{ID: bad, Outlet: bad, URL: bad, Title: bad},
		Corrections: []onrecord.Correction{{Note: bad, Changes: []onrecord.Change{{Field: bad, Before: bad, After: bad}}}},
	}
	speaker := onrecord.Identity{ID: bad, Name: bad, Aliases: []onrecord.Alias{{Name: bad}}, Titles: []onrecord.TitleUse{{Title: bad}}}
	var b bytes.Buffer
	p := &printer{w: &b, width: 40, terminal: true}
	p.claim(bad, claim, []onrecord.Span{{Start: 0, End: 3}}, bad)
	p.corrections(claim)
	p.article(onrecord.Article{ArticleInfo: claim.Article, Text: bad})
	p.listed(claim.Article)
	p.speaker(speaker)
	p.facets([]onrecord.Field{onrecord.FieldOutlet}, map[onrecord.Field][]onrecord.FacetValue{onrecord.FieldOutlet: {{Value: bad}}})
	p.line("%s %v", bad, errors.New(bad))
	newProgress(&b, 1).say("%s: %v", bad, errors.New(bad))
	rows := &table{p: p}
	rows.row(bad, whoIs(speaker))
	rows.print()
	for line := range strings.Lines(b.String()) {
		if strings.ContainsAny(line, "\x1b\a\u202e") {
			t.Errorf("written raw: %q", line)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name  string
		width int
		text  safe
		want  []string
	}{
		{"words", 20, "one two three four five six", []string{"> one two three four", "  five six"}},
		{"nothing", 20, "", []string{"> "}},
		{"a word that is too long stays whole", 20, "at https://harbour-herald.example/1 it is", []string{"> at", "  https://harbour-herald.example/1", "  it is"}},
		{"wide characters take two columns", 20, "停戦は 今週末 までに 終わる。", []string{"> 停戦は 今週末", "  までに 終わる。"}},
		{"without spaces they part anywhere", 20, "停戦は今週末までに終わると述べた。", []string{"> 停戦は今週末までに", "  終わると述べた。"}},
		{"accents take none", 20, "e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301 ends", []string{"> e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301", "  ends"}},
		{"more than one space stays", 40, "2024-03-11  Ida Holm  direct", []string{"> 2024-03-11  Ida Holm  direct"}},
		{"a style ends with its line", 20, "\x1b[2mone two three four five\x1b[0m six", []string{"> \x1b[2mone two three four\x1b[0m", "  \x1b[2mfive\x1b[0m six"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			(&printer{w: &b, width: tt.width}).wrap("> ", "  ", tt.text)
			if diff := cmp.Diff(strings.Join(tt.want, "\n")+"\n", b.String()); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCueStandsWhereItStood prints statements with the cue before and behind.
func TestCueStandsWhereItStood(t *testing.T) {
	before := onrecord.Claim{
		Kind: onrecord.KindIndirect, Text: "41 soldiers\nhave died", Span: onrecord.Span{Start: 28, End: 49}, Cue: "According to", CueSpan: onrecord.Span{Start: 0, End: 12},
		Speaker: onrecord.Speaker{Name: "Defence Ministry"}, Article: onrecord.ArticleInfo{Outlet: "Delta Wire", Published: onrecord.Day(2024, 3, 12)},
	}
	behind := before
	behind.Kind, behind.Text, behind.Span, behind.Cue, behind.CueSpan = onrecord.KindDirect, "We stay", onrecord.Span{Start: 3, End: 10}, "said", onrecord.Span{Start: 20, End: 24}
	floating := behind
	floating.Cue, floating.CueSpan = "", onrecord.Span{}
	var b bytes.Buffer
	p := newPrinter(&b)
	p.claim("1.", before, []onrecord.Span{{Start: 3, End: 11}})
	p.claim("2.", behind, nil)
	p.claim("3.", floating, nil)
	want := `1. 2024-03-12  Defence Ministry  indirect
   According to: 41 **soldiers** have died
   Delta Wire

2. 2024-03-12  Defence Ministry  direct
   “We stay”
   said · Delta Wire

3. 2024-03-12  Defence Ministry  direct
   “We stay”
   Delta Wire

`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
}

func TestTable(t *testing.T) {
	var b bytes.Buffer
	rows := &table{p: &printer{w: &b, width: 30, terminal: true}, indent: "  "}
	rows.row("Ida Holm", "9", "mayor, chair of the harbour board")
	rows.row("高橋", "12", "goes by it")
	rows.print()
	rows.p.width = 40
	rows.print()
	want := `  Ida Holm  9
     mayor, chair of the
     harbour board
  高橋      12
     goes by it
  Ida Holm  9   mayor, chair of the
                harbour board
  高橋      12  goes by it
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
}

// TestDiskFull answers into a device that takes nothing.
func TestDiskFull(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	err = run(t.Context(), []string{"--help"}, strings.NewReader(""), full, full)
	if err == nil || !strings.Contains(err.Error(), "write the answer: ") {
		t.Errorf("got %v, want an error that tells that the answer was not written", err)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1234: "-1,234"} {
		if got := count(n); got != want {
			t.Errorf("count(%d): got %s, want %s", n, got, want)
		}
	}
}

func TestMoment(t *testing.T) {
	for in, want := range map[string]string{
		"2024": "2024", "2024-03": "2024-03", "2024-03-12": "2024-03-12", "2024-03-12T10:20:30.456+02:00": "2024-03-12 08:20",
	} {
		d, err := onrecord.ParseDate(in)
		if got := moment(d); err != nil || got != want {
			t.Errorf("moment(%s): got %s, want %s (%v)", in, got, want, err)
		}
	}
	if got := moment(onrecord.Date{}); got != "" {
		t.Errorf("no date: got %q", got)
	}
}
