package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

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
		if w := s.d.Lower(i); w == "who" || w == "whose" || w == "which" || w == "," || w == ";" || w == "(" {
			r.End = i
		}
	}
	for r.Len() > 1 && classes[s.d.Lower(r.End-1)]&courtesy != 0 {
		r.End--
	}
	if r.Len() == 1 && classes[s.d.Lower(r.First)]&courtesy != 0 || r.Len() == 0 {
		return ""
	}
	if s.inCapitals(r) {
		return s.plainCase(r, true)
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
		if w == "," || w == "—" || w == "--" || w == ";" || w == "." || w == ":" || s.d.Is(end, text.Mark) && !s.apostrophe(end) {
			break
		}
		relative = relative || w == "who" || w == "whose" || w == "which" || w == "that"
		if roleAt < 0 && end < first+8 && (IsRole(w) && !s.qualifies(end) || end > first && s.agent(end)) {
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

// apostrophe reports whether the mark at i is that of a plural possessor.
func (s *scanner) apostrophe(i int) bool {
	return !s.d.Is(i, text.Opens) && !s.d.Is(i, text.Closes) && !s.d.Is(i, text.SpaceBefore) && strings.HasSuffix(s.d.Lower(i-1), "s")
}

// agent reports whether the word at i ends as nouns for people do and ends its
// noun phrase: "a baker from Sel".
func (s *scanner) agent(i int) bool {
	w := s.d.Lower(i)
	if len(w) < 5 || s.d.Is(i, text.Capital) || classes[w]&(idle|body|document) != 0 {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "ian", "eer"} {
		if strings.HasSuffix(w, end) {
			n := s.d.Lower(i + 1)
			return !s.d.Is(i+1, text.Word) || n == "from" || n == "in" || n == "at" || n == "of" || n == "who" || n == "with" || n == "for"
		}
	}
	return false
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
// campaign manager, Lio Orr,", "The governor of Sel, Mara Velden,".
func (s *scanner) roleBefore(name int) text.Range {
	c := name - 1
	if s.d.Lower(c) != "," || !s.extendableOverComma(c-1, name) {
		return text.Range{}
	}
	k := c - 1
	for !IsRole(s.d.Lower(k)) || k < c-1 && !postmodifies(s.d.Lower(k+1)) {
		k--
		if k < c-maxTitle || !s.extendableOverComma(k, name) || !s.d.Is(k, text.Word) || finiteVerb(s.d.Lower(k)) || speechVerbs[s.d.Lower(k)] {
			return text.Range{}
		}
	}
	first := s.leftOf(k, k-maxTitle)
	if s.d.Lower(first+1) == "'s" || s.d.Is(first, text.Capital) && s.opens(first) {
		return text.Range{First: first, End: c} // "Sel’s mayor, Lio Orr,", "Minister of Ports, Lio Orr,"
	}
	switch s.d.Lower(first - 1) {
	case "his", "her", "their", "its", "my", "our", "the", "a", "an", "whose", "'s":
		return text.Range{First: first, End: c}
	}
	return text.Range{}
}

func postmodifies(w string) bool { return w == "of" || w == "for" || w == "at" || w == "in" }

func (s *scanner) extendableOverComma(j, name int) bool {
	return j >= 0 && s.d.Tokens[j].Sentence == s.d.Tokens[name].Sentence
}
