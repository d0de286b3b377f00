package compare

import "github.com/onrecord/onrecord"

// A Text is a text, or parts of one, made ready to be compared. Each number is
// one word, in digits or in letters: "twenty-five" and "25" are the same, and
// "1.2 million" is "1,200,000".
type Text struct {
	source string
	words  []Word
	breaks map[int]bool // words in front of which the parts are interrupted
}

// NewText takes the parts of a source, in order; all of it where none is given.
// Spans of words are into the source.
func NewText(source string, parts ...onrecord.Span) *Text {
	if len(parts) == 0 {
		parts = []onrecord.Span{{End: len(source)}}
	}
	t := &Text{source: source}
	for i, part := range parts {
		words := foldNumbers(Words(part.Of(source)))
		for j := range words {
			words[j].Start += part.Start
			words[j].End += part.Start
		}
		if i > 0 && len(words) > 0 && len(t.words) > 0 {
			if t.breaks == nil {
				t.breaks = make(map[int]bool)
			}
			t.breaks[len(t.words)] = true
		}
		t.words = append(t.words, words...)
	}
	return t
}

// Len counts the words; an ellipsis is none.
func (t *Text) Len() int { return spoken(t.words) }

// between returns what stands in front of a word: from the word before on, and
// before the first and behind the last one nothing.
func (t *Text) between(i int) string {
	if i <= 0 || i >= len(t.words) {
		return ""
	}
	return t.source[t.words[i-1].End:t.words[i].Start]
}

// span returns where the words from start to end stand.
func (t *Text) span(start, end int) onrecord.Span { return spanOf(t.words, start, end) }
