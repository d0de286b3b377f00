package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// minimum shares of English function words: those of running English text lie
// at 0.35 to 0.5, those of other languages below 0.1.
const (
	englishShare = 0.17
	// fewWords is the length under which a share says little; a text that
	// short counts as English where it has one function word.
	fewWords = 12
)

// Language returns the BCP 47 tag of the language that text is written in:
// "en" for English and "und" (undetermined) for every other. Claims finds
// statements in English text only.
func Language(s string) string {
	const enough = 20_000 // bytes; the beginning of a text tells
	if len(s) > enough {
		cut := enough
		for cut > 0 && s[cut]&0xC0 == 0x80 { // not within a rune
			cut--
		}
		s = s[:cut]
	}
	return languageOf(newDocument(s))
}

func languageOf(d *document) string {
	words, function := 0, 0
	for i := range d.Tokens {
		if !d.Is(i, text.Word) || d.Is(i, text.Number) {
			continue
		}
		words++
		if englishOnly[d.Lower(i)] {
			function++
		}
		if words >= 2000 {
			break
		}
	}
	if words == 0 || function == 0 {
		return "und"
	}
	if words >= fewWords && float64(function) < englishShare*float64(words) {
		return "und"
	}
	return "en"
}

// englishOnly are frequent English words that are no frequent words of another
// language in Latin script ("in", "of", "an", "was", "die", "on" are).
var englishOnly = wordSet(`
the and of to that is was for with as by at from his her he she it they we have has had are were be been not this which
who would will their its but there said says you your our what when if can could should than then them these those into
about after before because while i my or more out up over so any some all only other also does did do don't
on an in a
`)
