package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// looseQuotes handles the quotations of the sentence that no cue of it claimed.
func (f *finder) looseQuotes(s text.Range) {
	for i := s.First; i < s.End; i++ {
		if !f.d.Is(i, text.Opens) || f.d.topQuote(i) < 0 {
			continue
		}
		q := f.d.topQuote(i)
		end := f.d.skipQuote(i)
		if !f.isTaken(i) && !f.isTaken(i+1) {
			f.looseQuote(q, s)
		}
		i = end
	}
}

// looseQuote decides about quotation q, which nothing in its sentence
// attributes.
func (f *finder) looseQuote(q int, s text.Range) {
	d := f.d
	quote := d.Quotes[q]
	if f.unlistedVerb(quote, s) {
		return
	}
	r := text.Range{First: quote.Open, End: min(quote.Close+1, s.End)}
	st := statement{content: r, heir: -1}
	if st.mention = d.signature(quote); st.mention.Len() > 0 {
		st.rule = ruleSigned
		f.add(st)
		return
	}
	switch {
	case d.singleMark(quote.Open) && quote.Open == s.First && d.ParagraphOf(s.First).End <= r.End+1:
		return // a heading in quotation marks
	case d.Lower(quote.Open-1) == ":" && quote.Open-1 >= s.First:
		st.rule = ruleColonQuote
		if m := f.mainSubject(s, quote.Open-1); !d.isLabel(m) {
			st.mention = m
		}
	case f.afterAttributed(quote, s):
		st.rule, st.heir, st.goesOn = ruleQuoteGoesOn, f.sourced, true
	case quote.Open != s.First && d.onlyLead(s.First, quote.Open) && f.inParagraph(s):
		st.rule, st.heir, st.goesOn = ruleQuoteGoesOn, f.sourced, true
	case quote.Open != s.First:
		if quote.Close-quote.Open < phraseLength || d.titleCase(quote.Inner()) {
			return
		}
		st.rule = ruleQuotePhrase
		st.mention = f.mainSubject(s, quote.Open)
	case quote.Continues && f.sourced >= 0:
		st.rule, st.heir, st.goesOn = ruleQuoteParagraph, f.sourced, true
	case s.End-r.End > 2:
		if quote.Close-quote.Open < phraseLength || !f.inParagraph(s) || d.titleCase(quote.Inner()) {
			return
		}
		st.rule, st.heir, st.goesOn = ruleQuoteGoesOn, f.sourced, true
		st.content.End = s.End
	case f.answers(s):
		st.rule, st.mention = ruleQuoteGoesOn, f.asked
	case f.inParagraph(s):
		st.rule, st.heir, st.goesOn = ruleQuoteGoesOn, f.sourced, true
	case f.sourced >= 0:
		st.rule, st.heir = ruleQuoteFloating, f.sourced
	default:
		st.rule = ruleQuoteFloating
	}
	f.add(st)
}

// phraseLength is the fewest tokens, marks included, that make quoted words
// within a sentence a statement and not a name or a scare quote.
const phraseLength = 7

// singleMark reports whether token i is a single quotation mark.
func (d *document) singleMark(i int) bool {
	return d.Word(i) == "'" || d.Word(i) == "‘"
}

// inParagraph reports whether the last statement stands in the paragraph of
// sentence s.
func (f *finder) inParagraph(s text.Range) bool {
	if f.sourced < 0 {
		return false
	}
	last := f.out[f.sourced].content.First
	return f.d.Tokens[last].Paragraph == f.d.Tokens[s.First].Paragraph
}

// answers reports whether sentence s comes after one that tells what somebody
// was asked, and nothing of what anybody said.
func (f *finder) answers(s text.Range) bool {
	if f.asked.Len() == 0 || f.question != len(f.out)-1 {
		return false
	}
	before, here := f.d.Tokens[f.asked.First], f.d.Tokens[s.First]
	return before.Paragraph == here.Paragraph && before.Sentence == here.Sentence-1
}

// afterAttributed reports whether a quotation of the same sentence, before this
// one, has its speaker already.
func (f *finder) afterAttributed(q text.Quote, s text.Range) bool {
	if f.sourced < f.firstOut || q.Close-q.Open < phraseLength || f.d.titleCase(q.Inner()) {
		return false
	}
	last := f.out[f.sourced]
	return last.kind == onrecord.KindDirect && last.content.First < q.Open
}

// titleCase reports whether the words of r are written as those of a title.
func (d *document) titleCase(r text.Range) bool {
	words, capitals := 0, 0
	for i := r.First; i < r.End; i++ {
		if d.Is(i, text.Word) && len(d.Lower(i)) > 3 {
			words++
			if d.Is(i, text.Capital) {
				capitals++
			}
		}
	}
	return capitals > 1 && capitals*4 >= words*3
}
