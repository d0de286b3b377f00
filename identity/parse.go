package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/analysis"
)

// A person is the parts of a person's name, folded.
type person struct {
	given     []string // first name, then middle names and initials
	particles []string // "van", "der"
	surname   string   // its last word; empty where the name has no parts that rules can go by
	suffix    string   // "jr"
	// capital says that the only given name may be a particle that is written
	// with a capital at the beginning: "Van Hollen".
	capital bool
}

// parsePerson takes a name apart.
func parsePerson(name string) person {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = strings.Trim(word, ",")
	}
	if len(words) == 0 || strings.EqualFold(words[0], "the") {
		return person{} // "the president" is no name
	}
	var p person
	last := len(words) - 1
	if suffix, ok := suffixes[analysis.Slug(words[last])]; ok && last > 0 {
		p.suffix = suffix
		last--
	}
	p.surname = analysis.Slug(words[last])
	begin := last
	for begin > 1 && particles[analysis.Fold(words[begin-1])] {
		begin--
	}
	if begin == 1 && particles[analysis.Fold(words[0])] {
		if lower, _ := utf8.DecodeRuneInString(words[0]); unicode.IsLower(lower) || last > 1 {
			begin = 0
		} else {
			p.capital = true
		}
	}
	for _, particle := range words[begin:last] {
		p.particles = append(p.particles, analysis.Fold(particle))
	}
	p.given = givenNames(words[:begin])
	return p
}

// suffixes are what parts father and son.
var suffixes = map[string]string{
	"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv", "4th": "iv",
}

// particles are the words that stand before a surname and belong to it.
var particles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true,
	"du": true, "des": true, "la": true, "le": true, "dos": true, "das": true, "bin": true, "ibn": true, "al": true,
	"el": true, "ter": true, "ten": true, "zu": true, "af": true,
}

// givenNames folds first and middle names. Initials at the beginning are one
// name, however they are written: "J.D.", "J. D.", "JD"; later ones are one
// each.
func givenNames(words []string) []string {
	var given []string
	initials := true // only initials so far
	for i, word := range words {
		letters := initialsOf(word)
		switch {
		case analysis.Slug(word) == "" || strings.ContainsAny(word, `"(“‘`):
			continue // a nickname beside the name
		case letters == nil:
			given = append(given, analysis.Slug(word))
			initials = false
		case initials && i > 0 && len(given) == 1:
			given[0] += strings.Join(letters, "")
		case initials:
			given = append(given, strings.Join(letters, ""))
		default:
			given = append(given, letters...)
		}
	}
	return given
}

// initialsOf returns the letters of initials, "H.W." or "HW"; nil for a word
// that is none.
func initialsOf(word string) []string {
	var letters []string
	for _, r := range word {
		switch {
		case r == '.':
		case !unicode.IsUpper(r):
			return nil
		default:
			letters = append(letters, analysis.Fold(string(r)))
		}
	}
	most := 2
	if strings.Contains(word, ".") {
		most = 3
	}
	if len(letters) > most {
		return nil
	}
	return letters
}
