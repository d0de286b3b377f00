// Package corpus makes the articles and the questions that speed is measured
// on: fictional, as uneven as news is, and the same on every machine for the
// same seed and size. Every article is a pure function of the seed and its
// number, so that a corpus of any size takes a few megabytes.
//
// The words follow Zipf's law (exponent 1, offset 10: what is left of English
// without its stop words) over 200,000 stems; a claim has 13 terms on average,
// with lengths spread as those of statements in news, between stop words as
// frequent as in English. Speakers and outlets follow the same law. Every
// twelfth article is a reprint: the claims of an earlier one, lightly edited,
// in another outlet a day or two later, and in the same statement groups.
package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// The make-up of a corpus.
const (
	ClaimsPerArticle = 10
	Speakers         = 20_000
	Outlets          = 500
	Terms            = 200_000 // stems that claims are made of
)

// The time that articles are spread over evenly, as in an archive that is not
// taken in by date: no engine gains by the order.
var (
	First = time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	Last  = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
)

// A Corpus makes articles and questions. It is never changed once made, and
// safe for concurrent use.
type Corpus struct {
	seed     uint64
	articles int
	terms    []string // stems, the most frequent first
	names    []string // of speakers, the most frequent first
	outlets  []string

	termLaw, speakerLaw, outletLaw, stopLaw *zipf
}

// New returns the corpus of at least so many claims.
func New(seed uint64, claims int) *Corpus {
	random := rand.New(rand.NewPCG(seed, 0))
	return &Corpus{
		seed:       seed,
		articles:   (claims + ClaimsPerArticle - 1) / ClaimsPerArticle,
		terms:      newTerms(random, Terms),
		names:      newNames(random, Speakers),
		outlets:    newOutlets(random, Outlets),
		termLaw:    newZipf(Terms, 10),
		speakerLaw: newZipf(Speakers, 20),
		outletLaw:  newZipf(Outlets, 10),
		stopLaw:    newZipf(len(stopWords), 2),
	}
}

// Articles is how many articles there are; Record takes numbers below it.
func (c *Corpus) Articles() int { return c.articles }

// Claims is how many claims they have together.
func (c *Corpus) Claims() int { return c.articles * ClaimsPerArticle }

// random returns the source of randomness of one article or class of
// questions.
func (c *Corpus) random(purpose, number uint64) *rand.Rand {
	return rand.New(rand.NewPCG(c.seed, purpose<<48|number))
}

// The purposes of random.
const (
	forArticle = iota + 1
	forDraft
	forQuestions
	forGroups
)

// Questions returns the source of randomness from which a class of questions
// is drawn.
func (c *Corpus) Questions(class string) *rand.Rand {
	number := uint64(14695981039346656037) // FNV-1a
	for i := range len(class) {
		number = (number ^ uint64(class[i])) * 1099511628211
	}
	return c.random(forQuestions, number>>16)
}

// Term returns the stem of a rank from 0, the most frequent.
func (c *Corpus) Term(rank int) string { return c.terms[rank] }

// Beginning counts the stems that begin so.
func (c *Corpus) Beginning(prefix string) (count int) {
	for _, term := range c.terms {
		if strings.HasPrefix(term, prefix) {
			count++
		}
	}
	return count
}

// RankOfFrequency returns the rank of a stem that about so many claims of this
// corpus have.
func (c *Corpus) RankOfFrequency(claims float64) int {
	return c.termLaw.rankOf(claims / (float64(c.Claims()) * meanTerms))
}

// DrawTerm returns a stem, each as often as claims have it.
func (c *Corpus) DrawTerm(random *rand.Rand) string { return c.terms[c.termLaw.draw(random)] }

// Speaker returns the ID of the speaker of a rank from 0, who has most claims.
func (c *Corpus) Speaker(rank int) string { return c.speaker(rank).ID }

// DrawClaim returns a claim of the corpus.
func (c *Corpus) DrawClaim(random *rand.Rand) onrecord.Claim {
	return c.Record(random.IntN(c.articles)).Claims[random.IntN(ClaimsPerArticle)]
}

// Record returns an article with its claims, as it is put the first time.
func (c *Corpus) Record(number int) onrecord.Record {
	plan, reprinted := c.reprint(number)
	if !reprinted {
		plan = c.plan(number)
	}
	return c.write(plan, number)
}

// Draft returns the text of an article that is not in the corpus, with so many
// claims in the forms that extraction knows best.
func (c *Corpus) Draft(number, claims int) string {
	random := c.random(forDraft, uint64(number))
	p := &plan{random: random, outlet: c.outletLaw.draw(random), published: c.date(random), title: c.title(random)}
	for range claims {
		p.statements = append(p.statements, c.statement(random))
	}
	return c.write(p, number).Article.Text
}

// id returns the ID of an article: of the length and the alphabet that the
// product's have.
func (c *Corpus) id(number int) string {
	return newID(c.random(forArticle, uint64(number)), 20)
}

func newID(random *rand.Rand, length int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz234567"
	id := make([]byte, length)
	for i := range id {
		id[i] = letters[random.IntN(len(letters))]
	}
	return string(id)
}

// url is unique to an article.
func url(number int) string {
	return fmt.Sprintf("https://news-%d.example/articles/%d", number%Outlets, number)
}
