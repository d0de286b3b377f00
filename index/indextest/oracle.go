package indextest

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
	"github.com/onrecord/onrecord/rank"
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
		claims = append(append(claims, r.Claims...), r.Former...)
	}
	slices.SortFunc(claims, func(a, b onrecord.Claim) int { return cmp.Compare(a.Name(), b.Name()) })
	return claims
}

// search answers a request. By relevance it has package rank order all matches.
func (o oracle) search(r onrecord.Request) onrecord.Result {
	claims := o.claims()
	matches := o.matching(r.Query, claims)
	result := onrecord.Result{
		Total: len(matches), Facets: o.facets(r, matches), Histogram: histogram(r.Histogram, matches), Stats: o.stats(r.Query, claims),
	}
	hits := make([]onrecord.Hit, len(matches))
	for i := range matches {
		hits[i].Claim = matches[i]
	}
	if r.Order == onrecord.OrderRelevance {
		hits = rank.NewQuery(r.Query).Rank(matches, result.Stats)
	}
	slices.SortStableFunc(hits, func(a, b onrecord.Hit) int { return byOrder(r.Order, keyOf(&a), keyOf(&b)) })
	for i := range hits { // before they are collapsed: that claim need not be the first of its value
		if hits[i].Claim.Name() == r.After.Name {
			r.After.Score = hits[i].Score
		}
	}
	hits = collapsed(r.Collapse, hits)
	if r.Collapse != "" {
		result.Collapsed = len(hits)
		if r.CountHits {
			result.HitHistogram = histogram(r.Histogram, claimsOf(hits))
		}
	}
	if r.After != (onrecord.Key{}) {
		hits = slices.DeleteFunc(hits, func(h onrecord.Hit) bool { return byOrder(r.Order, keyOf(&h), r.After) <= 0 })
	}
	for i := range hits[:min(len(hits), r.Limit)] {
		result.Claims = append(result.Claims, hits[i].Claim)
		if r.Order == onrecord.OrderRelevance {
			result.Scores = append(result.Scores, hits[i].Score)
		}
	}
	return result
}

// matching returns those of all claims that match a query.
func (o oracle) matching(query onrecord.Node, claims []onrecord.Claim) []onrecord.Claim {
	narrowed := o.narrowed(query, claims)
	return slices.DeleteFunc(slices.Clone(claims), func(c onrecord.Claim) bool { return !matches(narrowed, &c) })
}

func claimsOf(hits []onrecord.Hit) []onrecord.Claim {
	claims := make([]onrecord.Claim, len(hits))
	for i := range hits {
		claims[i] = hits[i].Claim
	}
	return claims
}

// collapsed returns the hits without those that have the value of an earlier
// one in a keyword field; all of them for no field.
func collapsed(by onrecord.Field, hits []onrecord.Hit) []onrecord.Hit {
	seen := map[string]bool{}
	return slices.DeleteFunc(hits, func(h onrecord.Hit) bool {
		value := keyword(by, &h.Claim)
		again := seen[value]
		seen[value] = value != ""
		return again
	})
}

// keyOf returns the place of a hit in an order.
func keyOf(h *onrecord.Hit) onrecord.Key {
	return onrecord.Key{Score: h.Score, Time: h.Claim.When().Time, Name: h.Claim.Name()}
}

// byOrder compares two places in an order.
func byOrder(order onrecord.Order, a, b onrecord.Key) int {
	switch {
	case order == onrecord.OrderRelevance && a.Score != b.Score:
		return cmp.Compare(b.Score, a.Score)
	case a.Time.Equal(b.Time):
		return cmp.Compare(a.Name, b.Name)
	case a.Time.IsZero():
		return 1
	case b.Time.IsZero():
		return -1
	case order == onrecord.OrderOldest:
		return a.Time.Compare(b.Time)
	}
	return b.Time.Compare(a.Time)
}

func (o oracle) facets(r onrecord.Request, matches []onrecord.Claim) map[onrecord.Field][]onrecord.FacetValue {
	facets := map[onrecord.Field][]onrecord.FacetValue{}
	for _, field := range r.Facets {
		counts, groups := map[string]onrecord.FacetValue{}, map[string]bool{}
		for i := range matches {
			value := keyword(field, &matches[i])
			if value == "" {
				continue
			}
			if by := r.Joined[field]; by != nil {
				value = by.Of(value)
			}
			counted, when := counts[value], matches[i].When()
			counted.Value, counted.Count = value, counted.Count+1
			if r.FacetDates && when.Known() && (!counted.First.Known() || when.Compare(counted.First) < 0) {
				counted.First = when
			}
			if r.FacetDates && when.Compare(counted.Last) > 0 {
				counted.Last = when
			}
			if group := keyword(r.Collapse, &matches[i]); r.Collapse != "" && r.CountHits && (group == "" || !groups[value+"|"+group]) {
				groups[value+"|"+group] = true
				counted.Collapsed++
			}
			counts[value] = counted
		}
		values := []onrecord.FacetValue{}
		for _, value := range slices.Sorted(maps.Keys(counts)) {
			values = append(values, counts[value])
		}
		slices.SortStableFunc(values, func(a, b onrecord.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Collapsed, a.Collapsed), cmp.Compare(b.Count, a.Count))
		})
		facets[field] = values[:min(len(values), r.FacetSize)]
	}
	return facets
}

// histogram counts the matches as onrecord.HistogramCounts says; nil asks for
// nothing.
func histogram(h *onrecord.Histogram, matches []onrecord.Claim) onrecord.HistogramCounts {
	var counts onrecord.HistogramCounts
	if h == nil {
		return counts
	}
	counts.Buckets = make([]int, len(h.Bounds)-1)
	first, last := h.Bounds[0], h.Bounds[len(h.Bounds)-1]
	for i := range matches {
		when := date(h.Field, &matches[i])
		bucket := slices.IndexFunc(h.Bounds[1:], func(end time.Time) bool { return when.Time.Before(end) })
		switch {
		case !when.Known():
			counts.Undated++
		case !when.End().After(first) || !when.Time.Before(last):
			counts.Outside++
		case when.Time.Before(first) || when.End().After(h.Bounds[bucket+1]):
			counts.Across++
		default:
			counts.Buckets[bucket]++
		}
	}
	return counts
}

func (o oracle) stats(query onrecord.Node, claims []onrecord.Claim) onrecord.TermStats {
	stats := onrecord.TermStats{Claims: len(claims)}
	text, context := queryTerms(query, onrecord.FieldText), queryTerms(query, onrecord.FieldContext)
	stats.DocFreq, stats.ContextFreq = map[string]int{}, map[string]int{}
	countTerms(stats.DocFreq, text, nil)
	countTerms(stats.ContextFreq, context, nil)
	for i := range claims {
		tokens := analysis.Terms(claims[i].Text)
		stats.Tokens += len(tokens)
		countTerms(stats.DocFreq, text, tokens)
		countTerms(stats.ContextFreq, context, analysis.Terms(claims[i].Surroundings()))
	}
	return stats
}

// countTerms adds one to each of the terms that the tokens have, and none to
// the others.
func countTerms(counts map[string]int, terms []string, tokens []analysis.Token) {
	having := termSet(tokens)
	for _, term := range terms {
		if having[term] {
			counts[term]++
		} else {
			counts[term] += 0
		}
	}
}

func (o oracle) coverage(speakerID string) onrecord.Coverage {
	c := onrecord.Coverage{Articles: len(o)}
	outlets := map[string]bool{}
	for _, r := range o {
		if outlet := analysis.Fold(r.Article.Outlet); outlet != "" {
			outlets[outlet] = true
		}
		c.Claims += len(r.Claims) + len(r.Former)
		c.FormerClaims += len(r.Former)
		for _, claim := range slices.Concat(r.Claims, r.Former) {
			if speakerID != "" && claim.Speaker.ID == speakerID {
				c.SpeakerClaims++
			}
		}
		published := r.Article.Published
		if !published.Known() {
			c.Undated++
			continue
		}
		if !c.First.Known() || published.Compare(c.First) < 0 {
			c.First = published
		}
		if published.Compare(c.Last) > 0 {
			c.Last = published
		}
	}
	c.Outlets = len(outlets)
	return c
}

// articles lists all articles in the order of Store.Articles.
func (o oracle) articles() []onrecord.ArticleInfo {
	articles := []onrecord.ArticleInfo{}
	for _, r := range o {
		articles = append(articles, r.Article.ArticleInfo)
	}
	slices.SortFunc(articles, func(a, b onrecord.ArticleInfo) int {
		return byOrder(onrecord.OrderNewest,
			onrecord.Key{Time: a.Published.Time, Name: a.ID}, onrecord.Key{Time: b.Published.Time, Name: b.ID})
	})
	return articles
}
