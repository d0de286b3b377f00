package compare

import "github.com/onrecord/onrecord"

// Edits returns what became of the words of an original in another wording of
// it, which is taken for a quotation of the whole original.
func Edits(wording, original string) []onrecord.QuoteEdit {
	q, o := NewQuote(wording), NewText(original)
	o.words = o.words[:min(len(o.words), maxCells/MaxWords)]
	return q.edits(o, told(q.text, o, align(q.text.words, o.words, false)))
}
