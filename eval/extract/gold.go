package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
)

// A goldArticle is one line of a gold file: an article with its quotes.
type goldArticle struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Title  string  `json:"title"`
	Date   string  `json:"date"`
	Outlet string  `json:"outlet"`
	Quotes []quote `json:"quotes"`
}

// A quote is one attributed statement, in the gold and in the system's file.
// All offsets are code points.
type quote struct {
	Spans   [][2]int `json:"spans,omitempty"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Kind    string   `json:"kind,omitempty"`
	Act     string   `json:"act,omitempty"`
	Speaker source   `json:"speaker"`
	Cue     part     `json:"cue"`

	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

// A source is who a quote is attributed to.
type source struct {
	part
	Spans    [][2]int `json:"spans,omitempty"`
	Type     string   `json:"type,omitempty"`
	Resolved string   `json:"resolved,omitempty"`
}

// A part is words with their place; -1 where there is none.
type part struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// readGold reads a gold file, one JSON article a line.
func readGold(name string) ([]goldArticle, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var articles []goldArticle
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, n, err)
		}
		articles = append(articles, a)
	}
	return articles, lines.Err()
}

// actNames are the gold's words for the acts.
var actNames = map[onrecord.Act]string{
	onrecord.ActStatement: "statement", onrecord.ActSpeech: "speechact", onrecord.ActAttitude: "attitude",
}

// toQuotes turns claims into quotes with code-point offsets.
func toQuotes(text string, claims []onrecord.Claim) []quote {
	at := runeOffsets(text)
	quotes := make([]quote, len(claims))
	for i, c := range claims {
		quotes[i] = quote{
			Start: at(c.Span.Start), End: at(c.Span.End), Kind: c.Kind.String(), Act: actNames[c.Act],
			Cue:     toPart(c.Cue, c.CueSpan, at),
			Speaker: source{part: toPart(c.Mention, c.MentionSpan, at), Resolved: c.Speaker.Name},
			Rule:    c.Rule, Confidence: c.Confidence,
		}
	}
	return quotes
}

func toPart(words string, s onrecord.Span, at func(int) int) part {
	if s.Empty() {
		return part{Start: -1, End: -1}
	}
	return part{Text: words, Start: at(s.Start), End: at(s.End)}
}

// runeOffsets returns the function from byte offsets of text to code points.
func runeOffsets(text string) func(int) int {
	if len(text) == utf8.RuneCountInString(text) {
		return func(b int) int { return b }
	}
	at := make([]int, len(text)+1)
	n := 0
	for b := range text {
		at[b] = n
		n++
	}
	at[len(text)] = n
	return func(b int) int { return at[b] }
}
