package query

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func text(s string) onrecord.Node {
	return onrecord.Match{Field: onrecord.FieldText, Text: s, MinTerms: allTerms}
}

func exact(s string) onrecord.Node {
	return onrecord.Phrase{Field: onrecord.FieldExact, Text: s}
}

func speaker(s string) onrecord.Node {
	return onrecord.Match{Field: onrecord.FieldSpeaker, Text: s, MinTerms: allTerms}
}

func all(nodes ...onrecord.Node) onrecord.Bool  { return onrecord.Bool{Must: nodes} }
func some(nodes ...onrecord.Node) onrecord.Bool { return onrecord.Bool{Should: nodes} }
func none(nodes ...onrecord.Node) onrecord.Bool { return onrecord.Bool{Not: nodes} }

func day(year int, month time.Month, day int) time.Time { return onrecord.Day(year, month, day).Time }

func TestParse(t *testing.T) {
	kind := func(k string) onrecord.Node {
		return onrecord.AnyOf{Field: onrecord.FieldKind, Values: []string{k}}
	}
	tests := []struct {
		name  string
		query string
		want  onrecord.Node
	}{
		{"empty is everything", "", onrecord.All{}},
		{"blank is everything", " \t\n", onrecord.All{}},
		{"one word", "ceasefire", text("ceasefire")},
		{"words are one match of all", "ceasefire  border", text("ceasefire border")},
		{"stop word beside others", "the ceasefire", text("the ceasefire")},
		{"stop words alone are looked for as written", "was not", onrecord.Match{Field: onrecord.FieldExact, Text: "was not", MinTerms: allTerms}},
		{"phrase", `"northern border"`, exact("northern border")},
		{"typographic quotation marks", "“northern border” „dam«", all(exact("northern border"), exact("dam"))},
		{"words around other clauses stay one match", `ceasefire kind:direct border`, all(text("ceasefire border"), kind("direct"))},
		{"plus changes nothing", "+ceasefire border", text("ceasefire border")},
		{"AND changes nothing", "ceasefire AND border", text("ceasefire border")},
		{"minus", "ceasefire -border", onrecord.Bool{Must: []onrecord.Node{text("ceasefire")}, Not: []onrecord.Node{text("border")}}},
		{"NOT", `ceasefire NOT "the border"`, onrecord.Bool{Must: []onrecord.Node{text("ceasefire")}, Not: []onrecord.Node{exact("the border")}}},
		{"only minus", "-border", none(text("border"))},
		{"OR", "ceasefire OR truce OR peace", some(text("ceasefire"), text("truce"), text("peace"))},
		{"OR binds tighter than space", "north ceasefire OR truce border", all(text("north border"), some(text("ceasefire"), text("truce")))},
		{"or is a word", "ceasefire or truce", text("ceasefire or truce")},
		{"minus within OR", "ceasefire OR -truce", some(text("ceasefire"), none(text("truce")))},
		{"parentheses", `(north border) OR "the dam"`, some(text("north border"), exact("the dam"))},
		{"minus before parentheses", "dam -(north OR south)", onrecord.Bool{Must: []onrecord.Node{text("dam")}, Not: []onrecord.Node{some(text("north"), text("south"))}}},
		{"parentheses without space", "a1(b1)c1", all(text("a1 c1"), text("b1"))},
		{"prefix", "sanct*", onrecord.Prefix{Field: onrecord.FieldExact, Text: "sanct"}},
		{"prefix with apostrophe", "o'br*", onrecord.Prefix{Field: onrecord.FieldExact, Text: "o'br"}},
		{"star in a phrase is a character", `"f***"`, exact("f***")},

		{"speaker", "speaker:velden", speaker("velden")},
		{"field in any case", "Speaker:velden", speaker("velden")},
		{"whole name", `speaker:"mara velden"`, speaker("mara velden")},
		{"speaker prefix", "speaker:vel*", onrecord.Prefix{Field: onrecord.FieldSpeaker, Text: "vel"}},
		{"not a speaker", "-speaker:velden", none(speaker("velden"))},
		{"speakers", "dam speaker:velden OR speaker:vasch", all(text("dam"), some(speaker("velden"), speaker("vasch")))},
		{"title", "title:minister", onrecord.Match{Field: onrecord.FieldTitle, Text: "minister", MinTerms: allTerms}},
		{"title phrase", `title:"foreign minister"`, onrecord.Phrase{Field: onrecord.FieldTitle, Text: "foreign minister"}},
		{"outlet is folded", `outlet:"Harbour  Hérald"`, onrecord.AnyOf{Field: onrecord.FieldOutlet, Values: []string{"harbour herald"}}},
		{"kind", "kind:Direct", kind("direct")},
		{"state", "state:Removed", onrecord.AnyOf{Field: onrecord.FieldState, Values: []string{"removed"}}},
		{"state present", "state:present", onrecord.OnlyPresent()},
		{"not that state", "-state:edited", none(onrecord.AnyOf{Field: onrecord.FieldState, Values: []string{"edited"}})},
		{"text joins no phrase", "text:border dam", all(text("dam"), text("border"))},
		{"text phrase", `text:"northern border"`, exact("northern border")},
		{"exact word", "exact:sanctions", exact("sanctions")},
		{"exact prefix", "exact:sanct*", onrecord.Prefix{Field: onrecord.FieldExact, Text: "sanct"}},

		{"year", "said:2025", onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2025, 1, 1), To: day(2026, 1, 1)}},
		{"month in quotation marks", `said:"2025-12"`, onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2025, 12, 1), To: day(2026, 1, 1)}},
		{"day", "published:2025-05-18", onrecord.TimeRange{Field: onrecord.FieldPublished, From: day(2025, 5, 18), To: day(2025, 5, 19)}},
		{"both ends included", "said:2025-05..2025-06", onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2025, 5, 1), To: day(2025, 7, 1)}},
		{"ends of different precision", "said:2024..2025-06-02", onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2024, 1, 1), To: day(2025, 6, 3)}},
		{"open beginning", "said:..2025", onrecord.TimeRange{Field: onrecord.FieldSaid, To: day(2026, 1, 1)}},
		{"open end", "said:2025..", onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2025, 1, 1)}},
		{"instant of another zone", "said:2025-05-18T01:00:00+02:00..", onrecord.TimeRange{Field: onrecord.FieldSaid, From: day(2025, 5, 17).Add(23 * time.Hour)}},

		{"apostrophes", "don't 'tis workers' '", text("don't 'tis workers' '")},
		{"signs between letters", "AT&T U.S. cease-fire 5% #dam @velden", text("AT&T U.S. cease-fire 5% #dam @velden")},
		{"dashes between spaces", "ceasefire - border – dam --", text("ceasefire - border – dam --")},
		{"time of day", "at 12:30", text("at 12:30")},
		{"address", "https://example.org/a?b=c:d", text("https://example.org/a?b=c:d")},
		{"colon of a transcript", "Velden: stay", text("Velden: stay")},
		{"colon alone", ": :a 3:1 ::", text(": :a 3:1 ::")},
		{"unknown field in quotation marks", `"resolution:242"`, exact("resolution:242")},
		{"nothing but signs", "&", onrecord.Match{Field: onrecord.FieldExact, Text: "&", MinTerms: allTerms}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse(tt.query)
			if err != nil {
				t.Fatalf("Parse(%q): %v", tt.query, err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", tt.query, diff)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, query, want string }{
		{"unclosed phrase", `dam "north border`, `query: at 17: expected a closing quotation mark " for the one at 4, found the end`},
		{"lone quotation mark", `"`, `query: at 1: expected a closing quotation mark " for the one at 0, found the end`},
		{"empty phrase", `dam " "`, "query: at 5: expected words between the quotation marks, found none"},
		{"unclosed parenthesis", "(dam", "query: at 4: expected a closing parenthesis for the one at 0, found the end"},
		{"parenthesis too many", "dam) north", "query: at 3: expected the end, or an opening parenthesis before, found )"},
		{"empty parentheses", "()", "query: at 1: expected a word, a phrase or a field, found )"},
		{"OR at the beginning", "OR dam", "query: at 0: expected a word, a phrase or a field, found OR"},
		{"OR at the end", "dam OR", "query: at 6: expected a word, a phrase or a field, found the end"},
		{"OR twice", "dam OR OR north", "query: at 7: expected a word, a phrase or a field, found OR"},
		{"AND at the end", "dam AND", "query: at 7: expected a word, a phrase or a field, found the end"},
		{"NOT twice", "NOT NOT dam", "query: at 4: expected a word, a phrase or a field, found NOT"},
		{"unknown field", "ümlaut:x", "query: at 0: expected one of the fields speaker, title, outlet, kind, state, said, published, text, exact before a colon, or quotation marks around it, found ümlaut:"},
		{"no value", "dam speaker:", "query: at 12: expected words of a name right after speaker:, found the end"},
		{"space before the value", "kind: direct", "query: at 5: expected direct, indirect or mixed right after kind:, found a space"},
		{"parenthesis as value", "speaker:(a OR b)", "query: at 8: expected words of a name right after speaker:, found ("},
		{"unknown state", "state:gone", "query: at 6: expected present, edited or removed, found gone"},
		{"unknown kind", "kind:quoted", "query: at 5: expected direct, indirect or mixed, found quoted"},
		{"no date", "said:..", "query: at 5: expected " + takesDates + ", found .."},
		{"impossible date", "said:2025-02-30", "query: at 5: expected " + takesDates + ", found 2025-02-30"},
		{"year far off", "said:0025", "query: at 5: expected " + takesDates + ", found 0025"},
		{"range backwards", "said:2025-06..2025-05", "query: at 5: expected a range whose first date is not after its last, found 2025-06..2025-05"},
		{"short prefix", "s*", "query: at 0: expected at least 2 letters or digits before a *, found s*"},
		{"star alone", "dam *", "query: at 4: expected at least 2 letters or digits before a *, found *"},
		{"star inside", "dam san*ions", "query: at 7: expected a * at the end of a word only, found san*ions"},
		{"star behind two words", "cease-fi*", "query: at 0: expected one word before a *, found cease-fi*"},
		{"star in an outlet", "outlet:harb*", "query: at 11: expected no * in the value of outlet, found *"},
		{"long word in a message", "kind:" + strings.Repeat("ü", 30), "query: at 5: expected direct, indirect or mixed, found " + strings.Repeat("ü", 20) + "…"},
		{"not UTF-8", "dam \xff", "query: at 4: expected valid UTF-8, found the byte 0xFF"},
		{"10,000 characters", strings.Repeat("x", 10000), "query: at 2000: expected a query of at most 2000 bytes, found one of 10000"},
		{"too many clauses", strings.Repeat("a ", MaxClauses) + "b", "query: at 128: expected at most 64 words, phrases and fields, found b"},
		{"too deep", strings.Repeat("(", MaxDepth+1) + "a", "query: at 16: expected at most 16 parentheses within each other, found ("},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			node, err := Parse(tt.query)
			if err == nil {
				t.Fatalf("Parse(%q) = %v, want an error", tt.query, node)
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.query, got, tt.want)
			}
			if !errors.Is(err, onrecord.ErrInvalid) {
				t.Errorf("Parse(%q): %v is not ErrInvalid", tt.query, err)
			}
		})
	}
}

func TestBoundsAreReached(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("x", MaxBytes),
		strings.Repeat("a ", MaxClauses),
		strings.Repeat("(", MaxDepth) + "a" + strings.Repeat(")", MaxDepth),
	} {
		if _, err := Parse(query); err != nil {
			t.Errorf("Parse(%.20q…): %v", query, err)
		}
	}
}
