package rank

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A candidate is a claim with what it shares with the subject.
type candidate struct {
	claim       *onrecord.Claim
	sameSpeaker bool
	terms       []count // by place in Subject.terms, ascending
	sequences   []count // by place in Subject.owners, ascending
	length      int     // terms of the claim and of its surroundings
	ownLength   int     // terms of the claim
	letters     int     // sequences of their words
	score       float64
}

// A count says how often a part of the subject occurs in a claim and in its
// surroundings.
type count struct {
	part        int
	own, around int
}

func (c count) all() int { return c.own + c.around }

// A counter counts what claims share with a subject. It looks at each
// different word once, however many claims have it.
type counter struct {
	subject   *Subject
	words     map[string]*knownWord
	terms     tally
	sequences tally
	scratch   []sequence
}

// A knownWord is a word as far as the subject is concerned.
type knownWord struct {
	stop      bool
	term      int   // place in Subject.terms; -1: none of them
	sequences []int // places in Subject.owners
	letters   int   // sequences in all
}

func newCounter(s *Subject) *counter {
	return &counter{
		subject: s, words: make(map[string]*knownWord),
		terms: newTally(len(s.terms)), sequences: newTally(len(s.owners)),
	}
}

// candidate counts in a claim and its surroundings.
func (c *counter) candidate(claim *onrecord.Claim, sameSpeaker bool) candidate {
	found := candidate{claim: claim, sameSpeaker: sameSpeaker}
	c.add(claim.Text, &found, false)
	found.ownLength = found.length
	c.add(claim.Surroundings(), &found, true)
	found.terms, found.sequences = c.terms.take(), c.sequences.take()
	return found
}

func (c *counter) add(text string, to *candidate, around bool) {
	for _, token := range analysis.Words(text) {
		word := c.word(token.Term)
		if word.stop {
			continue
		}
		to.length++
		to.letters += word.letters
		if word.term >= 0 {
			c.terms.add(word.term, around)
		}
		for _, i := range word.sequences {
			c.sequences.add(i, around)
		}
	}
}

// word looks a folded word up.
func (c *counter) word(folded string) *knownWord {
	if known := c.words[folded]; known != nil {
		return known
	}
	word := &knownWord{term: -1}
	c.words[folded] = word
	stems := analysis.Terms(folded)
	if len(stems) == 0 {
		word.stop = true
		return word
	}
	if i, ok := c.subject.index[stems[0].Term]; ok {
		word.term = i
	}
	c.scratch = sequences(folded, c.scratch[:0])
	word.letters = len(c.scratch)
	for _, letters := range c.scratch {
		if i, ok := c.subject.letters[letters]; ok {
			word.sequences = append(word.sequences, i)
		}
	}
	return word
}

// A tally counts parts, of which a claim has few.
type tally struct {
	counts []count
	seen   []int // the parts that are not 0
}

func newTally(parts int) tally { return tally{counts: make([]count, parts)} }

func (t *tally) add(part int, around bool) {
	c := &t.counts[part]
	if c.all() == 0 {
		t.seen = append(t.seen, part)
	}
	if around {
		c.around++
	} else {
		c.own++
	}
}

// take returns the counts and sets all back to 0.
func (t *tally) take() []count {
	slices.Sort(t.seen)
	taken := make([]count, len(t.seen))
	for i, part := range t.seen {
		taken[i] = t.counts[part]
		taken[i].part = part
		t.counts[part] = count{}
	}
	t.seen = t.seen[:0]
	return taken
}
