package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/peer"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// commonRanks are the stems that count as common: the first has a tenth of the
// claims, the last a two-hundredth.
const commonRanks = 200

func common(c *corpus.Corpus, random *rand.Rand) string { return c.Term(random.IntN(commonRanks)) }

func commonTerm(c *corpus.Corpus, random *rand.Rand) question {
	return searching(peer.Question{Must: []string{common(c, random)}})
}

// rareTerm asks for a stem that 2 to 50 claims have, whatever the corpus's
// size, as far as its vocabulary goes.
func rareTerm(c *corpus.Corpus, random *rand.Rand) question {
	first, last := c.RankOfFrequency(50), c.RankOfFrequency(2)
	return searching(peer.Question{Must: []string{c.Term(first + random.IntN(last-first+1))}})
}

func twoTermsAnd(c *corpus.Corpus, random *rand.Rand) question {
	return searching(peer.Question{Must: different(2, c, random)})
}

func twoTermsOr(c *corpus.Corpus, random *rand.Rand) question {
	return searching(peer.Question{Should: different(2, c, random)})
}

// different returns common stems.
func different(n int, c *corpus.Corpus, random *rand.Rand) (terms []string) {
	for len(terms) < n {
		if term := common(c, random); !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return terms
}

// phrase asks for 2 to 4 words of a claim, stop words included, the first of
// which is none.
func phrase(c *corpus.Corpus, random *rand.Rand) question {
	for {
		words := tokensOf(analysis.Words(c.DrawClaim(random).Text))
		length := 2 + random.IntN(3)
		if start := random.IntN(len(words)); start+length <= len(words) && len(analysis.Terms(words[start])) > 0 {
			return searching(peer.Question{Phrase: words[start : start+length]})
		}
	}
}

// A prefix is short enough for hundreds of words to begin so, and longer where
// thousands would: with their endings those are more than a search takes in a
// large corpus.
const (
	prefixLength  = 3
	mostBeginning = 1000 // stems
)

func prefix(c *corpus.Corpus, random *rand.Rand) question {
	term, length := c.Term(random.IntN(corpus.Terms)), prefixLength
	for length < len(term) && c.Beginning(term[:length]) > mostBeginning {
		length++
	}
	return searching(peer.Question{Prefix: term[:length]})
}

// wellKnown are the speakers who are asked for by name.
const wellKnown = 100

func termSpeakerDates(c *corpus.Corpus, random *rand.Rand) question {
	from, to := period(random, 365, 730)
	return searching(peer.Question{Must: []string{common(c, random)}, Speaker: c.Speaker(random.IntN(wellKnown)), From: from, To: to})
}

func dateRange(_ *corpus.Corpus, random *rand.Rand) question {
	from, to := period(random, 7, 365)
	return searching(peer.Question{From: from, To: to, Newest: true})
}

// period returns a period of so many days.
func period(random *rand.Rand, least, most int) (from, to int64) {
	days := least + random.IntN(most-least+1)
	all := int(corpus.Last.Sub(corpus.First) / (24 * time.Hour))
	begin := corpus.First.AddDate(0, 0, random.IntN(all-days))
	return begin.Unix(), begin.AddDate(0, 0, days).Unix()
}

// longClaim asks with 20 to 30 different terms, as frequent as claims have
// them, for any of them.
func longClaim(c *corpus.Corpus, random *rand.Rand) question {
	var terms []string
	for length := 20 + random.IntN(11); len(terms) < length; {
		if term := c.DrawTerm(random); !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return searching(peer.Question{Should: terms})
}

func facets(c *corpus.Corpus, random *rand.Rand) question {
	return searching(peer.Question{Must: []string{common(c, random)}, Facets: true})
}

func highlights(c *corpus.Corpus, random *rand.Rand) question {
	q := searching(peer.Question{Should: different(2, c, random), Highlight: true})
	q.engine = nil // the library highlights
	return q
}

// facetFields are those of peer.Class.Facets.
var facetFields = [...]onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldMonth}

// searching asks each layer for what other engines are asked.
func searching(q peer.Question) question {
	return question{
		peer: &q,
		engine: func(ctx context.Context, x *index.Index) (answer, error) {
			r, err := x.Search(ctx, engineRequest(q))
			if err != nil {
				return answer{}, err
			}
			a := answer{total: r.Total, facets: countsOf(r.Facets)}
			for _, claims := range r.Stats.DocFreq {
				a.postings += claims
			}
			return a, wantHits(len(r.Claims), r.Total)
		},
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			r, err := s.Search(ctx, libraryRequest(q))
			if err != nil {
				return answer{}, err
			}
			return answer{total: r.Total, facets: countsOf(r.Facets)}, wantHits(len(r.Hits), r.Total)
		},
		remote: func(ctx context.Context, c *client.Client) (answer, error) {
			p, err := c.SearchPage(ctx, remoteQuery(q), "")
			if err != nil {
				return answer{}, err
			}
			return answer{total: p.Total, facets: countsOf(p.Facets)}, wantHits(len(p.Hits), p.Total)
		},
	}
}

// wantHits refuses an answer without the hits it has.
func wantHits(hits, total int) error {
	if want := min(total, peer.PageSize); hits != want {
		return fmt.Errorf("%d hits of %d matches, not %d", hits, total, want)
	}
	return nil
}

func countsOf(facets map[onrecord.Field][]onrecord.FacetValue) (counts [3][]int) {
	for i, field := range facetFields {
		for _, value := range facets[field] {
			counts[i] = append(counts[i], value.Count)
		}
	}
	return counts
}

func tokensOf(tokens []analysis.Token) []string {
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		terms[i] = token.Term
	}
	return terms
}

// engineRequest asks for the ten claims themselves, with nothing ranked above
// the engine.
func engineRequest(q peer.Question) onrecord.Request {
	var must []onrecord.Node
	if len(q.Must) > 0 {
		must = append(must, onrecord.Match{Field: onrecord.FieldText, Text: strings.Join(q.Must, " "), MinTerms: len(q.Must)})
	}
	if len(q.Should) > 0 {
		must = append(must, onrecord.Match{Field: onrecord.FieldText, Text: strings.Join(q.Should, " ")})
	}
	if len(q.Phrase) > 0 {
		must = append(must, onrecord.Phrase{Field: onrecord.FieldExact, Text: strings.Join(q.Phrase, " ")})
	}
	if q.Prefix != "" {
		must = append(must, onrecord.Prefix{Field: onrecord.FieldExact, Text: q.Prefix})
	}
	if q.Speaker != "" {
		must = append(must, onrecord.AnyOf{Field: onrecord.FieldSpeakerID, Values: []string{q.Speaker}})
	}
	if from, to := times(q); !from.IsZero() {
		must = append(must, onrecord.TimeRange{Field: onrecord.FieldSaid, From: from, To: to})
	}
	r := onrecord.Request{Query: onrecord.Bool{Must: must}, Limit: peer.PageSize}
	if q.Newest {
		r.Order = onrecord.OrderNewest
	}
	if q.Facets {
		r.Facets, r.FacetSize = facetFields[:], peer.FacetSize
	}
	return r
}

func libraryRequest(q peer.Question) service.SearchRequest {
	r := service.SearchRequest{Query: words(q), PageSize: peer.PageSize}
	if q.Speaker != "" {
		r.Speakers = []string{onrecord.SpeakerName(q.Speaker)}
	}
	r.SaidFrom, r.SaidBefore = times(q)
	if q.Newest {
		r.Order = onrecord.OrderNewest
	}
	if q.Facets {
		r.Facets, r.FacetSize = facetFields[:], peer.FacetSize
	}
	return r
}

// remoteQuery is libraryRequest in the words of the client.
func remoteQuery(q peer.Question) client.Query {
	r := libraryRequest(q)
	return client.Query{
		Text: r.Query, Speakers: r.Speakers, SaidFrom: r.SaidFrom, SaidBefore: r.SaidBefore,
		Order: r.Order, Facets: r.Facets, FacetSize: r.FacetSize, PageSize: r.PageSize,
	}
}

// words writes a question in the query language.
func words(q peer.Question) string {
	parts := slices.Clone(q.Must)
	if len(q.Should) > 0 {
		parts = append(parts, strings.Join(q.Should, " OR "))
	}
	if len(q.Phrase) > 0 {
		parts = append(parts, `"`+strings.Join(q.Phrase, " ")+`"`)
	}
	if q.Prefix != "" {
		parts = append(parts, q.Prefix+"*")
	}
	return strings.Join(parts, " ")
}

func times(q peer.Question) (from, to time.Time) {
	if q.To == 0 {
		return from, to
	}
	return time.Unix(q.From, 0).UTC(), time.Unix(q.To, 0).UTC()
}
