package query

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A conjunction gathers the clauses of a group.
type conjunction struct {
	words     []string
	must, not []onrecord.Node
}

func (j *conjunction) add(c clause) {
	switch {
	case c.not:
		j.not = append(j.not, c.positive())
	case c.node == nil:
		j.words = append(j.words, c.word)
	default:
		j.must = append(j.must, c.node)
	}
}

// node returns what the group asks for. The bare words are one Match: so a
// stop word among others ("the ceasefire") asks for nothing, where a Match of
// its own would match nothing.
func (j *conjunction) node() onrecord.Node {
	var must []onrecord.Node
	if len(j.words) > 0 {
		must = append(must, bareNode(strings.Join(j.words, " ")))
	}
	must = append(must, j.must...)
	if len(must) == 1 && len(j.not) == 0 {
		return must[0]
	}
	return onrecord.Bool{Must: must, Not: j.not}
}

// alone is the clause as a node of its own, as between ORs.
func (c clause) alone() onrecord.Node {
	if c.not {
		return onrecord.Bool{Not: []onrecord.Node{c.positive()}}
	}
	return c.positive()
}

// positive is the clause as a node, without its negation.
func (c clause) positive() onrecord.Node {
	if c.node == nil {
		return bareNode(c.word)
	}
	return c.node
}

// bareNode matches claims that have all words of the text in any form. Words
// that are all stop words ("was not") are looked for as written: by stem they
// would match nothing.
func bareNode(text string) onrecord.Node {
	if len(analysis.Terms(text)) == 0 {
		return wordsNode(onrecord.FieldExact, text)
	}
	return wordsNode(onrecord.FieldText, text)
}

// wordsNode matches claims whose field has all words of the text.
func wordsNode(f onrecord.Field, text string) onrecord.Node {
	return onrecord.Match{Field: f, Text: text, MinTerms: allTerms}
}
