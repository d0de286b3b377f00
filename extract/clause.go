package extract

import (
	"github.com/onrecord/onrecord/extract/internal/text"
)

// clauseAt reports whether a clause begins at token i: a subject with a verb
// after it, before the next punctuation that is not part of the subject.
func (d *document) clauseAt(i, end int) bool {
	if i >= end || !d.Is(i, text.Word) && !d.Is(i, text.Opens) || d.is(i, coordinator|auxiliary|modal) || d.Is(i, text.Clitic) {
		return false
	}
	if d.is(i, subjectWord) || d.Lower(i) == "there" || d.Lower(i) == "it" {
		return true
	}
	if d.is(i, preposition) && !d.is(i, subordinator) {
		return d.frontedClause(i, end)
	}
	return d.verbAfter(i+1, end)
}

// frontedClause reports whether the phrase that the preposition at token i
// begins ends in a comma with a clause behind it ("said in that case, he would").
func (d *document) frontedClause(i, end int) bool {
	for j := i + 1; j < end && j < i+15; j++ {
		if d.Lower(j) == "," {
			return j+1 < end && !d.is(j+1, preposition) && d.clauseAt(j+1, end)
		}
	}
	return false
}

// verbAfter reports whether a finite verb stands between token i and end, not
// behind a relative pronoun or a second comma.
func (d *document) verbAfter(i, end int) bool {
	commas := 0
	for j := i; j < end && j < i+40; j++ {
		if !d.outside(j) {
			return true
		}
		switch w := d.Lower(j); {
		case w == ",":
			commas++
		case w == ";" || w == ":":
			return false
		case d.is(j, modal), d.is(j, subjectWord), d.is(j, auxiliary) && w != "'s", w == "'s" && d.is(j-1, pronoun):
			return true
		case d.is(j, relative) && w != "that":
			if commas > 0 {
				return false
			}
			j += 2
		case d.verbLike(j), d.finite(j):
			return true
		}
	}
	return false
}

// finite reports whether token j looks like a finite verb by the lexicon or by
// its ending and neighbours.
func (d *document) finite(j int) bool {
	if d.Is(j, text.Capital) || d.is(j-1, determiner|possessive|preposition) || d.Lower(j-1) == "'s" {
		return false
	}
	for _, v := range verbForms[d.Lower(j)] {
		if v.particle == "" && (v.form&(presentForm) != 0 && !nounToo[v.lemma] || v.form&pastForm != 0) {
			return true
		}
	}
	w := d.Lower(j)
	return len(w) > 3 && w[len(w)-2:] == "ed" && (j+1 >= len(d.Tokens) || d.Is(j+1, text.Punct) || d.is(j+1, function))
}
