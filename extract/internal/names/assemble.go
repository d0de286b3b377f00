package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// An index finds entities by the words of their names, folded.
type index struct {
	surname map[string][]int
	first   map[string][]int
	name    map[string]int // bodies, places and groups
	short   map[string]int // their initials, and names without what hangs on them
}

// assemble joins the runs into entities: full names first, so that a surname
// finds its owner wherever in the text it is introduced.
func (s *scanner) assemble() {
	s.index = index{make(map[string][]int), make(map[string][]int), make(map[string]int), make(map[string]int)}
	owner := make([]int, len(s.runs))
	for i := range s.runs {
		owner[i] = -1
		if r := &s.runs[i]; !r.headline && r.kind == Person && s.wordsOf(r.tokens) > 1 {
			owner[i] = s.full(r)
		}
	}
	for _, single := range [...]bool{false, true} { // full names before initials
		for i := range s.runs {
			r := &s.runs[i]
			if r.headline || owner[i] >= 0 || r.kind == Person || r.kind == Unknown || (r.tokens.Len() == 1) != single {
				continue
			}
			if single && len(s.index.surname[Fold(s.d.Word(r.tokens.First))]) > 0 {
				continue // "Jordan", "Ford" where a person of that surname is named
			}
			owner[i] = s.thing(r)
		}
	}
	for i := range s.runs {
		r := &s.runs[i]
		switch {
		case r.headline:
			s.fromHeadline(r)
			continue
		case owner[i] < 0:
			owner[i] = s.short(r)
		}
		s.mention(r, owner[i])
	}
	s.compact()
}

// wordsOf counts the words of a name, without Jr.
func (s *scanner) wordsOf(r text.Range) int {
	n := 0
	for i := r.First; i < r.End; i++ {
		if s.d.Is(i, text.Word) && !s.suffix(i) {
			n++
		}
	}
	return n
}

// nameOf returns the plain name, without nicknames in quotation marks or
// brackets, and its folded words.
func (s *scanner) nameOf(r text.Range) (string, []string) {
	words := make([]string, 0, r.Len())
	plain := true
	for i := r.First; i < r.End; i++ {
		if s.d.Is(i, text.Word) {
			words = append(words, Fold(s.d.Word(i)))
			continue
		}
		w := s.d.Lower(i)
		if s.d.Is(i, text.Opens) || w == "(" {
			i += 2
			plain = false
		} else if w == "," {
			plain = false
		}
	}
	if plain {
		return s.d.String(r), words
	}
	return s.joined(r), words
}

// personName is nameOf, for a person or a turn in capitals as other text has
// the name.
func (s *scanner) personName(r *run) (string, []string) {
	name, words := s.nameOf(r.tokens)
	if r.turn && r.kind <= Person || r.kind == Person && s.inCapitals(r.tokens) {
		name = s.plainCase(r.tokens, false)
	}
	return name, words
}

func (s *scanner) joined(r text.Range) string {
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		switch {
		case s.d.Is(i, text.Opens), s.d.Lower(i) == "(":
			i += 2
		case s.d.Is(i, text.Word), s.d.Lower(i) == "&":
			if b.Len() > 0 && s.d.Is(i, text.SpaceBefore) {
				b.WriteByte(' ')
			}
			b.WriteString(s.d.Word(i))
		}
	}
	return b.String()
}

// split separates Jr. and its like from the words of a name.
func split(words []string) (core []string, suffix string) {
	if n := len(words); n > 1 && isSuffix(words[n-1]) {
		return words[:n-1], words[n-1]
	}
	return words, ""
}

// maxNamesakes bounds how many persons of one surname are compared.
const maxNamesakes = 16

// full returns the person of a full name, joined with what is known.
func (s *scanner) full(r *run) int {
	name, words := s.personName(r)
	core, suffix := split(words)
	if len(core) < 2 {
		return -1
	}
	surname := core[len(core)-1]
	for _, e := range s.index.surname[surname] {
		if s.sameName(e, core, suffix) {
			s.extend(e, name, words, r)
			return e
		}
	}
	return s.newPerson(name, words, r)
}

// sameName reports whether the entity can be the person of that full name.
func (s *scanner) sameName(e int, core []string, suffix string) bool {
	have, haveSuffix := split(s.article.Entities[e].Words)
	if haveSuffix != suffix || len(have) < 2 {
		return false
	}
	return sameFirst(have[0], core[0]) || endsWith(have, core) || endsWith(core, have) || len(have) > 2 && have[1] == core[0] && len(core[0]) > 2 || len(core) > 2 && core[1] == have[0] && len(core[1]) > 2
}

// sameFirst reports whether two first names can be one person's: Ken and
// Kenneth, D. and Donald.
func sameFirst(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return standsFor(a, b) || standsFor(b, a)
}

func standsFor(short, full string) bool {
	for _, f := range nickPairs[short] {
		if f == full {
			return true
		}
	}
	return false
}

// newPerson adds a person.
func (s *scanner) newPerson(name string, words []string, r *run) int {
	core, _ := split(words)
	g := r.gender
	if g == NoGender && len(core) > 1 {
		g = nameGender(core[0])
		if g == NoGender && len(core) > 2 && len(core[0]) == 1 {
			g = nameGender(core[1])
		}
	}
	e := s.newEntity(Entity{Kind: Person, Gender: g, Name: name, Words: words, Byline: r.byline})
	if k := core[len(core)-1]; len(s.index.surname[k]) < maxNamesakes {
		s.index.surname[k] = append(s.index.surname[k], e)
	}
	if len(core) > 1 && len(s.index.first[core[0]]) < maxNamesakes {
		s.index.first[core[0]] = append(s.index.first[core[0]], e)
	}
	return e
}

func (s *scanner) newEntity(e Entity) int {
	e.First, e.Last = -1, -1
	s.article.Entities = append(s.article.Entities, e)
	return len(s.article.Entities) - 1
}

// extend takes a further full form of a known person into account.
func (s *scanner) extend(e int, name string, words []string, r *run) {
	p := &s.article.Entities[e]
	if len(words) > len(p.Words) || len(words) == len(p.Words) && len(words[0]) > 1 && len(p.Words[0]) == 1 {
		p.Name, p.Words = name, words
	}
	if p.Gender == NoGender {
		if p.Gender = r.gender; p.Gender == NoGender {
			p.Gender = nameGender(words[0])
		}
	}
	p.Byline = p.Byline && r.byline
}

// thing returns the entity of a body, place or group.
func (s *scanner) thing(r *run) int {
	name, words := s.nameOf(r.tokens)
	key := strings.Join(words, " ")
	if e, ok := s.index.name[key]; ok {
		return e
	}
	if e, ok := s.index.short[key]; ok && len(words) == 1 && s.d.Is(r.tokens.First, text.AllCaps) {
		return e
	}
	e := s.newEntity(Entity{Kind: r.kind, Name: name, Words: words, Byline: r.byline})
	s.index.name[key] = e
	s.shorten(e, words)
	return e
}

// shorten enters the short forms of a body's name: its initials, its last
// word, and its first words up to "for" or "of".
func (s *scanner) shorten(e int, words []string) {
	if len(words) < 2 {
		return
	}
	enter := func(k string) {
		if _, ok := s.index.short[k]; !ok && k != "" {
			s.index.short[k] = e
		}
	}
	initials, head := make([]byte, 0, len(words)), ""
	for i, w := range words {
		if linkWords[w] {
			if head == "" && i > 1 {
				head = strings.Join(words[:i], " ")
			}
			continue
		}
		if w != "" {
			initials = append(initials, w[0])
		}
	}
	if len(initials) > 1 {
		enter(string(initials))
	}
	enter(head)
	enter(words[len(words)-1])
	if len(words) == 2 && classes[words[1]]&bodyHead != 0 {
		enter(words[0])
	}
}

// short returns the entity of a surname, first name or short form.
func (s *scanner) short(r *run) int {
	name, words := s.personName(r)
	core, suffix := split(words)
	if e := s.namesake(r, core, suffix); e >= 0 {
		return e
	}
	if r.kind == Person {
		return s.newPerson(name, words, r)
	}
	key := strings.Join(words, " ")
	if e, ok := s.index.name[key]; ok {
		return e
	}
	if e, ok := s.index.short[key]; ok && s.d.Lower(r.tokens.First-1) == "the" {
		return e
	}
	if len(core) == 1 {
		if e := s.misspelt(core[0]); e >= 0 {
			return e
		}
	}
	e := s.newEntity(Entity{Kind: r.kind, Name: name, Words: words, Byline: r.byline})
	s.index.name[key] = e
	return e
}
