package indextest

import (
	"cmp"
	"maps"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// An oracle is what an index must be like: records in a map, and every answer
// by a look at all of them.
type oracle map[string]onrecord.Record

// put stores the record as Store.Put says.
func (o oracle) put(r onrecord.Record) error {
	if r.Revision != o[r.Article.ID].Revision+1 {
		return onrecord.ErrConflict
	}
	o[r.Article.ID] = r
	return nil
}

// claims returns all claims in the order of their names.
func (o oracle) claims() []onrecord.Claim {
	var claims []onrecord.Claim
	for _, r := range o {
		claims = append(claims, r.Claims...)
	}
	slices.SortFunc(claims, func(a, b onrecord.Claim) int { return cmp.Compare(a.Name(), b.Name()) })
	return claims
}

// search answers a request; of relevance it gives all matches, by name.
func (o oracle) search(r onrecord.Request) onrecord.Result {
	claims := o.claims()
	matches := slices.DeleteFunc(slices.Clone(claims), func(c onrecord.Claim) bool { return !matches(r.Query, &c) })
	result := onrecord.Result{Total: len(matches), Facets: o.facets(r, matches), Stats: o.stats(r.Query, claims)}
	if r.Collapse != "" {
		result.Collapsed = len(collapsed(r.Collapse, matches))
	}
	if r.Order != onrecord.OrderRelevance {
		slices.SortStableFunc(matches, func(a, b onrecord.Claim) int { return byTime(r.Order, keyOf(&a), keyOf(&b)) })
		matches = collapsed(r.Collapse, matches)
		if r.After != (onrecord.Key{}) {
			matches = slices.DeleteFunc(matches, func(c onrecord.Claim) bool {
				return byTime(r.Order, keyOf(&c), r.After) <= 0
			})
		}
		matches = matches[:min(len(matches), r.Limit)]
	}
	result.Claims = matches
	return result
}

// collapsed returns the claims without those that have the value of an earlier
// one in a keyword field; all of them for no field.
func collapsed(by onrecord.Field, claims []onrecord.Claim) []onrecord.Claim {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(claims), func(c onrecord.Claim) bool {
		value := keyword(by, &c)
		again := seen[value]
		seen[value] = value != ""
		return again
	})
}

// keyOf returns the place of a claim in a time order.
func keyOf(c *onrecord.Claim) onrecord.Key { return onrecord.Key{Time: c.When().Time, Name: c.Name()} }

// byTime compares two places in a time order.
func byTime(order onrecord.Order, a, b onrecord.Key) int {
	switch {
	case a.Time.Equal(b.Time):
		return cmp.Compare(a.Name, b.Name)
	case a.Time.IsZero():
		return 1
	case b.Time.IsZero():
		return -1
	case order == onrecord.OrderNewest:
		return b.Time.Compare(a.Time)
	}
	return a.Time.Compare(b.Time)
}

func (o oracle) facets(r onrecord.Request, matches []onrecord.Claim) map[onrecord.Field][]onrecord.FacetValue {
	facets := map[onrecord.Field][]onrecord.FacetValue{}
	for _, field := range r.Facets {
		counts := map[string]int{}
		for i := range matches {
			if value := keyword(field, &matches[i]); value != "" {
				counts[value]++
			}
		}
		values := []onrecord.FacetValue{}
		for _, value := range slices.Sorted(maps.Keys(counts)) {
			values = append(values, onrecord.FacetValue{Value: value, Count: counts[value]})
		}
		slices.SortStableFunc(values, func(a, b onrecord.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
		facets[field] = values[:min(len(values), r.FacetSize)]
	}
	return facets
}

func (o oracle) stats(query onrecord.Node, claims []onrecord.Claim) onrecord.TermStats {
	stats := onrecord.TermStats{Claims: len(claims), DocFreq: map[string]int{}}
	for _, term := range queryTerms(query) {
		stats.DocFreq[term] = 0
	}
	for i := range claims {
		tokens := analysis.Terms(claims[i].Text)
		stats.Tokens += len(tokens)
		for term := range termSet(tokens) {
			if _, wanted := stats.DocFreq[term]; wanted {
				stats.DocFreq[term]++
			}
		}
	}
	return stats
}

func (o oracle) coverage(speakerID string) onrecord.Coverage {
	c := onrecord.Coverage{Articles: len(o)}
	outlets := map[string]bool{}
	for _, r := range o {
		if outlet := analysis.Fold(r.Article.Outlet); outlet != "" {
			outlets[outlet] = true
		}
		c.Claims += len(r.Claims)
		for i := range r.Claims {
			if speakerID != "" && r.Claims[i].Speaker.ID == speakerID {
				c.SpeakerClaims++
			}
		}
		published := r.Article.Published
		if !published.Known() {
			c.Undated++
			continue
		}
		if !c.First.Known() || byDate(published, c.First) < 0 {
			c.First = published
		}
		if !c.Last.Known() || byDate(published, c.Last) > 0 {
			c.Last = published
		}
	}
	c.Outlets = len(outlets)
	return c
}

// byDate orders dates by time, and those that begin together the less precise
// one first.
func byDate(a, b onrecord.Date) int {
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.Precision, b.Precision))
}

// articles lists all articles in the order of Store.Articles.
func (o oracle) articles() []onrecord.ArticleInfo {
	articles := []onrecord.ArticleInfo{}
	for _, r := range o {
		articles = append(articles, r.Article.ArticleInfo)
	}
	slices.SortFunc(articles, func(a, b onrecord.ArticleInfo) int {
		return byTime(onrecord.OrderNewest,
			onrecord.Key{Time: a.Published.Time, Name: a.ID}, onrecord.Key{Time: b.Published.Time, Name: b.ID})
	})
	return articles
}
