package service

import (
	"context"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
	"github.com/onrecord/onrecord/rank"
)

// How much of the index a verification looks at. Reading and comparing a claim
// costs some 40 µs, reading the article around it some 200 µs.
const (
	exactCandidates = 100 // claims with the very words, the earliest ones
	nearCandidates  = 60  // claims with many of the words, and with some of the stems
	maxWhole        = 40  // utterances that are compared whole

	// The parts of the words that are asked for. Of a third of the words changed,
	// most stay, and the claims that have as many are few; half of them, if they
	// are common ones, can be in more claims than are compared.
	mostOfWords = 0.6
	halfOfWords = 0.5
)

// A verification is one under way.
type verification struct {
	service    *Service
	quote      *compare.Quote
	speaker    onrecord.Node // matches the claims of the one asked about
	asked      bool          // there is one
	said       onrecord.Date
	candidates []*candidate
	seen       map[string]bool    // resource names of claims
	articles   map[string]article // by ID: those that were read
	whole      int                // utterances compared whole
	size       int                // originals asked for
}

// A candidate is a claim that could be an original, or an utterance of several.
type candidate struct {
	claim  onrecord.Claim
	others []string // resource names of the claims it goes on in
	same   bool     // it is by the speaker asked about
	whole  bool     // it was compared with all that was said in one go
	compare.Judgement
}

// A step is a way of looking for candidates.
type step struct {
	node   onrecord.Node
	order  onrecord.Order
	limit  int
	enough onrecord.Verdict // what is as good as the steps behind can find; of the last one nothing
}

// steps are from the cheapest to the broadest.
func (v *verification) steps() []step {
	return []step{
		{v.quote.Exactly(), onrecord.OrderOldest, exactCandidates, onrecord.VerdictVerbatim},
		{v.quote.ByWords(mostOfWords), onrecord.OrderRelevance, nearCandidates, onrecord.VerdictPartial},
		{v.quote.ByWords(halfOfWords), onrecord.OrderRelevance, nearCandidates, onrecord.VerdictPartial},
		{v.quote.ByStems(), onrecord.OrderRelevance, nearCandidates, onrecord.VerdictUnknown},
	}
}

// take compares the candidates of a step: of the speaker asked about, and of
// others.
func (v *verification) take(ctx context.Context, s step) error {
	nodes := []onrecord.Node{s.node}
	if v.asked {
		nodes = []onrecord.Node{
			onrecord.Bool{Must: []onrecord.Node{v.speaker, s.node}},
			onrecord.Bool{Must: []onrecord.Node{s.node}, Not: []onrecord.Node{v.speaker}},
		}
	}
	for i, node := range nodes {
		found, err := v.service.index.Search(ctx, onrecord.Request{Query: node, Order: s.order, Limit: s.limit})
		if err != nil {
			return err
		}
		v.service.directory.resolveAll(found.Claims)
		for _, c := range found.Claims {
			v.add(c, v.asked && i == 0)
		}
	}
	return nil
}

// add compares a claim by itself.
func (v *verification) add(c onrecord.Claim, same bool) {
	if v.seen[c.Name()] {
		return
	}
	v.seen[c.Name()] = true
	alone := &candidate{claim: c, same: same, Judgement: v.quote.JudgeSource(sourceOf(&c))}
	v.candidates = append(v.candidates, alone)
}

// sourceOf returns a claim as an utterance of its own.
func sourceOf(c *onrecord.Claim) compare.Source {
	s := compare.Source{Text: c.Text}
	all := onrecord.Span{End: len(c.Text)}
	if c.Kind == onrecord.KindDirect {
		s.Quoted = [][]onrecord.Span{{all}}
		return s
	}
	for _, part := range rank.QuotedIn(c) {
		s.Quoted = append(s.Quoted, []onrecord.Span{part})
	}
	s.Reported = []onrecord.Span{all}
	return s
}

// settle compares the first groups that are open with all that was said in one
// go, until none of those that come first then is, or done reports true.
func (v *verification) settle(ctx context.Context, first int, isOpen func(*candidate) bool, done func() bool) error {
	for v.whole < maxWhole && !done() {
		groups := v.ordered(first)
		open := slices.IndexFunc(groups, func(g group) bool { return !g[0].whole && isOpen(g[0]) })
		if open < 0 {
			return nil
		}
		if err := v.compareWhole(ctx, groups[open][0]); err != nil {
			return err
		}
	}
	return nil
}

// decide compares whole what could be as good as is enough, until something is,
// and reports whether it is.
func (v *verification) decide(ctx context.Context, enough onrecord.Verdict) (bool, error) {
	done := func() bool { return v.best() <= enough }
	err := v.settle(ctx, len(v.candidates), func(c *candidate) bool { return c.Verdict <= enough && c.same == v.asked }, done)
	return done(), err
}

// settleAll compares whole what the answer will have.
func (v *verification) settleAll(ctx context.Context) error {
	return v.settle(ctx, v.size, func(*candidate) bool { return true }, func() bool { return false })
}

// best returns the best verdict so far; with a speaker, on what that speaker
// said.
func (v *verification) best() onrecord.Verdict {
	best := onrecord.VerdictNotFound
	for _, c := range v.candidates {
		if c.whole && c.same == v.asked {
			best = min(best, c.Verdict)
		}
	}
	return best
}
