package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare/position"
)

// A positions is the statements of one speaker that are compared.
type positions struct {
	claims []onrecord.Claim
	read   *position.Statements
}

// changes returns the best candidates for a changed position among statements,
// each between two of one speaker. Collapsed, of the same two statements there is
// one, whichever of their appearances it is between.
func (s *Service) changes(ctx context.Context, claims []onrecord.Claim, most int, collapsed bool) ([]onrecord.ChangeCandidate, error) {
	speakers := positionsOf(claims)
	rarity, err := s.rarity(ctx, speakers)
	if err != nil {
		return nil, err
	}
	each := most
	if collapsed {
		each = MaxChanges * appearancesEach
	}
	var found []onrecord.ChangeCandidate
	for _, p := range speakers {
		for _, c := range p.read.Candidates(rarity, each) {
			if isEdit(&p.claims[c.Earlier], &p.claims[c.Later]) {
				continue
			}
			found = append(found, onrecord.ChangeCandidate{Earlier: p.claims[c.Earlier], Later: p.claims[c.Later], Signs: c.Signs, Score: c.Score})
		}
	}
	slices.SortStableFunc(found, func(a, b onrecord.ChangeCandidate) int { return cmp.Compare(b.Score, a.Score) })
	if collapsed {
		found = onceEach(found)
	}
	return found[:min(len(found), most)], nil
}

// isEdit reports whether two claims are of different versions of one article:
// then it was the source that changed.
func isEdit(a, b *onrecord.Claim) bool {
	former := a.State != onrecord.StatePresent || b.State != onrecord.StatePresent
	return former && a.Article.ID == b.Article.ID
}

// appearancesEach is of how many claims a statement has in a comparison: its first
// appearance and its last, each with each of another statement.
const appearancesEach = 4

// onceEach leaves of the candidates between the same two statements, in the same
// order, the first. Two claims of one statement are none.
func onceEach(candidates []onrecord.ChangeCandidate) []onrecord.ChangeCandidate {
	type pair struct{ earlier, later string }
	seen := map[pair]bool{}
	return slices.DeleteFunc(candidates, func(c onrecord.ChangeCandidate) bool {
		p := pair{cmp.Or(c.Earlier.Group, c.Earlier.Name()), cmp.Or(c.Later.Group, c.Later.Name())}
		again := seen[p] || p.earlier == p.later
		seen[p] = true
		return again
	})
}

// positionsOf reads the claims of each speaker with more than one, in the order
// of the first ones. What people without a name say, and kinds of people, is
// nobody's position.
func positionsOf(claims []onrecord.Claim) []*positions {
	known := map[string]*positions{}
	var all []*positions
	for _, c := range claims {
		if c.Speaker.ID == "" || c.Speaker.Type == onrecord.SpeakerGroup {
			continue
		}
		p := known[c.Speaker.ID]
		if p == nil {
			p = &positions{}
			known[c.Speaker.ID] = p
			all = append(all, p)
		}
		p.claims = append(p.claims, c)
	}
	all = slices.DeleteFunc(all, func(p *positions) bool { return len(p.claims) < 2 })
	for _, p := range all {
		statements := make([]position.Statement, len(p.claims))
		for i, c := range p.claims {
			statements[i] = position.Statement{Text: c.Text, When: c.When(), Direct: c.Kind == onrecord.KindDirect}
		}
		p.read = position.Read(statements)
	}
	return all
}

// askedWords is of how many words the index is asked how many claims have them;
// each costs it some 10 µs. Rarer ones are taken to be as rare in the index as
// among the statements.
const askedWords = 200

// rarity weighs the words that statements of one speaker share by how many
// claims of the whole index have them.
func (s *Service) rarity(ctx context.Context, speakers []*positions) (func(stem string) float64, error) {
	shared, statements := sharedWords(speakers)
	asked := make([]string, 0, askedWords)
	for _, w := range shared[:min(len(shared), askedWords)] {
		asked = append(asked, w.Word)
	}
	// Nothing has to be found: the figures come with every answer.
	nothing := onrecord.AnyOf{Field: onrecord.FieldArticle}
	counted := onrecord.Match{Field: onrecord.FieldText, Text: strings.Join(asked, " ")}
	found, err := s.index.Search(ctx, onrecord.Request{Query: onrecord.Bool{Must: []onrecord.Node{nothing, counted}}})
	if err != nil {
		return nil, err
	}
	stats := found.Stats
	for _, w := range shared[len(asked):] {
		stats.DocFreq[w.Stem] = w.Statements * stats.Claims / statements
	}
	return position.Rarity(stats), nil
}

// sharedWords returns the words that statements of one speaker share, those of
// the most statements first, and how many statements there are.
func sharedWords(speakers []*positions) (words []position.SharedWord, statements int) {
	places := map[string]int{}
	for _, p := range speakers {
		statements += len(p.claims)
		for _, w := range p.read.SharedWords() {
			if place, ok := places[w.Stem]; ok {
				words[place].Statements += w.Statements
				continue
			}
			places[w.Stem] = len(words)
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b position.SharedWord) int {
		return cmp.Or(cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Stem, b.Stem))
	})
	return words, statements
}
