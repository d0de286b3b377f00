package index

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// A plan is a query made ready.
type plan struct {
	matcher matcher
	parts   []bm25.Part  // by which matches are weighed
	terms   []string     // the distinct terms of FieldText nodes
	context []string     // those of FieldContext nodes
	beside  matcher      // of another query that is asked about the matches of this; nil: none
	certain map[int]bool // leaves that every match has
	leaves  map[fieldTerm]int
	// patterns are the phrases and prefixes.
	patterns map[patternKey]patternMatcher
}

// A fieldTerm is a term of a field.
type fieldTerm struct{ field, term string }

// clone returns the same without the request's text behind it.
func (t fieldTerm) clone() fieldTerm { return fieldTerm{strings.Clone(t.field), strings.Clone(t.term)} }

// leaf returns the number of a term, which is the same however often it stands in
// the query.
func (c *compiler) leaf(field, term string) int {
	t := fieldTerm{field, term}
	number, known := c.plan.leaves[t]
	if !known {
		number = len(c.plan.leaves)
		c.plan.leaves[t] = number
	}
	return number
}

// leavesOf returns the numbers of terms, each once.
func (c *compiler) leavesOf(field onrecord.Field, terms []string) []int {
	leaves := make([]int, len(terms))
	for i, term := range terms {
		leaves[i] = c.leaf(string(field), term)
	}
	slices.Sort(leaves)
	return slices.Compact(leaves)
}

// claims returns the leaf of all claims.
func (c *compiler) claims() int { return c.leaf(fieldRecordType, recordClaim) }
