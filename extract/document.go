package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A document is a parsed text with the word class of every token.
type document struct {
	*text.Document
	classes []class
}

// newDocument parses s and looks every word up once.
func newDocument(s string) *document {
	d := &document{Document: text.Parse(s)}
	d.classes = make([]class, len(d.Tokens))
	for i := range d.Tokens {
		d.classes[i] = classOf(&d.Tokens[i])
		if w := d.Lower(i); (w == "will" || w == "may") && d.Is(i, text.Capital) && d.Sentences[d.Tokens[i].Sentence].First != i {
			d.classes[i] = 0 // a name
		}
	}
	return d
}

// is reports whether token i exists and has any of the classes.
func (d *document) is(i int, c class) bool {
	return i >= 0 && i < len(d.classes) && d.classes[i]&c != 0
}

// span returns the bytes that the tokens of r cover.
func (d *document) span(r text.Range) onrecord.Span {
	start, end := d.Bytes(r)
	return onrecord.Span{Start: start, End: end}
}

// outside reports whether token i stands outside of all quotations.
func (d *document) outside(i int) bool { return d.Tokens[i].Quote < 0 }

// topQuote returns the outermost quotation that token i stands in or is a mark
// of, -1 where there is none.
func (d *document) topQuote(i int) int {
	q := d.Tokens[i].Quote
	for q >= 0 && d.Quotes[q].Parent >= 0 {
		q = d.Quotes[q].Parent
	}
	return q
}
