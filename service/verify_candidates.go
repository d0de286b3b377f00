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
	leastSettled    = 8   // of the wordings found, those that are compared whole even if fewer are asked for
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
	enough onrecord.Verdict // what is as good as the steps behind can find
}

// steps are from the cheapest to the broadest.
func (v *verification) steps() []step {
	return []step{
		{v.quote.Exactly(), onrecord.OrderOldest, exactCandidates, onrecord.VerdictVerbatim},
		{v.quote.ByWords(), onrecord.OrderRelevance, nearCandidates, onrecord.VerdictPartial},
		{v.quote.ByStems(), onrecord.OrderRelevance, nearCandidates, onrecord.VerdictNotFound},
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
	return v.settle(ctx, max(v.size, leastSettled))
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

// settle compares the first wordings with all that was said in one go, until
// those that come first then are compared so.
func (v *verification) settle(ctx context.Context, first int) error {
	for v.whole < maxWhole {
		groups := v.ordered(first)
		open := slices.IndexFunc(groups, func(g group) bool { return !g[0].whole })
		if open < 0 {
			return nil
		}
		if err := v.compareWhole(ctx, groups[open][0]); err != nil {
			return err
		}
	}
	return nil
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
