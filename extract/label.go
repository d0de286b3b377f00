package extract

import (
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// isLabel reports whether r is a label and names nobody.
func (d *document) isLabel(r text.Range) bool {
	n := 0
	for i := r.First; i < r.End; i++ {
		switch {
		case !d.Is(i, text.Word), d.is(i, preposition|determiner|coordinator):
		case names.IsLabel(d.Lower(i)):
			n++
		default:
			return false
		}
	}
	return n > 0
}
