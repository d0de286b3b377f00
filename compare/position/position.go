package position

import (
	"cmp"
	"slices"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// The bounds of Find.
const (
	// MaxStatements is how many statements are compared at once; those behind
	// are not looked at.
	MaxStatements = 1000
	// MaxTextBytes is how much of a statement is read, up to the border of a
	// character: speeches are compared by their beginning.
	MaxTextBytes = 2000
)

// A Statement is one that is compared with others of its speaker.
type Statement struct {
	Text string // valid UTF-8
	When onrecord.Date
	// Direct is set where Text is the speaker's very words: what stands in
	// quotation marks inside them is somebody else's, and so is what "he" says.
	Direct bool
}

// A Candidate is two statements, as indexes into those given.
type Candidate struct {
	Earlier, Later int
	Signs          []onrecord.ChangeSign
	Score          float64
}

// Statements are statements of one speaker that were read.
type Statements struct {
	distinct   []*statement // those of the same words once
	vocabulary *vocabulary
}

// Read reads statements of one speaker.
func Read(statements []Statement) *Statements {
	s := &Statements{vocabulary: newVocabulary()}
	known := map[string]*statement{}
	for i := range statements[:min(len(statements), MaxStatements)] {
		one := statements[i].read(s.vocabulary)
		key := fold(one.words)
		if known[key] == nil {
			known[key] = one
			s.distinct = append(s.distinct, one)
		}
		known[key].add(dated{i, statements[i].When})
	}
	for _, one := range s.distinct {
		one.index(s.vocabulary)
	}
	return s
}

// A SharedWord is a word that several statements have.
type SharedWord struct {
	Stem       string // see package analysis; of an irregular form the stem of its lemma
	Word       string // a word with that stem
	Statements int    // those that have it, copies aside
}

// SharedWords returns the words that more than one statement has, in no order:
// those whose rarity matters to Candidates.
func (s *Statements) SharedWords() []SharedWord {
	counts := map[string]*SharedWord{}
	for _, one := range s.distinct {
		seen := map[string]bool{}
		for _, w := range one.words {
			if !w.content || seen[w.key] {
				continue
			}
			seen[w.key] = true
			if counts[w.key] == nil {
				counts[w.key] = &SharedWord{Stem: w.key, Word: cmp.Or(compare.Lemma(w.term), w.term)}
			}
			counts[w.key].Statements++
		}
	}
	var shared []SharedWord
	for _, w := range counts {
		if w.Statements > 1 {
			shared = append(shared, *w)
		}
	}
	return shared
}

// Candidates returns the candidates among the statements, the best first, at
// most so many. Only two of which one is known to be before the other are a
// candidate. Of copies, those the least time apart stand for all; a candidate
// that says again what a better one does is left out. rarity weighs a stem from
// 0 to 1; see Rarity.
//
// Each statement is compared with the Neighbours that share the most with it,
// copies aside, so that the work grows with the number of statements, apart from
// an addition for each two that share a word.
func (s *Statements) Candidates(rarity func(stem string) float64, most int) []Candidate {
	s.vocabulary.weigh(rarity)
	var found []*candidate
	for pair := range neighbours(s.distinct, s.vocabulary) {
		for _, order := range [][2]*statement{pair, {pair[1], pair[0]}} {
			if c := compareStatements(order[0], order[1], s.vocabulary); c != nil {
				found = append(found, c)
			}
		}
	}
	return choose(found, most)
}

// Apart reports whether there is a sign of a changed position between two
// statements that have nearly all their words in common, whoever made them and
// when.
func Apart(a, b Statement) bool {
	a.When, b.When = onrecord.Day(2000, 1, 1), onrecord.Day(2001, 1, 1) // one has to be earlier
	evenly := func(string) float64 { return 1 }
	return len(Read([]Statement{a, b}).Candidates(evenly, 1)) > 0
}

// choose returns the best candidates of those found.
func choose(found []*candidate, most int) []Candidate {
	slices.SortFunc(found, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.apart, b.apart), cmp.Compare(a.Earlier, b.Earlier), cmp.Compare(a.Later, b.Later))
	})
	var kept []*candidate
	var best []Candidate
	for _, c := range found {
		if len(kept) == most {
			break
		}
		if !slices.ContainsFunc(kept, c.repeats) {
			kept, best = append(kept, c), append(best, c.Candidate)
		}
	}
	return best
}

// A candidate is a Candidate with its statements.
type candidate struct {
	Candidate
	sides  [2]*statement
	marked [2]string // words of the first sign, folded
	apart  time.Duration
}

// compareStatements compares two statements clause by clause; the better score
// counts. It returns nil where there is no sign, and where no copy of the one is
// known to be before one of the other.
func compareStatements(earlier, later *statement, v *vocabulary) *candidate {
	c := &candidate{sides: [2]*statement{earlier, later}}
	var ok bool
	if c.Earlier, c.Later, c.apart, ok = earlier.before(later); !ok {
		return nil
	}
	p := pairing{vocabulary: v}
	for _, a := range earlier.readings {
		for _, b := range later.readings {
			p.sides = [2]*reading{a, b}
			if signs, score := p.signs(); len(signs) > 0 && score > c.Score {
				c.Signs, c.Score = signs, score
				c.marked = [2]string{a.foldedAt(signs[0].Earlier), b.foldedAt(signs[0].Later)}
			}
		}
	}
	if len(c.Signs) == 0 {
		return nil
	}
	return c
}

// repeats reports whether a candidate says what another does: by the same cue
// and words, between statements that are much like its own.
func (c *candidate) repeats(other *candidate) bool {
	return c.Signs[0].Cue == other.Signs[0].Cue && c.marked == other.marked &&
		c.sides[0].isLike(other.sides[0]) && c.sides[1].isLike(other.sides[1])
}
