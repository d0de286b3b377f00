package service

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare/position"
)

// changes returns the best candidates for a changed position among statements,
// each between two of one speaker. Statements of people without a name, and of
// kinds of people, are nobody's position.
func (s *Service) changes(ctx context.Context, claims []onrecord.Claim, most int) ([]onrecord.ChangeCandidate, error) {
	groups := bySpeakerID(claims)
	rarity, err := s.rarity(ctx, groups)
	if err != nil {
		return nil, err
	}
	var found []onrecord.ChangeCandidate
	for _, group := range groups {
		for _, c := range position.Find(statementsOf(group), rarity, most) {
			found = append(found, onrecord.ChangeCandidate{Earlier: group[c.Earlier], Later: group[c.Later], Signs: c.Signs, Score: c.Score})
		}
	}
	slices.SortStableFunc(found, func(a, b onrecord.ChangeCandidate) int { return cmp.Compare(b.Score, a.Score) })
	return found[:min(len(found), most)], nil
}

// bySpeakerID returns the claims of each speaker with more than one, in the
// order of the first ones.
func bySpeakerID(claims []onrecord.Claim) [][]onrecord.Claim {
	places := map[string]int{}
	var groups [][]onrecord.Claim
	for _, c := range claims {
		if c.Speaker.ID == "" || c.Speaker.Type == onrecord.SpeakerGroup {
			continue
		}
		place, ok := places[c.Speaker.ID]
		if !ok {
			place = len(groups)
			places[c.Speaker.ID] = place
			groups = append(groups, nil)
		}
		groups[place] = append(groups[place], c)
	}
	return slices.DeleteFunc(groups, func(group []onrecord.Claim) bool { return len(group) < 2 })
}

func statementsOf(claims []onrecord.Claim) []position.Statement {
	statements := make([]position.Statement, len(claims))
	for i := range claims {
		statements[i] = position.Statement{Text: claims[i].Text, When: claims[i].When(), Direct: claims[i].Kind == onrecord.KindDirect}
	}
	return statements
}

// rarity weighs the words that statements of one speaker can share by how many
// claims of the whole index have them.
func (s *Service) rarity(ctx context.Context, groups [][]onrecord.Claim) (func(stem string) float64, error) {
	words := map[string]bool{}
	for _, group := range groups {
		for _, word := range position.SharedWords(statementsOf(group)) {
			words[word] = true
		}
	}
	// Nothing has to be found: the figures come with every answer.
	nothing := onrecord.AnyOf{Field: onrecord.FieldArticle}
	stats := onrecord.TermStats{DocFreq: map[string]int{}}
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(words)), maxValues) {
		counted := onrecord.Match{Field: onrecord.FieldText, Text: strings.Join(chunk, " ")}
		found, err := s.index.Search(ctx, onrecord.Request{Query: onrecord.Bool{Must: []onrecord.Node{nothing, counted}}})
		if err != nil {
			return nil, err
		}
		stats.Claims = found.Stats.Claims
		for term, count := range found.Stats.DocFreq {
			stats.DocFreq[term] = count
		}
	}
	return position.Rarity(stats), nil
}
