package corpus

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// A writer writes an article's text and notes its claims as it goes.
type writer struct {
	corpus *Corpus
	plan   *plan
	info   onrecord.ArticleInfo
	text   strings.Builder
	claims []onrecord.Claim
}

// write returns the article of a plan.
func (c *Corpus) write(p *plan, number int) onrecord.Record {
	id := c.id(number)
	w := &writer{corpus: c, plan: p, info: onrecord.ArticleInfo{
		ID: id, URL: url(number), Outlet: c.outlets[p.outlet], Title: p.title, Language: "en",
		Published: onrecord.Date{Time: p.published, Precision: onrecord.PrecisionInstant},
		Hash:      hex.EncodeToString([]byte(id + id))[:64], Version: 1, Ingested: Last,
	}}
	w.text.Grow(6000)
	for i, s := range p.statements {
		if i > 0 {
			w.text.WriteString("\n\n")
		}
		if p.random.IntN(2) == 0 {
			w.filler()
		}
		w.statement(i, s)
		if p.random.IntN(2) == 0 {
			w.text.WriteString(" ")
			w.filler()
		}
	}
	return onrecord.Record{Article: onrecord.Article{ArticleInfo: w.info, Text: w.text.String()}, Claims: w.claims, Revision: 1}
}

// filler writes a sentence that nobody said.
func (w *writer) filler() {
	w.text.WriteString(sentence(w.corpus.words(w.plan.random, 4+w.plan.random.IntN(8))))
	w.text.WriteString(". ")
}

// add writes a part of the text and returns where it stands.
func (w *writer) add(part string) onrecord.Span {
	start := w.text.Len()
	w.text.WriteString(part)
	return onrecord.Span{Start: start, End: w.text.Len()}
}

// statement writes a sentence with its claim.
func (w *writer) statement(number int, s statement) {
	speaker := w.corpus.speaker(s.speaker)
	claim := onrecord.Claim{
		ID: fmt.Sprintf("c%d", number), Article: w.info, Kind: s.kind, Act: onrecord.ActStatement, Cue: "said", Group: s.group,
		Speaker: speaker, Mention: speaker.Title + " " + speaker.Name, Confidence: 0.9,
	}
	start := w.text.Len()
	if s.kind == onrecord.KindDirect {
		w.direct(&claim, s)
	} else {
		w.reported(&claim, s)
	}
	w.text.WriteString(".")
	claim.Sentence = onrecord.Span{Start: start, End: w.text.Len()}
	text := w.text.String()
	claim.Text, claim.SentenceText = claim.Span.Of(text), claim.Sentence.Of(text)
	w.claims = append(w.claims, claim)
}

// direct writes “…,” Senator Somebody said on Sunday
func (w *writer) direct(claim *onrecord.Claim, s statement) {
	claim.Rule = "quote-speaker-said"
	w.add("“")
	claim.Span = w.add(sentence(s.words))
	claim.Quoted = []onrecord.Span{claim.Span}
	w.add(",” ")
	claim.MentionSpan = w.add(claim.Mention)
	w.add(" ")
	claim.CueSpan = w.add(claim.Cue)
	w.said(claim, s)
}

// reported writes Senator Somebody said on Sunday that … “…” …
func (w *writer) reported(claim *onrecord.Claim, s statement) {
	claim.Rule = "speaker-said-that"
	claim.MentionSpan = w.add(claim.Mention)
	w.add(" ")
	claim.CueSpan = w.add(claim.Cue)
	w.said(claim, s)
	w.add(" that ")
	if s.kind == onrecord.KindIndirect {
		claim.Span = w.add(strings.Join(s.words, " "))
		return
	}
	from, to := s.quote[0], s.quote[1]
	begin := w.add(strings.Join(s.words[:from], " "))
	if from > 0 {
		w.add(" ")
	}
	opening := w.add("“")
	claim.Quoted = []onrecord.Span{w.add(strings.Join(s.words[from:to], " "))}
	claim.Span = onrecord.Span{Start: begin.Start, End: w.add("”").End}
	if from == 0 {
		claim.Span.Start = opening.Start
	}
	if to < len(s.words) {
		claim.Span.End = w.add(" " + strings.Join(s.words[to:], " ")).End
	}
}

// said writes when a statement was made, where the article says so.
func (w *writer) said(claim *onrecord.Claim, s statement) {
	if s.daysAgo < 0 {
		return
	}
	day := w.plan.published.AddDate(0, 0, -s.daysAgo).Truncate(24 * time.Hour)
	w.add(" on ")
	w.add(day.Weekday().String())
	claim.SaidText, claim.Said = day.Weekday().String(), onrecord.Date{Time: day, Precision: onrecord.PrecisionDay}
}

// sentence writes words with a capital letter first.
func sentence(words []string) string { return capital(strings.Join(words, " ")) }
