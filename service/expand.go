package service

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// maxValues bounds the values of one AnyOf; engines take about as many.
const maxValues = 1000

// expand returns the query with each part that asks for a speaker by words of a
// name asking for all names of the speakers that have such a name.
func (d *directory) expand(node onrecord.Node) onrecord.Node {
	switch n := node.(type) {
	case onrecord.Bool:
		return onrecord.Bool{Must: d.expandAll(n.Must), Should: d.expandAll(n.Should), Not: d.expandAll(n.Not)}
	case onrecord.Match:
		if n.Field == onrecord.FieldSpeaker {
			return d.expandName(n, n.Text, false)
		}
	case onrecord.Prefix:
		if n.Field == onrecord.FieldSpeaker {
			return d.expandName(n, n.Text, true)
		}
	}
	return node
}

func (d *directory) expandAll(nodes []onrecord.Node) []onrecord.Node {
	expanded := make([]onrecord.Node, len(nodes))
	for i, n := range nodes {
		expanded[i] = d.expand(n)
	}
	return expanded
}

// expandName adds to a node that matches the names with these words the other
// names of those speakers.
func (d *directory) expandName(node onrecord.Node, text string, begins bool) onrecord.Node {
	var words []string
	for _, token := range analysis.Words(text) {
		words = append(words, token.Term)
	}
	named := d.named(words, begins)
	others := slices.DeleteFunc(d.aliases(named...), func(id string) bool {
		_, has := slices.BinarySearch(named, id)
		return has
	})
	if len(others) == 0 {
		return node
	}
	return onrecord.Bool{Should: []onrecord.Node{node, anySpeaker(others)}}
}

// anySpeaker matches the claims that have one of the speaker IDs.
func anySpeaker(ids []string) onrecord.Node {
	if len(ids) <= maxValues {
		return onrecord.AnyOf{Field: onrecord.FieldSpeakerID, Values: ids}
	}
	var either []onrecord.Node
	for chunk := range slices.Chunk(ids, maxValues) {
		either = append(either, onrecord.AnyOf{Field: onrecord.FieldSpeakerID, Values: chunk})
	}
	return onrecord.Bool{Should: either}
}
