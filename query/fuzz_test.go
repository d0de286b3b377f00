package query

import (
	"errors"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", `a "b c" -(d OR e) sanct* speaker:"x y" said:2025..`, `"`, "((", "-+NOT OR AND",
		"kind:direct outlet:“a” title:b* exact:c* text:d", "12:30 http://a:b :", "\xff", "é*", "'",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		node, err := Parse(query)
		if err == nil {
			if clauses := check(t, node, 0); clauses > MaxClauses {
				t.Errorf("Parse(%q): %d clauses", query, clauses)
			}
			// What stands in parentheses means the same.
			if len(query) < MaxBytes-1 && strings.TrimSpace(query) != "" {
				if _, err := Parse("(" + query + ")"); err != nil && strings.Count(query, "(") < MaxDepth {
					t.Errorf("Parse(%q) fails only in parentheses: %v", query, err)
				}
			}
			return
		}
		var e *Error
		if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(query) || e.Expected == "" || e.Found == "" {
			t.Errorf("Parse(%q): bad error %#v", query, err)
		}
	})
}

// check counts the clauses of a node and checks that each is as the contract
// of its type wants it.
func check(t *testing.T, n onrecord.Node, depth int) int {
	t.Helper()
	if depth > 2*(MaxDepth+2) {
		t.Errorf("nodes %d deep", depth)
	}
	switch n := n.(type) {
	case onrecord.All:
		return 0
	case onrecord.Match:
		if n.Text == "" {
			t.Error("match of no text")
		}
	case onrecord.Phrase:
		if n.Text == "" || n.Field == onrecord.FieldText {
			t.Errorf("bad phrase %+v", n)
		}
	case onrecord.Prefix:
		if len(n.Text) < MinPrefix || n.Field != onrecord.FieldExact && n.Field != onrecord.FieldSpeaker {
			t.Errorf("bad prefix %+v", n)
		}
	case onrecord.AnyOf:
		if len(n.Values) != 1 {
			t.Errorf("bad any-of %+v", n)
		}
	case onrecord.TimeRange:
		if n.From.IsZero() && n.To.IsZero() || !n.From.IsZero() && !n.To.IsZero() && !n.From.Before(n.To) {
			t.Errorf("bad range %+v", n)
		}
	case onrecord.Bool:
		clauses := 0
		for _, group := range [][]onrecord.Node{n.Must, n.Should, n.Not} {
			for _, m := range group {
				clauses += check(t, m, depth+1)
			}
		}
		if clauses == 0 {
			t.Error("a Bool of nothing")
		}
		return clauses
	default:
		t.Errorf("unknown node %T", n)
	}
	return 1
}
