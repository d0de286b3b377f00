package compare

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// A tally counts what became of the words.
type tally struct {
	same, changed int
	brackets      int // words of an editor in the quotation
	weight        int // of the same words: rareWeight or 1 each
}

// rareWeight is how much more a word tells that is no common one.
const rareWeight = 3

// commonWords are not among the stop words of package analysis, and as frequent.
var commonWords = map[string]bool{
	"will": true, "can": true, "may": true, "might": true, "must": true, "shall": true,
	"won't": true, "can't": true, "cannot": true, "one": true, "1": true,
}

// tally counts. An editor's words that turn the sense around, or bring a number,
// change the original as any others do; so do words for which the original has
// but an ellipsis.
func (q *Quote) tally(original *Text, runs []run) tally {
	var t tally
	for _, r := range runs {
		in, out := r.words(q.text, original)
		switch {
		case r.op == onrecord.EditSame:
			t.same += len(in)
			for i := range in {
				if t.weight++; q.content[r.quoteStart+i] {
					t.weight += rareWeight - 1
				}
			}
		case r.op == onrecord.EditBrackets && !turnsAround(in, out) && !newNumber(in, out):
			t.brackets += bySide(in)
		case r.op == onrecord.EditOmitted:
			t.changed += spoken(in)
		default:
			t.changed += max(len(in), len(out))
		}
	}
	return t
}

// bySide counts the words of an editor.
func bySide(words []Word) int { return spoken(words) - bySpeaker(words) }

// newNumber reports whether a number came that was not there.
func newNumber(in, out []Word) bool {
	for i, n := range numbersIn(in) {
		if there := numbersIn(out); i >= len(there) || there[i] != n {
			return true
		}
	}
	return false
}

func (t tally) similarity() float64 {
	if t.same == 0 {
		return 0
	}
	return float64(t.same) / float64(t.same+t.changed)
}

// wording writes words as they are compared.
func wording(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Term)
	}
	return b.String()
}
