package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/bm25"
)

// The bounds of a query. A Match of more terms, a Prefix of more words and a
// Bool with more nodes below it are ErrTooBroad.
const (
	MaxTerms      = 1024 // distinct terms of all Match and Phrase nodes together
	MaxExpansions = 4096 // distinct words that begin with a Prefix
	MaxNodes      = 4096 // nodes of a query
	maxDepth      = 128  // Bool in Bool
)

// A matcher is a node made ready: its words are analyzed once, and it is then
// asked for the claims of each segment, deleted ones included.
type matcher interface {
	match(ctx context.Context, s *segmentView) (*roaring.Bitmap, error)
}

// A plan is a query made ready.
type plan struct {
	matcher matcher
	parts   []bm25.Part // by which matches are weighed
	terms   []string    // the distinct terms of FieldText nodes
	context []string    // those of FieldContext nodes
}

// A compiler makes a plan of a query.
type compiler struct {
	view  *view
	plan  plan
	depth int
	nodes int
	words int
}

// compile checks the query and makes it ready for the view.
func compile(v *view, query onrecord.Node) (*plan, error) {
	c := &compiler{view: v}
	var err error
	if c.plan.matcher, err = c.node(query); err != nil {
		return nil, err
	}
	for _, terms := range []*[]string{&c.plan.terms, &c.plan.context} {
		slices.Sort(*terms)
		*terms = slices.Compact(*terms)
	}
	c.plan.parts = bm25.Parts(query)
	return &c.plan, nil
}

func (c *compiler) node(n onrecord.Node) (matcher, error) {
	if c.nodes++; c.nodes > MaxNodes {
		return nil, fmt.Errorf("query has more than %d parts: %w", MaxNodes, onrecord.ErrTooBroad)
	}
	switch n := n.(type) {
	case onrecord.All:
		return allMatcher{}, nil
	case onrecord.Match:
		return c.matchNode(n)
	case onrecord.Phrase:
		return c.phraseNode(n)
	case onrecord.Prefix:
		return c.prefixNode(n)
	case onrecord.AnyOf:
		return anyOfNode(n)
	case onrecord.TimeRange:
		return timeRangeNode(n)
	case onrecord.Bool:
		return c.boolNode(n)
	}
	return nil, fmt.Errorf("query node %T is not known: %w", n, onrecord.ErrInvalid)
}

func (c *compiler) matchNode(n onrecord.Match) (matcher, error) {
	var tokens []analysis.Token
	switch {
	case isStems(n.Field):
		tokens = analysis.Terms(n.Text)
	case isWords(n.Field):
		tokens = analysis.Words(n.Text)
	default:
		return nil, wrongField("match", n.Field)
	}
	if n.MinTerms < 0 {
		return nil, &onrecord.FieldError{Field: "min_terms", Reason: "NEGATIVE", Detail: "must be 0 or more"}
	}
	terms := termsOf(tokens)
	slices.Sort(terms)
	terms = slices.Compact(terms)
	if err := c.take(n.Field, terms); err != nil {
		return nil, err
	}
	if n.Breadth != 0 {
		var err error
		if terms, err = c.rarest(n, terms); err != nil {
			return nil, err
		}
	}
	return termsMatcher{field: string(n.Field), terms: terms, least: min(max(n.MinTerms, 1), len(terms)), narrowed: n.Breadth > 0}, nil
}

// rarest returns the terms that count within the breadth of a Match.
func (c *compiler) rarest(n onrecord.Match, terms []string) ([]string, error) {
	if n.Breadth < 0 || !isStems(n.Field) {
		return nil, &onrecord.FieldError{Field: "breadth", Reason: "OUT_OF_RANGE", Detail: "must be 0 or more, and 0 for fields of words as written"}
	}
	having := make(map[string]int, len(terms))
	for _, s := range c.view.segments {
		for _, term := range terms {
			count, err := s.liveCount(string(n.Field), term)
			if err != nil {
				return nil, err
			}
			having[term] += count
		}
	}
	slices.SortStableFunc(terms, func(a, b string) int { return cmp.Compare(having[a], having[b]) })
	sum := 0
	for i, term := range terms {
		if sum >= n.Breadth {
			return terms[:i], nil
		}
		sum += having[term]
	}
	return terms, nil
}

func (c *compiler) phraseNode(n onrecord.Phrase) (matcher, error) {
	if !isWords(n.Field) {
		return nil, wrongField("phrase", n.Field)
	}
	words := termsOf(analysis.Words(n.Text))
	if err := c.take(n.Field, words); err != nil {
		return nil, err
	}
	return phraseMatcher{field: string(n.Field), words: words}, nil
}

func (c *compiler) boolNode(n onrecord.Bool) (matcher, error) {
	if c.depth++; c.depth > maxDepth {
		return nil, fmt.Errorf("query is nested more than %d deep: %w", maxDepth, onrecord.ErrTooBroad)
	}
	defer func() { c.depth-- }()
	var m boolMatcher
	var err error
	if m.must, err = c.all(n.Must); err != nil {
		return nil, err
	}
	if m.should, err = c.all(n.Should); err != nil {
		return nil, err
	}
	m.not, err = c.all(n.Not)
	return m, err
}

// all makes nodes ready.
func (c *compiler) all(nodes []onrecord.Node) ([]matcher, error) {
	matchers := make([]matcher, 0, len(nodes))
	for _, n := range nodes {
		m, err := c.node(n)
		if err != nil {
			return nil, err
		}
		matchers = append(matchers, m)
	}
	return matchers, nil
}

// take notes the terms of a node for the statistics.
func (c *compiler) take(field onrecord.Field, terms []string) error {
	if c.words += len(terms); c.words > MaxTerms {
		return fmt.Errorf("query has more than %d words: %w", MaxTerms, onrecord.ErrTooBroad)
	}
	switch field {
	case onrecord.FieldText:
		c.plan.terms = append(c.plan.terms, terms...)
	case onrecord.FieldContext:
		c.plan.context = append(c.plan.context, terms...)
	}
	return nil
}

// wrongField is the error of a node that asks for a field it cannot ask for.
func wrongField(node string, field onrecord.Field) error {
	return fmt.Errorf("%s cannot ask for field %q: %w", node, field, onrecord.ErrInvalid)
}

func termsOf(tokens []analysis.Token) []string {
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		terms[i] = token.Term
	}
	return terms
}
