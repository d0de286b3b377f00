package rank

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// Words in quotation marks are shared where a run of them is.
const (
	// minRun is the fewest words of a run: fewer are a turn of phrase.
	minRun = 3
	// maxQuoted bounds the quoted words of a claim that are compared; a turn of
	// a transcript can have thousands.
	maxQuoted = 500
)

// quotes are the words of a text that stand in quotation marks.
type quotes struct {
	text   string
	words  []analysis.Token // of all quoted parts, with a gap between each two
	starts map[string][]int // the first minRun words of a run → where in words it begins
}

// gap parts the words of different quotations. No word is equal to it.
var gap = analysis.Token{}

// newQuotes takes the words of a text within the spans.
func newQuotes(text string, spans []onrecord.Span) quotes {
	q := quotes{text: text, starts: make(map[string][]int)}
	for _, span := range spans {
		for _, token := range analysis.Words(span.Of(text)) {
			token.Start += span.Start
			token.End += span.Start
			q.words = append(q.words, token)
		}
		q.words = append(q.words, gap)
	}
	q.words = q.words[:min(len(q.words), maxQuoted)]
	for i := range q.words {
		if key := runKey(q.words[i:]); key != "" {
			q.starts[key] = append(q.starts[key], i)
		}
	}
	return q
}

// runKey is the first minRun words as one string; empty where there are not as
// many up to the next gap.
func runKey(tokens []analysis.Token) string {
	if len(tokens) < minRun {
		return ""
	}
	var key strings.Builder
	for _, token := range tokens[:minRun] {
		if token.Term == "" {
			return ""
		}
		key.WriteString(token.Term)
		key.WriteByte(' ')
	}
	return key.String()
}

// shared returns the runs of words that both have quoted, as spans of q's
// text. From left to right of the other, each run is the longest that begins
// there.
func (q quotes) shared(other quotes) []onrecord.Span {
	var spans []onrecord.Span
	for at := 0; at < len(other.words); {
		start, length := q.longest(other.words[at:])
		if length == 0 {
			at++
			continue
		}
		at += length
		spans = append(spans, onrecord.Span{Start: q.words[start].Start, End: q.words[start+length-1].End})
	}
	return spans
}

// longest finds the longest run of q's words that the tokens begin with.
func (q quotes) longest(tokens []analysis.Token) (start, length int) {
	for _, i := range q.starts[runKey(tokens)] {
		n := minRun
		for i+n < len(q.words) && n < len(tokens) && q.words[i+n].Term == tokens[n].Term && tokens[n] != gap {
			n++
		}
		if n > length {
			start, length = i, n
		}
	}
	return start, length
}
