package service

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// An article is one that was read, with what was said in one go.
type article struct {
	text   string
	claims []onrecord.Claim // in text order
	begins []int            // by claim: the place of the one that begins its utterance
}

// An edition is a version of an article; the newest has none told.
type edition struct {
	articleID string
	version   int
}

// article returns the article of a claim: of a former one, as far as what was
// in its last version is known.
func (v *verification) article(ctx context.Context, c *onrecord.Claim) (article, error) {
	key := edition{articleID: c.Article.ID}
	if c.State != onrecord.StatePresent {
		key.version = c.Article.Version
	}
	if a, ok := v.articles[key]; ok {
		return a, nil
	}
	r, err := v.service.record(ctx, key.articleID)
	if err != nil {
		return article{}, err
	}
	a := article{text: r.Article.Text, claims: r.Claims}
	if key.version > 0 {
		a.claims = formerOf(&r, key.version)
		a.text = asItWas(&r, key.version, a.claims)
	}
	v.service.directory.resolveAll(a.claims)
	a.begins = utterances(a.claims)
	v.articles[key] = a
	return a, nil
}

// formerOf returns the claims that stood in a version for the last time, in text
// order.
func formerOf(r *onrecord.Record, version int) []onrecord.Claim {
	var former []onrecord.Claim
	for _, c := range r.Former {
		if c.Article.Version == version {
			former = append(former, c)
		}
	}
	inTextOrder(former)
	return former
}

// asItWas returns the text of an earlier version. Where it is not kept, the
// sentences of its claims stand at their places with spaces between them.
func asItWas(r *onrecord.Record, version int, claims []onrecord.Claim) string {
	for _, past := range r.Versions {
		if past.Version == version && past.Text != "" {
			return past.Text
		}
	}
	end := 0
	for i := range claims {
		end = max(end, claims[i].Sentence.End, claims[i].Span.End)
	}
	text := []byte(strings.Repeat(" ", end))
	for i := range claims {
		copy(text[claims[i].Sentence.Start:], claims[i].SentenceText)
		copy(text[claims[i].Span.Start:], claims[i].Text)
	}
	return string(text)
}

// utterances returns for each claim the place of the one that begins its
// utterance. A person's correction can give a piece to another speaker: then
// it, and what goes on with it, is another utterance.
func utterances(claims []onrecord.Claim) []int {
	places := make(map[string]int, len(claims))
	begins := make([]int, len(claims))
	for i := range claims {
		begins[i] = i
		c := &claims[i]
		if before, ok := places[c.Continues]; ok && c.Continues != "" && claims[before].Speaker.ID == c.Speaker.ID && claims[before].Speaker.Name == c.Speaker.Name {
			begins[i] = begins[before]
		}
		places[c.ID] = i
	}
	return begins
}

// compareWhole compares a candidate with all that was said in one go. Other
// candidates that are pieces of it are dropped: they are this one.
func (v *verification) compareWhole(ctx context.Context, c *candidate) error {
	v.whole++
	c.whole = true
	a, err := v.article(ctx, &c.claim)
	if err != nil && !errors.Is(err, onrecord.ErrNotFound) {
		return err
	}
	at := slices.IndexFunc(a.claims, func(other onrecord.Claim) bool { return other.ID == c.claim.ID })
	if at < 0 {
		return nil // the article was changed or deleted since it was found
	}
	var pieces []onrecord.Claim
	for i, begins := range a.begins {
		if begins == a.begins[at] {
			pieces = append(pieces, a.claims[i])
		}
	}
	c.Judgement = v.quote.JudgeSource(joined(a.text, pieces))
	v.pairs += c.Pairs
	c.cite(pieces)
	v.candidates = slices.DeleteFunc(v.candidates, func(other *candidate) bool {
		return other != c && other.claim.Article.ID == c.claim.Article.ID &&
			slices.ContainsFunc(pieces, func(p onrecord.Claim) bool { return p.ID == other.claim.ID })
	})
	return nil
}

// joined returns the pieces of an utterance as one. Pieces that are quoted one
// after the other are said in one go; a quoted part within reported words stands
// for itself.
func joined(text string, pieces []onrecord.Claim) compare.Source {
	s := compare.Source{Text: text}
	direct := false // the piece before was
	reported := false
	end := 0
	for _, p := range pieces {
		if p.Span.Start < end {
			continue // it overlaps: said once
		}
		end = p.Span.End
		s.Reported = append(s.Reported, p.Span)
		switch {
		case p.Kind == onrecord.KindDirect && direct:
			last := len(s.Quoted) - 1
			s.Quoted[last] = append(s.Quoted[last], p.Span)
		case p.Kind == onrecord.KindDirect:
			s.Quoted = append(s.Quoted, []onrecord.Span{p.Span})
		default:
			reported = true
			for _, part := range p.Quoted {
				s.Quoted = append(s.Quoted, []onrecord.Span{part})
			}
		}
		direct = p.Kind == onrecord.KindDirect
	}
	if !reported {
		s.Reported = nil
	}
	return s
}

// cite names the claim in which the words begin and those in which they go on.
func (c *candidate) cite(pieces []onrecord.Claim) {
	first := true
	c.others = nil
	for _, p := range pieces {
		switch {
		case !p.Span.Overlaps(c.Span):
		case first:
			c.claim, first = p, false
		default:
			c.others = append(c.others, p.Name())
		}
	}
}
