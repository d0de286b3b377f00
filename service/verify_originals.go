package service

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/onrecord/onrecord"
)

// An utterance that has so many of the quotation's words, or of its stems, is
// near though it is no original; a claim with so many could be a piece of one.
const (
	nearSimilarity  = 1.0 / 3
	nearShared      = 1.0 / 2
	pieceSimilarity = 1.0 / 5
)

// A group is candidates of the same statement by the same speaker, the best
// first: claims of one statement group, or in the same words.
type group []*candidate

// groupKeys returns what a candidate has in common with those of its group: the
// words of all that was said, and the statement group where it has one. The same
// words as a part of other statements are not the same statement.
func groupKeys(c *candidate) []string {
	speaker := cmp.Or(c.claim.Speaker.ID, c.claim.Speaker.Name)
	var keys []string
	if c.Verdict == onrecord.VerdictVerbatim || c.claim.Group == "" {
		keys = append(keys, speaker+"\x00words\x00"+c.Wording)
	}
	if c.claim.Group != "" {
		keys = append(keys, speaker+"\x00group\x00"+c.claim.Group)
	}
	return keys
}

// ordered returns the first groups, those that tell most first.
func (v *verification) ordered(first int) []group {
	slices.SortStableFunc(v.candidates, v.compare)
	places := make(map[string]int)
	var groups []group
	for _, c := range v.candidates {
		if !isNear(c) {
			continue
		}
		keys := groupKeys(c)
		at := -1
		for _, key := range keys {
			if known, ok := places[key]; ok && at < 0 {
				at = known
			}
		}
		switch {
		case at >= 0:
			groups[at] = append(groups[at], c)
		case len(groups) < first:
			at = len(groups)
			groups = append(groups, group{c})
		default:
			continue
		}
		for _, key := range keys {
			if _, ok := places[key]; !ok {
				places[key] = at
			}
		}
	}
	return groups
}

func isNear(c *candidate) bool {
	if !c.whole && c.claim.Kind == onrecord.KindDirect && c.Similarity >= pieceSimilarity {
		return true
	}
	return c.Verdict < onrecord.VerdictNotFound || c.Telling && c.Similarity >= nearSimilarity || c.Shared >= nearShared
}

// compare orders candidates by what they say on the question: first by the
// verdict that they give, then by what speaks for them.
func (v *verification) compare(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(v.verdict(a), v.verdict(b)),
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(against(a), against(b)),
		cmp.Compare(math.Round(10*b.Similarity), math.Round(10*a.Similarity)),
		cmp.Compare(v.date(&a.claim), v.date(&b.claim)),
		cmp.Compare(b.Similarity, a.Similarity),
		cmp.Compare(b.Shared, a.Shared),
		earlier(&a.claim, &b.claim),
	)
}

// verdict is the one that a candidate gives on the question. Whoever is not
// named could be the speaker asked about; a few common words are anybody's.
func (v *verification) verdict(c *candidate) onrecord.Verdict {
	switch {
	case c.same || !v.asked:
		return c.Verdict
	case c.Verdict <= onrecord.VerdictPartial && c.Telling && c.claim.Speaker.ID != "":
		return onrecord.VerdictMisattributed
	}
	return onrecord.VerdictNotFound
}

// date tells whether a claim was said when it is said to have been said: the
// flag that it gets, if any, the worse the greater. An article that does not say
// when tells of the past only: what it published before that time was not said
// then.
func (v *verification) date(c *onrecord.Claim) onrecord.QuoteFlag {
	when := c.When()
	switch {
	case !v.said.Known():
		return onrecord.FlagUnknown
	case !when.Known():
		return onrecord.FlagNoDate
	case when.Time.Before(v.said.End()) && v.said.Time.Before(when.End()):
		return onrecord.FlagUnknown
	case !c.Said.Known() && when.Time.After(v.said.Time):
		return onrecord.FlagNoDate
	}
	return onrecord.FlagOtherDate
}

// against counts what speaks against an original that has the very words: flags,
// and cuts that are not at a sentence's border.
func against(c *candidate) int {
	if c.Verdict > onrecord.VerdictPartial {
		return 0
	}
	n := len(c.Flags)
	for _, cut := range c.Cuts {
		if !cut.AtSentence {
			n++
		}
	}
	return n
}

// earlier orders by when it was said, then by when it was published, undated
// last.
func earlier(a, b *onrecord.Claim) int {
	said, published := timeOf(a.When()).Compare(timeOf(b.When())), timeOf(a.Article.Published).Compare(timeOf(b.Article.Published))
	return cmp.Or(said, published, cmp.Compare(a.Name(), b.Name()))
}

// timeOf returns the time of a date; past all times where that is not known.
func timeOf(d onrecord.Date) time.Time {
	if d.Known() {
		return d.Time
	}
	return time.Date(onrecord.MaxYear+1, 1, 1, 0, 0, 0, 0, time.UTC)
}

// answer returns the verdict with its flags, and the originals.
func (v *verification) answer() (onrecord.Verdict, []onrecord.QuoteFlag, []onrecord.Original) {
	var originals []onrecord.Original
	verdict := onrecord.VerdictNotFound
	for _, g := range v.ordered(v.size) {
		i := slices.IndexFunc(g, func(c *candidate) bool { return c.whole })
		if i < 0 {
			continue // more wordings than can be compared whole
		}
		c := g[i]
		if len(originals) == 0 {
			verdict = v.verdict(c)
		}
		if verdict < onrecord.VerdictNotFound && v.isBeside(c) {
			continue
		}
		originals = append(originals, v.original(c, g))
	}
	if verdict == onrecord.VerdictNotFound {
		return verdict, nil, originals
	}
	return verdict, originals[0].Flags, originals
}

// isBeside reports whether a candidate tells nothing where there is an original:
// it is none, or is what another speaker said only nearly so.
func (v *verification) isBeside(c *candidate) bool {
	return c.Verdict == onrecord.VerdictNotFound || v.asked && !c.same && c.Verdict > onrecord.VerdictAltered
}

// original describes a candidate, with where else its words are.
func (v *verification) original(c *candidate, same group) onrecord.Original {
	o := onrecord.Original{
		Claim: c.claim, Others: c.others, Verdict: c.Verdict, SameSpeaker: c.same,
		Span: c.Span, Edits: c.Edits, Cuts: c.Cuts, Flags: c.Flags, Similarity: c.Similarity,
		AppearanceCount: len(same),
	}
	if flag := v.date(&c.claim); flag != onrecord.FlagUnknown {
		o.Flags = append(slices.Clip(o.Flags), flag)
	}
	slices.SortFunc(same, func(a, b *candidate) int { return earlier(&a.claim, &b.claim) })
	for _, a := range same[:min(len(same), onrecord.MaxAppearances)] {
		o.Appearances = append(o.Appearances, onrecord.QuoteAppearance{Claim: a.claim.Name(), Article: a.claim.Article, When: a.claim.When()})
	}
	return o
}
