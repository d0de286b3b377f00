// Package setting finds when and where a statement was made and through whom
// it was reported, where the article ties that to the statement: beside the
// cue and its subject, or in the phrase that opens their sentence.
package setting

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A Statement is the words of a statement, of the verb that attributes it and
// of its source; an empty range stands for "not there".
type Statement struct{ Content, Cue, Mention text.Range }

// A Setting is what was found; all of it may be empty.
type Setting struct {
	// SaidText is the article's words for the date, without preposition; Said
	// is that resolved, unknown where it names no year, month or day.
	SaidText string
	Said     onrecord.Date
	// Venue is where it was said, without preposition, article and date.
	Venue string
	// Via is a second source between speaker and article.
	Via string
}

// A finder looks through the zones of one sentence.
type finder struct {
	d         *text.Document
	article   *names.Article
	published onrecord.Date
	s         Statement
	found     Setting
}

// maxZone bounds, in tokens, how far from the cue is looked.
const maxZone = 40

// Find finds the setting of a statement. Published may be unknown; then no
// date that depends on it is resolved.
func Find(d *text.Document, article *names.Article, published onrecord.Date, s Statement) Setting {
	if s.Cue.Len() == 0 {
		return Setting{}
	}
	f := finder{d: d, article: article, published: published, s: s}
	f.addressee()
	for _, zone := range f.zones() {
		f.look(zone)
	}
	f.via()
	return f.found
}

// zones returns the stretches that can hold the setting, nearest first: from
// the cue or its subject on, between the two, and the opening of the sentence.
func (f *finder) zones() []text.Range {
	cue, mention := f.s.Cue, f.s.Mention
	sentence := f.d.SentenceOf(cue.First)
	zones := make([]text.Range, 0, 3)
	after := cue.End
	if mention.Len() > 0 && mention.First >= cue.End && mention.First-cue.End < 3 {
		after = mention.End // "said Velden on Sunday"
	}
	zones = append(zones, f.upToClause(after, sentence.End))
	if mention.Len() > 0 && mention.End < cue.First && f.d.Tokens[mention.First].Sentence == f.d.Tokens[cue.First].Sentence {
		zones = append(zones, f.between(mention.End, min(cue.First, mention.End+maxZone)))
	}
	if mention.Len() > 0 && sentence.Contains(mention.First) {
		if r := f.opening(sentence, min(cue.First, mention.First)); r.Len() > 0 {
			zones = append(zones, r)
		}
	}
	return zones
}

// between returns what between the source and the cue, which are those tokens,
// can tell of the speaking: of an apposition or a relative clause nothing but
// what follows it ("Velden, who came in January, said").
func (f *finder) between(first, end int) text.Range {
	if f.d.Lower(first) != "," || startsAdjunct(f.d.Lower(first+1)) {
		return text.Range{First: first, End: end}
	}
	if _, _, date := dateAt(f.d, first+1, f.published); date {
		return text.Range{First: first, End: end}
	}
	for i := end - 1; i > first; i-- {
		if f.d.Lower(i) == "," {
			return text.Range{First: i, End: end}
		}
	}
	return text.Range{First: end, End: end}
}

// upToClause returns the tokens from first to the end of the clause: the
// content, a comma before something other than a date or place, a quotation.
func (f *finder) upToClause(first, end int) text.Range {
	i := first
	for ; i < end && i < first+maxZone; i++ {
		if f.s.Content.Contains(i) || f.d.Tokens[i].Quote >= 0 && !f.showTitle(i) {
			break
		}
		switch w := f.d.Lower(i); w {
		case ";", ":", "—", "--", "that", "who", "which", "while", "because", "but", "when", "after", "before", "if", "adding":
			return text.Range{First: first, End: i}
		case ",":
			if !isYear(f.d.Lower(i+1)) && !startsAdjunct(f.d.Lower(i+1)) {
				return text.Range{First: first, End: i}
			}
		}
	}
	return text.Range{First: first, End: i}
}

// showTitle reports whether the quotation at token i is the title of a show:
// short, and with capitals.
func (f *finder) showTitle(i int) bool {
	q := f.d.Quotes[f.d.Tokens[i].Quote]
	return q.Close-q.Open <= 7 && f.d.Is(q.Open+1, text.Capital) && f.d.Is(q.Close-1, text.Capital) && !f.d.Is(q.Close-1, text.Punct)
}

func startsAdjunct(w string) bool {
	switch w {
	case "in", "on", "at", "during", "speaking":
		return true
	}
	return weekdays[w] != 0
}

// opening returns the phrase that opens the sentence and ends with a comma
// before the subject: "In a Monday post, Velden claimed".
func (f *finder) opening(sentence text.Range, subject int) text.Range {
	first := sentence.First
	if w := f.d.Lower(first); w == "but" || w == "and" || w == "then" {
		first++
	}
	comma := -1
	for i := first; i < subject && i < first+maxZone; i++ {
		if f.d.Tokens[i].Quote >= 0 && !f.showTitle(i) || f.s.Content.Contains(i) {
			return text.Range{}
		}
		if f.d.Lower(i) == "," {
			comma = i
		}
	}
	opens := openers[f.d.Lower(first)]
	_, _, date := dateAt(f.d, first, f.published)
	if !opens && !date {
		return text.Range{}
	}
	switch {
	case comma >= 0 && subject-comma <= 3:
		return text.Range{First: first, End: comma}
	case date && subject-first <= 4, opens && comma < 0 && f.dateUpTo(first, subject):
		return text.Range{First: first, End: subject}
	}
	return text.Range{}
}

// dateUpTo reports whether a date that begins behind token first ends where the
// subject begins: "On Tuesday Velden said", "In a note on Tuesday Velden said".
func (f *finder) dateUpTo(first, subject int) bool {
	for i := first + 1; i < subject; i++ {
		if r, _, ok := dateAt(f.d, i, f.published); ok && r.End == subject {
			return true
		}
	}
	return false
}

var openers = wordSet("in on at during speaking addressing appearing writing responding asked")

// look takes the first date and the first venue of the zone.
func (f *finder) look(zone text.Range) {
	for i := zone.First; i < zone.End; i++ {
		if f.found.SaidText == "" {
			if r, said, ok := dateAt(f.d, i, f.published); ok && r.End <= zone.End+1 && !f.otherEvent(r, zone) {
				f.found.SaidText, f.found.Said = f.d.String(r), said
				i = r.End - 1
				continue
			}
		}
		if f.found.Venue == "" {
			f.found.Venue = f.venueAt(i, zone.End)
		}
	}
}

// otherEvent reports whether the date belongs to something else than the
// speaking: "after Monday's vote", "since Friday", "about the 2019 law".
func (f *finder) otherEvent(r, zone text.Range) bool {
	if f.d.Lower(r.End) == "'s" || f.d.Lower(r.End) == "’" {
		return true
	}
	for i := r.First - 1; i >= zone.First && i > r.First-6; i-- {
		switch f.d.Lower(i) {
		case "since", "after", "before", "until", "by", "about", "of", "from", "for", "next", "through", "ahead", "following", "to", "despite", "over":
			return true
		case "on", "in", "during", "at", ",":
			return false
		}
	}
	return false
}
