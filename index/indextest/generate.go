package indextest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// A generator makes records and queries of a small world, so that they meet
// often. The same seed gives the same.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 0))} }

// vocabulary are the words that claims are made of: inflected forms, stop
// words, and every spelling that the analysis treats in its own way.
var vocabulary = strings.Fields(`the of and to not isn’t isn't won't we they ceasefire cease-fire ceasefires hold holding
	held holds sanction sanctions sanctioned minister’s minister ministers border borders crossing 1,200 1200 3.5% 40
	U.S. US J.D. Zelenský-like café cafe naïve negotiate negotiating negotiations negotiator harbour harbours tariff tariffs
	no no. never “never” (again) again, again; policy policies election elections 2024’s co-operate cooperate cooperation
	coast coastal coastline prices price priced war wars peace peaceful peace!`)

var speakers = []onrecord.Speaker{
	{ID: "mara-velden", Name: "Mara Velden", Title: "Foreign Minister", Type: onrecord.SpeakerPerson},
	{ID: "mara-velden", Name: "Mara Velden", Title: "Minister", Type: onrecord.SpeakerPerson},
	{ID: "tomas-orsk", Name: "Tomás Orsk", Title: "Harbour Master", Type: onrecord.SpeakerPerson},
	{ID: "j-d-orsk", Name: "J.D. Orsk", Type: onrecord.SpeakerPerson},
	{ID: "port-authority", Name: "Port Authority", Type: onrecord.SpeakerOrganization},
	{Name: "a senior official", Type: onrecord.SpeakerUnnamed},
	{},
}

var outlets = []string{"Harbour Herald", "harbour  HERALD", "Norvik Post", "L’Écho du Port", "L'Echo du Port", ""}

func pick[T any](g generator, from []T) T { return from[g.IntN(len(from))] }

// text returns so many words.
func (g generator) text(words int) string {
	chosen := make([]string, words)
	for i := range chosen {
		chosen[i] = pick(g, vocabulary)
	}
	return strings.Join(chosen, " ")
}

// moments are the times of the world: days that many share, and instants that
// differ in the last nanosecond.
var moments = []time.Time{
	time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(2024, 12, 31, 23, 59, 59, 999_999_999, time.UTC),
	time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC),
	time.Date(2025, 1, 1, 0, 0, 0, 1, time.UTC),
	time.Date(2025, 5, 1, 0, 0, 0, 0, time.UTC),
	time.Date(2025, 5, 18, 0, 0, 0, 0, time.UTC),
	time.Date(2025, 5, 18, 12, 30, 0, 0, time.UTC),
	time.Date(2025, 5, 18, 12, 30, 0, 500, time.UTC),
	time.Date(1066, 10, 14, 0, 0, 0, 0, time.UTC),
	time.Date(2400, 2, 29, 0, 0, 0, 0, time.UTC),
}

// date returns a date to any precision, or none.
func (g generator) date() onrecord.Date {
	at := pick(g, moments)
	switch precision := onrecord.Precision(g.IntN(int(onrecord.PrecisionInstant) + 1)); precision {
	case onrecord.PrecisionUnknown:
		return onrecord.Date{}
	case onrecord.PrecisionYear:
		return onrecord.Date{Time: time.Date(at.Year(), 1, 1, 0, 0, 0, 0, time.UTC), Precision: precision}
	case onrecord.PrecisionMonth:
		return onrecord.Date{Time: time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC), Precision: precision}
	case onrecord.PrecisionDay:
		return onrecord.Day(at.Date())
	default:
		return onrecord.Date{Time: at, Precision: precision}
	}
}

// record returns a record with up to a dozen claims. Versions of one article
// have some claims in common.
func (g generator) record(id string, version int) onrecord.Record {
	info := onrecord.ArticleInfo{
		ID: id, URL: "https://herald.example/" + id, Outlet: pick(g, outlets), Title: g.text(4), Language: "en",
		Published: g.date(), Hash: fmt.Sprintf("%064x", g.Uint64()), Version: version, Ingested: pick(g, moments),
	}
	if g.IntN(5) == 0 {
		info.Outlet = "Gazette " + id // one that goes with its article
	}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: info, Text: g.text(60)}, Revision: version, Extractor: g.IntN(3)}
	if version%2 == 0 {
		r.Article.Details, r.Article.Given = details(info), given
	}
	for number := range 12 {
		if g.IntN(2) == 0 {
			r.Claims = append(r.Claims, g.claim(info, fmt.Sprintf("c%d", number), number))
		}
	}
	for number := range g.IntN(3) {
		r.Former = append(r.Former, g.former(info, number))
	}
	return r
}

// details returns what the source of an article tells of it, all of it.
func details(info onrecord.ArticleInfo) onrecord.Details {
	return onrecord.Details{
		Authors: []string{"Ida Holm", "Jonas Brandt"}, Modified: onrecord.Day(2024, 3, 12), CanonicalURL: info.URL + "/amp",
		Elsewhere: []string{info.URL + "/2"}, Dateline: "SARN", Slug: "norva-ferry", Urgency: 3, Edition: "2", SourceID: "urn:1", UTCOffset: 2 * time.Hour,
		Fetched: time.Date(2024, 3, 13, 1, 2, 3, 4, time.UTC),
	}
}

// given are statements that a source marks.
var given = []onrecord.Given{
	{Span: onrecord.Span{Start: 1, End: 9}, Speaker: "Mara Velden", Confidence: 0.5, Offset: onrecord.At(0)},
	{Span: onrecord.Span{Start: 10, End: 12}, Offset: onrecord.At(90 * time.Second)},
	{Span: onrecord.Span{Start: 14, End: 15}},
}

// former returns a claim that an earlier version of an article had.
func (g generator) former(article onrecord.ArticleInfo, number int) onrecord.Claim {
	article.Outlet, article.Published, article.Version = pick(g, outlets), g.date(), 0
	c := g.claim(article, fmt.Sprintf("f%d", number), number)
	c.State = onrecord.StateEdited + onrecord.ClaimState(g.IntN(2))
	c.Gone = onrecord.Departure{Version: 1, Time: pick(g, moments)}
	return c
}

func (g generator) claim(article onrecord.ArticleInfo, id string, place int) onrecord.Claim {
	start := 20 * place
	c := onrecord.Claim{
		ID: id, Article: article, Kind: onrecord.Kind(g.IntN(4)), Act: onrecord.Act(g.IntN(4)),
		Text: g.text(g.IntN(16)), Span: onrecord.Span{Start: start, End: start + 10}, Speaker: pick(g, speakers),
		Cue: "said", CueSpan: onrecord.Span{Start: start + 11, End: start + 15}, Mention: "she",
		MentionSpan: onrecord.Span{Start: start + 16, End: start + 19}, ReportedVia: pick(g, outlets), Venue: "radio",
		SaidText: "Sunday", Sentence: onrecord.Span{Start: start, End: start + 20}, SentenceText: g.text(5),
		Rule: "test", Confidence: g.Float64(), Continues: "c0",
	}
	if g.IntN(2) == 0 {
		c.Said = g.date()
	}
	if g.IntN(4) > 0 {
		c.Group = fmt.Sprintf("group%d", g.IntN(20))
	}
	if place%3 > 0 {
		c.Offset = onrecord.At(time.Duration(place-1) * time.Second)
	}
	for range g.IntN(3) {
		c.Quoted = append(c.Quoted, onrecord.Span{Start: start + 1, End: start + 4})
		c.Candidates = append(c.Candidates, onrecord.Candidate{Name: pick(g, speakers).Name, Confidence: g.Float64()})
	}
	return c
}
