package extract

import (
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// insertedAccording handles …, according to Velden.
func (f *finder) insertedAccording(c *cue, from int, s text.Range) (int, bool) {
	d := f.d
	if f.isTaken(c.at) {
		return 0, false
	}
	mention := d.nounPhraseFrom(c.group.End, s.End)
	if mention.Len() == 0 {
		return 0, false
	}
	before := d.trim(text.Range{First: from, End: c.group.First})
	if before.Len() == 0 || d.onlyConjunction(before) {
		return f.frontAccording(c, mention, s)
	}
	if f.saidWithin(before, s) {
		f.take(text.Range{First: c.group.First, End: mention.End})
		return mention.End, true
	}
	return f.around(c, mention, before, mention.End, s, ruleAccordingTo)
}

// nameInApposition returns the comma behind the name that stands in apposition
// to the mention, which ends at the comma at token comma ("her physiotherapist,
// Ben Orr,"); comma where none does.
func (d *document) nameInApposition(mention text.Range, comma, end int) int {
	if !names.IsRole(d.Lower(mention.End-1)) || d.Is(mention.End-1, text.Capital) {
		return comma
	}
	i := comma + 1
	for i < end && d.Is(i, text.Capital) && !d.is(i, function) {
		i++
	}
	if i > comma+1 && d.Lower(i) == "," && d.clauseAt(i+1, end) {
		return i
	}
	return comma
}

// saidWithin reports whether r is itself what somebody is told to have said
// ("Velden said that it was late, according to the Herald"): then that one is
// the speaker, and the source of the whole is through whom it is known.
func (f *finder) saidWithin(r, s text.Range) bool {
	d := f.d
	for k := range f.cues {
		c := &f.cues[k]
		if c.group.First <= r.First || c.group.End >= r.End {
			continue
		}
		if c.shape != shapeFinite || !plainSaying[c.lemma] {
			return false
		}
		subject := d.subjectBefore(c.group.First, r.First)
		if !d.hasName(subject) && !d.is(subject.First, subjectWord) || subject.Len() == 0 || f.firstComma(r.First, subject.First) < 0 && subject.First > r.First {
			return false
		}
		first, _, ok := f.contentStart(c, s)
		return ok && first < r.End
	}
	return false
}

// plainSaying are the verbs that hardly need a source to be a statement.
var plainSaying = wordSet("say tell announce declare write warn argue insist claim explain")

func (d *document) onlyConjunction(r text.Range) bool {
	return r.Len() == 1 && d.is(r.First, coordinator|subordinator|adverb)
}

// frontAccording handles According to Velden, ….
func (f *finder) frontAccording(c *cue, mention text.Range, s text.Range) (int, bool) {
	d := f.d
	first := mention.End
	for first < s.End && d.Lower(first) != "," {
		if d.Is(first, text.Opens) {
			first = d.skipQuote(first)
		}
		first++
	}
	if first >= s.End {
		return 0, false
	}
	if name := d.nameInApposition(mention, first, s.End); name > first {
		mention.End, first = name, name
	}
	st := statement{cue: c.group, mention: mention, rule: ruleAccordingTo, heir: -1}
	st.content = text.Range{First: first + 1, End: d.contentEnd(first+1, s.End, f.cuesFrom(first))}
	f.take(text.Range{First: c.group.First, End: first})
	return st.content.End, f.add(st)
}
