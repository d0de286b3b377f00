package compare

import (
	"slices"

	"github.com/onrecord/onrecord"
)

// A Quote is a quotation made ready to be compared with many originals, one
// after the other.
type Quote struct {
	source  string
	text    *Text
	stems   map[string]bool   // different ones
	content []bool            // by word: it is no common one
	stemmed map[string]string // stems by word, of whatever was compared
}

// NewQuote takes a quotation without its attribution; marks around it do not
// count. Words behind the first MaxWords are not looked at.
func NewQuote(source string) *Quote {
	q := &Quote{source: source, text: NewText(source), stems: make(map[string]bool), stemmed: make(map[string]string)}
	q.text.words = q.text.words[:min(len(q.text.words), MaxWords)]
	q.content = make([]bool, len(q.text.words))
	for i, w := range q.text.words {
		if stem := q.stemOf(w.Term); stem != "" {
			q.content[i] = true
			q.stems[stem] = true
		}
	}
	return q
}

// Len counts the words; an ellipsis is none.
func (q *Quote) Len() int { return q.text.Len() }

// A Judgement says how a quotation relates to one original.
type Judgement struct {
	// Verdict is VerdictVerbatim, VerdictPartial, VerdictAltered,
	// VerdictParaphraseOnly or VerdictNotFound.
	Verdict onrecord.Verdict
	// Similarity is the part of the words that both have, from 0 to 1: those of
	// them against those that were put in, left out or replaced.
	Similarity float64
	// Shared is the part of the quotation's stems that stand together in the
	// original; 0 where the words themselves decide.
	Shared float64
	// Telling is set where the words in common are too many, or too rare, to be
	// so by chance.
	Telling bool
	// Wording is the part of the original that the quotation is nearest to, as
	// it is compared: the same words have the same one.
	Wording string
	Span    onrecord.Span // of that part
	// Pairs counts the pairs of words that were looked at: a million takes some
	// 10 ms.
	Pairs int
	Edits []onrecord.QuoteEdit
	Cuts  []onrecord.QuoteCut
	Flags []onrecord.QuoteFlag
}

// What the verdicts ask for. A generator of altered quotations (service,
// TestVerifyMeasure) shows where they lie: of ten thousand statements on the
// same topics none shares half of its words, in their order, with one that is
// not its own.
const (
	// alteredSimilarity: as many words are the original's as are not.
	alteredSimilarity = 0.5
	// telling is the weight of common words that is more than chance: three rare
	// ones, or eight of any kind in the same order.
	telling = 8
	// wholeTelling is that for an utterance that is the same as a whole.
	wholeTelling = 5
	// nearShare and nearStems are what a near wording has of the stems, and how
	// many of them where the quotation has as many; one is too few.
	nearShare  = 4.0 / 5
	nearStems  = 3
	leastStems = 2
)

// Judge compares with the speaker's own words.
func (q *Quote) Judge(original *Text) Judgement {
	if len(q.text.words) == 0 || len(original.words) == 0 {
		return Judgement{Verdict: onrecord.VerdictNotFound}
	}
	runs, pairs := find(q.text, original)
	runs = tidy(q.text, original, runs)
	t := q.tally(original, runs)
	first, last := bounds(runs)
	j := Judgement{
		Verdict: onrecord.VerdictNotFound, Similarity: t.similarity(), Telling: t.weight >= telling,
		Span: original.span(first, last), Wording: wording(original.words[first:last]), Pairs: pairs,
	}
	switch {
	case t.changed == 0 && t.same > 0 && t.same >= t.brackets:
		j.Verdict = onrecord.VerdictPartial
		if bySpeaker(original.words) == bySpeaker(original.words[first:last]) && !hasOmission(original, runs) {
			j.Verdict, j.Telling = onrecord.VerdictVerbatim, t.weight >= wholeTelling
		}
	case j.Similarity >= alteredSimilarity && j.Telling:
		j.Verdict = onrecord.VerdictAltered
	case q.isNear(&j, original):
		j.Verdict = onrecord.VerdictParaphraseOnly
	}
	switch {
	case j.Verdict == onrecord.VerdictParaphraseOnly && j.Similarity < alteredSimilarity:
		q.describeNear(&j, original)
	case j.Verdict == onrecord.VerdictNotFound:
		j.Edits = q.edits(original, runs)
	default:
		j.Edits, j.Cuts = q.edits(original, runs), cuts(q.text, original, runs)
		j.Flags = flagsOf(&j)
	}
	return j
}

// isNear reports whether the stems are those of a near wording, in whatever
// order they are.
func (q *Quote) isNear(j *Judgement, original *Text) bool {
	shared, _, _ := q.shared(original)
	if shared < leastStems {
		return false
	}
	j.Shared = float64(shared) / float64(len(q.stems))
	return shared >= min(nearStems, len(q.stems)) && j.Shared >= nearShare
}

// describeNear describes a wording that is near, without pairing its words: the
// flags are of the part that has the stems.
func (q *Quote) describeNear(j *Judgement, original *Text) {
	_, start, end := q.shared(original)
	words := original.words[start:end]
	j.Span, j.Wording = original.span(start, end), wording(words)
	if turnsAround(q.text.words, words) {
		j.Flags = append(j.Flags, onrecord.FlagNegation)
	}
	if newNumber(q.text.words, words) {
		j.Flags = append(j.Flags, onrecord.FlagNumber)
	}
}

// hasOmission reports whether an ellipsis stands for words of the speaker.
func hasOmission(original *Text, runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool {
		return r.op == onrecord.EditOmitted && bySpeaker(original.words[r.originalStart:r.originalEnd]) > 0
	})
}

// edits describes the runs.
func (q *Quote) edits(original *Text, runs []run) []onrecord.QuoteEdit {
	edits := make([]onrecord.QuoteEdit, len(runs))
	for i, r := range runs {
		e := &edits[i]
		e.Op = r.op
		e.Quote, e.Original = q.text.span(r.quoteStart, r.quoteEnd), original.span(r.originalStart, r.originalEnd)
		e.QuoteText, e.OriginalText = e.Quote.Of(q.source), e.Original.Of(original.source)
		in, out := r.words(q.text, original)
		switch {
		case r.op == onrecord.EditOmitted && spoken(in) == 0:
			e.Flags = original.insideFlags(r.originalStart, r.originalEnd)
		case r.op != onrecord.EditSame:
			e.Flags = changeFlags(in, out)
		}
	}
	return edits
}

// flagsOf returns those of all edits and cuts.
func flagsOf(j *Judgement) []onrecord.QuoteFlag {
	var flags []onrecord.QuoteFlag
	for _, e := range j.Edits {
		flags = addFlags(flags, e.Flags...)
	}
	for _, c := range j.Cuts {
		flags = addFlags(flags, c.Flags...)
	}
	return flags
}
