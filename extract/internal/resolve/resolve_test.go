package resolve_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/resolve"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A marked text has the parts of statement n in braces: {n:content},
// {n@mention}, {n=cue}.
func parseMarked(t *testing.T, marked string) (*text.Document, []resolve.Statement) {
	t.Helper()
	type part struct {
		kind       byte
		start, end int
	}
	var plain strings.Builder
	parts := make(map[byte][]part)
	last := byte('0')
	for rest := marked; rest != ""; {
		i := strings.IndexByte(rest, '{')
		if i < 0 {
			plain.WriteString(rest)
			break
		}
		end := strings.IndexByte(rest, '}')
		if end < i+3 {
			t.Fatalf("bad mark in %q", rest)
		}
		plain.WriteString(rest[:i])
		start := plain.Len()
		plain.WriteString(rest[i+3 : end])
		parts[rest[i+1]] = append(parts[rest[i+1]], part{rest[i+2], start, plain.Len()})
		last = max(last, rest[i+1])
		rest = rest[end+1:]
	}
	d := text.Parse(plain.String())
	var statements []resolve.Statement
	for n := byte('1'); n <= last; n++ {
		s := resolve.Statement{Heir: -1, Nested: -1}
		for _, p := range parts[n] {
			r := tokens(d, p.start, p.end)
			switch p.kind {
			case ':':
				if s.Content.Len() > 0 {
					r.First = s.Content.First // cut by what stands within it
				}
				s.Content = r
				s.Direct = d.Is(r.First, text.Mark) || d.Tokens[r.First].Quote >= 0
			case '@':
				s.Mention = r
			case '=':
				s.Cue = r
			}
		}
		statements = append(statements, s)
	}
	return d, statements
}

// tokens returns the tokens that cover the bytes from start to end.
func tokens(d *text.Document, start, end int) text.Range {
	r := text.Range{First: -1}
	for i, t := range d.Tokens {
		if t.Start < end && t.End > start {
			if r.First < 0 {
				r.First = i
			}
			r.End = i + 1
		}
	}
	return r
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		name, text string
		change     func([]resolve.Statement)
		want       []string
	}{
		{
			name: "a statement without a source goes on with the one it names as heir",
			text: "{1:“It rains,”} {1@Mara Velden} {1=said}. Lionel Orr slept. {2:“It pours.”}",
			change: func(s []resolve.Statement) {
				s[1].Heir = 0
			},
			want: []string{"Mara Velden", "Mara Velden"},
		},
		{
			name: "a quotation that floats is of who spoke last",
			text: "{1:“It rains,”} {1@Mara Velden} {1=said}. Lionel Orr slept.\n\n{2:“It pours.”}",
			want: []string{"Mara Velden", "Mara Velden"},
		},
		{
			name: "a passive without an agent has nobody",
			text: "{1:“It rains,”} {1@Mara Velden} {1=said}. Lionel Orr {2=was told} {2:it pours}.",
			change: func(s []resolve.Statement) {
				s[1].Passive = true
			},
			want: []string{"Mara Velden", ""},
		},
		{
			name: "a phrase of place is no source: the subject is",
			text: "{1:“It rains,”} {1@Lionel Orr} {1=said}. Mara Velden, in {2@a statement}, {2=added} {2:it pours}.",
			want: []string{"Lionel Orr", "Mara Velden"},
		},
		{
			name: "I within a quotation is who speaks it",
			text: "Lionel Orr slept. {1:“Yesterday} {2@I} {2=said} {2:it rains}{1:,”} {1@Mara Velden} {1=said}.",
			change: func(s []resolve.Statement) {
				s[1].Nested = 0
			},
			want: []string{"Mara Velden", "Mara Velden"},
		},
		{
			name: "who is the name before",
			text: "Mara Velden met Lionel Orr, {1@who} {1=said} {1:it rains}.",
			want: []string{"Lionel Orr"},
		},
		{
			name: "he is nobody named within what he says",
			text: "Lionel Orr arrived. {1:“Peter Brandt has lost,”} {1@he} {1=said}.",
			want: []string{"Lionel Orr"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, statements := parseMarked(t, tt.text)
			if tt.change != nil {
				tt.change(statements)
			}
			var got []string
			for _, c := range resolve.Speakers(d, names.Find(d), statements) {
				got = append(got, c.Speaker.Name)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("speakers differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCandidates(t *testing.T) {
	d, statements := parseMarked(t, "Mara Velden met Ilse Brandt and Lionel Orr. {1:“It rains,”} {1@she} {1=said}.")
	c := resolve.Speakers(d, names.Find(d), statements)[0]
	if got, want := c.Speaker.Name, "Mara Velden"; got != want {
		t.Errorf("speaker %q, want %q", got, want)
	}
	if len(c.Others) != 1 || c.Others[0].Name != "Ilse Brandt" {
		t.Fatalf("others %+v, want Ilse Brandt alone: Lionel Orr is a man", c.Others)
	}
	if sum := c.Certainty + c.Others[0].Confidence; sum < 0.99 || sum > 1.01 || c.Certainty < c.Others[0].Confidence {
		t.Errorf("certainty %v and %v: the first has to be more, and both together 1", c.Certainty, c.Others[0].Confidence)
	}
}
