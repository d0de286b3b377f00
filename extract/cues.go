package extract

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A cueShape is how a cue stands in its sentence.
type cueShape uint8

const (
	shapeFinite     cueShape = iota // Velden said
	shapeGerund                     // …, adding that
	shapeInfinitive                 // went to court to say
	shapePassive                    // was told, is said to
	shapeAccording                  // according to
)

// A cue is words that attribute, found in a sentence.
type cue struct {
	shape cueShape
	// group is the words of it: auxiliaries, adverbs, verb and particle.
	group text.Range
	// at is the token of the verb itself.
	at int
	verbForm
}

// takesAny reports whether the cue takes any of the complements.
func (c *cue) takesAny(k complement) bool { return c.verb != nil && c.takes&k != 0 }

// maxCues bounds the cues of one sentence, so that a text made of nothing else
// takes no longer than others; sentences people write have fewer than twenty.
const maxCues = 64

// findCues returns the cues of the sentence outside of quotations, in order.
func (d *document) findCues(sentence text.Range, cues []cue) []cue {
	for i := sentence.First; i < sentence.End && len(cues) < maxCues; i++ {
		if !d.outside(i) {
			i = d.skipQuote(i)
			continue
		}
		if c, ok := d.accordingAt(i); ok {
			cues = append(cues, c)
			i = c.group.End - 1
			continue
		}
		if c, ok := d.verbCueAt(i, sentence); ok {
			cues = append(cues, c)
			i = c.group.End - 1
		}
	}
	return cues
}

// skipQuote returns the closing mark of the outermost quotation at token i.
func (d *document) skipQuote(i int) int {
	q := d.Quotes[d.topQuote(i)]
	if q.Unclosed {
		return q.Close - 1
	}
	return q.Close
}

// accordingAt recognizes "according to" and its like at token i.
func (d *document) accordingAt(i int) (cue, bool) {
	if d.Lower(i) == "according" && d.Lower(i+1) == "to" {
		return cue{shape: shapeAccording, group: text.Range{First: i, End: i + 2}, at: i}, true
	}
	if d.Lower(i) == "per" && d.Lower(i-1) == "," && d.Is(i+1, text.Capital) {
		return cue{shape: shapeAccording, group: text.Range{First: i, End: i + 1}, at: i}, true
	}
	return cue{}, false
}

// verbCueAt recognizes a verb of the lexicon at token i, in a form and place
// in which it attributes.
func (d *document) verbCueAt(i int, sentence text.Range) (cue, bool) {
	if !d.Is(i, text.Word) || d.Tokens[i].Flags&text.Clitic != 0 {
		return cue{}, false
	}
	forms := verbForms[d.Lower(i)]
	if len(forms) == 0 || d.Is(i, text.Capital) && i != sentence.First && !d.headlineCase(sentence) {
		return cue{}, false
	}
	for _, f := range forms {
		end := i + 1
		if f.particle != "" {
			if d.Lower(end) == "it" && f.particle != "it" {
				end++ // "made it clear"
			}
			if d.Lower(end) != f.particle {
				continue
			}
			end++
		}
		c := cue{at: i, verbForm: f, group: text.Range{First: d.groupStart(i, sentence.First), End: end}}
		if d.placeCue(&c, sentence) {
			return c, true
		}
	}
	return cue{}, false
}

// maxHeadline bounds, in tokens, how much of a sentence tells whether it is
// written as a headline.
const maxHeadline = 100

// headlineCase reports whether most words of the sentence are capitalised, so
// that a capital does not make a name.
func (d *document) headlineCase(s text.Range) bool {
	words, capitals := 0, 0
	for i := s.First; i < min(s.End, s.First+maxHeadline) && words < 30; i++ {
		if d.Is(i, text.Word) && !d.Is(i, text.Number) && len(d.Lower(i)) > 3 {
			words++
			if d.Is(i, text.Capital) {
				capitals++
			}
		}
	}
	return words >= 3 && capitals*4 >= words*3
}

// groupStart returns where the verb group that ends in the verb at i begins:
// over adverbs, auxiliaries and "went on to".
func (d *document) groupStart(i, first int) int {
	for i > first {
		p := i - 1
		switch {
		case d.is(p, auxiliary|modal), d.is(p, adverb) && !d.is(p, timeWord) && (!d.is(p, subordinator) || d.Lower(p) == "once"):
			if d.Lower(p) == "'s" && d.possessiveBefore(p, i) {
				return i
			}
			i = p
		case d.Lower(p) == "since" && d.is(p-1, auxiliary): // "has since said"
			i = p
		case lightBeforeGerund[d.Lower(p)] && strings.HasSuffix(d.Lower(i), "ing"):
			i = p
		case d.Lower(p) == "to" && lightBeforeTo(d.Lower(p-1)):
			i = p - 1
			if w := d.Lower(i - 1); d.Lower(i) == "on" && (w == "went" || w == "goes" || w == "go" || w == "going" || w == "gone") {
				i--
			}
		default:
			return i
		}
	}
	return i
}

// possessiveBefore reports whether the 's at token p is that of a possessor:
// after a pronoun it is a verb.
func (d *document) possessiveBefore(p, verb int) bool {
	return !d.is(p-1, pronoun|relative) && !d.is(p+1, auxiliary)
}

// lightBeforeGerund are the verbs of "began saying".
var lightBeforeGerund = wordSet("began begun started kept keeps keep continued continues stopped heard overheard seen caught filmed recorded quoted")

func lightBeforeTo(w string) bool {
	switch w {
	case "likes", "liked", "loves", "loved", "tends", "tended", "began", "begins", "started", "on", "continued", "continues", "seemed", "seems", "appeared", "appears", "going", "used", "had", "has", "have", "forced":
		return true
	}
	return false
}

// placeCue sets the cue's shape, and reports false where the verb form in this
// place is none: a noun, an adjective, a reduced relative.
func (d *document) placeCue(c *cue, sentence text.Range) bool {
	prev := c.at - 1
	if c.at == sentence.First {
		prev = -1
	}
	switch {
	case c.form&gerundForm != 0:
		return d.placeGerund(c, prev)
	case d.be(c.group, c.at) && c.form&participleForm != 0:
		c.shape = shapePassive
		return passives[c.lemma]
	case c.form == participleForm && c.group.First == c.at:
		return false // "a man known as"
	case prev < 0 && c.form&gerundForm == 0 && c.lemma != "ask":
		return false // "Revealed: …", an imperative
	case d.Lower(prev) == "to":
		if c.group.First == c.at {
			c.shape = shapeInfinitive
		}
		return c.form&baseForm != 0
	}
	if c.form&(baseForm|presentForm) != 0 {
		return d.placePresent(c, prev, sentence)
	}
	if d.is(prev, determiner|possessive|preposition) && !d.is(prev, pronoun) && c.group.First == c.at && d.Lower(prev) != "that" && !standsAlone[d.Lower(prev)] {
		return false // "the reported death", "a noted author"
	}
	if d.Lower(prev) == "'s" && c.group.First == c.at {
		return false // "the mayor's reported wealth"
	}
	if c.group.First == c.at && c.lemma != "say" && c.form&participleForm != 0 && d.regularPast(prev) {
		return false // "ignored repeated warnings"
	}
	if d.Lower(c.at+1) == "by" && d.frontedParticiple(c, sentence) {
		return true // "Asked by Orr whether"
	}
	if d.Lower(prev) == "-" && !d.Is(prev, text.SpaceBefore) || d.Is(prev, text.Number) && c.group.First == c.at && c.form&participleForm != 0 && c.form&pastForm != 0 && !d.is(c.at+1, function) && !d.Is(c.at+1, text.Punct) && c.lemma != "say" || d.Lower(c.at+1) == "by" && c.lemma != "say" && c.lemma != "respond" {
		return false // "a plan announced by"
	}
	return true
}

// regularPast reports whether token i looks like a verb in -ed.
func (d *document) regularPast(i int) bool {
	return len(d.Lower(i)) > 4 && strings.HasSuffix(d.Lower(i), "ed") && !d.Is(i, text.Capital) && !d.is(i-1, determiner|possessive)
}

// standsAlone are determiners that are subjects too: "both vowed", "many say".
var standsAlone = wordSet("both all some many most few several each neither either one two three four another any")

// be reports whether the group before the verb holds a form of "be".
func (d *document) be(g text.Range, verb int) bool {
	for i := g.First; i < verb; i++ {
		switch d.Lower(i) {
		case "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "'re", "'m":
			return true
		case "'s":
			return true
		}
	}
	return false
}

// placeGerund decides for an -ing form.
func (d *document) placeGerund(c *cue, prev int) bool {
	if d.be(c.group, c.at) || lightBeforeGerund[d.Lower(prev)] {
		c.shape = shapeFinite
		return true
	}
	c.shape = shapeGerund
	if prev < 0 {
		return d.Lower(c.at+1) != "to" || c.lemma == "refer"
	}
	if d.is(c.at+1, finiteVerb|auxiliary|modal) {
		return false // "the old saying goes"
	}
	if d.is(prev, determiner|possessive) || d.Lower(prev) == "'s" || d.Lower(prev) == "worth" {
		return false // "the warning", "it is worth noting"
	}
	return true
}

// placePresent decides for "say" and "says": forms that for many verbs are
// nouns too.
func (d *document) placePresent(c *cue, prev int, sentence text.Range) bool {
	if d.Lower(prev) == "'s" {
		return false // "Velden's claims"
	}
	if c.group.First < c.at && d.is(c.at-1, modal|auxiliary|adverb) || d.is(prev, modal|auxiliary) {
		return !d.is(prev, determiner)
	}
	if d.is(prev, relative) && d.Lower(prev) != "whose" || d.is(prev, subjectWord) || d.Lower(prev) == "it" || d.Lower(prev) == "you" {
		return true
	}
	if d.is(prev, determiner|possessive|preposition) || d.Lower(prev) == "'s" {
		return false
	}
	if !nounToo[c.lemma] {
		return true
	}
	if c.form&presentForm != 0 && c.takesAny(takesVerdict) && (d.is(c.at+1, pronoun) || d.Lower(prev) == "," && d.is(c.at+1, determiner|possessive)) {
		return true // "the mayor calls it", "Orr, the mayor, calls the plan"
	}
	// a verb that is a noun too needs a sign: "that" or a quotation after it,
	// or a name before "claims".
	next := d.Lower(c.at + 1)
	if c.form&presentForm == 0 && !d.plural(prev) {
		return false // "an additional report that"
	}
	if next == "that" && d.clauseAfterThat(c.at+1) || d.Is(c.at+1, text.Opens) || d.Is(c.at+1, text.Punct) && d.Is(c.at+2, text.Opens) {
		return true
	}
	if d.is(c.at+1, preposition) || d.Is(c.at+1, text.Punct) {
		return false
	}
	if c.form&presentForm != 0 && c.takesAny(takesClause) && names.IsRole(d.Lower(prev)) && d.is(c.at+1, possessive|determiner) && d.clauseAt(c.at+1, sentence.End) {
		return true // "the candidate claims his net worth is"
	}
	if c.form&presentForm == 0 && c.takesAny(takesClause) && d.clauseAt(c.at+1, sentence.End) && (d.is(c.at+1, determiner|pronoun) || d.Is(c.at+1, text.Capital)) {
		return true // "critics claim it is"
	}
	return c.form&presentForm != 0 && d.Is(prev, text.Capital) && !d.Is(c.at, text.Capital)
}

// plural reports whether token i looks like a plural noun or a name.
func (d *document) plural(i int) bool {
	w := d.Lower(i)
	return strings.HasSuffix(w, "s") && !d.is(i, function) || d.Is(i, text.Capital) || d.is(i, pronoun) || pluralNouns[w]
}

// pluralNouns are plurals without an s.
var pluralNouns = wordSet("people police men women children both others many some most percent few two three four half")

// nounToo are the verbs whose base form is a common noun.
var nounToo = wordSet(`claim show note state report comment remark answer promise pledge vow question warning forecast project
estimate reply response request order demand charge post email text tweet blog joke reason cite quote view fear hope
doubt plan like love back support attack blast hammer regret trust dream guess figure care rule label brand term cast
paint call recall point caution counsel lecture press grill counter object volunteer rumor leak boast complain thunder
crack laugh sigh cry shout hint wish protest rebuke blame cause chat credit address highlight champion discount dispute
address account account`)

// passives are the verbs that report in the passive too ("was told that").
var passives = wordSet("tell ask remind inform say report warn assure allege announce quote rumor advise")
