package index

import (
	"cmp"
	"context"
	"fmt"
	"maps"
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

// A compiler makes a plan of a query.
type compiler struct {
	view  *view
	plan  plan
	depth int
	nodes int
	words int
}

// compile checks the query and makes it ready for the view, which is for no other
// one, and with it another that tells its matches apart; nil: none does.
func compile(v *view, query, beside onrecord.Node) (*plan, error) {
	c := &compiler{view: v, plan: plan{leaves: map[fieldTerm]int{}, patterns: map[patternKey]patternMatcher{}}}
	var err error
	if c.plan.matcher, err = c.node(query); err != nil {
		return nil, err
	}
	for _, terms := range []*[]string{&c.plan.terms, &c.plan.context} {
		slices.Sort(*terms)
		*terms = slices.Compact(*terms)
	}
	c.plan.parts, c.plan.certain = bm25.Parts(query), certain(c.plan.matcher)
	if beside != nil {
		of := compiler{view: v, plan: plan{leaves: c.plan.leaves, patterns: c.plan.patterns}}
		if c.plan.beside, err = of.node(beside); err != nil {
			return nil, err
		}
	}
	v.read(&c.plan)
	return &c.plan, nil
}

func (c *compiler) node(n onrecord.Node) (matcher, error) {
	if c.nodes++; c.nodes > MaxNodes {
		return nil, fmt.Errorf("query has more than %d parts: %w", MaxNodes, onrecord.ErrTooBroad)
	}
	switch n := n.(type) {
	case onrecord.All:
		return allMatcher{c.claims()}, nil
	case onrecord.Match:
		return c.matchNode(n)
	case onrecord.Phrase:
		return c.phraseNode(n)
	case onrecord.Prefix:
		return c.prefixNode(n)
	case onrecord.AnyOf:
		return c.anyOfNode(n)
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
	if err := c.take(n.Field, terms); err != nil {
		return nil, err
	}
	leaves := c.leavesOf(n.Field, terms) // all of them weigh
	if n.Breadth != 0 {
		rarest, err := c.rarest(n, terms)
		if err != nil {
			return nil, err
		}
		leaves = c.leavesOf(n.Field, rarest)
	}
	return termsMatcher{leaves: leaves, least: min(max(n.MinTerms, 1), len(leaves)), narrowed: n.Breadth != 0}, nil
}

// rarest returns the terms that count within the breadth of a Match.
func (c *compiler) rarest(n onrecord.Match, terms []string) ([]string, error) {
	if n.Breadth < 0 || !isStems(n.Field) {
		return nil, &onrecord.FieldError{Field: "breadth", Reason: "OUT_OF_RANGE", Detail: "must be 0 or more, and 0 for words as written"}
	}
	having := make(map[string]int, len(terms))
	for _, term := range terms {
		if _, counted := having[term]; counted {
			continue
		}
		count := 0
		for _, s := range c.view.segments {
			p, err := s.posting(fieldTerm{string(n.Field), term})
			if err != nil {
				return nil, err
			}
			count += s.countLive(p.documents)
		}
		having[term] = count
	}
	rarest := slices.SortedFunc(maps.Keys(having), func(a, b string) int {
		return cmp.Or(cmp.Compare(having[a], having[b]), cmp.Compare(a, b))
	})
	for i, sum := 0, 0; i < len(rarest); i++ {
		if sum >= n.Breadth {
			return rarest[:i], nil
		}
		sum += having[rarest[i]]
	}
	return rarest, nil
}

func (c *compiler) phraseNode(n onrecord.Phrase) (matcher, error) {
	if !isWords(n.Field) {
		return nil, wrongField("phrase", n.Field)
	}
	words := termsOf(analysis.Words(n.Text))
	if err := c.take(n.Field, words); err != nil {
		return nil, err
	}
	every := termsMatcher{leaves: c.leavesOf(n.Field, words)}
	every.least = len(every.leaves)
	if len(words) < 2 {
		return every, nil
	}
	m := phraseMatcher{field: string(n.Field), words: words, every: every}
	c.plan.patterns[m.key()] = m
	return m, nil
}

func (c *compiler) boolNode(n onrecord.Bool) (matcher, error) {
	if c.depth++; c.depth > maxDepth {
		return nil, fmt.Errorf("query is nested more than %d deep: %w", maxDepth, onrecord.ErrTooBroad)
	}
	defer func() { c.depth-- }()
	must, err := c.all(n.Must)
	if err != nil {
		return nil, err
	}
	should, err := c.all(n.Should)
	if err != nil {
		return nil, err
	}
	not, err := c.all(n.Not)
	return newBool(must, should, not, c.claims()), err
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
