package indextest

import (
	"cmp"
	"maps"
	"slices"
	"time"

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
	result := onrecord.Result{
		Total: len(matches), Facets: o.facets(r, matches), Histogram: histogram(r.Histogram, matches), Stats: o.stats(r.Query, claims),
	}
	if r.Order != onrecord.OrderRelevance {
		slices.SortStableFunc(matches, func(a, b onrecord.Claim) int { return byTime(r.Order, keyOf(&a), keyOf(&b)) })
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
		counts := map[string]onrecord.FacetValue{}
		for i := range matches {
			value := keyword(field, &matches[i])
			if value == "" {
				continue
			}
			counted, when := counts[value], matches[i].When()
			counted.Value, counted.Count = value, counted.Count+1
			if r.FacetDates && when.Known() && (!counted.First.Known() || when.Compare(counted.First) < 0) {
				counted.First = when
			}
			if r.FacetDates && when.Compare(counted.Last) > 0 {
				counted.Last = when
			}
			counts[value] = counted
		}
		values := []onrecord.FacetValue{}
		for _, value := range slices.Sorted(maps.Keys(counts)) {
			values = append(values, counts[value])
		}
		slices.SortStableFunc(values, func(a, b onrecord.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
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
		return byTime(onrecord.OrderNewest,
			onrecord.Key{Time: a.Published.Time, Name: a.ID}, onrecord.Key{Time: b.Published.Time, Name: b.ID})
	})
	return articles
}
