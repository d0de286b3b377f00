package index

import (
	"context"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/mapping"
	blevesearch "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/index/indextest"
)

// TestAgainstBleve compares what queries match with what bleve's own searchers
// find in the same segments.
func TestAgainstBleve(t *testing.T) {
	queries := 10_000
	if testing.Short() {
		queries = 500
	}
	x := openIndex(t, t.TempDir())
	indextest.RunAgainst(t, x, queries, func(n onrecord.Node) []string {
		v, err := x.view()
		if err != nil {
			t.Fatal(err)
		}
		defer v.close()
		makeSequences(t, x, v)
		names, err := bleveMatches(t.Context(), v.snapshot, n)
		if err != nil {
			t.Fatalf("%+v: %v", n, err)
		}
		return names
	})
}

// makeSequences makes those of every second segment, however small it is, so that
// phrases are looked for in sequences and in texts.
func makeSequences(t *testing.T, x *Index, v *view) {
	t.Helper()
	x.phrases.Store(true)
	for i, s := range v.segments {
		if i%2 == 0 {
			if err := x.warmSequences(s); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// bleveMatches returns the names of the claims that match by bleve.
func bleveMatches(ctx context.Context, reader bleveindex.IndexReader, n onrecord.Node) ([]string, error) {
	searcher, err := bleveQuery(n).Searcher(ctx, reader, mapping.NewIndexMapping(), blevesearch.SearcherOptions{})
	if err != nil {
		return nil, err
	}
	defer searcher.Close()
	var names []string
	for {
		match, err := searcher.Next(&blevesearch.SearchContext{DocumentMatchPool: blevesearch.NewDocumentMatchPool(searcher.DocumentMatchPoolSize(), 0)})
		if match == nil || err != nil {
			return names, err
		}
		name, err := reader.ExternalID(match.IndexInternalID)
		if err != nil {
			return nil, err
		}
		names = append(names, resourceName(name))
	}
}

// bleveQuery writes a query in bleve's terms.
func bleveQuery(n onrecord.Node) query.Query {
	switch n := n.(type) {
	case onrecord.All:
		return termQuery(fieldRecordType, recordClaim)
	case onrecord.Match:
		tokens := analysis.Words(n.Text)
		if isStems(n.Field) {
			tokens = analysis.Terms(n.Text)
		}
		return anyQuery(string(n.Field), termsOf(tokens), n.MinTerms)
	case onrecord.Phrase:
		words := termsOf(analysis.Words(n.Text))
		if len(words) == 0 {
			return query.NewMatchNoneQuery()
		}
		return phraseQuery{anyQuery(string(n.Field), words, len(words)), n.Field, words}
	case onrecord.Prefix:
		words := analysis.Words(n.Text)
		if len(words) != 1 {
			return query.NewMatchNoneQuery()
		}
		q := query.NewPrefixQuery(words[0].Term)
		q.SetField(string(n.Field))
		return q
	case onrecord.AnyOf:
		values := n.Values
		if n.Field == onrecord.FieldOutlet {
			values = nil
			for _, value := range n.Values {
				values = append(values, analysis.Fold(value))
			}
		}
		return anyQuery(string(n.Field), values, 1)
	case onrecord.TimeRange:
		return rangeQuery(n)
	case onrecord.Bool:
		return boolQuery(n)
	}
	return query.NewMatchNoneQuery()
}

// A phraseQuery asks for claims with all the words, and reads each to see
// whether they stand one after the other: the index has no positions.
type phraseQuery struct {
	query.Query
	field onrecord.Field
	words []string
}

func (q phraseQuery) Searcher(ctx context.Context, reader bleveindex.IndexReader, m mapping.IndexMapping, options blevesearch.SearcherOptions) (blevesearch.Searcher, error) {
	all, err := q.Query.Searcher(ctx, reader, m, options)
	if err != nil {
		return nil, err
	}
	return searcher.NewFilteringSearcher(ctx, all, func(_ *blevesearch.SearchContext, match *blevesearch.DocumentMatch) bool {
		stored, err := reader.Document(mustExternalID(reader, match))
		if err != nil {
			panic(err)
		}
		found := false
		stored.VisitFields(func(f bleveindex.Field) {
			if f.Name() == fieldPayload {
				kept, err := decodeClaim(f.Value())
				if err != nil {
					panic(err)
				}
				claim, err := kept.claim()
				if err != nil {
					panic(err)
				}
				found = hasPhrase(wordsOf(&claim, q.field), q.words)
			}
		})
		return found
	}), nil
}

func mustExternalID(reader bleveindex.IndexReader, match *blevesearch.DocumentMatch) string {
	name, err := reader.ExternalID(match.IndexInternalID)
	if err != nil {
		panic(err)
	}
	return name
}

func wordsOf(c *onrecord.Claim, field onrecord.Field) string {
	text := map[onrecord.Field]string{
		onrecord.FieldExact: c.Text, onrecord.FieldSpeaker: c.Speaker.Name, onrecord.FieldTitle: c.Speaker.Title,
	}[field]
	return strings.Join(termsOf(analysis.Words(text)), " ")
}

// hasPhrase looks for whole words: no word has a space inside.
func hasPhrase(text string, words []string) bool {
	return strings.Contains(" "+text+" ", " "+strings.Join(words, " ")+" ")
}

func termQuery(field, term string) query.Query {
	q := query.NewTermQuery(term)
	q.SetField(field)
	return q
}

// anyQuery asks for at least so many of the different terms.
func anyQuery(field string, terms []string, least int) query.Query {
	known := map[string]bool{"": true}
	var each []query.Query
	for _, term := range terms {
		if !known[term] {
			known[term] = true
			each = append(each, termQuery(field, term))
		}
	}
	if len(each) == 0 {
		return query.NewMatchNoneQuery()
	}
	q := query.NewDisjunctionQuery(each)
	q.SetMin(float64(min(max(least, 1), len(each))))
	return q
}

func rangeQuery(n onrecord.TimeRange) query.Query {
	from, to := "", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
	if !n.From.IsZero() {
		from = timeKey(n.From)
	}
	if !n.To.IsZero() {
		to = timeKey(n.To)
	}
	yes, no := true, false
	q := query.NewTermRangeInclusiveQuery(from, to, &yes, &no)
	q.SetField(string(n.Field))
	return q
}

// boolQuery asks for claims where everything is only ruled out.
func boolQuery(n onrecord.Bool) query.Query {
	all := func(nodes []onrecord.Node) []query.Query {
		var each []query.Query
		for _, node := range nodes {
			each = append(each, bleveQuery(node))
		}
		return each
	}
	must := append(all(n.Must), termQuery(fieldRecordType, recordClaim))
	q := query.NewBooleanQuery(must, all(n.Should), all(n.Not))
	if len(n.Should) > 0 {
		q.SetMinShould(1)
	}
	return q
}
