package names

import (
	"strings"

	"github.com/onrecord/onrecord/extract/internal/text"
)

// addRun cuts the title off a row of name words, decides what kind of thing
// the rest names, and keeps it.
func (s *scanner) addRun(first, end, paragraph int, byline bool) {
	r := run{headline: s.headline[paragraph], byline: byline, quoted: s.d.Tokens[first].Quote >= 0, initial: s.opens(first)}
	if r.headline {
		r.tokens = text.Range{First: first, End: end}
		r.whole = r.tokens
		s.runs = append(s.runs, r)
		return
	}
	if r.initial && end-first > 1 && s.ordinaryOpener(first) {
		first++
	}
	for end-first > 2 && IsPostNominal(s.d, end-1) {
		end--
	}
	r.whole = text.Range{First: first, End: end}
	r.tokens = r.whole
	if r.turn = s.opensTurn(first, end, paragraph); r.turn && s.namesNobody(r.whole) {
		return
	}
	if s.bodyAfter(end) {
		r.tokens.End++
		r.whole, r.kind = r.tokens, Organization
	} else {
		s.classify(&r)
	}
	if r.tokens.Len() == 0 {
		return
	}
	if r.kind == Person && r.tokens.Len() > 1 {
		s.endings[s.d.Lower(end-1)] = true
	}
	s.runs = append(s.runs, r)
}

// postNominals are letters behind a name that tell a rank or a degree.
var postNominals = phrases(`kc qc mp mep msp mla td cbe obe mbe dbe kbe frs md phd esq`)

// IsPostNominal reports whether token i is letters behind a name: "Mara Velden
// KC".
func IsPostNominal(d *text.Document, i int) bool {
	return d.Is(i, text.AllCaps) && postNominals[d.Lower(i)]
}

// bodyAfter reports whether the word in lower case at i makes a body of the
// name before it: "the Velden administration", "the Norish government".
func (s *scanner) bodyAfter(i int) bool {
	if !s.d.Is(i, text.Word) || s.d.Is(i, text.Capital) || !namedBodies[s.d.Lower(i)] {
		return false
	}
	n := s.d.Lower(i + 1)
	return !s.d.Is(i+1, text.Word) || s.d.Is(i+1, text.Clitic) || classes[n]&idle != 0 && n != "and" || speechVerbs[n]
}

var namedBodies = phrases(`government administration campaign ministry military army police parliament embassy regime presidency team foundation newspaper magazine website`)

// ordinaryOpener reports whether the first word of a sentence, which a name
// follows, is no part of it ("Popular Mara Velden").
func (s *scanner) ordinaryOpener(i int) bool {
	w := s.d.Lower(i)
	n := s.counts[w]
	c := classes[w]
	if c&(male|female|role|courtesy|bodyHead) != 0 || s.d.Is(i, text.Abbrev) || s.d.Is(i, text.AllCaps) {
		return false
	}
	if _, ok := toponyms[w]; ok {
		return false
	}
	return n.lower > n.capital || c&(idle|opener) != 0 && !s.placeAt(i)
}

// classify sets the kind of the run, its name and its gender.
func (s *scanner) classify(r *run) {
	lower := s.lowered(r.whole)
	if k, ok := s.listed(lower, r.whole); ok {
		r.kind = k
		return
	}
	start := s.titleEnd(r.whole)
	if start == r.whole.End { // a title alone: "the President"
		r.tokens = text.Range{First: start, End: start}
		return
	}
	if s.isBody(text.Range{First: start, End: r.whole.End}) && (start == r.whole.First || classes[s.d.Lower(start-1)]&courtesy == 0) {
		r.kind = Organization
		return
	}
	for i := start; i+1 < r.whole.End; i++ {
		if s.compound(i) { // "Port Sel-area Velden"
			start = i + 1
			r.whole.First = start
		}
	}
	for start < r.whole.End-1 && !s.d.Is(start, text.Word) {
		start++ // "Chief (Mrs) Velden"
	}
	r.tokens.First = start
	if start > r.whole.First {
		r.kind, r.sure = Person, true
		r.gender = s.genderOf(text.Range{First: r.whole.First, End: start})
		return
	}
	if n := max(s.peopleBefore(r.tokens), s.roleInName(r.tokens), s.behindRole(r.tokens)); n > 0 {
		r.tokens.First += n
		r.kind, r.sure = Person, true
		return
	}
	r.kind, r.sure = s.untitled(r)
}

// behindRole counts the words before the last two where the run goes on with
// the title before it: "Leader of | Opposition Mara Velden".
func (s *scanner) behindRole(r text.Range) int {
	if r.Len() > 2 && s.joinsTitle(r.First-1) && classes[s.d.Lower(r.End-1)]&body == 0 {
		return r.Len() - 2
	}
	return 0
}

// peopleBefore counts the words of origin or party before a first name and a
// surname ("Texan Mara Velden").
func (s *scanner) peopleBefore(r text.Range) int {
	for i := r.First; i+1 < r.End; i++ {
		c := classes[s.d.Lower(i)]
		if c&(male|female) != 0 {
			return i - r.First
		}
		if t, ok := toponyms[s.d.Lower(i)]; (!ok || !t.people) && !groupNames[s.d.Lower(i)] {
			return 0
		}
	}
	return 0
}

// roleInName counts the words before a first name where the last of them is a
// noun for people, or ends as those do: "Chef Mara Velden", "Sel County
// Recorder Mara Velden".
func (s *scanner) roleInName(r text.Range) int {
	if first := s.d.Lower(r.First); r.Len() > 2 && IsRole(first) && (classes[s.d.Lower(r.First+1)]&(male|female|either) != 0 || s.opens(r.First)) {
		return 1
	}
	for i := r.First + 2; i+1 < r.End; i++ {
		if classes[s.d.Lower(i)]&(male|female) == 0 || classes[s.d.Lower(i-1)]&(male|female) != 0 {
			continue
		}
		for _, end := range [...]string{"er", "or", "ist", "ian", "man", "woman"} {
			if strings.HasSuffix(s.d.Lower(i-1), end) {
				return i - r.First
			}
		}
	}
	return 0
}

// compound reports whether the word is a name with an ordinary word behind a
// hyphen ("Sel-based").
func (s *scanner) compound(i int) bool {
	w := s.d.Word(i)
	k := strings.LastIndexByte(w, '-')
	return k > 0 && k+2 < len(w) && w[k+1] >= 'a' && w[k+1] <= 'z' && w[0] >= 'A' && w[0] <= 'Z' && classes[w[k+1:]]&(male|female) == 0
}

// listed looks the whole run up in the lists of places, groups and outlets.
func (s *scanner) listed(lower string, r text.Range) (Kind, bool) {
	if outletNames[lower] && !(r.Len() == 1 && classes[lower]&(male|female) != 0) {
		return Organization, true
	}
	if groupNames[lower] {
		return Group, true
	}
	if t, ok := toponyms[lower]; ok && !(r.Len() == 1 && len(lower) == 2 && !s.d.Is(r.First, text.AllCaps)) {
		switch {
		case t.people:
			return Group, true
		case r.Len() == 1 && classes[lower]&(male|female) != 0 && t.country == 0:
			return Unknown, true
		}
		return Place, true
	}
	if r.Len() == 1 && s.places[lower] && classes[lower]&(male|female) == 0 {
		return Place, true
	}
	return Unknown, false
}

// titleEnd returns where the name in r begins, after its title; r.End where
// there is nothing but a title.
func (s *scanner) titleEnd(r text.Range) int {
	for i := r.End - 1; i >= r.First; i-- {
		c := classes[s.d.Lower(i)]
		if c&role == 0 || c&(male|female) != 0 && i+1 < r.End && i == r.First && c&courtesy == 0 {
			continue
		}
		if s.suffix(i+1) && i+2 == r.End {
			continue // "Martin Luther King Jr."
		}
		if i == r.End-1 {
			if i > r.First && classes[s.d.Lower(i-1)]&(male|female|courtesy) != 0 && classes[s.d.Lower(i-1)]&modifier == 0 || s.d.Lower(i) == "vice" || r.Len() == 1 && s.knownSurname(i) {
				continue // "Stephen King"
			}
			return r.End
		}
		if s.d.Lower(i+1) == "of" {
			return s.afterTitleOf(i+2, r.End)
		}
		return i + 1
	}
	return r.First
}

// knownSurname reports whether the role word at i is somebody's surname: it
// stands after a first name elsewhere.
func (s *scanner) knownSurname(i int) bool {
	w := s.d.Lower(i)
	if s.counts[w].lower > 0 {
		return false
	}
	return s.endings[w]
}

// afterTitleOf returns where the name begins after "Secretary of" at i.
func (s *scanner) afterTitleOf(i, end int) int {
	if s.d.Lower(i) == "the" {
		i++
	}
	for k := i + 1; k+1 < end; k++ {
		if classes[s.d.Lower(k)]&(male|female|either) != 0 {
			return k
		}
	}
	if i+2 <= end && i+1 < end {
		if _, place := toponyms[s.d.Lower(i)]; place || classes[s.d.Lower(i)]&body != 0 {
			return i + 1
		}
	}
	return end
}

// isBody reports whether the name is that of a body or thing.
func (s *scanner) isBody(r text.Range) bool {
	last := r.End - 1
	if s.suffix(last) {
		return false
	}
	w := s.d.Lower(last)
	first := classes[s.d.Lower(r.First)]
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		w = w[i+1:]
	}
	if classes[w]&body != 0 {
		return !(r.Len() >= 2 && first&(male|female) != 0 && bodySurnames[w]) && !(r.Len() == 1 && s.counts[w].lower == 0 && s.endings[w])
	}
	for i := r.First + 1; i < last; i++ {
		if linkWords[s.d.Lower(i)] && !s.d.Is(i, text.Capital) || s.d.Lower(i) == "&" {
			return true
		}
	}
	return false
}

// bodySurnames are body words that are surnames as well.
var bodySurnames = phrases(`hill park lake field forest forrest west east day law bar church star post street court bank burn voice hall banks march rivers
power sun paper chambers house way cross justice bush land moore marsh wing bridge chase mall monitor drew green march river branch bell power crew college sea league
meadows brook brooks woods wood dean ward parks fields union small question street manor temple may forest poll guard school bridges price speaker board creek field gap room`)

// suffix reports whether token i is Jr., III or the like.
func (s *scanner) suffix(i int) bool { return isSuffix(s.d.Lower(i)) }

func isSuffix(w string) bool {
	switch w {
	case "jr.", "jr", "sr.", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// untitled decides for a run without a title.
func (s *scanner) untitled(r *run) (Kind, bool) {
	t := r.tokens
	first := s.d.Lower(t.First)
	c := classes[first]
	if s.compound(t.End - 1) {
		return Thing, false
	}
	if t.Len() > 1 && (c&(male|female) != 0 || r.turn) {
		return Person, true
	}
	if tp, ok := toponyms[s.d.Lower(t.End-1)]; ok && tp.people {
		return Group, false
	}
	if t.Len() > 2 {
		if _, ok := toponyms[s.lowered(text.Range{First: t.End - 2, End: t.End})]; ok {
			return Place, false
		}
	}
	if t.Len() == 1 {
		if s.d.Is(t.First, text.AllCaps) && len(first) <= 6 && !(r.turn && !isAcronym(first, false)) && !s.shouted[s.d.Tokens[t.First].Paragraph] {
			return Organization, false
		}
		if first[0] == '@' {
			return Person, false
		}
		return Unknown, false
	}
	if s.d.Is(t.First, text.Abbrev) || c&either != 0 || s.ageFollows(t.End) {
		return Person, true
	}
	if _, place := toponyms[first]; place || c&(body|bodyHead|modifier|document|common) != 0 || groupNames[first] || outletNames[first] {
		return Organization, false
	}
	if s.d.Is(t.First, text.AllCaps) && !s.shouted[s.d.Tokens[t.First].Paragraph] && len(first) > 2 {
		return Organization, false
	}
	if p := s.d.Lower(t.First - 1); p == "the" && !s.opens(t.First) || t.Len() > 4 || strings.ContainsAny(first, "0123456789&") {
		return Organization, false
	}
	return Person, false
}

// ageFollows reports whether ", 46," stands at token i.
func (s *scanner) ageFollows(i int) bool {
	return s.d.Lower(i) == "," && s.d.Is(i+1, text.Number) && len(s.d.Lower(i+1)) <= 2 && (s.d.Lower(i+2) == "," || s.d.Lower(i+2) == ".")
}

// genderOf returns the gender that a title tells.
func (s *scanner) genderOf(r text.Range) Gender {
	for i := r.First; i < r.End; i++ {
		if g := roleGender(classes[s.d.Lower(i)]); g != NoGender {
			return g
		}
	}
	return NoGender
}

func roleGender(c wordClass) Gender {
	switch {
	case c&roleMan != 0:
		return Male
	case c&roleWife != 0:
		return Female
	}
	return NoGender
}

// nameGender returns the gender that a first name tells.
func nameGender(w string) Gender {
	switch c := classes[w]; {
	case c&either != 0, c&male != 0 && c&female != 0:
		return NoGender
	case c&male != 0:
		return Male
	case c&female != 0:
		return Female
	}
	if i := strings.IndexByte(w, '-'); i > 0 {
		return nameGender(w[:i])
	}
	return NoGender
}
