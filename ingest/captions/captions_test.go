package captions_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/ingest/captions"
)

// told writes the text of captions and the times of its turns.
func told(in string) string {
	a, bad, err := captions.Article(in)
	if err != nil {
		return "error: " + err.Error()
	}
	out := strings.ReplaceAll(a.Text, "\n\n", " | ")
	for _, g := range a.Given {
		out += fmt.Sprintf(" [%s %v]", g.Speaker, g.Offset.Time)
	}
	for _, b := range bad {
		out += fmt.Sprintf(" bad: %d", b.Line)
	}
	return out
}

func TestArticle(t *testing.T) {
	const at = "00:00:01,000 --> 00:00:02,000\n"
	for _, tt := range []struct{ name, in, want string }{
		{"words without a speaker", at + "We stay\nhere.", "We stay here."},
		{"a name in capitals", at + "VELDEN: We stay.\n\n" + at + "And wait.", "VELDEN: We stay. And wait. [VELDEN 1s]"},
		{"two speakers of one cue", at + "MARA VELDEN: We stay.\nKai Linden: Why?", "MARA VELDEN: We stay. | Kai Linden: Why? [MARA VELDEN 1s] [Kai Linden 1s]"},
		{"a name with a remark", at + "VELDEN (V.O.): We stay.", "VELDEN: We stay. [VELDEN 1s]"},
		{"a word that is no name", at + "Remember: we stay.", "Remember: we stay."},
		{"dashes of a dialogue", at + "- Why?\n- Because.", "Why? | Because."},
		{"a name behind an arrow", at + ">> VELDEN: We stay.\n>> Why?", "VELDEN: We stay. | Why? [VELDEN 1s]"},
		{"lines that roll", at + "We stay\n\n" + at + "We stay\nand wait.", "We stay and wait."},
		{"sounds", at + "[applause]\n(MUSIC)\n♪ la la ♪\nWe stay.", "We stay."},
		{"a pause behind a sentence", at + "VELDEN: We stay.\n\n00:00:09,500 --> 00:00:10,000\nAnd wait.", "VELDEN: We stay. | And wait. [VELDEN 1s] [VELDEN 9.5s]"},
		{"a pause within a sentence", at + "We stay\n\n00:00:09,500 --> 00:00:10,000\nhere.", "We stay here."},
		{"tags and settings", at + `{\an8}<i>We</i> <font color="#fff">stay</font> &lt;here&gt;.`, "We stay <here>."},
		{"numbers and notes between cues", "1\n" + at + "We stay.\n\nNOTE nobody\nsaid this\n\n2\n" + at + "And wait.", "We stay. And wait."},
		{"a cue without an end", "00:00:01,000 -->\nWe go.\n\n" + at + "We stay.", "We stay. bad: 1"},
		{"a time that is none", "00:99:01,000 --> x\nWe go.\n\n" + at + "We stay.", "We stay. bad: 1"},
		{"no good cue", "a --> b\nWe go.", `error: line 1: no two times and an arrow between them ("00:01:02.500 --> 00:01:04.000")`},
		{"no words", at, "error: captions without words"},
		{"nothing", "", "error: captions without words"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(tt.in)); diff != "" {
				t.Errorf("article differs (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzArticle reads any captions: the turns are in the text, in order, and their
// times do not go below zero.
func FuzzArticle(f *testing.F) {
	f.Add("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Velden>We stay.</v> <v>And")
	f.Add("1\n00:00:01,000 --> 00:00:02,000\n>> MARA VELDEN (V.O.): We stay.\n- Why?")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return
		}
		a, _, err := captions.Article(in)
		if err != nil {
			return
		}
		end := 0
		for _, g := range a.Given {
			if g.Span.Start < end || g.Span.Empty() || g.Span.End > len(a.Text) || g.Speaker == "" || g.Offset.Time < 0 {
				t.Fatalf("turn %+v in %q", g, a.Text)
			}
			end = g.Span.End
		}
		if a.Text == "" || !utf8.ValidString(a.Text) {
			t.Fatalf("text %q", a.Text)
		}
	})
}
