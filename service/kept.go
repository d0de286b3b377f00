package service

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// keepCorrected adds to the claims found in an article those that people
// corrected before and that were not found again, though their sentence stands
// there as it did: a person's word counts more than a newer extractor's. Each
// takes the place of whatever was found in its words.
func keepCorrected(found, before []onrecord.Claim, article onrecord.Article) []onrecord.Claim {
	for _, c := range before {
		again := func(o onrecord.Claim) bool { return o.ID == c.ID }
		if len(c.Corrections) == 0 || slices.ContainsFunc(found, again) || !moveTo(&c, article.Text) {
			continue
		}
		c.Article = article.ArticleInfo
		found = replaceBy(found, c)
	}
	goOn(found)
	inTextOrder(found)
	return found
}

// moveTo moves a claim to where its sentence stands in a text, of several places
// the one nearest to where it stood. It reports false where it does not stand
// there.
func moveTo(c *onrecord.Claim, text string) bool {
	to, ok := nearest(text, c.SentenceText, c.Sentence.Start)
	if !ok {
		return false
	}
	by := to - c.Sentence.Start
	move := func(s onrecord.Span) onrecord.Span { return onrecord.Span{Start: s.Start + by, End: s.End + by} }
	c.Span, c.Sentence = move(c.Span), move(c.Sentence)
	c.Quoted = slices.Clone(c.Quoted)
	for i, q := range c.Quoted {
		c.Quoted[i] = move(q)
	}
	// Cue and mention can stand in another sentence, which may have changed.
	for _, part := range []struct {
		span  *onrecord.Span
		words string
	}{{&c.CueSpan, c.Cue}, {&c.MentionSpan, c.Mention}} {
		if s := move(*part.span); part.words != "" && s.Start >= 0 && s.End <= len(text) && s.Of(text) == part.words {
			*part.span = s
		} else {
			*part.span = onrecord.Span{}
		}
	}
	return true
}

// replaceBy puts a claim in the place of those that overlap it, people's own
// apart. What went on with one of those goes on with it.
func replaceBy(claims []onrecord.Claim, c onrecord.Claim) []onrecord.Claim {
	gone := map[string]bool{}
	kept := claims[:0]
	for _, o := range claims {
		if len(o.Corrections) == 0 && o.Span.Overlaps(c.Span) {
			gone[o.ID] = true
			continue
		}
		kept = append(kept, o)
	}
	for i := range kept {
		if gone[kept[i].Continues] {
			kept[i].Continues = c.ID
		}
	}
	return append(kept, c)
}

// goOn ends the utterances that go on with a claim which is not there.
func goOn(claims []onrecord.Claim) {
	there := make(map[string]bool, len(claims))
	for i := range claims {
		there[claims[i].ID] = true
	}
	for i := range claims {
		if !there[claims[i].Continues] {
			claims[i].Continues = ""
		}
	}
}
