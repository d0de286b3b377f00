package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanWord reads a word: letters and digits with apostrophes and hyphens
// within, up to a clitic, and with its full stop where it is an abbreviation.
func scanWord(s string, i int) Token {
	if t, ok := scanClitic(s, i); ok {
		return t
	}
	end := wordEnd(s, i)
	t := Token{Start: i, End: end, Flags: Word}
	if end < len(s) && s[end] == '.' && isAbbreviation(s[i:end], s[end:]) {
		t.End = abbreviationEnd(s, end)
		t.Flags |= Abbrev
	}
	t.shape(s[t.Start:t.End])
	return t
}

// shape sets Lower and the flags of upper and lower case.
func (t *Token) shape(w string) {
	upper, lower, plain := 0, 0, true
	for i, r := range w {
		switch {
		case unicode.IsUpper(r):
			if i == 0 {
				t.Flags |= Capital
			}
			upper++
		case unicode.IsLower(r):
			lower++
		}
		plain = plain && r != '’'
	}
	if upper > 1 && lower == 0 {
		t.Flags |= AllCaps
	}
	if upper > 0 && t.Flags&Capital == 0 && particled(w) {
		t.Flags |= Capital
	}
	t.Lower = w
	if upper > 0 {
		t.Lower = strings.ToLower(w)
	}
	if !plain {
		t.Lower = strings.ReplaceAll(t.Lower, "’", "'")
	}
}

// particled reports whether the word is a name that begins with an article or
// particle in lower case: "al-Sadr", "d’Aubrac".
func particled(w string) bool {
	i := strings.IndexAny(w, "-'’")
	if i < 1 {
		return false
	}
	switch w[:i] {
	case "d", "l", "m", "t", "al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "bin", "ibn", "ben", "bar", "abd", "ul":
		_, n := utf8.DecodeRuneInString(w[i:])
		r, _ := utf8.DecodeRuneInString(w[i+n:])
		return unicode.IsUpper(r)
	}
	return false
}

// wordEnd returns where the word that begins at i ends. An apostrophe belongs
// to it between letters unless it begins a clitic.
func wordEnd(s string, i int) int {
	if s[i] == '@' || s[i] == '#' {
		i++
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_', ignorable(r):
			i += n
		case r == '-', r == '\u2010', r == '\u2011', r == '&':
			if !letterAt(s, i+n) && !digitAt(s, i+n) {
				return i
			}
			i += n
		case r == '\'' || r == '’':
			if !letterAt(s, i+n) {
				return i
			}
			if _, ok := scanClitic(s, i); ok {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// clitics are what may follow the apostrophe; n't stays with its verb.
var clitics = [...]string{"s", "re", "ve", "ll", "d", "m"}

// scanClitic reads an apostrophe with the clitic after it.
func scanClitic(s string, i int) (Token, bool) {
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != '\'' && r != '’' || i == 0 {
		return Token{}, false
	}
	if p, _ := utf8.DecodeLastRuneInString(s[:i]); !unicode.IsLetter(p) && !unicode.IsDigit(p) && p != '.' {
		return Token{}, false
	}
	for _, c := range clitics {
		end := i + n + len(c)
		if end <= len(s) && strings.EqualFold(s[i+n:end], c) && !letterAt(s, end) && !digitAt(s, end) {
			return Token{Start: i, End: end, Lower: "'" + c, Flags: Word | Clitic}, true
		}
	}
	return Token{}, false
}

// abbreviationEnd returns the end of an abbreviation whose first full stop is
// at i: letters with full stops between them belong together ("U.S.", "a.m.").
func abbreviationEnd(s string, i int) int {
	i++
	for i+1 < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) || i+n >= len(s) || s[i+n] != '.' {
			break
		}
		i += n + 1
	}
	return i
}

// isAbbreviation reports whether the full stop that rest begins with belongs
// to word w.
func isAbbreviation(w, rest string) bool {
	if utf8.RuneCountInString(w) == 1 {
		return w != "I" || len(rest) > 3 && rest[1] == ' ' && unicode.IsUpper(rune(rest[2])) && rest[3] == '.'
	}
	if w == "no" || w == "No" || w == "nos" {
		return len(rest) > 2 && digitAt(rest, 2)
	}
	lower := strings.ToLower(w)
	return abbreviations[lower] && (w != lower || !alsoWords[lower])
}

// alsoWords are abbreviations that, in lower case, are words of their own.
var alsoWords = set("ill miss ark ore mass wash mar ind co sat sun est al fig gen rep ore det pa ga ms")

// abbreviations are the ones that are written with a full stop, without it.
var abbreviations = set(`
mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj sgt capt cmdr cpl adm brig
rev fr msgr hon engr barr pres supt det insp atty st mt ft jr sr esq messrs mme
inc corp co ltd bros dept univ assn vs etc approx est no nos vol fig ave blvd rd
jan feb mar apr aug sept sep oct nov dec mon tue tues wed thu thurs fri
ala ariz ark calif colo conn del fla ga ill ind kan ky md mich minn miss mo mont
neb nev okla ore pa tenn tex va vt wash wis wyo mass ph al
`)

// mayEnd are abbreviations after which a sentence can be over.
var mayEnd = set(`
u.s. u.k. u.n. e.u. d.c. a.m. p.m. inc. corp. co. ltd. jr. sr. etc. no. esq. bros. ph.d. m.d. g.o.p. c.i.a. f.b.i.
ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. md. mich. minn. miss. mo. mont.
neb. nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. mass. n.y. n.j. n.c. s.c. n.h. n.m. n.d. s.d. w.va. r.i. l.a. o.k.
`)

// neverEnd are abbreviations that stand before what they belong to.
func neverEnd(lower string) bool { return !mayEnd[lower] }

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
