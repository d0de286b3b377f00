package main

import (
	"context"
	"math/rand/v2"

	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/peer"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// A class is a kind of question, of which many different ones are asked.
type class struct {
	name      string
	questions int
	draw      func(*corpus.Corpus, *rand.Rand) question
}

// classes are what is measured.
var classes = []class{
	{"common term", 500, commonTerm},
	{"rare term", 500, rareTerm},
	{"two terms AND", 500, twoTermsAnd},
	{"two terms OR", 500, twoTermsOr},
	{"phrase", 500, phrase},
	{"prefix", 300, prefix},
	{"term, speaker, dates", 500, termSpeakerDates},
	{"date range, newest first", 300, dateRange},
	{"long claim OR", 300, longClaim},
	{"facets", 300, facets},
	{"highlights", 500, highlights},
	{"common term, collapsed", 500, commonTermCollapsed},
	{"statement group", 300, statementGroup},
	{"related", 100, related},
	{"verify, verbatim", 100, verifyVerbatim},
	{"verify, altered", 100, verifyAltered},
	{"timeline of a matter", 100, timelineOfMatter},
	{"timeline of a speaker", 100, timelineOfSpeaker},
	{"check, first of 20", 30, checkFirst},
	{"check, first of 5,000 words", 30, checkTranscript},
	{"check, all of 20", 16, checkAll},
}

// A question is asked at each layer that has a function for it.
type question struct {
	peer    *peer.Question // as other engines are asked; nil: they cannot answer it
	engine  func(context.Context, *index.Index) (answer, error)
	library func(context.Context, *service.Service) (answer, error)
	remote  func(context.Context, *client.Client) (answer, error)
}

// An answer is what is checked and added up of one.
type answer struct {
	total  int      // matches, or statements found
	facets [3][]int // counts of speakers, outlets and months, highest first
	// postings is how many claims have each term of the question, added up: what
	// an engine has to read at most. 0 where the layer does not tell.
	postings int
}

// drawAll returns the questions of a class, most at most.
func (c class) drawAll(from *corpus.Corpus, most int) []question {
	random := from.Questions(c.name)
	questions := make([]question, min(c.questions, most))
	for i := range questions {
		questions[i] = c.draw(from, random)
		if questions[i].peer != nil {
			questions[i].peer.Class = c.name
		}
	}
	return questions
}
