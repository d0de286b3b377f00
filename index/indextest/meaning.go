package indextest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// meaningRecords are two articles and an undated one. The claims are named by
// what is special about them in the cases below.
func meaningRecords() []onrecord.Record {
	velden := onrecord.Speaker{ID: "mara-velden", Name: "Mara Velden", Title: "Foreign Minister"}
	orsk := onrecord.Speaker{ID: "tomas-orsk", Name: "Tomás Orsk", Title: "harbour master"}
	dated := func(id, outlet, title string, published onrecord.Date, claims ...onrecord.Claim) onrecord.Record {
		r := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{
			ID: id, Outlet: outlet, Title: title, Version: 1, Published: published,
		}}, Claims: claims, Revision: 1}
		for i := range r.Claims {
			r.Claims[i].Article = r.Article.ArticleInfo
		}
		return r
	}
	return []onrecord.Record{
		dated("a1", "Harbour Herald", "", onrecord.Day(2025, 5, 18),
			onrecord.Claim{ID: "lift", Kind: onrecord.KindDirect, Speaker: velden, Text: "We won’t lift the sanctions before the ceasefire holds", Group: "g1"},
			onrecord.Claim{ID: "lifting", Kind: onrecord.KindIndirect, Speaker: velden, Text: "lifting sanctions is for later", Group: "g1"},
			onrecord.Claim{ID: "no", Kind: onrecord.KindMixed, Speaker: orsk, Text: "No, no, no to the U.S. offer", Said: onrecord.Day(2025, 5, 17),
				Span: onrecord.Span{Start: 31, End: 59}, Sentence: onrecord.Span{Start: 16, End: 69},
				SentenceText: "Asked, he says No, no, no to the U.S. offer, of ships", Venue: "Harbour Radio"},
		),
		dated("a2", "L’Écho du Port", "Talks go on", onrecord.Date{Time: time.Date(2025, 6, 1, 8, 0, 0, 1, time.UTC), Precision: onrecord.PrecisionInstant},
			onrecord.Claim{ID: "cafe", Kind: onrecord.KindDirect, Speaker: orsk, Text: "The café, the cease-fire, and 1,200 sanctioned ships", Group: "g2"},
			onrecord.Claim{ID: "year", Speaker: onrecord.Speaker{Name: "a senior official"}, Text: "peace",
				Said: onrecord.Date{Time: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionYear}},
		),
		dated("a3", "", "", onrecord.Date{}, onrecord.Claim{ID: "empty"}, onrecord.Claim{ID: "stop", Text: "It is not so"}),
	}
}

var meaningCases = []struct {
	name  string
	query onrecord.Node
	want  string // claim IDs in the order of their resource names
}{
	{"all", onrecord.All{}, "lift lifting no cafe year empty stop"},
	{"stems", match(onrecord.FieldText, "Sanction", 0), "lift lifting cafe"},
	{"any of several", match(onrecord.FieldText, "ceasefire peace", 1), "lift year"},
	{"at least two", match(onrecord.FieldText, "lifted sanction ships", 2), "lift lifting cafe"},
	{"all of them", match(onrecord.FieldText, "lifted sanction", 2), "lift lifting"},
	{"more than there are is all", match(onrecord.FieldText, "lifted sanction", 9), "lift lifting"},
	{"repeated words count once", match(onrecord.FieldText, "sanction sanctions", 2), "lift lifting cafe"},
	{"a word that nobody said is missing", match(onrecord.FieldText, "sanction zeppelin", 2), ""},
	{"rarest word only", onrecord.Match{Field: onrecord.FieldText, Text: "sanctions peace", Breadth: 1}, "year"},
	{"as many words as reach the breadth", onrecord.Match{Field: onrecord.FieldText, Text: "sanctions peace", Breadth: 2}, "lift lifting cafe year"},
	{"a word that nobody said does not fill the breadth", onrecord.Match{Field: onrecord.FieldText, Text: "zeppelin peace", Breadth: 1}, "year"},
	{"stop words only", match(onrecord.FieldText, "it is not so", 0), ""},
	{"no word at all", match(onrecord.FieldText, "…", 0), ""},
	{"stop words are exact words", match(onrecord.FieldExact, "it is not so", 4), "stop"},
	{"exact words are not stemmed", match(onrecord.FieldExact, "sanction", 0), ""},
	{"apostrophes", match(onrecord.FieldExact, "won't", 0), "lift"},
	{"diacritics", match(onrecord.FieldSpeaker, "TOMAS", 0), "no cafe"},
	{"stems of the sentence around", match(onrecord.FieldContext, "asks ship", 2), "no"},
	{"the claim's own words are not around it", match(onrecord.FieldContext, "offer", 0), ""},
	{"the venue is around it", match(onrecord.FieldContext, "harbours", 0), "no"},
	{"the headline is around it", match(onrecord.FieldContext, "talk", 0), "cafe year"},
	{"title", match(onrecord.FieldTitle, "Harbour", 0), "no cafe"},

	{"phrase", phrase(onrecord.FieldExact, "the Ceasefire holds"), "lift"},
	{"phrase in another order", phrase(onrecord.FieldExact, "holds the ceasefire"), ""},
	{"phrase with a gap", phrase(onrecord.FieldExact, "lift sanctions"), ""},
	{"phrase across signs", phrase(onrecord.FieldExact, "cafe the cease fire and 1200"), "cafe"},
	{"phrase of one word", phrase(onrecord.FieldExact, "cafe"), "cafe"},
	{"phrase of one word repeated", phrase(onrecord.FieldExact, "no no no"), "no"},
	{"phrase of one word repeated too often", phrase(onrecord.FieldExact, "no no no no"), ""},
	{"phrase with initials", phrase(onrecord.FieldExact, "the US offer"), "no"},
	{"phrase without words", phrase(onrecord.FieldExact, "“”"), ""},
	{"name", phrase(onrecord.FieldSpeaker, "mara velden"), "lift lifting"},
	{"phrase in a title", phrase(onrecord.FieldTitle, "foreign minister"), "lift lifting"},

	{"prefix", prefix(onrecord.FieldExact, "Sanc"), "lift lifting cafe"},
	{"prefix is the whole word", prefix(onrecord.FieldExact, "ships"), "cafe"},
	{"prefix with diacritics", prefix(onrecord.FieldExact, "caf"), "cafe"},
	{"prefix in a name", prefix(onrecord.FieldSpeaker, "ve"), "lift lifting"},
	{"prefix of two words", prefix(onrecord.FieldExact, "the cea"), ""},
	{"empty prefix", prefix(onrecord.FieldExact, ""), ""},

	{"speakers", anyOf(onrecord.FieldSpeakerID, "mara-velden", "nobody"), "lift lifting"},
	{"an unnamed speaker has no ID", anyOf(onrecord.FieldSpeakerID, ""), ""},
	{"no value", anyOf(onrecord.FieldKind), ""},
	{"outlet in any case", anyOf(onrecord.FieldOutlet, "HARBOUR herald", "l'echo du port"), "lift lifting no cafe year"},
	{"kinds", anyOf(onrecord.FieldKind, "direct", "mixed"), "lift no cafe"},
	{"group", anyOf(onrecord.FieldGroup, "g1", "g3"), "lift lifting"},
	{"no group", anyOf(onrecord.FieldGroup, ""), ""},
	{"article", anyOf(onrecord.FieldArticle, "a3"), "empty stop"},
	{"month of what was said", anyOf(onrecord.FieldMonth, "2025-05", "2025-06"), "lift lifting no cafe"},
	{"a year has no month", anyOf(onrecord.FieldMonth, "2025-01"), ""},

	{"range begins with its first instant", between(onrecord.FieldSaid, day(17), day(18)), "no"},
	{"range ends before its last", between(onrecord.FieldSaid, day(16), day(17)), ""},
	{"range to the nanosecond", between(onrecord.FieldSaid, instant(1), instant(2)), "cafe"},
	{"range misses by a nanosecond", between(onrecord.FieldSaid, instant(2), time.Time{}), ""},
	{"open end", between(onrecord.FieldSaid, day(18), time.Time{}), "lift lifting cafe"},
	{"open beginning", between(onrecord.FieldSaid, time.Time{}, day(18)), "no year"},
	{"open both ways is any date", between(onrecord.FieldSaid, time.Time{}, time.Time{}), "lift lifting no cafe year"},
	{"published", between(onrecord.FieldPublished, day(18), day(19)), "lift lifting no"},

	{"must", onrecord.Bool{Must: nodes(match(onrecord.FieldText, "sanctions", 0), match(onrecord.FieldText, "ceasefire", 0))}, "lift"},
	{"should", onrecord.Bool{Should: nodes(match(onrecord.FieldText, "peace", 0), anyOf(onrecord.FieldKind, "mixed"))}, "no year"},
	{"should is required beside must", onrecord.Bool{
		Must: nodes(match(onrecord.FieldText, "sanctions", 0)), Should: nodes(anyOf(onrecord.FieldKind, "direct"))}, "lift cafe"},
	{"not", onrecord.Bool{
		Must: nodes(match(onrecord.FieldText, "sanctions", 0)), Not: nodes(anyOf(onrecord.FieldKind, "direct"))}, "lifting"},
	{"only not", onrecord.Bool{Not: nodes(anyOf(onrecord.FieldKind, "direct", "mixed"))}, "lifting year empty stop"},
	{"not everything", onrecord.Bool{Not: nodes(onrecord.All{})}, ""},
	{"not not", onrecord.Bool{Not: nodes(onrecord.Bool{Not: nodes(anyOf(onrecord.FieldKind, "mixed"))})}, "no"},
	{"empty bool", onrecord.Bool{}, "lift lifting no cafe year empty stop"},
	{"must an empty bool", onrecord.Bool{Must: nodes(onrecord.Bool{}, anyOf(onrecord.FieldKind, "mixed"))}, "no"},
}

func testMeaning(t *testing.T, x onrecord.Index) {
	records := meaningRecords()
	put(t, x, records...)
	o := oracle{}
	for _, r := range records {
		if err := o.put(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range meaningCases {
		t.Run(tt.name, func(t *testing.T) {
			r := onrecord.Request{Query: tt.query, Limit: onrecord.MaxCandidates}
			result := search(t, x, r)
			if got := idsOf(result.Claims); got != inOrder(tt.want) {
				t.Errorf("got %q, want %q", got, inOrder(tt.want))
			}
			checkSearch(t, x, o, r) // so that the oracle is tested too
		})
	}
	result := search(t, x, onrecord.Request{Query: match(onrecord.FieldText, "sanctions peace zeppelin", 0)})
	want := map[string]int{"sanction": 3, "peac": 1, "zeppelin": 0}
	if diff := cmp.Diff(want, result.Stats.DocFreq); diff != "" {
		t.Errorf("document frequencies (-want +got):\n%s", diff)
	}
}

// idsOf returns the IDs of claims in alphabetical order.
func idsOf(claims []onrecord.Claim) string {
	ids := make([]string, len(claims))
	for i := range claims {
		ids[i] = claims[i].ID
	}
	return inOrder(strings.Join(ids, " "))
}

func inOrder(ids string) string {
	fields := strings.Fields(ids)
	slices.Sort(fields)
	return fmt.Sprint(fields)
}

func match(field onrecord.Field, text string, least int) onrecord.Node {
	return onrecord.Match{Field: field, Text: text, MinTerms: least}
}

func phrase(field onrecord.Field, text string) onrecord.Node {
	return onrecord.Phrase{Field: field, Text: text}
}

func prefix(field onrecord.Field, text string) onrecord.Node {
	return onrecord.Prefix{Field: field, Text: text}
}

func anyOf(field onrecord.Field, values ...string) onrecord.Node {
	return onrecord.AnyOf{Field: field, Values: values}
}

func between(field onrecord.Field, from, to time.Time) onrecord.Node {
	return onrecord.TimeRange{Field: field, From: from, To: to}
}

func nodes(nodes ...onrecord.Node) []onrecord.Node { return nodes }

// day returns the beginning of a day of May 2025.
func day(day int) time.Time { return time.Date(2025, 5, day, 0, 0, 0, 0, time.UTC) }

// instant returns so many nanoseconds after eight on 1 June 2025.
func instant(nanoseconds int) time.Time { return time.Date(2025, 6, 1, 8, 0, 0, nanoseconds, time.UTC) }
