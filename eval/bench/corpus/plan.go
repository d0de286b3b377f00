package corpus

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// A plan is an article before it is written.
type plan struct {
	random     *rand.Rand // for what stands around the statements
	outlet     int
	published  time.Time
	title      string
	statements []statement
}

// A statement is a claim before it is written.
type statement struct {
	words   []string
	speaker int
	kind    onrecord.Kind
	quote   [2]int // KindMixed: the words in quotation marks
	daysAgo int    // said so many days before the article; negative: the article does not say
	group   string // the ID of its statement group, which reprints keep
}

// plan makes an article that is no reprint.
func (c *Corpus) plan(number int) *plan {
	random := c.random(forArticle, uint64(number))
	p := &plan{random: random, outlet: c.outletLaw.draw(random), published: c.date(random), title: c.title(random)}
	groups := c.random(forGroups, uint64(number))
	for range ClaimsPerArticle {
		s := c.statement(random)
		s.group = newID(groups, groupLength)
		p.statements = append(p.statements, s)
	}
	return p
}

// groupLength is how long the IDs of the product's statement groups are.
const groupLength = 16

// reprintEvery is how often an article is a reprint.
const reprintEvery = 12

// reprint returns the plan of a reprint; false where the article is none.
func (c *Corpus) reprint(number int) (*plan, bool) {
	if number%reprintEvery != reprintEvery-1 {
		return nil, false
	}
	random := c.random(forArticle, uint64(number))
	original := random.IntN(number)
	if original%reprintEvery == reprintEvery-1 {
		original-- // a reprint has nothing of its own
	}
	p := c.plan(original)
	p.random = random
	p.outlet = c.outletLaw.draw(random)
	p.published = p.published.Add(time.Duration(1+random.IntN(48)) * time.Hour)
	for i := range p.statements {
		if random.IntN(3) == 0 { // an editor was here
			edited := slices.Clone(p.statements[i].words)
			edited[random.IntN(len(edited))] = c.DrawTerm(random)
			p.statements[i].words = edited
		}
	}
	return p, true
}

// date returns a moment, exact to the second as feeds have it.
func (c *Corpus) date(random *rand.Rand) time.Time {
	return First.Add(time.Duration(random.Int64N(int64(Last.Sub(First)/time.Second))) * time.Second)
}

// The lengths of claims in terms: log-normal, as those of sentences are.
const (
	meanTerms   = 13
	lengthSigma = 0.5
	fewestTerms = 3
	mostTerms   = 50
)

// length draws how many terms a claim has.
func length(random *rand.Rand) int {
	mean := math.Log(meanTerms) - lengthSigma*lengthSigma/2
	return max(fewestTerms, min(int(math.Exp(mean+lengthSigma*random.NormFloat64())+0.5), mostTerms))
}

// kind draws how much is in quotation marks: of 20 claims 7 direct, 4 mixed, 9
// indirect.
func kind(random *rand.Rand) onrecord.Kind {
	switch n := random.IntN(20); {
	case n < 7:
		return onrecord.KindDirect
	case n < 11:
		return onrecord.KindMixed
	}
	return onrecord.KindIndirect
}

func (c *Corpus) statement(random *rand.Rand) statement {
	s := statement{words: c.words(random, length(random)), speaker: c.speakerLaw.draw(random), kind: kind(random), daysAgo: -1}
	if s.kind == onrecord.KindMixed {
		start := random.IntN(len(s.words) / 2)
		s.quote = [2]int{start, start + 2 + random.IntN(len(s.words)-start-2)}
	}
	if random.IntN(10) < 3 {
		s.daysAgo = random.IntN(6)
	}
	return s
}

// words returns the words of a statement with so many terms: some in the
// plural, and stop words between them.
func (c *Corpus) words(random *rand.Rand, terms int) []string {
	words := make([]string, 0, 2*terms)
	for range terms {
		for range random.IntN(3) {
			words = append(words, stopWords[c.stopLaw.draw(random)])
		}
		word := c.DrawTerm(random)
		if random.IntN(5) == 0 {
			word = plural(word)
		}
		words = append(words, word)
	}
	return words
}

// title returns a headline.
func (c *Corpus) title(random *rand.Rand) string {
	return sentence(c.words(random, 5))
}

// speaker returns the speaker of a rank.
func (c *Corpus) speaker(rank int) onrecord.Speaker {
	name := c.names[rank]
	return onrecord.Speaker{ID: analysis.Slug(name), Name: name, Title: titles[rank%len(titles)], Type: onrecord.SpeakerPerson}
}
