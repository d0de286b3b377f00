package extract

import "github.com/onrecord/onrecord/extract/internal/text"

// maxHeadlineName is the most tokens the name before the colon of a headline
// has.
const maxHeadlineName = 5

// headlineColon handles a headline that begins with a name and a colon
// (Velden: No plan to resign). It takes the first paragraph only, without a
// full stop's worth of sentences, and a name that the article uses again or a
// noun for those who report.
func (f *finder) headlineColon(s text.Range) {
	d := f.d
	if s.First != 0 || len(f.out) > f.firstOut {
		return
	}
	name, colon := d.headlineName(s)
	if name.Len() == 0 || colon+1 >= s.End || !d.reportNoun(name) && (d.isLabel(name) || !d.namedAgain(name.End-1, s.End)) {
		return
	}
	f.add(statement{content: text.Range{First: colon + 1, End: s.End}, mention: name, rule: ruleHeadlineColon, heir: -1})
}

// headlineName returns the name before the colon of a headline, without a label
// before it ("EXCLUSIVE — Velden: …") and what it speaks of or where ("Velden on
// Ports: …"), and the colon.
func (d *document) headlineName(s text.Range) (name text.Range, colon int) {
	name.First = s.First
	if d.isLabel(text.Range{First: s.First, End: s.First + 1}) && d.Lower(s.First+1) != "," && d.breaks(s.First+1) {
		name.First += 2
	}
	for i := name.First; i < s.End && i < name.First+2*maxHeadlineName; i++ {
		switch w := d.Lower(i); {
		case w == ":":
			if name.End == 0 {
				name.End = i
			}
			if name.Len() > maxHeadlineName {
				return text.Range{}, 0
			}
			return name, i
		case (w == "on" || w == "at") && i > name.First && name.End == 0:
			name.End = i
		case !d.Is(i, text.Capital) && w != "'s" && !(name.End > 0 && d.is(i, preposition|determiner|coordinator)):
			return text.Range{}, 0
		}
	}
	return text.Range{}, 0
}

// reportNoun reports whether the name is one word for those whom headlines let
// say what follows: "Poll: …", "Police: …".
func (d *document) reportNoun(name text.Range) bool {
	return name.Len() == 1 && headlineSources[d.Lower(name.First)]
}

// headlineSources are the nouns that stand so.
var headlineSources = wordSet(`poll polls report reports study studies survey analysis police officials official experts historians sources source
researchers scientists prosecutors authorities critics analysts economists`)

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
