package extract

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxSignature bounds the tokens of a signature.
const maxSignature = 30

// signature returns the name by which a quotation is signed: behind a dash, up
// to the end of the paragraph, in the same one or in one of its own (“…” —
// Velden, mayor of Sel). It is empty where there is none.
func (d *document) signature(q text.Quote) text.Range {
	if q.Unclosed {
		return text.Range{}
	}
	i := q.Close + 1
	if i >= len(d.Tokens) || d.Lower(i) == "," || !d.breaks(i) {
		return text.Range{}
	}
	p := d.ParagraphOf(i)
	r := text.Range{First: i + 1, End: p.End}
	if q.Open != d.ParagraphOf(q.Open).First && !d.labelled(q.Open) || r.Len() == 0 || r.Len() > maxSignature || !d.Is(r.First, text.Capital) || d.is(r.First, function) {
		return text.Range{}
	}
	name := r.First
	for name < r.End && d.Is(name, text.Word) {
		name++
	}
	for j := r.First; j < r.End; j++ {
		if d.is(j, modal|subjectWord) || j < name && (d.verbLike(j) || d.finite(j)) {
			return text.Range{}
		}
	}
	return text.Range{First: r.First, End: name}
}

// signedPost returns the words of paragraph p and the name behind them, where
// it is a post of a network as pages embed it: “… — Mara Velden (@mvelden) May
// 3, 2031”.
func (d *document) signedPost(p text.Range) (words, name text.Range, ok bool) {
	if d.Lower(p.First) == "<" {
		return words, name, false // markup was left in
	}
	for i := p.End - 1; i > p.First+2 && i > p.End-maxPostTail; i-- {
		if d.Lower(i) != "(" || !strings.HasPrefix(d.Lower(i+1), "@") || d.Lower(i+2) != ")" {
			continue
		}
		first := i
		for first > p.First && first > i-maxHeadlineName && d.Is(first-1, text.Word) {
			first--
		}
		dash := first - 1
		if first == i || dash <= p.First || d.Lower(dash) == "," || !d.breaks(dash) || !d.outside(dash) {
			return words, name, false
		}
		return text.Range{First: p.First, End: dash}, text.Range{First: first, End: i}, true
	}
	return words, name, false
}

// maxPostTail bounds, in tokens, the handle and date behind a post.
const maxPostTail = 14

// labelled reports whether nothing but a label and a colon goes before token i
// in its paragraph.
func (d *document) labelled(i int) bool {
	first := d.ParagraphOf(i).First
	return d.Lower(i-1) == ":" && i-first <= maxHeadlineName+1 && d.isLabel(text.Range{First: first, End: i - 1})
}

// post adds the words of paragraph p where it is a signed post.
func (f *finder) post(p text.Range) bool {
	words, name, ok := f.d.signedPost(p)
	if !ok || !f.add(statement{content: words, mention: name, rule: ruleSigned, heir: -1}) {
		return false
	}
	s := &f.out[len(f.out)-1]
	s.kind, s.content = onrecord.KindDirect, words
	return true
}
