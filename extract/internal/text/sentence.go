package text

import (
	"slices"
)

func sortByOpen(qs []Quote) {
	slices.SortFunc(qs, func(a, b Quote) int { return a.Open - b.Open })
}

// splitSentences fills Sentences and the tokens' Sentence.
func (d *Document) splitSentences() {
	for _, p := range d.Paragraphs {
		first := p.First
		for i := p.First; i < p.End; i++ {
			d.Tokens[i].Sentence = len(d.Sentences)
			if i+1 == p.End || d.sentenceEndsAfter(i, p) {
				d.Sentences = append(d.Sentences, Range{first, i + 1})
				first = i + 1
			}
		}
	}
}

// sentenceEndsAfter reports whether token i, which is not the paragraph's last,
// is the last of its sentence.
func (d *Document) sentenceEndsAfter(i int, p Range) bool {
	t, next := d.Tokens[i], d.Tokens[i+1]
	if next.Flags&(SpaceBefore) == 0 || d.insideQuote(i) {
		return false
	}
	if t.Flags&Closes != 0 || t.Lower == ")" || t.Lower == "]" {
		return i > p.First && d.closedSentenceEnds(i)
	}
	switch t.Lower {
	case ".", "!", "?", "!!", "??", "?!", "…", "...", "....", "!!!":
		return d.canBegin(i + 1)
	}
	return t.Flags&Abbrev != 0 && !neverEnd(t.Lower) && d.startsAnew(i+1)
}

// startsAnew reports whether token i, after an abbreviation, rather begins a
// sentence than goes on with one.
func (d *Document) startsAnew(i int) bool {
	if d.Is(i, Opens) {
		i++
		return d.Is(i, Capital)
	}
	return sentenceStarters[d.Lower(i)] && d.Is(i, Capital)
}

// closedSentenceEnds decides for a closing mark or bracket at i: the sentence
// is over where the one within was and a new one can begin. A question or an
// exclamation may be followed by its attribution ("Why?" Velden asked).
func (d *Document) closedSentenceEnds(i int) bool {
	j := i - 1
	for j > 0 && (d.Is(j, Closes) || d.Lower(j) == "'" || d.Lower(j) == "’") {
		j--
	}
	w := d.Lower(j)
	if d.Lower(i) == ")" || d.Lower(i) == "]" {
		return (w == "." || w == "!" || w == "?") && d.canBegin(i+1)
	}
	if w == "." || w == "..." || w == "…" || w == "!" || w == "?" {
		return d.canBegin(i + 1)
	}
	return d.Is(j, Abbrev) && !neverEnd(w) && d.startsAnew(i+1)
}

// insideQuote reports whether the text after token i is still within the
// quotation that i stands in.
func (d *Document) insideQuote(i int) bool {
	q := d.Tokens[i].Quote
	if q < 0 {
		return false
	}
	if d.Quotes[q].Close == i {
		return d.Quotes[q].Parent >= 0
	}
	return true
}

// canBegin reports whether a sentence can begin with token i.
func (d *Document) canBegin(i int) bool {
	return d.Is(i, Capital) || d.Is(i, Number) || d.Is(i, Mark) || !d.Is(i, Word)
}

// sentenceStarters are words that, with a capital, begin a sentence rather
// than go on with a name.
var sentenceStarters = set(`
the a an he she it they we i you his her their its our this that these those there but and so if when while as in on at
after before since however meanwhile although though for by from with among under during what who how why where yet
still also both many some most all one two three several no not nor or until once according asked another
`)
