package main

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/onrecord/onrecord/eval/bench/peer"
)

// request asks bleve.
func request(q *peer.Question) *bleve.SearchRequest {
	r := bleve.NewSearchRequestOptions(queryOf(q), peer.PageSize, 0, false)
	if q.Newest {
		r.SortBy([]string{"-" + fieldSaid})
		r.Score = "none"
	}
	if q.Facets {
		for _, field := range facetFields {
			r.AddFacet(field, bleve.NewFacetRequest(field, peer.FacetSize))
		}
	}
	return r
}

func queryOf(q *peer.Question) query.Query {
	var all []query.Query
	all = append(all, terms(q.Must)...)
	if len(q.Should) > 0 {
		all = append(all, bleve.NewDisjunctionQuery(terms(q.Should)...))
	}
	if len(q.Phrase) > 0 {
		all = append(all, bleve.NewPhraseQuery(q.Phrase, fieldWords))
	}
	if q.Prefix != "" {
		begins := bleve.NewPrefixQuery(q.Prefix)
		begins.SetField(fieldWords)
		all = append(all, begins)
	}
	if q.Speaker != "" {
		speaker := bleve.NewTermQuery(q.Speaker)
		speaker.SetField(facetFields[0])
		all = append(all, speaker)
	}
	if q.To != 0 {
		from, to, includeFrom, includeTo := float64(q.From), float64(q.To), true, false
		said := bleve.NewNumericRangeInclusiveQuery(&from, &to, &includeFrom, &includeTo)
		said.SetField(fieldSaid)
		all = append(all, said)
	}
	if len(all) == 1 {
		return all[0]
	}
	return bleve.NewConjunctionQuery(all...)
}

func terms(of []string) []query.Query {
	queries := make([]query.Query, len(of))
	for i, term := range of {
		q := bleve.NewTermQuery(term)
		q.SetField(fieldTerms)
		queries[i] = q
	}
	return queries
}

// counts are those of the values of a facet, highest first.
func counts(f *search.FacetResult) []int {
	var all []int
	for _, term := range f.Terms.Terms() {
		all = append(all, term.Count)
	}
	return all
}
