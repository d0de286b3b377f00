package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// maxTurnHead bounds, in tokens, the name and title before the colon of a
// transcript's turn.
const maxTurnHead = 16

// opensTurn reports whether the words from first to end, in capitals, begin a
// turn of a transcript: nothing but capitals up to a colon ("MARA VELDEN,
// MINISTER:").
func (s *scanner) opensTurn(first, end, paragraph int) bool {
	p := s.d.Paragraphs[paragraph]
	if s.shouted[paragraph] || !s.d.Is(first, text.AllCaps) && !s.d.Is(first, text.Abbrev) || s.d.Lower(p.First) == "(" {
		return false
	}
	for i := p.First; i < p.End && i < p.First+maxTurnHead; i++ {
		switch w := s.d.Lower(i); {
		case w == ":":
			return i >= end
		case s.d.Is(i, text.Word) && !s.capitals(i):
			return false
		}
	}
	return false
}

// inCapitals reports whether every word of r is, and one of them has more than
// the letters of an abbreviation.
func (s *scanner) inCapitals(r text.Range) bool {
	long := false
	for i := r.First; i < r.End; i++ {
		if !s.d.Is(i, text.Word) {
			continue
		}
		if !s.capitals(i) {
			return false
		}
		long = long || len(s.d.Lower(i)) > 3
	}
	return long
}

// capitals reports whether the word at i can stand in a row of capitals.
func (s *scanner) capitals(i int) bool {
	return s.d.Is(i, text.AllCaps) || s.d.Is(i, text.Abbrev) || s.d.Is(i, text.Number) || manyCapitals(s.d.Word(i)) || s.d.Is(i, text.Capital) && len(s.d.Word(i)) == 1
}

// manyCapitals reports whether the word is in capitals but for a letter or two
// near its beginning: "McHALE", "DeVOSS".
func manyCapitals(w string) bool {
	return len(w) > 4 && strings.ToUpper(w[3:]) == w[3:] && strings.ToLower(w[3:]) != w[3:]
}

// nobody are the words by which a transcript marks a turn of somebody that it
// does not name.
var nobody = phrases(`unidentified unknown male female voice audience crowd question answer announcer narrator speaker caller all both video clip`)

// namesNobody reports whether r says no more than that somebody speaks.
func (s *scanner) namesNobody(r text.Range) bool {
	for i := r.First; i < r.End; i++ {
		if !nobody[s.d.Lower(i)] && !s.d.Is(i, text.Number) && !IsRole(s.d.Lower(i)) {
			return false
		}
	}
	return true
}

// plainCase writes a name or title that stands in capitals as other text has
// it: each word as it stands elsewhere in the article, else by the customs of
// names.
func (s *scanner) plainCase(r text.Range, title bool) string {
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		if i > r.First && s.d.Is(i, text.SpaceBefore) {
			b.WriteByte(' ')
		}
		switch {
		case !s.d.Is(i, text.Word) || s.d.Is(i, text.Number):
			b.WriteString(s.d.Word(i))
		case i > r.First && classes[s.d.Lower(i)]&particle != 0 || title && classes[s.d.Lower(i)]&idle != 0:
			b.WriteString(s.d.Lower(i))
		default:
			b.WriteString(s.plainWord(i, r.Len() > 1 || title))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// plainWord writes one word of capitals; beside says that others stand with it,
// so that two letters are initials.
func (s *scanner) plainWord(i int, beside bool) string {
	w, lower := s.d.Word(i), s.d.Lower(i)
	if !s.d.Is(i, text.AllCaps) && !manyCapitals(w) || isAcronym(lower, beside) {
		if s.d.Is(i, text.Abbrev) && s.d.Is(i, text.AllCaps) && classes[lower]&role != 0 {
			return capitalize(lower) // "SEN."
		}
		return w
	}
	if form, ok := s.mixedForms()[lower]; ok {
		return form
	}
	parts := strings.Split(strings.ToLower(w), "-")
	for k, p := range parts {
		if k > 0 && classes[p]&particle != 0 {
			continue
		}
		parts[k] = capitalize(p)
	}
	return strings.Join(parts, "-")
}

// mixedForms maps the words of the article that stand with a capital, but not
// in capitals, by their lower case.
func (s *scanner) mixedForms() map[string]string {
	if s.mixed != nil {
		return s.mixed
	}
	s.mixed = make(map[string]string)
	for i := range s.d.Tokens {
		t := &s.d.Tokens[i]
		if t.Flags&(text.Word|text.Capital|text.AllCaps|text.Abbrev) == text.Word|text.Capital && !manyCapitals(s.d.Word(i)) && utf8.RuneCountInString(t.Lower) > 1 {
			if _, ok := s.mixed[t.Lower]; !ok {
				s.mixed[t.Lower] = s.d.Word(i)
			}
		}
	}
	return s.mixed
}

// isAcronym reports whether the word, in lower case, is written in capitals
// anyway: BBC, CEO, III, J.D.
func isAcronym(w string, beside bool) bool {
	switch {
	case isSuffix(w):
		return w != "jr." && w != "sr." && w != "jr" && w != "sr"
	case outletNames[w] || acronyms[w]:
		return true
	case classes[w]&(male|female|either|role|common|courtesy) != 0:
		return false
	}
	if t, ok := toponyms[w]; ok && len(w) <= 3 && !t.people {
		return true
	}
	return len(w) <= 5 && !strings.ContainsAny(w, "aeiouyáéíóúäöüøåæ") || beside && len(w) == 2 || strings.IndexByte(w, '.') >= 0
}

var acronyms = phrases(`ceo cfo coo cto mp mep mla mpp pm vp gop us uk eu un tv nato itv`)

// macNames are what "Mac" stands before in surnames that keep a capital there.
var macNames = phrases(`allister arthur askill aulay callum donald donnell dougall duff farlane gregor innes intosh intyre kay kenna kenzie
kinnon laren lean lellan leod mahon millan murray naughton neil neill neish pherson quarrie rae taggart tavish vicar`)

// capitalize writes a word in lower case with the capitals of a name:
// "mcvey", "o'hare", "d'arcy".
func capitalize(w string) string {
	for _, prefix := range [...]string{"mc", "o'", "o’", "d'", "d’"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok && utf8.RuneCountInString(rest) > 2 {
			return upperFirst(prefix) + upperFirst(rest)
		}
	}
	if rest, ok := strings.CutPrefix(w, "mac"); ok && macNames[rest] {
		return "Mac" + upperFirst(rest)
	}
	return upperFirst(w)
}

func upperFirst(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
