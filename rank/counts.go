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
	length      float64 // terms of the claim and of its surroundings
	ownLength   float64 // terms of the claim
	letters     float64 // sequences of their words
	score       float64
}

// A count says how often a part of the subject occurs in a claim and in its
// surroundings. There as in all lengths, what stands beside the claim counts
// BesidePart.
type count struct {
	part  int
	times float64
	own   bool // also in the claim's own words
}

// A counter counts what claims share with a subject. It looks at each
// different word once, however many claims have it.
type counter struct {
	subject   *Subject
	reader    analysis.Reader
	known     map[string]knownWord // as written: by its folded form alone, "US" is a stop word
	terms     tally
	sequences tally
	counts    []count    // of all candidates
	places    []int      // of all known words
	scratch   []sequence // of one word
}

// A knownWord is a word as far as the subject is concerned.
type knownWord struct {
	stop      bool
	term      int   // place in Subject.terms; -1: none of them
	sequences []int // places in Subject.owners
	letters   int   // sequences in all
}

// usualWords is about how many different words some hundred claims have.
const usualWords = 2000

func newCounter(s *Subject) *counter {
	return &counter{
		subject: s, known: make(map[string]knownWord, usualWords),
		terms: newTally(len(s.terms)), sequences: newTally(len(s.owners)),
	}
}

// candidate counts in a claim and its surroundings.
func (c *counter) candidate(claim *onrecord.Claim, sameSpeaker bool) candidate {
	found := candidate{claim: claim, sameSpeaker: sameSpeaker}
	c.add(claim.Text, &found, 1, true)
	found.ownLength = found.length
	c.add(claim.Article.Title, &found, 1, false)
	c.add(claim.Beside(), &found, BesidePart, false)
	found.terms, c.counts = c.terms.take(c.counts)
	found.sequences, c.counts = c.sequences.take(c.counts)
	return found
}

// add counts in a text, each word part times.
func (c *counter) add(text string, to *candidate, part float64, own bool) {
	for _, token := range c.reader.Words(text) {
		word := c.word(token, text)
		if word.stop {
			continue
		}
		to.length += part
		to.letters += part * float64(word.letters)
		if word.term >= 0 {
			c.terms.add(word.term, part, own)
		}
		for _, i := range word.sequences {
			c.sequences.add(i, part, own)
		}
	}
}

// highlights returns where the words of the subject stand in a text.
func (c *counter) highlights(text string) []onrecord.Span {
	var spans []onrecord.Span
	for _, token := range c.reader.Words(text) {
		if c.word(token, text).term >= 0 {
			spans = append(spans, onrecord.Span{Start: token.Start, End: token.End})
		}
	}
	return merge(spans)
}

// word looks a word of a text up.
func (c *counter) word(token analysis.Token, text string) knownWord {
	written := text[token.Start:token.End]
	if known, ok := c.known[written]; ok {
		return known
	}
	word := knownWord{term: -1}
	if stem, ok := c.reader.Term(token, text); !ok {
		word.stop = true
	} else {
		if i, ok := c.subject.index[stem]; ok {
			word.term = i
		}
		c.compareLetters(&word, token.Term)
	}
	c.known[written] = word
	return word
}

// compareLetters notes the sequences of letters of a folded word.
func (c *counter) compareLetters(word *knownWord, folded string) {
	c.scratch = sequences(folded, c.scratch[:0])
	word.letters = len(c.scratch)
	from := len(c.places)
	for _, letters := range c.scratch {
		if i, ok := c.subject.letters[letters]; ok {
			c.places = append(c.places, i)
		}
	}
	word.sequences = c.places[from:len(c.places):len(c.places)]
}

// A tally counts parts, of which a claim has few.
type tally struct {
	counts []count
	seen   []int // the parts that are not 0
}

func newTally(parts int) tally { return tally{counts: make([]count, parts)} }

func (t *tally) add(part int, times float64, own bool) {
	c := &t.counts[part]
	if c.times == 0 {
		t.seen = append(t.seen, part)
	}
	c.times += times
	c.own = c.own || own
}

// take appends the counts to a slice that has room for many claims, and sets
// all back to 0.
func (t *tally) take(to []count) (taken, all []count) {
	slices.Sort(t.seen)
	from := len(to)
	for _, part := range t.seen {
		t.counts[part].part = part
		to = append(to, t.counts[part])
		t.counts[part] = count{}
	}
	t.seen = t.seen[:0]
	return to[from:len(to):len(to)], to
}
