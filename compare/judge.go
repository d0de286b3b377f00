package compare

import "github.com/onrecord/onrecord"

// A Quote is a quotation made ready to be compared with many originals, one
// after the other.
type Quote struct {
	source  string
	text    *Text
	stems   map[string]bool   // different ones
	content []bool            // by word: it is no stop word
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
	Edits   []onrecord.QuoteEdit
	Cuts    []onrecord.QuoteCut
	Flags   []onrecord.QuoteFlag
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
	// nearShare and nearStems: the words of a near wording.
	nearShare = 2.0 / 3
	nearStems = 3
)

// Judge compares with the speaker's own words.
func (q *Quote) Judge(original *Text) Judgement {
	if len(q.text.words) == 0 || len(original.words) == 0 {
		return Judgement{Verdict: onrecord.VerdictNotFound}
	}
	runs := trim(q.text, find(q.text, original))
	t := q.tally(original, runs)
	j := Judgement{Similarity: t.similarity(), Cuts: cuts(q.text, original, runs)}
	first, last := bounds(runs)
	j.Span, j.Wording = original.span(first, last), wording(original.words[first:last])
	j.Telling = t.weight >= telling
	switch {
	case t.changed == 0 && t.same > 0 && t.same >= t.brackets:
		j.Verdict = onrecord.VerdictVerbatim
		if len(j.Cuts) > 0 {
			j.Verdict = onrecord.VerdictPartial
		} else {
			j.Telling = t.weight >= wholeTelling
		}
	case j.Similarity >= alteredSimilarity && j.Telling:
		j.Verdict = onrecord.VerdictAltered
	default:
		j.Verdict = onrecord.VerdictNotFound
		shared := q.shared(original)
		j.Shared = float64(shared) / float64(max(1, len(q.stems)))
		if shared >= min(nearStems, len(q.stems)) && j.Shared >= nearShare {
			j.Verdict = onrecord.VerdictParaphraseOnly
		}
	}
	q.describe(&j, original, runs)
	return j
}

// describe adds the edits, and the flags of all.
func (q *Quote) describe(j *Judgement, original *Text, runs []run) {
	for _, r := range runs {
		e := onrecord.QuoteEdit{
			Op: r.op, Quote: q.text.span(r.quoteStart, r.quoteEnd), Original: original.span(r.originalStart, r.originalEnd),
		}
		e.QuoteText, e.OriginalText = e.Quote.Of(q.source), e.Original.Of(original.source)
		in, out := r.words(q.text, original)
		if r.op == Omitted && spoken(in) == 0 {
			e.Flags = original.insideFlags(r.originalStart, r.originalEnd)
		} else if r.op != Same {
			e.Flags = changeFlags(in, out)
		}
		j.Flags = addFlags(j.Flags, e.Flags...)
		j.Edits = append(j.Edits, e)
	}
	for _, c := range j.Cuts {
		j.Flags = addFlags(j.Flags, c.Flags...)
	}
}

// trim takes from an ellipsis at an end of the quotation the words that it was
// paired with: what it stands for is all that was dropped there.
func trim(quote *Text, runs []run) []run {
	for _, i := range [...]int{0, len(runs) - 1} {
		r := &runs[i]
		if in := quote.words[r.quoteStart:r.quoteEnd]; r.op != Omitted || spoken(in) > 0 {
			continue
		}
		if i == 0 {
			r.originalStart = r.originalEnd
		} else {
			r.originalEnd = r.originalStart
		}
	}
	return runs
}
