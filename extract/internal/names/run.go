package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// runEnd returns the end of the run of name words that begins at token i, and
// i where none does.
func (s *scanner) runEnd(i, end int) int {
	if !s.begins(i) {
		return i
	}
	j := i + 1
	for j < end && j-i < maxRun {
		next := s.goesOn(i, j, end)
		if next == j {
			break
		}
		j = next
	}
	return j
}

// nameWord reports whether token i can be part of a name.
func (s *scanner) nameWord(i int) bool {
	t := &s.d.Tokens[i]
	if t.Flags&(text.Word|text.Capital|text.Clitic) != text.Word|text.Capital {
		return false
	}
	c := classes[t.Lower]
	if c&idle != 0 && c&(male|female|body|bodyHead|role|common) == 0 {
		return t.Flags&text.AllCaps != 0 && !s.shouted[t.Paragraph] && len(t.Lower) > 1 && len(t.Lower) < 5 || t.Flags&text.Abbrev != 0
	}
	return c&calendar == 0 || c&(male|female) != 0 || classes[s.d.Lower(i-1)]&courtesy != 0
}

// begins reports whether a name can begin at token i.
func (s *scanner) begins(i int) bool {
	if !s.nameWord(i) {
		return false
	}
	t := &s.d.Tokens[i]
	if t.Lower == "i" || s.opensLabelled(i) || t.Lower[0] == '#' || t.Lower[0] == '@' && len(t.Lower) < 3 {
		return false
	}
	c := classes[t.Lower]
	if s.headline[t.Paragraph] {
		return true
	}
	if c&calendar != 0 { // April, June, May, August
		return i+1 < len(s.d.Tokens) && s.nameWord(i+1) && !s.d.Is(i+1, text.Number)
	}
	if !s.opens(i) {
		return true
	}
	return s.opensWithName(i, c)
}

// opensLabelled reports whether the word at token i says what follows: "Q: …",
// "A. …", "CLAIM: …".
func (s *scanner) opensLabelled(i int) bool {
	switch s.d.Lower(i) {
	case "q", "a":
		return s.d.Lower(i+1) == ":"
	case "q.", "a.":
		return s.d.ParagraphOf(i).First == i
	}
	return labels[s.d.Lower(i)] && s.d.Lower(i+1) == ":" && s.opens(i)
}

// opensWithName reports whether the word that opens a sentence at i is rather
// a name than an ordinary word with its sentence's capital.
func (s *scanner) opensWithName(i int, c wordClass) bool {
	t := &s.d.Tokens[i]
	n := s.counts[t.Lower]
	followed := i+1 < len(s.d.Tokens) && s.nameWord(i+1) && s.d.Tokens[i+1].Sentence == t.Sentence
	switch {
	case c&(idle|opener) != 0:
		return followed && (c&(body|bodyHead) != 0 || s.placeAt(i)) && s.d.Is(i+1, text.Capital) || t.Flags&text.AllCaps != 0
	case n.capital > 0 && n.capital >= n.lower:
		return true
	case t.Flags&text.Abbrev != 0, t.Flags&text.AllCaps != 0 && !s.shouted[t.Paragraph]:
		return true
	case c&(male|female) != 0:
		return n.lower == 0 || followed
	case c&(role|common|modifier) != 0:
		return followed || s.d.Lower(i+1) == "of" && s.linksBody(i, i+1)
	}
	if tp, ok := toponyms[t.Lower]; ok && (tp.country != 0 || followed || n.lower == 0) {
		return true
	}
	if groupNames[t.Lower] || outletNames[t.Lower] {
		return n.lower == 0 || followed
	}
	if followed {
		return n.lower == 0 && !s.adverbLike(t.Lower) || c&(body|bodyHead) != 0
	}
	return n.lower == 0 && s.looksForeign(i)
}

// placeAt reports whether a place of two words begins at i ("New Zealand").
func (s *scanner) placeAt(i int) bool {
	_, ok := toponyms[s.lowered(text.Range{First: i, End: i + 2})]
	return ok
}

func (s *scanner) adverbLike(w string) bool {
	n := len(w)
	return n > 4 && w[n-2:] == "ly" || n > 4 && w[n-3:] == "ing" || n > 4 && w[n-2:] == "ed"
}

// looksForeign reports whether the lone word that opens a sentence is used
// as a name is: a verb of speech or a possessive follows.
func (s *scanner) looksForeign(i int) bool {
	n := i + 1
	if s.d.Is(n, text.Clitic) && s.d.Lower(n) == "'s" || s.d.Lower(n) == "’" || s.d.Lower(n) == "'" {
		return true
	}
	w := s.d.Lower(n)
	if w == "also" || w == "later" || w == "then" {
		w = s.d.Lower(n + 1)
	}
	return speechVerbs[w] && !s.adverbLike(s.d.Lower(i))
}

// speechVerbs are the commonest verbs that follow a speaker's name.
var speechVerbs = phrases(`said says told added wrote writes tweeted asked explained noted argued insisted replied continued concluded
recalled called claimed warned announced responded is was has had declined criticized suggested believes thinks wants admitted acknowledged`)

// goesOn returns the end of the run that began at first after the word or
// words at j, and j where it does not go on.
func (s *scanner) goesOn(first, j, end int) int {
	t := &s.d.Tokens[j]
	if t.Sentence != s.d.Tokens[j-1].Sentence {
		return j
	}
	if !s.d.Is(j, text.SpaceBefore) && t.Flags&text.Word != 0 && t.Flags&text.Clitic == 0 {
		return j
	}
	switch {
	case s.nameWord(j):
		if s.d.Is(j-1, text.Abbrev) && s.opensAfterAbbreviation(j) {
			return j
		}
		return j + 1
	case t.Flags&text.Word == 0:
		return s.throughPunctuation(first, j, end)
	case t.Lower == "'s" && j+1 < end && s.nameWord(j+1) && (genitiveNames[s.d.Lower(j-1)] || s.saint(first) && classes[s.d.Lower(j+1)]&body != 0):
		return j + 2
	case t.Flags&text.Capital != 0:
		return j
	case classes[t.Lower]&particle != 0:
		return s.throughParticles(first, j, end)
	case linkWords[t.Lower] && s.linksBody(first, j):
		k := j + 1
		if s.d.Lower(k) == "the" {
			k++
		}
		if k < end && s.nameWord(k) && s.d.Tokens[k].Sentence == t.Sentence {
			return k + 1
		}
	}
	return j
}

// saint reports whether "St" stands at token i ("St Brenna's Hospital").
func (s *scanner) saint(i int) bool { return s.d.Lower(i) == "st" || s.d.Lower(i) == "st." }

// membersOf reports whether the apostrophe at j is that of those to whom the
// body named after it belongs ("the Farmers’ League").
func (s *scanner) membersOf(j int) bool {
	w := s.d.Lower(j - 1)
	if s.d.Is(j, text.SpaceBefore) || !strings.HasSuffix(w, "s") || groupNames[w] || toponyms[w].people || classes[w]&(male|female) != 0 {
		return false
	}
	return classes[s.d.Lower(j+1)]&body != 0
}

// genitiveNames are words whose 's joins them to the next word of a name.
var genitiveNames = phrases(`people women men children king queen lloyd sotheby christie moody standard st mcdonald`)

var linkWords = phrases(`of for on and in the to`)

// opensAfterAbbreviation tells "Sen. Velden" and "J. R. Orr" from "… Corp.
// Velden", where the abbreviation ended a sentence after all.
func (s *scanner) opensAfterAbbreviation(j int) bool {
	p := s.d.Lower(j - 1)
	return classes[p]&body != 0 || p == "jr." || p == "sr."
}

// linksBody reports whether "of", "for", "on", "and" or "in" at j goes on with
// the name of a body or a title: "Department of Ports", "Secretary of State".
func (s *scanner) linksBody(first, j int) bool {
	p := s.d.Lower(j - 1)
	c := classes[p]
	switch s.d.Lower(j) {
	case "of":
		return c&bodyHead != 0 || p == "secretary" || p == "speaker" || p == "chief" || p == "duke" || p == "duchess" || p == "prince" || p == "attorney"
	case "and":
		n := s.d.Lower(j + 1)
		return classes[n]&body != 0 && c&(male|female|body) == 0 && s.hasBodyHead(first, j)
	case "the":
		return false
	case "for", "on", "in", "to":
		return c&bodyHead != 0 && c&(male|female) == 0
	}
	return false
}

func (s *scanner) hasBodyHead(first, j int) bool {
	for i := first; i < j-1; i++ {
		if classes[s.d.Lower(i)]&bodyHead != 0 {
			return true
		}
	}
	return false
}

// throughParticles goes over "van der", "bin" and the like between two names.
func (s *scanner) throughParticles(first, j, end int) int {
	k := j
	for k < end && k < j+3 && classes[s.d.Lower(k)]&particle != 0 && !s.d.Is(k, text.Capital) {
		k++
	}
	if k < end && s.nameWord(k) && s.d.Is(k, text.SpaceBefore) {
		return k + 1
	}
	return j
}

// throughPunctuation goes over what may stand within a name: "&", a nickname
// in quotation marks or brackets, the comma before "Jr.".
func (s *scanner) throughPunctuation(first, j, end int) int {
	switch w := s.d.Lower(j); {
	case w == "&":
		if j+1 < end && s.nameWord(j+1) {
			return j + 2
		}
	case w == ",":
		if n := s.d.Lower(j + 1); n == "jr." || n == "sr." || n == "jr" {
			return j + 2
		}
	case (w == "'" || w == "’") && j+1 < end && s.nameWord(j+1) && s.membersOf(j):
		return j + 2
	case s.d.Is(j, text.Opens) || w == "(":
		if j+3 < end && s.nameWord(j+1) && s.nameWord(j+3) && (s.d.Is(j+2, text.Closes) || s.d.Lower(j+2) == ")") &&
			classes[s.d.Lower(first)]&(male|female|role|courtesy) != 0 && j-first <= 3 && len(s.d.Lower(j+1)) > 2 && !s.d.Is(j+1, text.AllCaps) {
			return j + 4
		}
	}
	return j
}
