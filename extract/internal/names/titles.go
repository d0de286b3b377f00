package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxTitle bounds the words of a title.
const maxTitle = 9

// titleStart returns where the title before the name of r begins: within the
// run of capitals, and over the words in lower case before it ("RNC spokesman
// Mara Velden", "former Sen. Lio Orr").
func (s *scanner) titleStart(r *run) int {
	i := r.whole.First
	if i == r.tokens.First {
		if j := i - 1; !s.extendable(j, i) || !IsRole(s.d.Lower(j)) || adjectives[s.d.Lower(j)] && !s.d.Is(j, text.Capital) {
			return i
		}
		i--
	}
	return s.leftOf(i, i-maxTitle)
}

// adjectives are roles that, in lower case before a name, are none: "a major
// Velden donor".
var adjectives = phrases("major general private chief vice count fellow model senior")

// extendable reports whether the word at j can belong to the title that goes
// on at i.
func (s *scanner) extendable(j, i int) bool {
	return j >= 0 && s.d.Tokens[j].Sentence == s.d.Tokens[i].Sentence && s.d.Is(j, text.Word) && s.d.Is(j, text.SpaceAfter) &&
		s.d.Tokens[j].Quote == s.d.Tokens[i].Quote
}

// leftOf returns where the words that can belong to a title begin, going left
// from i and not before least.
func (s *scanner) leftOf(i, least int) int {
	for j := i - 1; j >= 0 && j >= least; j-- {
		if s.d.Lower(j) == "'s" && s.d.Is(j-1, text.Capital) && j+1 == i {
			continue
		}
		if !s.extendable(j, i) || s.article.At(j) >= 0 && s.article.Entities[s.article.Mentions[s.article.At(j)].Entity].Kind == Person && s.d.Lower(j+1) != "'s" && !s.modifies(j, i) {
			return i
		}
		w := s.d.Lower(j)
		if w == "and" && IsRole(s.d.Lower(j-1)) && !s.nounBefore(j-1) {
			continue
		}
		if s.joinsTitle(j) {
			continue
		}
		if !s.titleWord(j) {
			return i
		}
		i = j
	}
	return i
}

// joinsTitle reports whether the word at j joins a capitalised role to what it
// is for: "Minister for Ports", "Minister of State for Ports", "Leader of
// Opposition".
func (s *scanner) joinsTitle(j int) bool {
	switch s.d.Lower(j) {
	case "for", "of":
		w := s.d.Lower(j - 1)
		return s.d.Is(j-1, text.Capital) && (w == "state" && s.d.Lower(j-2) == "of" || classes[w]&role != 0) && classes[w]&courtesy == 0
	}
	return false
}

// modifies reports whether the person's name at j stands before a role word,
// as a campaign's does: "Velden spokesman Lio Orr".
func (s *scanner) modifies(j, i int) bool {
	return IsRole(s.d.Lower(i)) || s.d.Lower(i) == "campaign" || s.d.Is(j, text.Capital) && s.d.Is(j+1, text.Capital)
}

// nounBefore reports whether the role at j has its own determiner, so that
// "and" joins two people rather than two roles of one.
func (s *scanner) nounBefore(j int) bool {
	switch s.d.Lower(j - 1) {
	case "the", "a", "an", "his", "her", "their":
		return true
	}
	return false
}

// titleWord reports whether the word at j can stand within a title.
func (s *scanner) titleWord(j int) bool {
	t := &s.d.Tokens[j]
	c := classes[t.Lower]
	if c&(modifier|role|common) != 0 {
		return c&courtesy == 0
	}
	if c&(idle|particle) != 0 || c&opener != 0 && t.Flags&text.Capital == 0 || t.Flags&text.Number != 0 || speechVerbs[t.Lower] {
		return false
	}
	if t.Flags&text.Capital != 0 {
		return c&calendar == 0 && !(s.opens(j) && s.counts[t.Lower].lower > 0)
	}
	if strings.IndexByte(t.Lower, '-') > 0 || c&body != 0 {
		return true
	}
	if tp, ok := toponyms[t.Lower]; ok && tp.people {
		return true
	}
	for _, end := range [...]string{"al", "ic", "ary", "ous", "ive", "ist", "ional"} {
		if len(t.Lower) > 4 && strings.HasSuffix(t.Lower, end) {
			return true
		}
	}
	return false
}

// IsRole reports whether the word, in lower case, is a noun for what a person
// is.
func IsRole(w string) bool {
	if classes[w]&(role|common) != 0 {
		return true
	}
	if len(w) < 6 {
		return false
	}
	if i := strings.LastIndexByte(w, '-'); i >= 0 {
		return classes[w[i+1:]]&(role|common) != 0
	}
	return strings.HasSuffix(w, "woman") || strings.HasSuffix(w, "man") && w != "human" && w != "german" || isAgent(w)
}

// isAgent reports whether the word ends as nouns do for what people do and
// nothing else.
func isAgent(w string) bool {
	for _, end := range [...]string{"ologist", "ographer", "apist", "icist", "onist", "anist", "ellist", "alist", "inist", "artist", "nomist", "ngist", "itist", "ician", "arian", "orian",
		"median", "keeper", "maker", "holder", "worker", "fighter", "trainer", "swimmer", "sprinter", "grower", "seller", "writer", "rider", "sailor", "skipper", "ballerina"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// RoleGender returns the gender that a noun for a person tells.
func RoleGender(w string) Gender {
	if g := roleGender(classes[w]); g != NoGender {
		return g
	}
	switch {
	case strings.HasSuffix(w, "woman"):
		return Female
	case len(w) > 5 && strings.HasSuffix(w, "man"):
		return Male
	}
	return NoGender
}

// IsKin reports whether the word is a role towards somebody else: "husband".
func IsKin(w string) bool { return classes[w]&kin != 0 }

// IsDocument reports whether the word is for a thing with words in it.
func IsDocument(w string) bool { return classes[w]&document != 0 }

// IsBodyWord reports whether names of bodies end in the word.
func IsBodyWord(w string) bool { return classes[w]&body != 0 }

// Region returns a number for the country or state that a word names, or
// whose people or adjective it is; 0 where it is none.
func Region(w string) int { return toponyms[w].country }

// copula returns the role after "is the", "was a", "as" behind a name.
func (s *scanner) copula(i int) text.Range {
	switch s.d.Lower(i) {
	case "is", "was", "'s":
	default:
		return text.Range{}
	}
	first := i + 1
	switch s.d.Lower(first) {
	case "a", "an", "the":
	default:
		return text.Range{}
	}
	for k := first + 1; k < first+7 && k < len(s.d.Tokens); k++ {
		w := s.d.Lower(k)
		if !s.d.Is(k, text.Word) || stopsApposition(w) {
			break
		}
		if IsRole(w) {
			return text.Range{First: first + 1, End: k + 1}
		}
	}
	return text.Range{}
}
