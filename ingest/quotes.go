package ingest

import (
	"encoding/json"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest/page"
	"github.com/onrecord/onrecord/ingest/when"
)

// A quotation is one of a collection, with the words around it where the
// collection has them.
type quotation struct {
	before, words, after string
	speaker              string
	confidence           float64
}

// quotationMarks are those that a collection may have left at the ends of the
// words or of what is around them.
const quotationMarks = `"“”„«»`

// setQuotations makes the text of an article that is not there of its
// quotations, a paragraph each, and marks them.
func setQuotations(a *onrecord.Article, quotations []quotation) error {
	var text strings.Builder
	for _, q := range quotations {
		words := strings.Trim(page.Line(q.words), quotationMarks+" ")
		if words == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		if before := strings.TrimRight(page.Line(q.before), quotationMarks+" "); before != "" {
			text.WriteString(before + " ")
		}
		text.WriteString("“")
		start := text.Len()
		text.WriteString(words)
		a.Given = append(a.Given, onrecord.Given{
			Span: onrecord.Span{Start: start, End: text.Len()}, Speaker: q.speaker, Confidence: q.confidence,
		})
		text.WriteString("”")
		if after := strings.TrimLeft(page.Line(q.after), quotationMarks+" "); after != "" {
			if !strings.ContainsAny(after[:1], ",.;:!?)") {
				text.WriteString(" ")
			}
			text.WriteString(after)
		}
	}
	if a.Text = text.String(); a.Text == "" {
		return errors.New("has no quotation")
	}
	return nil
}

// isGQG reports whether an object is an article of GDELT's Global Quotation
// Graph.
func isGQG(object map[string]json.RawMessage) bool {
	var quotes []map[string]json.RawMessage
	if object["quotes"] == nil || object["url"] == nil || json.Unmarshal(object["quotes"], &quotes) != nil {
		return false
	}
	for _, q := range quotes {
		if q["quote"] == nil || q["pre"] == nil && q["post"] == nil {
			return false
		}
	}
	return len(quotes) > 0
}

func gqgItem(raw []byte, where string, yield func(Item) bool) bool {
	var stored struct {
		Date, URL, Title, Lang string
		Quotes                 []struct{ Pre, Quote, Post string }
	}
	if err := json.Unmarshal(raw, &stored); err != nil {
		return yield(Item{Where: where, Err: err})
	}
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{
		URL: stored.URL, Outlet: hostOf(stored.URL), Title: page.Line(stored.Title), Language: languageNamed(stored.Lang),
	}}
	a.Published, _ = when.Parse(stored.Date)
	quotations := make([]quotation, len(stored.Quotes))
	for i, q := range stored.Quotes {
		quotations[i] = quotation{before: q.Pre, words: q.Quote, after: q.Post}
	}
	err := setQuotations(&a, quotations)
	return yield(Item{Where: where, Article: a, Err: err})
}

// languageNamed returns the tag of a language that is given by tag or by its
// English name; "" where it is another one, and is worked out.
func languageNamed(s string) string {
	switch {
	case strings.EqualFold(s, "english"):
		return "en"
	case len(s) == 2:
		return strings.ToLower(s)
	}
	return ""
}

// isWebAddress reports whether an address can be kept as one of an article.
func isWebAddress(address string) bool {
	const most = 2048 // bytes
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && len(address) <= most
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// isQuote reports whether an object is a quotation of Quotebank, all its
// occurrences taken together.
func isQuote(object map[string]json.RawMessage) bool {
	return object["quoteID"] != nil && object["quotation"] != nil
}

func quoteItem(raw []byte, where string, yield func(Item) bool) bool {
	var stored struct {
		QuoteID, Quotation, Speaker, Date string
		Probas                            probabilities
		URLs                              []string
	}
	if err := json.Unmarshal(raw, &stored); err != nil {
		return yield(Item{Where: where, Err: err})
	}
	var a onrecord.Article
	a.Published, _ = when.Parse(stored.Date)
	a.SourceID, a.Language = "quotebank:"+stored.QuoteID, "en"
	for _, address := range stored.URLs {
		if len(a.Elsewhere) < maxElsewhere && isWebAddress(address) {
			a.Elsewhere = append(a.Elsewhere, address)
		}
	}
	if len(a.Elsewhere) > 0 {
		a.Outlet = hostOf(a.Elsewhere[0])
	}
	err := setQuotations(&a, []quotation{{words: stored.Quotation, speaker: speakerOf(stored.Speaker), confidence: stored.Probas.of(stored.Speaker)}})
	return yield(Item{Where: where, Article: a, Err: err})
}

// maxElsewhere is the most addresses of one quotation that are kept.
const maxElsewhere = 1000

// isQuotedArticle reports whether an object is an article of Quotebank.
func isQuotedArticle(object map[string]json.RawMessage) bool {
	return object["articleID"] != nil && object["quotations"] != nil
}

func quotedArticleItem(raw []byte, where string, yield func(Item) bool) bool {
	var stored struct {
		ArticleID, Date, Title, URL string
		Quotations                  []struct {
			Quotation, LeftContext, RightContext, LocalTopSpeaker string
			LocalProbas                                           probabilities
		}
	}
	if err := json.Unmarshal(raw, &stored); err != nil {
		return yield(Item{Where: where, Err: err})
	}
	a := onrecord.Article{ArticleInfo: onrecord.ArticleInfo{
		URL: stored.URL, Outlet: hostOf(stored.URL), Title: page.Line(stored.Title), Language: "en",
	}}
	a.Published, _ = when.Parse(stored.Date)
	a.SourceID = "quotebank:" + stored.ArticleID
	quotations := make([]quotation, len(stored.Quotations))
	for i, q := range stored.Quotations {
		quotations[i] = quotation{q.LeftContext, q.Quotation, q.RightContext, speakerOf(q.LocalTopSpeaker), q.LocalProbas.of(q.LocalTopSpeaker)}
	}
	err := setQuotations(&a, quotations)
	return yield(Item{Where: where, Article: a, Err: err})
}

// speakerOf returns the speaker that Quotebank names: "None" is nobody.
func speakerOf(name string) string {
	if name == "None" {
		return ""
	}
	return name
}

// probabilities are pairs of a speaker and a probability, which is a number or a
// string.
type probabilities [][]json.RawMessage

// of returns the probability of a speaker; 0 where there is none.
func (p probabilities) of(speaker string) float64 {
	for _, pair := range p {
		var name string
		if len(pair) != 2 || json.Unmarshal(pair[0], &name) != nil || name != speaker || speaker == "None" {
			continue
		}
		f, err := strconv.ParseFloat(strings.Trim(string(pair[1]), `"`), 64)
		if err == nil && f >= 0 && f <= 1 {
			return f
		}
	}
	return 0
}
