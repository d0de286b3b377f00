package service

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// How much of a draft stands around a claim: some two sentences before and one
// after. What comes before says more often what a claim is about.
const (
	nearbyBefore = 300 // bytes
	nearbyAfter  = 150 // bytes
)

// nearbyIn returns what stands around a claim of a text: the rest of its
// sentence, and the words before and after that.
func nearbyIn(text string, c *onrecord.Claim) string {
	start, end := c.Sentence.Start, c.Sentence.End
	if c.Sentence.Empty() {
		start, end = c.Span.Start, c.Span.End
	}
	before, after := text[max(0, start-nearbyBefore):start], text[end:min(len(text), end+nearbyAfter)]
	if start > nearbyBefore {
		_, before, _ = strings.Cut(before, " ")
	}
	if end+nearbyAfter < len(text) {
		after = after[:strings.LastIndexByte(after, ' ')+1]
	}
	return c.Surroundings() + before + "\n" + after
}
