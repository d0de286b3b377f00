package extract

import "github.com/onrecord/onrecord/extract/internal/text"

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

// labelled reports whether nothing but a label and a colon goes before token i
// in its paragraph.
func (d *document) labelled(i int) bool {
	first := d.ParagraphOf(i).First
	return d.Lower(i-1) == ":" && i-first <= maxHeadlineName+1 && d.isLabel(text.Range{First: first, End: i - 1})
}
