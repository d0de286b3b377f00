package index

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
)

// The text of an article is kept once: each claim has its sentence, so that a
// hit is read without the text around it, and what stands between the sentences
// is a document of its own. A record is read with all of them.

// isApart reports whether the sentence of a claim is not what a text has there.
func isApart(text string, c *onrecord.Claim) bool {
	s := c.Sentence
	return s.Start < 0 || s.End < s.Start || s.End > len(text) || s.Of(text) != c.SentenceText
}

// A sentence is a part of a text that a claim has.
type sentence struct {
	span  onrecord.Span
	words string
}

// gaps calls visit with the parts of a text, so many bytes long, that are in
// none of the sentences, in their order.
func gaps(length int, sentences []sentence, visit func(onrecord.Span)) {
	slices.SortFunc(sentences, func(a, b sentence) int { return cmp.Compare(a.span.Start, b.span.Start) })
	end := 0
	for _, s := range sentences {
		if s.span.Start > end {
			visit(onrecord.Span{Start: end, End: s.span.Start})
		}
		end = max(end, s.span.End)
	}
	if length > end {
		visit(onrecord.Span{Start: end, End: length})
	}
}

// withoutSentences returns what is left of a text.
func withoutSentences(text string, sentences []sentence) string {
	var left strings.Builder
	gaps(len(text), sentences, func(gap onrecord.Span) { left.WriteString(gap.Of(text)) })
	return left.String()
}

var errText = errors.New("an article's text is damaged")

// withSentences is the inverse of withoutSentences for a text so many bytes
// long.
func withSentences(left []byte, length int, sentences []sentence) (string, error) {
	if length < 0 || length > MaxTextBytes {
		return "", errText
	}
	for _, s := range sentences {
		if s.span.Start < 0 || s.span.End > length || s.span.End-s.span.Start != len(s.words) {
			return "", errText
		}
	}
	text := make([]byte, length)
	missing := false
	gaps(length, sentences, func(gap onrecord.Span) {
		n := copy(text[gap.Start:gap.End], left)
		missing = missing || n < gap.End-gap.Start
		left = left[n:]
	})
	if missing || len(left) > 0 {
		return "", errText
	}
	for _, s := range sentences {
		copy(text[s.span.Start:s.span.End], s.words)
	}
	return string(text), nil
}
