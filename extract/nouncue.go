package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// nounCues handles the nouns of the sentence that attribute: Velden's claim
// that …, a warning from Velden that ….
func (f *finder) nounCues(s text.Range) {
	d := f.d
	for i, n := s.First, 0; i < s.End && n < maxCues; i++ {
		if !attributingNouns[d.Lower(i)] || !d.outside(i) || f.isTaken(i) {
			continue
		}
		n++
		if first, ok := f.nounContent(i, s); ok && !f.isTaken(first) {
			end := d.contentEnd(first, s.End, f.cuesFrom(first))
			if j := f.firstComma(first, end); j >= 0 {
				end = j
			}
			if !d.verbAfter(s.First, i) {
				end = d.beforeSecondVerb(first, end) // the noun is the subject of the sentence
			}
			f.add(statement{
				content: text.Range{First: first, End: f.untaken(first, end)}, cue: text.Range{First: i, End: i + 1},
				mention: f.nounSource(i, first, s), rule: ruleNounThat, heir: -1,
			})
		}
	}
}

// nounContent returns where the content of the noun at token i begins: after
// "that", which may follow whose it is and to whom it was said.
func (f *finder) nounContent(i int, s text.Range) (int, bool) {
	d := f.d
	if toNouns[d.Lower(i)] && d.Lower(i+1) == "to" && d.is(i-1, possessive|auxiliary) {
		return i + 1, i+2 < s.End
	}
	if d.apposed(i) {
		return 0, false // what was said before, "a claim that Orr denied"
	}
	for j := i + 1; j < s.End && j < i+12; j++ {
		if d.Lower(j) == "that" {
			return j + 1, j+1 < s.End && d.clauseAfterThat(j) && (j == i+1 || d.is(i+1, preposition))
		}
		if !d.Is(j, text.Word) && !d.possessiveMark(j) || d.is(j, modal|subjectWord|relative) || d.is(j, auxiliary) && d.Lower(j) != "'s" {
			return 0, false
		}
	}
	return 0, false
}

// apposed reports whether the noun at token i stands behind a comma with "a" or
// "an": it tells what to make of the words before.
func (d *document) apposed(i int) bool {
	for j := i - 1; j > i-4; j-- {
		if w := d.Lower(j); w == "a" || w == "an" {
			return d.Lower(j-1) == ","
		}
	}
	return false
}

// clauseAfterThat reports whether the "that" at token j leads a clause with a
// subject of its own, and is neither a relative pronoun nor a determiner.
func (d *document) clauseAfterThat(j int) bool {
	return !d.is(j-1, preposition) && !d.demonstrative(j) && !d.finite(j+1) && !d.verbLike(j+1)
}

// nounSource returns the possessor before the noun at token i, or the noun
// phrase after "from", "of" or "by".
func (f *finder) nounSource(i, content int, s text.Range) text.Range {
	d := f.d
	j := i - 1
	for j > s.First && !d.is(j, possessive|determiner|preposition) && d.Lower(j) != "'s" && !d.possessiveMark(j) && j > i-4 {
		j--
	}
	switch {
	case d.is(j, possessive):
		return text.Range{First: j, End: j + 1}
	case d.Lower(j) == "'s" || d.possessiveMark(j):
		return d.nounPhraseEnding(j-1, s.First)
	}
	switch d.Lower(i + 1) {
	case "from", "of", "by":
		return d.nounPhraseFrom(i+2, content-1)
	}
	return text.Range{}
}

// beforeSecondVerb returns where the second verb group after token first
// begins, or end: the clause is over where the verb of the sentence stands
// ("the claim that it was safe | did not convince them").
func (d *document) beforeSecondVerb(first, end int) int {
	groups, in := 0, false
	for i := first; i < end; i++ {
		switch {
		case !d.outside(i):
			i = d.skipQuote(i)
			in = false
		case d.is(i, coordinator|subordinator|relative) && !d.is(i, determiner):
			return end // another clause: no way to tell
		case d.is(i, modal) || d.is(i, auxiliary) && d.Lower(i) != "'s" || d.verbLike(i) || d.finite(i):
			if !in {
				if groups++; groups == 2 {
					return i
				}
			}
			in = true
		case !d.is(i, adverb):
			in = false
		}
	}
	return end
}
