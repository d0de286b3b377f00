package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// maxHeadlineName is the most tokens the name before the colon of a headline
// has.
const maxHeadlineName = 5

// headlineColon handles a headline that begins with a name and a colon
// (Velden: No plan to resign). It takes the first paragraph only, without a
// full stop's worth of sentences, and a name that the article uses again.
func (f *finder) headlineColon(s text.Range) {
	d := f.d
	if s.First != 0 || len(f.out) > f.firstOut {
		return
	}
	colon := s.First
	for ; colon < s.End && colon < maxHeadlineName && d.Lower(colon) != ":"; colon++ {
		if !d.Is(colon, text.Capital) {
			return
		}
	}
	if colon == s.First || d.isLabel(text.Range{First: s.First, End: colon}) || colon+1 >= s.End || d.Lower(colon) != ":" || !d.namedAgain(colon-1, s.End) {
		return
	}
	f.add(statement{
		content: text.Range{First: colon + 1, End: s.End}, mention: text.Range{First: s.First, End: colon},
		rule: ruleHeadlineColon, heir: -1,
	})
}

// namedAgain reports whether the word at token i stands again after token from,
// with a capital.
func (d *document) namedAgain(i, from int) bool {
	const far = 2000 // tokens; a headline's name comes early
	for j := from; j < len(d.Tokens) && j < from+far; j++ {
		if d.Tokens[j].Lower == d.Tokens[i].Lower && d.Is(j, text.Capital) {
			return true
		}
	}
	return false
}
