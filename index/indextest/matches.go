package indextest

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// matches says whether a claim matches a query, in the plainest way.
func matches(n onrecord.Node, c *onrecord.Claim) bool {
	switch n := n.(type) {
	case onrecord.All:
		return true
	case onrecord.Match:
		return matchesTerms(n, c)
	case onrecord.Phrase:
		return hasPhrase(words(n.Field, c), terms(analysis.Words(n.Text)))
	case onrecord.Prefix:
		prefix := terms(analysis.Words(n.Text))
		return len(prefix) == 1 && slices.ContainsFunc(words(n.Field, c), func(word string) bool {
			return strings.HasPrefix(word, prefix[0])
		})
	case onrecord.AnyOf:
		return hasValue(n, keyword(n.Field, c))
	case onrecord.TimeRange:
		date := date(n.Field, c)
		return date.Known() && (n.From.IsZero() || !date.Time.Before(n.From)) && (n.To.IsZero() || date.Time.Before(n.To))
	case onrecord.Bool:
		return matchesBool(n, c)
	}
	return false
}

func matchesTerms(n onrecord.Match, c *onrecord.Claim) bool {
	wanted := termSet(analysis.Words(n.Text))
	having := words(n.Field, c)
	switch n.Field {
	case onrecord.FieldText:
		wanted = termSet(analysis.Terms(n.Text))
		having = terms(analysis.Terms(c.Text))
	case onrecord.FieldContext:
		wanted = termSet(analysis.Terms(n.Text))
		having = terms(analysis.Terms(c.Surroundings()))
	}
	found := 0
	for term := range wanted {
		if slices.Contains(having, term) {
			found++
		}
	}
	return found > 0 && found >= min(n.MinTerms, len(wanted))
}

func matchesBool(n onrecord.Bool, c *onrecord.Claim) bool {
	matching := func(n onrecord.Node) bool { return matches(n, c) }
	failing := func(n onrecord.Node) bool { return !matches(n, c) }
	return !slices.ContainsFunc(n.Must, failing) && !slices.ContainsFunc(n.Not, matching) &&
		(len(n.Should) == 0 || slices.ContainsFunc(n.Should, matching))
}

func hasPhrase(words, phrase []string) bool {
	for start := 0; len(phrase) > 0 && start+len(phrase) <= len(words); start++ {
		if slices.Equal(words[start:start+len(phrase)], phrase) {
			return true
		}
	}
	return false
}

func hasValue(n onrecord.AnyOf, value string) bool {
	return value != "" && slices.ContainsFunc(n.Values, func(wanted string) bool {
		if n.Field == onrecord.FieldOutlet {
			wanted = analysis.Fold(wanted)
		}
		return wanted == value
	})
}

// words returns the words of an unstemmed field.
func words(field onrecord.Field, c *onrecord.Claim) []string {
	switch field {
	case onrecord.FieldExact:
		return terms(analysis.Words(c.Text))
	case onrecord.FieldSpeaker:
		return terms(analysis.Words(c.Speaker.Name))
	case onrecord.FieldTitle:
		return terms(analysis.Words(c.Speaker.Title))
	}
	return nil
}

// keyword returns the value of a keyword field, "" where there is none.
func keyword(field onrecord.Field, c *onrecord.Claim) string {
	switch field {
	case onrecord.FieldSpeakerID:
		return c.Speaker.ID
	case onrecord.FieldSpeakerAs:
		return c.Speaker.Key()
	case onrecord.FieldOutlet:
		return analysis.Fold(c.Article.Outlet)
	case onrecord.FieldKind:
		return c.Kind.String()
	case onrecord.FieldArticle:
		return c.Article.ID
	case onrecord.FieldGroup:
		return c.Group
	case onrecord.FieldState:
		if c.State == onrecord.StatePresent {
			return ""
		}
		return c.State.String()
	case onrecord.FieldMonth:
		if when := c.When(); when.Precision >= onrecord.PrecisionMonth {
			return when.Time.In(time.UTC).Format("2006-01")
		}
	}
	return ""
}

// date returns the date of a time field.
func date(field onrecord.Field, c *onrecord.Claim) onrecord.Date {
	if field == onrecord.FieldSaid {
		return c.When()
	}
	return c.Article.Published
}

// queryTerms returns the different terms of the nodes of a query over a field
// of stems.
func queryTerms(n onrecord.Node, field onrecord.Field) []string {
	switch n := n.(type) {
	case onrecord.Match:
		if n.Field == field {
			return slices.Collect(maps.Keys(termSet(analysis.Terms(n.Text))))
		}
	case onrecord.Bool:
		var all []string
		for _, part := range slices.Concat(n.Must, n.Should, n.Not) {
			all = append(all, queryTerms(part, field)...)
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	return nil
}

func terms(tokens []analysis.Token) []string {
	all := make([]string, len(tokens))
	for i, token := range tokens {
		all[i] = token.Term
	}
	return all
}

func termSet(tokens []analysis.Token) map[string]bool {
	set := make(map[string]bool, len(tokens))
	for _, token := range tokens {
		set[token.Term] = true
	}
	return set
}
