package indextest

import (
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// The fields that each kind of node can ask for.
var (
	matchFields   = []onrecord.Field{onrecord.FieldText, onrecord.FieldText, onrecord.FieldContext, onrecord.FieldExact, onrecord.FieldSpeaker, onrecord.FieldTitle}
	phraseFields  = []onrecord.Field{onrecord.FieldExact, onrecord.FieldExact, onrecord.FieldSpeaker, onrecord.FieldTitle}
	prefixFields  = []onrecord.Field{onrecord.FieldExact, onrecord.FieldSpeaker}
	keywordFields = []onrecord.Field{onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldArticle, onrecord.FieldMonth, onrecord.FieldGroup, onrecord.FieldState}
	timeFields    = []onrecord.Field{onrecord.FieldSaid, onrecord.FieldPublished}
	orders        = []onrecord.Order{onrecord.OrderRelevance, onrecord.OrderNewest, onrecord.OrderOldest}
)

// query returns a query over the claims that there are, nested up to depth.
func (g generator) query(claims []onrecord.Claim, depth int) onrecord.Node {
	kinds := 6
	if depth > 0 {
		kinds = 10
	}
	switch g.IntN(kinds) {
	case 0:
		return onrecord.All{}
	case 1:
		n := onrecord.Match{Field: pick(g, matchFields), Text: g.queryText(claims), MinTerms: g.IntN(5)}
		if n.Field == onrecord.FieldText || n.Field == onrecord.FieldContext {
			n.Breadth = pick(g, []int{0, 0, 1, 40, 100})
		}
		return n
	case 2:
		return onrecord.Phrase{Field: pick(g, phraseFields), Text: g.queryText(claims)}
	case 3:
		word := []rune(pick(g, strings.Fields(g.queryText(claims)+" xylo")))
		return onrecord.Prefix{Field: pick(g, prefixFields), Text: string(word[:min(len(word), 1+g.IntN(4))])}
	case 4:
		return g.anyOf(claims)
	case 5:
		return g.timeRange()
	}
	return onrecord.Bool{Must: g.queries(claims, depth), Should: g.queries(claims, depth), Not: g.queries(claims, depth)}
}

func (g generator) queries(claims []onrecord.Claim, depth int) []onrecord.Node {
	var nodes []onrecord.Node
	for range max(g.IntN(5)-2, 0) {
		nodes = append(nodes, g.query(claims, depth-1))
	}
	return nodes
}

// queryText returns some words in a row, mostly from what a claim says or who
// said it.
func (g generator) queryText(claims []onrecord.Claim) string {
	text := g.text(4)
	if len(claims) > 0 && g.IntN(4) > 0 {
		c := pick(g, claims)
		text = pick(g, []string{c.Text, c.Text, c.Speaker.Name, c.Speaker.Title})
	}
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	start := g.IntN(len(words))
	return strings.Join(words[start:min(len(words), start+1+g.IntN(3))], " ")
}

func (g generator) anyOf(claims []onrecord.Claim) onrecord.Node {
	n := onrecord.AnyOf{Field: pick(g, keywordFields)}
	for range g.IntN(4) {
		value := "nobody"
		if len(claims) > 0 && g.IntN(5) > 0 {
			c := pick(g, claims)
			if value = keyword(n.Field, &c); n.Field == onrecord.FieldOutlet {
				value = c.Article.Outlet
			}
		}
		n.Values = append(n.Values, value)
	}
	return n
}

func (g generator) timeRange() onrecord.Node {
	n := onrecord.TimeRange{Field: pick(g, timeFields)}
	from, to := pick(g, moments), pick(g, moments)
	if from.After(to) {
		from, to = to, from
	}
	if g.IntN(4) > 0 {
		n.From = from
	}
	if g.IntN(4) > 0 {
		n.To = to
	}
	if n.From.Equal(n.To) {
		n.To = n.From.Add(1)
	}
	return n
}

// request returns a request over the claims that there are.
func (g generator) request(claims []onrecord.Claim) onrecord.Request {
	r := onrecord.Request{Query: g.query(claims, 3), Order: pick(g, orders), FacetSize: g.IntN(6)}
	r.Limit = pick(g, []int{0, 1, 3, 10, onrecord.MaxCandidates})
	for _, field := range keywordFields {
		if g.IntN(3) == 0 {
			r.Facets = append(r.Facets, field)
		}
	}
	if g.IntN(2) == 0 {
		r.Joined = map[onrecord.Field]onrecord.Joining{onrecord.FieldSpeakerID: byFirst(1 + g.IntN(2)), onrecord.FieldOutlet: byFirst(1)}
	}
	if g.IntN(3) == 0 {
		r.Collapse = pick(g, keywordFields)
	}
	r.CountHits = g.IntN(2) == 0
	r.FacetDates = g.IntN(2) == 0
	if g.IntN(2) == 0 {
		r.Histogram = g.histogram()
	}
	if len(claims) > 0 && g.IntN(3) == 0 {
		c := pick(g, claims)
		r.After = keyOf(&onrecord.Hit{Claim: c})
	}
	return r
}

// byFirst joins what begins with the same letters.
type byFirst int

func (b byFirst) State() uint64          { return uint64(b) }
func (b byFirst) Of(value string) string { return value[:min(len(value), int(b))] }

// histogram parts the time of the world at some of its moments, or at some
// midnights about them.
func (g generator) histogram() *onrecord.Histogram {
	h := &onrecord.Histogram{Field: pick(g, timeFields)}
	for range 2 + g.IntN(8) {
		bound := pick(g, moments)
		if g.IntN(2) == 0 {
			bound = time.Date(bound.Year(), bound.Month(), bound.Day()+g.IntN(3)-1, 0, 0, 0, 0, time.UTC)
		}
		h.Bounds = append(h.Bounds, bound)
	}
	slices.SortFunc(h.Bounds, time.Time.Compare)
	if h.Bounds = slices.CompactFunc(h.Bounds, time.Time.Equal); len(h.Bounds) == 1 {
		h.Bounds = append(h.Bounds, h.Bounds[0].AddDate(0, 0, 1))
	}
	return h
}
