package agency_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/agency"
)

// first returns the first story of a document.
func first(t *testing.T, in string) agency.Story {
	t.Helper()
	for s := range agency.XML(strings.NewReader(in), func() {}) {
		return s
	}
	t.Fatalf("no story in %.60q", in)
	return agency.Story{}
}

func nitf(content string) string {
	return "<nitf><body><body.content>" + content + "</body.content></body></nitf>"
}

// TestHostile has documents that are refused, and why.
func TestHostile(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nested", nitf(strings.Repeat("<block>", 300)), "nested deeper than 200"},
		{"many elements", nitf(strings.Repeat("<p/>", 300_000)), "more than 500000 elements"},
		{"entities of its own", `<!DOCTYPE nitf [<!ENTITY a "b">]>` + nitf("<p>&a;</p>"), "declares entities"},
		{"an entity that is not declared", nitf("<p>&a;</p>"), "invalid character entity &a;"},
		{"breaks off", "<nitf>\n<body><body.content><p>We", "line 2: "},
		{"an encoding that nobody knows", `<?xml version="1.0" encoding="x-none"?>` + nitf("<p>We stay.</p>"), "x-none"},
		{"no body", nitf(""), "a story without a body"},
	} {
		if s := first(t, tt.in); s.Err == nil || !strings.Contains(s.Err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, s.Err, tt.want)
		}
	}
}

// TestGoesOn has a story without a body before one with one.
func TestGoesOn(t *testing.T) {
	in := "<newsMessage><itemSet><newsItem guid='1'/><newsItem guid='2'><contentSet><inlineData>We stay.</inlineData></contentSet></newsItem></itemSet></newsMessage>"
	var got []string
	for s := range agency.XML(strings.NewReader(in), func() {}) {
		if s.Err != nil {
			got = append(got, s.Err.Error())
			continue
		}
		got = append(got, s.Article.SourceID+": "+s.Article.Text)
	}
	if want := "a story without a body; 2: We stay."; strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func check(t *testing.T, a onrecord.Article) {
	if strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) || a.Urgency < 0 || a.Urgency > 9 {
		t.Errorf("got %+v", a)
	}
}

// FuzzXML reads any XML: what has no reason has a text.
func FuzzXML(f *testing.F) {
	f.Add(nitf("<p>We <em>stay</em>.<br/>&mdash;</p><media><p>x</p></media>"))
	f.Add("<newsMessage><itemSet><newsItem guid='2' version='3'><contentMeta><urgency>3</urgency><by>By A and B</by></contentMeta><contentSet><inlineXML><html><p>We</p></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>")
	f.Add(`<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>`)
	f.Fuzz(func(t *testing.T, in string) {
		for s := range agency.XML(strings.NewReader(in), func() {}) {
			if s.Line < 1 {
				t.Errorf("line %d", s.Line)
			}
			if s.Err == nil {
				check(t, s.Article)
			}
		}
	})
}

// FuzzNinjs reads any JSON object: what has no reason has a text.
func FuzzNinjs(f *testing.F) {
	f.Add([]byte(`{"uri": "urn:1", "body_text": "We stay.", "urgency": 3, "byline": "By A", "version": 2}`))
	f.Add([]byte(`{"uri": "urn:1", "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>We"}], "headlines": "x", "infosources": [{}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var object map[string]json.RawMessage
		if !utf8.Valid(in) || json.Unmarshal(in, &object) != nil || !agency.IsNinjs(object) {
			return
		}
		if a, err := agency.Ninjs(in); err == nil {
			check(t, a)
		}
	})
}
