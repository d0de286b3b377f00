package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// maxDateline bounds the tokens of a dateline.
const maxDateline = 16

// afterDateline returns the first token of the sentence s, which begins a
// paragraph, behind its dateline: place, date and agency before a dash ("SEL,
// Norva (NTB) — ").
func (d *document) afterDateline(s text.Range) int {
	if !d.Is(s.First, text.Capital) {
		return s.First
	}
	agency := d.Is(s.First, text.AllCaps)
	for i := s.First + 1; i < s.End-1 && i < s.First+maxDateline; i++ {
		switch w := d.Lower(i); {
		case w != "," && d.breaks(i):
			if agency {
				return i + 1
			}
			return s.First
		case w == ")":
			agency = agency || d.Is(i-1, text.AllCaps)
		case d.Is(i, text.Capital), d.Is(i, text.Number), w == ",", w == "(", w == ".", w == "/", w == "of", w == "and":
		default:
			return s.First
		}
	}
	return s.First
}
