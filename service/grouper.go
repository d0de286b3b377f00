package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/compare"
	"github.com/onrecord/onrecord/compare/position"
)

// groupBytes is how much of a SHA-256 makes a group's ID: 80 bits, so that no
// two of a hundred million meet by chance.
const groupBytes = 10

// alikeCandidates is how many claims of the index are compared with a new one:
// those whose shingles are the most in common.
const alikeCandidates = 8

// leastShingles is how many a statement has that is known by its words alone.
// "No comment" has fewer, as all of less than four words with content of
// their own: two claims are the same one where speaker and words are the same.
const leastShingles = 2

// A grouper finds the statement group of each claim that comes in: that of the
// claims in the index, and of those on their way there, which have the same
// words or nearly so (compare.Relate), or else a new one. It is safe for
// concurrent use.
type grouper struct {
	index     onrecord.Searcher
	directory *directory
	recent    *recentStatements
}

// assign gives claims their groups. A claim that the record had before, in the
// same words and of the same speaker, keeps its own.
func (g *grouper) assign(ctx context.Context, before, claims []onrecord.Claim) error {
	kept := make(map[string]*onrecord.Claim, len(before))
	for i := range before {
		kept[before[i].ID] = &before[i]
	}
	var open []*statement
	for i := range claims {
		c := &claims[i]
		if c.State != onrecord.StatePresent && c.Group != "" {
			continue // of a former claim it is decided
		}
		if k := kept[c.ID]; k != nil && k.Group != "" && k.Text == c.Text && k.Speaker == c.Speaker {
			c.Group = k.Group
			continue
		}
		words := analysis.Words(c.Text)
		if c.Group = g.recent.group(words); c.Group != "" {
			continue
		}
		st := newStatement(c, words)
		if c.Group = st.group; st.distinct() {
			open = append(open, st)
		}
	}
	if len(open) == 0 {
		return nil
	}
	found, err := g.alike(ctx, open)
	if err != nil {
		return err
	}
	// From the look at what is on its way to having added to it, nobody else
	// decides: two who see each other too late would found a group each.
	g.recent.mu.Lock()
	defer g.recent.mu.Unlock()
	for i, st := range open {
		st.group = g.decide(st, append(g.recent.sharing(st, alikeCandidates), found[i]...))
		st.claim.Group = st.group
		g.recent.add(st)
	}
	return nil
}

// find returns the group of a claim that is not to be stored; empty where it
// would found one.
func (g *grouper) find(ctx context.Context, c *onrecord.Claim) (string, error) {
	st := newStatement(c, analysis.Words(c.Text))
	if !st.distinct() {
		known, err := g.index.Groups(ctx, st.ownGroup())
		if err != nil || known[0].Claims == 0 {
			return "", err
		}
		return known[0].ID, nil
	}
	found, err := g.alike(ctx, []*statement{st})
	if err != nil {
		return "", err
	}
	group, _ := g.best(st, found[0])
	return group, nil
}

// alike returns for each statement the claims of the index that may be the same
// one.
func (g *grouper) alike(ctx context.Context, statements []*statement) ([][]*statement, error) {
	shingles := make([][]uint32, len(statements))
	for i, st := range statements {
		shingles[i] = st.shingles
	}
	claims, err := g.index.Alike(ctx, shingles, alikeCandidates)
	if err != nil {
		return nil, fmt.Errorf("find the statement groups: %w", err)
	}
	found := make([][]*statement, len(statements))
	for i := range claims {
		seen := map[string]bool{}
		for j := range claims[i] {
			other := newStatement(&claims[i][j], analysis.Words(claims[i][j].Text))
			if key := other.group + other.words; !seen[key] {
				seen[key] = true
				found[i] = append(found[i], other)
			}
		}
	}
	return found, nil
}

// decide returns the group of the best candidate, or else the statement's own.
func (g *grouper) decide(st *statement, candidates []*statement) string {
	if group, ok := g.best(st, candidates); ok {
		return group
	}
	return st.ownGroup()
}

// best returns the group of the candidate that is most like a statement, of
// several equals the least ID. A group in which the same words say something
// else, with another number or a negation, is none for it.
func (g *grouper) best(st *statement, candidates []*statement) (group string, ok bool) {
	for _, c := range candidates {
		if c.words == st.words {
			return c.group, true
		}
	}
	candidates = slices.DeleteFunc(candidates, func(c *statement) bool { return !st.mayBe(c) })
	if len(candidates) == 0 {
		return "", false
	}
	opposed, alike := map[string]bool{}, map[string]float64{}
	own := st.wording()
	for _, c := range candidates {
		relation, likeness := compare.Relate(own, c.wording())
		switch {
		case relation == compare.Different:
		case relation == compare.Opposed || relation == compare.Reworded && position.Apart(st.position(), c.position()):
			opposed[c.group] = true
		case relation != compare.Part || g.sameSpeaker(st.claim.Speaker, c.claim.Speaker):
			alike[c.group] = max(alike[c.group], likeness)
		}
	}
	best := 0.0
	for id, likeness := range alike {
		if !opposed[id] && (likeness > best || likeness == best && likeness > 0 && id < group) {
			best, group = likeness, id
		}
	}
	return group, best > 0
}

// sameSpeaker reports whether two speakers may be one. Of a part of a statement
// the words alone do not tell that somebody else did not say them.
func (g *grouper) sameSpeaker(a, b onrecord.Speaker) bool {
	if a.ID == "" || b.ID == "" {
		return a.Name == "" || b.Name == "" || analysis.Fold(a.Name) == analysis.Fold(b.Name)
	}
	return slices.Contains(g.directory.aliases(a.ID), b.ID)
}

// A statement is a claim as far as its group hangs on it.
type statement struct {
	claim    *onrecord.Claim
	group    string // that it has; of a claim without one, that it would found
	words    string // the same for claims of the same words
	shingles []uint32
}

func newStatement(c *onrecord.Claim, words []analysis.Token) *statement {
	st := &statement{claim: c, group: c.Group, words: wordKey(words), shingles: analysis.Shingles(analysis.TermsAmong(words, c.Text))}
	if st.group == "" {
		st.group = st.ownGroup()
	}
	return st
}

// wordKey returns what is the same for texts of the same words.
func wordKey(words []analysis.Token) string {
	var all strings.Builder
	for _, w := range words {
		all.WriteString(w.Term)
		all.WriteByte(' ')
	}
	return all.String()
}

// distinct reports whether the words alone tell which statement it is.
func (st *statement) distinct() bool { return len(st.shingles) >= leastShingles }

// mayBePart is of how many shingles one has to be in common.
const mayBePart = 5

// mayBe reports whether two statements share so many shingles that it is worth
// comparing them word by word.
func (st *statement) mayBe(o *statement) bool {
	shared, i := 0, 0
	for _, shingle := range st.shingles {
		for i < len(o.shingles) && o.shingles[i] < shingle {
			i++
		}
		if i < len(o.shingles) && o.shingles[i] == shingle {
			shared++
		}
	}
	return shared*mayBePart >= min(len(st.shingles), len(o.shingles))
}

func (st *statement) wording() *compare.Wording {
	return compare.NewWording(st.claim.Text, st.claim.Kind != onrecord.KindDirect)
}

func (st *statement) position() position.Statement {
	return position.Statement{Text: st.claim.Text, Direct: st.claim.Kind == onrecord.KindDirect}
}

// ownGroup returns the group that the claim founds: the same in every index. One
// in words that many say is also told by its speaker and, where that one has no
// name, by the sentence around it.
func (st *statement) ownGroup() string {
	sum := digest("statement", st.words)
	switch c := st.claim; {
	case st.distinct():
	case c.Speaker.ID != "":
		sum = digest("statement", st.words, "by", c.Speaker.ID)
	default:
		sum = digest("statement", st.words, "in", analysis.Fold(c.SentenceText))
	}
	return idEncoding.EncodeToString(sum[:groupBytes])
}
