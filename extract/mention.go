package extract

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxMention bounds, in tokens, how far a source is looked for.
const maxMention = 60

// subjectBefore returns the words before token end, not before first, that
// name the subject of the verb group that begins at end. It is empty where
// there is none: a comma or a conjunction goes before the verb.
func (d *document) subjectBefore(end, first int) text.Range {
	i := end - 1
	for i >= first && d.is(i, adverb|timeWord) && !d.is(i, pronoun) {
		i--
	}
	if i < first {
		return text.Range{}
	}
	if d.is(i, relative) && !d.precededByNounPhraseThat(i, first) {
		return d.antecedent(i, first)
	}
	if d.Lower(i) == ")" {
		i = d.openBracket(i, first) - 1
	}
	if d.Lower(i) == "," {
		return d.beforeApposition(i, first)
	}
	if d.breaks(i) {
		return d.beforeDashes(i, first)
	}
	return d.nounPhraseEnding(i, first)
}

// beforeDashes returns the noun phrase before the remark in dashes that ends
// with the one at token closing ("Orr — a former aide — said").
func (d *document) beforeDashes(closing, first int) text.Range {
	for j := closing - 1; j > first && j > closing-maxMention; j-- {
		if d.outside(j) && d.Lower(j) == d.Lower(closing) {
			return d.nounPhraseEnding(d.beforeBracket(j-1, first), first)
		}
	}
	return text.Range{}
}

// precededByNounPhraseThat reports whether the "that" at i is a demonstrative
// subject or a conjunction, not a relative pronoun.
func (d *document) precededByNounPhraseThat(i, first int) bool {
	return d.Lower(i) == "that" && (i == first || !d.Is(i-1, text.Word))
}

// antecedent returns the noun phrase that the relative pronoun at i refers to.
func (d *document) antecedent(i, first int) text.Range {
	j := i - 1
	if d.Lower(j) == "," {
		j--
	}
	if d.Lower(j) == ")" {
		j = d.openBracket(j, first) - 1
	}
	if d.is(j, preposition) && d.is(i, relative) || j < first {
		return text.Range{}
	}
	if r := d.nounPhraseEnding(j, first); r.Len() > 0 {
		if d.Lower(i) == "who" {
			r.First = max(r.First, d.nameAfterVerb(r))
		}
		return r
	}
	return text.Range{First: i, End: i + 1}
}

// nameAfterVerb returns where the name that ends r begins, if what goes before
// it is rather a clause than what the name belongs to ("the findings come too
// late for Tam Ostrey", "visited Tam Ostrey"); else where r does.
func (d *document) nameAfterVerb(r text.Range) int {
	name := r.End
	for name > r.First && d.Is(name-1, text.Word|text.Capital) {
		name--
	}
	before := name - 1
	if name == r.End || before <= r.First || r.End-name < 2 && !d.is(name-1, preposition) {
		return r.First
	}
	switch {
	case d.finite(before), d.regularPast(before), d.verbLike(before):
		return name
	case !d.is(before, preposition):
		return r.First
	}
	switch d.Lower(before) {
	case "of", "from", "in", "at":
		return r.First
	}
	if w := d.Lower(before - 1); names.IsRole(w) || names.IsBodyWord(w) || d.plural(before-1) {
		return r.First // "a spokesman for Mara Velden"
	}
	return name
}

// openBracket returns the opening bracket of the closing one at i, or i.
func (d *document) openBracket(i, first int) int {
	for j := i; j >= first && j > i-maxMention; j-- {
		if d.Lower(j) == "(" || d.Lower(j) == "[" {
			return j
		}
	}
	return i
}

// beforeApposition returns the noun phrase that the apposition which the comma
// at closing ends belongs to ("Steven Orr, a former aide to the mayor, said").
func (d *document) beforeApposition(closing, first int) text.Range {
	found := text.Range{}
	for j := closing - 1; j > first && j > closing-maxMention; j-- {
		if !d.outside(j) || d.Lower(j) == ";" || d.Lower(j) == ":" || d.Lower(j) == "—" {
			break
		}
		if d.Lower(j) != "," {
			continue
		}
		np := d.nounPhraseEnding(d.beforeBracket(j-1, first), first)
		if np.Len() == 0 || d.participial(np) || d.partyTag(np) {
			continue
		}
		if !d.appositive(j+1, closing) {
			continue
		}
		found = np
		if d.boundaryBefore(np.First, first) && d.hasName(np) || d.is(np.First-1, coordinator) {
			return np
		}
	}
	return found
}

func (d *document) beforeBracket(i, first int) int {
	if d.Lower(i) == ")" {
		return d.openBracket(i, first) - 1
	}
	return i
}

// participial reports whether r begins with a participle, as a phrase before
// the subject does: "Giving evidence on Tuesday".
func (d *document) participial(r text.Range) bool {
	w := d.Lower(r.First)
	return r.Len() > 1 && len(w) > 4 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed")) && !d.Is(r.First+1, text.Capital)
}

// partyTag reports whether r is no more than party and place: "R-Coldwater".
func (d *document) partyTag(r text.Range) bool {
	w := d.Lower(r.First)
	return r.Len() == 1 && d.Is(r.First, text.Capital) && len(w) > 3 && w[1] == '-' && (w[0] == 'r' || w[0] == 'd' || w[0] == 'i')
}

// appositive reports whether the tokens from first to end can be an
// apposition: a noun phrase without a verb of its own, or a relative clause.
func (d *document) appositive(first, end int) bool {
	if d.is(first, relative) || d.Is(first, text.Number) || strings.HasSuffix(d.Lower(first), "ing") {
		return true
	}
	for i := first; i < end; i++ {
		if d.is(i, relative) {
			return true
		}
		if d.is(i, modal) || d.is(i, auxiliary) && d.Lower(i) != "'s" || d.is(i, subjectWord) {
			return false
		}
	}
	return first < end
}

// boundaryBefore reports whether a clause can begin at token i.
func (d *document) boundaryBefore(i, first int) bool {
	return i <= first || !d.Is(i-1, text.Word) || d.is(i-1, coordinator|subordinator|relative)
}

func (d *document) hasName(r text.Range) bool {
	for i := r.First; i < r.End; i++ {
		if d.Is(i, text.Capital) && !d.is(i, function) {
			return true
		}
	}
	return false
}

// nounPhraseEnding returns the noun phrase whose last token is last, with the
// phrases that hang on it ("a spokesman for the port of Sel").
func (d *document) nounPhraseEnding(last, first int) text.Range {
	if last < first || !d.nominal(last) || d.Is(last, text.Closes) {
		return text.Range{}
	}
	if d.is(last, pronoun) {
		return text.Range{First: last, End: last + 1}
	}
	start, cut := last, -1
	for i := last; i >= first && i > last-maxMention; i-- {
		if d.Is(i, text.Closes) {
			open, ok := d.nickname(i, first)
			if !ok {
				break
			}
			i = open
			start = i
			continue
		}
		if d.Lower(i) == ")" {
			i = d.openBracket(i, first)
			continue
		}
		if d.verbLike(i) && !(documentNouns[d.Lower(i-1)] && d.regularPast(i) && d.is(i+1, preposition)) { // not "a report published on"
			if cut >= 0 {
				start = cut
			}
			break
		}
		if !d.nominal(i) && !d.is(i, preposition) && !d.is(i, coordinator) || d.Lower(i) == "by" && d.passiveBefore(i) && !documentNouns[d.Lower(i-2)] {
			break
		}
		if d.is(i, subordinator) && !d.is(i, determiner) || d.is(i, subjectWord) {
			break
		}
		if d.is(i, timeWord) && i < last && d.is(i+1, determiner|possessive) && !d.is(i+1, timeWord) {
			break // "last night | the clinic"
		}
		if d.is(i, coordinator) && cut < 0 {
			cut = i + 1
		}
		start = i
	}
	for start < last && (d.is(start, coordinator) || d.is(start, preposition) && !d.is(start, determiner) || d.is(start, adverb) && !d.Is(start, text.Number)) {
		start++
	}
	return text.Range{First: d.afterTime(start, last), End: last + 1}
}

// afterTime returns the token behind "this week", "earlier this year", "on
// Monday", where a name follows on that; first where none does.
func (d *document) afterTime(first, last int) int {
	i := first
	switch d.Lower(i) {
	case "last", "this", "next", "earlier", "later", "late", "early":
		i++
	default:
		if d.Lower(i-1) != "on" && d.Lower(i-1) != "in" {
			return first
		}
	}
	if !d.is(i, timeWord) {
		return first
	}
	for i < last && d.is(i, timeWord) {
		i++
	}
	if d.Is(i, text.Capital) {
		return i
	}
	return first
}

// passiveBefore reports whether a participle stands before the "by" at token i:
// "drawn up by Orr", "a plan backed by Orr".
func (d *document) passiveBefore(i int) bool {
	switch w := d.Lower(i - 1); {
	case w == "up", w == "out", w == "off":
		return true
	default:
		return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn")
	}
}

// nickname returns the opening mark of the quotation that closes at i where it
// is part of a name: a word or two without punctuation.
func (d *document) nickname(i, first int) (int, bool) {
	q := d.Quotes[d.Tokens[i].Quote]
	if q.Open < first || q.Close-q.Open > 4 || d.Is(i-1, text.Punct) {
		return 0, false
	}
	return q.Open, true
}

// nominal reports whether token i can be part of a noun phrase.
func (d *document) nominal(i int) bool {
	if !d.Is(i, text.Word) {
		return d.Lower(i) == "%" || d.Lower(i) == "$" || d.Is(i, text.Closes) || d.possessiveMark(i)
	}
	if d.is(i, modal) || d.is(i, coordinator) || d.is(i, relative|questionWord) && !d.is(i, determiner) {
		return false
	}
	if d.is(i, auxiliary) {
		return d.Lower(i) == "'s"
	}
	return true
}

// possessiveMark reports whether token i is the apostrophe of a plural
// possessor ("the voters' choice").
func (d *document) possessiveMark(i int) bool {
	if !d.Is(i, text.Mark) || d.Tokens[i].Flags&(text.Opens|text.Closes|text.SpaceBefore) != 0 {
		return false
	}
	w := d.Lower(i)
	return w == "'" || w == "’"
}

// verbLike reports whether token i is more likely a finite verb than a noun.
func (d *document) verbLike(i int) bool {
	if d.Is(i, text.Capital) {
		return false
	}
	if d.is(i, modal) || d.is(i, auxiliary) && d.Lower(i) != "'s" {
		return true
	}
	if d.is(i, finiteVerb) {
		return !d.is(i-1, determiner|possessive)
	}
	w := d.Lower(i)
	if len(w) > 4 && w[len(w)-2:] == "ed" && !d.is(i-1, determiner|possessive|adverb) && !d.is(i-1, preposition) {
		return d.is(i+1, determiner|preposition|possessive|pronoun) || d.is(i+1, adverb)
	}
	return false
}

// nounPhraseFrom returns the noun phrase that begins at token first, up to
// end: the source after an inverted verb or after "according to".
func (d *document) nounPhraseFrom(first, end int) text.Range {
	i := first
	end = min(end, first+maxMention)
	for i < end {
		switch {
		case d.Is(i, text.Opens):
			i = d.skipQuote(i) + 1
			continue
		case d.Lower(i) == "(" || d.Lower(i) == "[":
			return text.Range{First: first, End: i}
		case !d.Is(i, text.Word) && d.Lower(i) != "%" && d.Lower(i) != "/" && !d.possessiveMark(i):
			return text.Range{First: first, End: i}
		case i == first:
		case d.is(i, modal) || d.is(i, auxiliary) && d.Lower(i) != "'s":
			return text.Range{First: first, End: i}
		case d.is(i, relative), d.is(i, subordinator) && !d.is(i, preposition):
			return text.Range{First: first, End: i}
		case d.is(i, pronoun) && !d.is(i, determiner):
			return text.Range{First: first, End: i}
		case d.is(i, timeWord) && !d.is(i-1, determiner|possessive|preposition) && !d.Is(i+1, text.Capital):
			return text.Range{First: first, End: i}
		case d.regularPast(i) && d.is(i+1, preposition|timeWord):
			return text.Range{First: first, End: i} // "a note | published on Monday"
		case d.is(i, preposition) && d.adjunctPreposition(i):
			return text.Range{First: first, End: i}
		}
		i++
	}
	return text.Range{First: first, End: max(first, min(i, end))}
}

// adjunctPreposition reports whether the preposition at i rather begins a
// phrase of the sentence ("in an interview") than one of the noun.
func (d *document) adjunctPreposition(i int) bool {
	switch d.Lower(i) {
	case "of", "for", "with", "from", "at", "by":
		return false
	case "in", "on":
		return d.is(i+1, determiner|possessive|timeWord) || d.Is(i+1, text.Number)
	}
	return true
}
