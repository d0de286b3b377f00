package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// markedArticle makes an article of a text in which {…} are statements that the
// source marks, by the speakers in order.
func markedArticle(marked string, given ...onrecord.Given) onrecord.Article {
	var text strings.Builder
	n := 0
	for _, r := range marked {
		switch r {
		case '{':
			given[n].Span.Start = text.Len()
		case '}':
			given[n].Span.End = text.Len()
			n++
		default:
			text.WriteRune(r)
		}
	}
	return onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: "a1"}, Text: text.String(), Given: given}
}

// TestGiven has statements that the source marks: each is a claim, found or not.
func TestGiven(t *testing.T) {
	for _, tt := range []struct {
		name, marked string
		given        []onrecord.Given
		want         []string
	}{
		{"a speech: one speaker is no transcript", "Mara Velden: {We will keep the ferry.}\n\nMara Velden: {It will not be cheap.}",
			[]onrecord.Given{{Speaker: "Mara Velden", Offset: onrecord.At(0)}, {Speaker: "Mara Velden", Offset: onrecord.At(time.Minute)}},
			[]string{"Mara Velden [mara-velden] given 1.00 0s: We will keep the ferry.", "Mara Velden [mara-velden] given 1.00 1m0s: It will not be cheap."}},
		{"found by the extractor, who has no first name", "“{We will keep the ferry},” Velden said.", []onrecord.Given{{Speaker: "Mara Velden", Confidence: 0.9}},
			[]string{"Mara Velden [mara-velden] quote-speaker-said 0.90: We will keep the ferry,"}},
		{"found with another speaker", "“{We will keep the ferry},” Tomas Okar said.", []onrecord.Given{{Speaker: "Mara Velden", Confidence: 0.75}},
			[]string{"Mara Velden [mara-velden] quote-speaker-said 0.75 not Tomas Okar: We will keep the ferry,"}},
		{"found, and the source knows no speaker", "“{We will keep the ferry},” Mara Velden said.", []onrecord.Given{{}},
			[]string{"Mara Velden [mara-velden] quote-speaker-said 0.96: We will keep the ferry,"}},
		{"found within a longer statement", "Mara Velden said that the port authority had “{no plan at all}” for the winter.", []onrecord.Given{{}},
			[]string{"Mara Velden [mara-velden] speaker-said-that 0.94: the port authority had “no plan at all” for the winter"}},
		{"not found", "in the pier's café “{We will keep the ferry}” and some", []onrecord.Given{{}}, []string{" [] given 0.50: We will keep the ferry"}},
		{"what a turn reports is the turn's", "Mara Velden: {We met. Okar said that the port had closed. It has not.}", []onrecord.Given{{Speaker: "Mara Velden"}},
			[]string{"Mara Velden [mara-velden] given 1.00: We met. Okar said that the port had closed. It has not."}},
		{"another language", "Mara Velden: {Wir werden die Fähre nicht einstellen, und das gilt auch für den Winter.}", []onrecord.Given{{Speaker: "Mara Velden"}},
			[]string{"Mara Velden [mara-velden] given 1.00: Wir werden die Fähre nicht einstellen, und das gilt auch für den Winter."}},
		{"the same words twice", "A: {Yes.}\n\nA: {Yes.}", []onrecord.Given{{}, {}}, []string{" [] given 0.50: Yes.", " [] given 0.50: Yes."}},
		{"a name in capitals, with a title", "HENRIK BO: {Stay at home.}\n\nMayor Henrik Bo: {Please.}", []onrecord.Given{{Speaker: "HENRIK BO"}, {Speaker: "Mayor Henrik Bo"}},
			[]string{"Henrik Bo [henrik-bo] given 1.00: Stay at home.", "Henrik Bo, Mayor [henrik-bo] given 1.00: Please."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := markedArticle(tt.marked, tt.given...)
			claims := extract.Claims(a)
			checkInvariants(t, a.Text, claims)
			var got []string
			for _, c := range claims {
				got = append(got, toldGiven(c))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("claims differ (-want +got):\n%s", diff)
			}
		})
	}
}

func toldGiven(c onrecord.Claim) string {
	told := c.Speaker.Name
	if c.Speaker.Title != "" {
		told += ", " + c.Speaker.Title
	}
	told += fmt.Sprintf(" [%s] %s %.2f", c.Speaker.ID, c.Rule, c.Confidence)
	if c.Offset.Known {
		told += " " + c.Offset.Time.String()
	}
	for _, o := range c.Candidates {
		told += " not " + o.Name
	}
	return told + ": " + c.Text
}

// TestGivenSpans has spans that are none of the text's, or overlap: they are
// passed over.
func TestGivenSpans(t *testing.T) {
	const text = "Ä We stay."
	for _, s := range []onrecord.Span{{Start: -1, End: 4}, {Start: 3, End: 3}, {Start: 5, End: 4}, {Start: 0, End: 99}, {Start: 1, End: 5}, {Start: 2, End: 3}} {
		if got := extract.Claims(onrecord.Article{Text: text, Given: []onrecord.Given{{Span: s}}}); len(got) > 0 {
			t.Errorf("span %v: got the claim %q", s, got[0].Text)
		}
	}
	overlapping := []onrecord.Given{{Span: onrecord.Span{Start: 3, End: 6}}, {Span: onrecord.Span{Start: 4, End: 9}}}
	if got := extract.Claims(onrecord.Article{Text: text, Given: overlapping}); len(got) != 1 || got[0].Text != "We" {
		t.Errorf("overlapping spans: got %d claims", len(got))
	}
}

// TestOffsets has the times that transcripts write before their turns.
func TestOffsets(t *testing.T) {
	const text = "[00:01:15] KAI LINDEN: Will the ferry run?\n\n[00:01:18.5] MARA VELDEN: It will run all winter.\n\nKAI LINDEN (01:02:03): Thank you.\n\nMARA VELDEN: We meet at 10:30 tomorrow."
	want := []string{"1m15s: Will the ferry run?", "1m18.5s: It will run all winter.", "1h2m3s: Thank you.", "none: We meet at 10:30 tomorrow."}
	var got []string
	for _, c := range extract.Claims(onrecord.Article{Text: text}) {
		at := "none"
		if c.Offset.Known {
			at = c.Offset.Time.String()
		}
		got = append(got, at+": "+c.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("claims differ (-want +got):\n%s", diff)
	}
}

// TestUTCOffset counts "yesterday" from the day that it was where the article
// came out.
func TestUTCOffset(t *testing.T) {
	published := onrecord.Date{Time: time.Date(2024, 3, 12, 1, 30, 0, 0, time.UTC), Precision: onrecord.PrecisionInstant}
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{Published: published}, Text: "“We stay,” Mara Velden said yesterday."}
	for offset, want := range map[time.Duration]string{0: "2024-03-11", -5 * time.Hour: "2024-03-10"} {
		a.UTCOffset = offset
		if claims := extract.Claims(a); len(claims) != 1 || claims[0].Said.String() != want {
			t.Errorf("offset %v: got %+v, want %s", offset, claims, want)
		}
	}
}
