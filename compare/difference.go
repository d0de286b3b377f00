package compare

import "github.com/onrecord/onrecord"

// Edits returns what became of the words of an original in another wording of
// it, which is taken for the quotation.
func Edits(wording, original string) []onrecord.QuoteEdit {
	compared := Diff(wording, original).Edits
	edits := make([]onrecord.QuoteEdit, len(compared))
	for i, e := range compared {
		edits[i] = onrecord.QuoteEdit{
			Op: e.Op, Quote: e.Quote, Original: e.Original,
			QuoteText: e.Quote.Of(wording), OriginalText: e.Original.Of(original),
		}
	}
	return edits
}
