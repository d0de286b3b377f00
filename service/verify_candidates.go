package service

import (
	"context"
	"errors"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
	"github.com/onrecord/onrecord/rank"
)

// How much of the index a verification looks at. Reading and comparing a claim
// costs some 40 µs, reading the article around it some 200 µs.
const (
	exactCandidates = 100 // claims with the very words, the earliest ones
	nearCandidates  = 40  // claims with many of the words, and with some of the stems
	maxWhole        = 40  // utterances that are compared whole

	// maxPairs bounds the pairs of words that are looked at, half of them by
	// comparing claims by themselves: half a second for the longest quotations.
	maxPairs = 50_000_000
)

// A verification is one under way.
type verification struct {
	service    *Service
	quote      *compare.Quote
	speaker    onrecord.Node // matches the claims of the one asked about
	asked      bool          // there is one
	names      []string      // IDs of that one's names; nil where words of a name were given
	said       onrecord.Date
	candidates []*candidate
	seen       map[string]bool     // resource names of claims
	articles   map[edition]article // those that were read
	whole      int                 // utterances compared whole
	pairs      int                 // pairs of words looked at
	size       int                 // originals asked for
	horizon    horizon
	looked     bool // this step looked through both scopes at once
	tried      bool // this step found too much for that
}

// A candidate is a claim that could be an original, or an utterance of several.
type candidate struct {
	claim  onrecord.Claim
	others []string // resource names of the claims it goes on in
	same   bool     // it is by the speaker asked about
	whole  bool     // it was compared with all that was said in one go
	compare.Judgement
}

// A scope is whose claims are looked through.
type scope struct {
	must, not []onrecord.Node
	same      bool // they are the speaker's who was asked about
}

// scopes returns the claims that the verdict is about and, with a speaker, those
// of others.
func (v *verification) scopes() []scope {
	earlier := v.horizon.nodes()
	if !v.asked {
		return []scope{{must: earlier}}
	}
	speaker := []onrecord.Node{v.speaker}
	return []scope{{must: append(speaker, earlier...), same: true}, {must: earlier, not: speaker}}
}

// A step is a way of looking for candidates in a scope, and what of them is as
// good as what the steps behind can find.
type step struct {
	look   func(context.Context, scope) error
	enough func(*candidate) bool
}

// run looks for candidates, step by step from the cheapest to the broadest.
func (v *verification) run(ctx context.Context) error {
	for _, step := range [...]step{{v.exactly, isWhole}, {v.byWords, isCut}, {v.byStems, isAny}} {
		for _, in := range v.scopes() {
			if v.looked {
				break // in both scopes at once
			}
			if err := step.look(ctx, in); err != nil {
				return err
			}
		}
		v.looked, v.tried = false, false
		if enough, err := v.decide(ctx, step.enough); enough || err != nil {
			return errors.Join(err, v.settleAll(ctx))
		}
	}
	return v.settleAll(ctx)
}

// isWhole tells of an original that has the very words, and if it has others
// too, then in other sentences that are no matter of these.
func isWhole(c *candidate) bool { return isCut(c) && against(c) == 0 }
func isCut(c *candidate) bool   { return c.Verdict <= onrecord.VerdictPartial }
func isAny(c *candidate) bool   { return c.Verdict < onrecord.VerdictNotFound }

// exactly looks for the very words.
func (v *verification) exactly(ctx context.Context, in scope) error {
	node := v.quote.Exactly()
	if err := v.atOnce(ctx, node, onrecord.OrderOldest, exactCandidates); v.looked || err != nil {
		return err
	}
	found, err := v.search(ctx, in, node, onrecord.OrderOldest, exactCandidates)
	v.add(found.Claims, in)
	return err
}

// atOnce looks through both scopes with one search, which does where they have
// as few matches together as are looked at in each. It sets looked then.
func (v *verification) atOnce(ctx context.Context, node onrecord.Node, order onrecord.Order, limit int) error {
	if v.names == nil || v.tried {
		return nil
	}
	found, err := v.search(ctx, scope{must: v.horizon.nodes()}, node, order, limit)
	if v.tried = found.Total > limit; v.tried || err != nil {
		return err
	}
	v.looked = true
	var others []onrecord.Claim
	for _, c := range found.Claims {
		if slices.Contains(v.names, c.Speaker.ID) {
			v.add([]onrecord.Claim{c}, scope{same: true})
		} else {
			others = append(others, c)
		}
	}
	v.add(others, scope{})
	return nil
}

// byWords looks for many of the words. Where more claims have as many as are
// compared, those with more of them come first.
func (v *verification) byWords(ctx context.Context, in scope) error {
	nodes := v.quote.ByWords()
	if err := v.atOnce(ctx, nodes[0], onrecord.OrderNewest, nearCandidates); v.looked || err != nil {
		return err
	}
	var found [][]onrecord.Claim
	for _, node := range nodes {
		more, err := v.search(ctx, in, node, onrecord.OrderNewest, nearCandidates)
		if err != nil {
			return err
		}
		if found = append(found, more.Claims); more.Total <= nearCandidates {
			break
		}
	}
	for _, claims := range slices.Backward(found) {
		v.add(claims, in)
	}
	return nil
}

// byStems looks for some of the stems. What others said in other words is beside
// the point where the speaker asked about said something near.
func (v *verification) byStems(ctx context.Context, in scope) error {
	if v.asked && !in.same && slices.ContainsFunc(v.candidates, func(c *candidate) bool { return c.same && isAny(c) }) {
		return nil
	}
	found, err := v.search(ctx, in, v.quote.ByStems(), onrecord.OrderRelevance, nearCandidates)
	v.add(found.Claims, in)
	return err
}

// search finds claims of a scope.
func (v *verification) search(ctx context.Context, in scope, node onrecord.Node, order onrecord.Order, limit int) (onrecord.Result, error) {
	if len(in.must)+len(in.not) > 0 {
		node = onrecord.Bool{Must: append(slices.Clip(in.must), node), Not: in.not}
	}
	found, err := v.service.index.Search(ctx, onrecord.Request{Query: node, Order: order, Limit: limit})
	v.service.directory.resolveAll(found.Claims)
	return found, err
}

// add compares claims by themselves.
func (v *verification) add(claims []onrecord.Claim, in scope) {
	for _, c := range claims {
		if v.seen[c.Name()] || v.pairs > maxPairs/2 || !v.horizon.has(c.When()) {
			continue
		}
		v.seen[c.Name()] = true
		alone := &candidate{claim: c, same: in.same, Judgement: v.quote.JudgeSource(sourceOf(&c))}
		v.pairs += alone.Pairs
		v.candidates = append(v.candidates, alone)
	}
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
	for v.whole < maxWhole && v.pairs < maxPairs && !done() {
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

// decide compares whole what could be good enough, until something is, and
// reports whether it is.
func (v *verification) decide(ctx context.Context, good func(*candidate) bool) (bool, error) {
	could := func(c *candidate) bool { return c.same == v.asked && good(c) }
	done := func() bool {
		return slices.ContainsFunc(v.candidates, func(c *candidate) bool { return c.whole && could(c) })
	}
	err := v.settle(ctx, len(v.candidates), could, done)
	return done(), err
}

// settleAll compares whole what the answer will have.
func (v *verification) settleAll(ctx context.Context) error {
	return v.settle(ctx, v.size, func(*candidate) bool { return true }, func() bool { return false })
}
