package extract

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// unlistedVerb handles a quotation that ends as one does before its attribution
// and that a subject and a verb follow which is in no list: “…,” she winked. In
// that place whatever somebody does is a way to say it.
func (f *finder) unlistedVerb(q text.Quote, s text.Range) bool {
	d := f.d
	i := q.Close + 1
	if q.Unclosed || i+1 >= s.End || q.Close-q.Open < 3 || d.titleCase(q.Inner()) || !d.endsForAttribution(q.Close) {
		return false
	}
	c, mention, r := cue{shape: shapeFinite}, text.Range{}, ruleQuoteSpeakerSaid
	if m := d.nounPhraseFrom(i+1, s.End); d.anyVerb(i) && (d.Is(i+1, text.Capital) || d.is(i+1, determiner|possessive) && strings.HasSuffix(d.Lower(i), "ed") || d.plainNoun(i+1) && d.hasName(m)) {
		c.at, r, mention = i, ruleQuoteSaidSpeaker, m
	} else {
		c.at = i + 1
		if !d.is(i, subjectWord) {
			for c.at < s.End && d.Is(c.at, text.Capital) {
				c.at++
			}
			if !d.Is(i, text.Capital) || d.is(i, function) {
				return false
			}
		}
		mention = text.Range{First: i, End: c.at}
		for d.is(c.at, adverb) {
			c.at++
		}
	}
	c.group = text.Range{First: c.at, End: c.at + 1}
	end := max(c.group.End, mention.End)
	if !d.anyVerb(c.at) || mention.Len() == 0 || !d.attributionEnds(end, s.End) {
		return false
	}
	_, ok := f.around(&c, mention, text.Range{First: q.Open, End: q.Close + 1}, d.skipAdjuncts(end, s.End), s, r)
	return ok
}

// anyVerb reports whether token i looks like a verb in the past or present, by
// its ending alone.
func (d *document) anyVerb(i int) bool {
	w := d.Lower(i)
	return d.Is(i, text.Word) && !d.Is(i, text.Capital) && !d.is(i, function) && len(w) > 3 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s"))
}
