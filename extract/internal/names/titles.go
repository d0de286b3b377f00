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
		if j := i - 1; !s.extendable(j, i) || !IsRole(s.d.Lower(j)) {
			return i
		}
		i--
	}
	return s.leftOf(i, i-maxTitle)
}

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
		if !s.titleWord(j) {
			return i
		}
		i = j
	}
	return i
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
	return strings.HasSuffix(w, "woman") || strings.HasSuffix(w, "man") && w != "human" && w != "german" || strings.HasSuffix(w, "ologist")
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

// IsModifier reports whether the word may stand before a role in a title.
func IsModifier(w string) bool { return classes[w]&modifier != 0 }

// Region returns a number for the country or state that a word names, or
// whose people or adjective it is; 0 where it is none.
func Region(w string) int { return toponyms[w].country }

// maxApposition bounds the words of an apposition.
const maxApposition = 30

// describe reads what stands beside the name of a person, and fills title and
// roles.
func (s *scanner) describe(m *Mention, e *Entity) {
	if e.Title == "" {
		e.Title = s.title(text.Range{First: m.Whole.First, End: m.Tokens.First})
	}
	if m.Possessive {
		return
	}
	after := s.afterBracket(m.Tokens.End, e)
	s.keepRoles(e, s.copula(after))
	if m.Apposition = s.apposition(after); m.Apposition.Len() == 0 {
		m.Apposition = s.roleBefore(m.Whole.First)
	}
	s.keepRoles(e, m.Apposition)
	if e.Title == "" {
		e.Title = s.title(m.Apposition)
	}
}

func (s *scanner) keepRoles(e *Entity, r text.Range) {
	for i := r.First; i < r.End && len(e.Roles) < maxRoles; i++ {
		if w := s.d.Lower(i); s.d.Is(i, text.Word) && classes[w]&idle == 0 {
			e.Roles = append(e.Roles, w)
			if g := roleGender(classes[w]); e.Gender == NoGender && g != NoGender && i < r.First+4 {
				e.Gender = g
			}
		}
	}
}

// title returns the words of r as a title: without an article, an honorific,
// and what a relative clause adds.
func (s *scanner) title(r text.Range) string {
	for r.Len() > 0 {
		w := s.d.Lower(r.First)
		if classes[w]&courtesy == 0 && w != "a" && w != "an" && w != "the" && w != "one" && w != "of" && w != "his" && w != "her" && w != "their" {
			break
		}
		if classes[w]&courtesy != 0 && w != "mr." && w != "mrs." && w != "ms." && r.Len() > 1 {
			break
		}
		r.First++
	}
	for i := r.First; i < r.End; i++ {
		if w := s.d.Lower(i); w == "who" || w == "whose" || w == "which" || w == "," || w == ";" {
			r.End = i
		}
	}
	if r.Len() == 1 && classes[s.d.Lower(r.First)]&courtesy != 0 || r.Len() == 0 {
		return ""
	}
	return strings.Join(strings.Fields(s.d.String(r)), " ")
}

// afterBracket skips "(R-Va.)" after a name and keeps it as a role.
func (s *scanner) afterBracket(i int, e *Entity) int {
	if s.d.Lower(i) != "(" {
		return i
	}
	for k := i + 1; k < i+10 && k < len(s.d.Tokens); k++ {
		if s.d.Lower(k) == ")" {
			s.keepParty(e, text.Range{First: i + 1, End: k})
			return k + 1
		}
	}
	return i
}

// keepParty keeps the party and state of "R-Va." and "D-Mass." as roles.
func (s *scanner) keepParty(e *Entity, r text.Range) {
	for i := r.First; i < r.End && len(e.Roles) < maxRoles; i++ {
		w := s.d.Lower(i)
		party, state, found := strings.Cut(w, "-")
		switch party {
		case "r":
			e.Roles = append(e.Roles, "republican")
		case "d":
			e.Roles = append(e.Roles, "democrat")
		}
		if !found {
			state = w
		}
		if Region(state) != 0 {
			e.Roles = append(e.Roles, state)
		}
	}
}

// apposition returns the words between the commas after a name that say what
// the person is; empty where there are none.
func (s *scanner) apposition(i int) text.Range {
	if w := s.d.Lower(i); w != "," && w != "—" && w != "–" && w != "--" {
		return text.Range{}
	}
	first := i + 1
	if s.d.Is(first, text.Number) && s.d.Lower(first+1) == "," {
		first += 2
	}
	if w := s.d.Lower(first); len(w) > 2 && (w[:2] == "r-" || w[:2] == "d-") && s.d.Lower(first+1) == "," {
		first += 2 // "Sen. Velden, R-Sel., the chairman"
	}
	end, roleAt, relative := first, -1, false
	for end < len(s.d.Tokens) && end < first+maxApposition && s.d.Tokens[end].Sentence == s.d.Tokens[i].Sentence {
		w := s.d.Lower(end)
		if w == "," || w == "—" || w == "--" || w == ";" || w == "." || w == ":" || s.d.Is(end, text.Mark) {
			break
		}
		relative = relative || w == "who" || w == "whose" || w == "which" || w == "that"
		if roleAt < 0 && end < first+8 && IsRole(w) && !s.qualifies(end) {
			roleAt = end
		}
		if !relative && finiteVerb(w) || roleAt < 0 && end > first && (speechVerbs[w] || stopsApposition(w)) {
			return text.Range{}
		}
		end++
	}
	if roleAt < 0 || !s.appositionBegins(first) {
		return text.Range{}
	}
	return text.Range{First: first, End: end}
}

// qualifies reports whether the role word at i stands before a noun, as
// "Republican" in "Republican Party" does.
func (s *scanner) qualifies(i int) bool {
	w := s.d.Lower(i)
	n := classes[s.d.Lower(i+1)]
	return (groupNames[w] || classes[w]&modifier != 0) && s.d.Is(i+1, text.Word) && n&idle == 0 && s.d.Lower(i+1) != "'s"
}

func finiteVerb(w string) bool {
	switch w {
	case "is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says", "told", "did", "does", "could", "can", "may", "might":
		return true
	}
	return false
}

func stopsApposition(w string) bool {
	switch w {
	case "of", "in", "on", "at", "to", "from", "who", "that", "is", "was", "are", "were", "with", "will", "would", "has", "had", "and", "but":
		return true
	}
	return false
}

// appositionBegins reports whether a noun phrase can begin at token i.
func (s *scanner) appositionBegins(i int) bool {
	w := s.d.Lower(i)
	switch w {
	case "a", "an", "the", "one", "his", "her", "their", "its", "now", "once":
		return true
	}
	c := classes[w]
	return s.d.Is(i, text.Capital) && c&idle == 0 || IsRole(w) || c&modifier != 0 || strings.IndexByte(w, '-') > 0 || s.titleWord(i)
}

// roleBefore returns the role that stands before a comma and the name: "His
// campaign manager, Lio Orr,".
func (s *scanner) roleBefore(name int) text.Range {
	c := name - 1
	if s.d.Lower(c) != "," || !IsRole(s.d.Lower(c-1)) || !s.extendableOverComma(c-1, name) {
		return text.Range{}
	}
	first := s.leftOf(c-1, c-1-maxTitle)
	switch s.d.Lower(first - 1) {
	case "his", "her", "their", "its", "my", "our", "the", "a", "an", "whose", "'s":
		return text.Range{First: first, End: c}
	}
	return text.Range{}
}

func (s *scanner) extendableOverComma(j, name int) bool {
	return j >= 0 && s.d.Tokens[j].Sentence == s.d.Tokens[name].Sentence
}

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
