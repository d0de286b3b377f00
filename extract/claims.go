package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// Claims returns the attributed statements of the article in text order: those
// that stand in it, and those that its source marks (Article.Given). Of a text
// that is not English (see Language) the latter only. The article's text has to
// be valid UTF-8.
func Claims(a onrecord.Article) []onrecord.Claim {
	d := newDocument(a.Text)
	if languageOf(d) != "en" {
		return Marked(a)
	}
	statements := findStatements(d)
	return withGiven(a, makeClaims(d, a.ArticleInfo, statements, attribute(d, there(a), statements)))
}

// there returns when the article came out by the clock of its source.
func there(a onrecord.Article) onrecord.Date {
	published := a.Published
	if published.Precision == onrecord.PrecisionInstant {
		published.Time = published.Time.Add(a.UTCOffset)
	}
	return published
}

// Marked returns the statements that the article's source marks, whatever its
// language.
func Marked(a onrecord.Article) []onrecord.Claim { return withGiven(a, nil) }

func makeClaims(d *document, info onrecord.ArticleInfo, statements []statement, attributions []attribution) []onrecord.Claim {
	claims := make([]onrecord.Claim, len(statements))
	seen := make(map[string]int, len(statements))
	for i, s := range statements {
		a := attributions[i]
		c := &claims[i]
		c.Article, c.Kind, c.Act, c.Rule = info, s.kind, s.act, string(s.rule)
		c.Span = d.span(s.content)
		c.Text = c.Span.Of(d.Text)
		c.ID = claimID(c.Text, seen)
		c.Quoted = d.quotedParts(s)
		c.CueSpan = d.span(s.cue)
		c.Cue = c.CueSpan.Of(d.Text)
		c.Speaker, c.Candidates = a.speaker, a.candidates
		c.MentionSpan = a.mention
		c.Mention = a.mention.Of(d.Text)
		c.ReportedVia, c.Venue, c.SaidText, c.Said = a.reportedVia, a.venue, a.saidText, a.said
		c.Sentence = d.around(s)
		c.SentenceText = c.Sentence.Of(d.Text)
		c.Offset = d.offsetOf(s)
		c.Confidence = clamp(s.score * a.certainty)
		if s.goesOn && s.heir >= 0 {
			c.Continues = claims[s.heir].ID
		}
	}
	return claims
}

// claimID makes an ID out of the words alone, so that it stays when the
// article around them changes; seen counts the same words in this article.
func claimID(words string, seen map[string]int) string {
	h := sha256.Sum256([]byte(strings.ToLower(strings.Join(strings.Fields(words), " "))))
	id := hex.EncodeToString(h[:8])
	seen[id]++
	if n := seen[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}

// quotedParts returns what of the statement stands in quotation marks.
func (d *document) quotedParts(s statement) []onrecord.Span {
	switch s.kind {
	case onrecord.KindDirect:
		return []onrecord.Span{d.span(s.content)}
	case onrecord.KindIndirect, onrecord.KindUnknown:
		return nil
	}
	var parts []onrecord.Span
	for i := s.content.First; i < s.content.End; i++ {
		if d.outside(i) {
			continue
		}
		end := min(d.skipQuote(i)+1, s.content.End)
		r := text.Range{First: i, End: end}
		if d.Is(r.First, text.Opens) {
			r.First++
		}
		if d.Is(r.End-1, text.Closes) {
			r.End--
		}
		if r.Len() > 0 {
			parts = append(parts, d.span(r))
		}
		i = end - 1
	}
	return parts
}

// around returns the sentence, or the run of sentences, that the statement and
// its attribution stand in.
func (d *document) around(s statement) onrecord.Span {
	r := s.content
	first, last := d.Tokens[r.First].Sentence, d.Tokens[r.End-1].Sentence
	for _, o := range []text.Range{s.cue, s.mention} {
		if o.Len() > 0 && d.Tokens[o.First].Paragraph == d.Tokens[r.First].Paragraph {
			first, last = min(first, d.Tokens[o.First].Sentence), max(last, d.Tokens[o.First].Sentence)
		}
	}
	return d.span(text.Range{First: d.Sentences[first].First, End: d.Sentences[last].End})
}
