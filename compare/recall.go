package compare

import (
	"math"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// What is asked of an index. A quotation of a few words is asked for by a part
// of them; one of many words could be spread over several claims, each with a
// part.
const (
	maxRecallWords = 100 // different words; each one costs the engine a look-up
	maxPhraseWords = 20  // words of one phrase
	maxPhrases     = 5
	leastWords     = 2  // of a quotation that has as many
	mostWords      = 12 // that the first node of ByWords asks for
	mostStems      = 4
	stemsPart      = 3 // of so many stems one is asked for
)

// Exactly returns what claims match that have the words as they stand, between
// an editor's brackets and ellipses: those with verbatim and partial originals,
// unless these are written otherwise ("25" for "twenty-five").
func (q *Quote) Exactly() onrecord.Node {
	var all onrecord.Bool
	for _, phrase := range q.phrases() {
		all.Must = append(all.Must, onrecord.Phrase{Field: onrecord.FieldExact, Text: phrase})
	}
	if len(all.Must) == 0 {
		return onrecord.Match{Field: onrecord.FieldExact} // nothing
	}
	return all
}

// phrases returns the runs of words of the speaker, each cut to a length that
// tells.
func (q *Quote) phrases() []string {
	var phrases []string
	words := q.text.words
	for i := 0; i < len(words) && len(phrases) < maxPhrases; i++ {
		start := i
		for i < len(words) && words[i].Kind == Spoken && words[i].Stem == "" {
			i++
		}
		if end := min(i, start+maxPhraseWords); end > start {
			phrases = append(phrases, q.source[words[start].Start:words[end-1].End])
		}
	}
	return phrases
}

// ByWords returns nodes of which each matches fewer claims than the one before:
// those that have so many of the words, stop words included, as an altered
// original may have no others left. They are for the orders by date: to weigh
// stop words takes long and tells nothing.
func (q *Quote) ByWords() []onrecord.Node {
	text, n := q.recallText(func(term string) string { return term })
	least := []int{min(partOf(n, wordParts[0]), mostWords)}
	for _, part := range wordParts {
		least = append(least, partOf(n, part))
	}
	var nodes []onrecord.Node
	for _, terms := range slices.Compact(least) {
		nodes = append(nodes, onrecord.Match{Field: onrecord.FieldExact, Text: text, MinTerms: max(terms, leastWords)})
	}
	return nodes
}

// wordParts are the parts of the words that are asked for: of a third of the
// words changed, most stay.
var wordParts = [...]float64{0.5, 0.6, 0.75}

func partOf(n int, part float64) int { return int(math.Ceil(part * float64(n))) }

// ByStems returns what claims match that have some of the stems: pieces of an
// utterance, and what says the same in other words.
func (q *Quote) ByStems() onrecord.Node {
	text, n := q.recallText(q.stemOf)
	return onrecord.Match{Field: onrecord.FieldText, Text: text, MinTerms: min((n+stemsPart-1)/stemsPart, mostStems)}
}

// recallText writes the first words of the speaker that have different keys, as
// they stand, and counts them. What has no key is left out.
func (q *Quote) recallText(key func(term string) string) (text string, n int) {
	var b strings.Builder
	seen := make(map[string]bool)
	for _, w := range q.text.words {
		if w.Kind != Spoken {
			continue
		}
		part := w.Of(q.source)
		for _, token := range analysis.Words(part) {
			k := key(token.Term)
			if k == "" || seen[k] || n == maxRecallWords {
				continue
			}
			seen[k] = true
			n++
			b.WriteString(part[token.Start:token.End])
			b.WriteByte(' ')
		}
	}
	return b.String(), n
}
