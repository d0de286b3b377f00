package names

import "github.com/onrecord/onrecord/extract/internal/text"

// namesake returns the person that a short form of a name means at this place
// of the text, -1 where none bears it.
func (s *scanner) namesake(r *run, core []string, suffix string) int {
	last := core[len(core)-1]
	best, bestScore := -1, 0.0
	try := func(list []int, first bool) {
		for _, e := range list {
			if score, ok := s.fits(e, r, core, suffix, first); ok && (best < 0 || score > bestScore) {
				best, bestScore = e, score
			}
		}
	}
	try(s.index.surname[last], false)
	if best < 0 && len(core) == 1 && !r.sure {
		try(s.index.first[last], true)
	}
	return best
}

// fits scores the entity as the owner of a short form, by the gender of the
// honorific, by how much the article is about it, and by how near it is.
func (s *scanner) fits(e int, r *run, core []string, suffix string, first bool) (float64, bool) {
	p := &s.article.Entities[e]
	have, haveSuffix := split(p.Words)
	if suffix != "" && suffix != haveSuffix || r.gender != NoGender && p.Gender != NoGender && r.gender != p.Gender {
		return 0, false
	}
	if len(core) > 1 && !endsWith(have, core) {
		return 0, false
	}
	score := 0.0
	if haveSuffix != suffix {
		score -= 3
	}
	if p.Last >= 0 {
		score += 2 + min(float64(p.Count), 10)*0.15
		if s.isRelative(p) {
			score -= 2 // the kin of the one whose surname stands bare goes by the full or first name
		}
		m := s.article.Mentions[p.Last]
		if s.d.Tokens[m.Tokens.First].Sentence >= s.d.Tokens[r.tokens.First].Sentence-1 {
			score++
		}
	}
	if s.sharesTitle(p, r) {
		score += 3
	}
	return score, true
}

// isRelative reports whether the person was introduced as somebody's kin.
func (s *scanner) isRelative(p *Entity) bool {
	for _, w := range p.Roles[:min(len(p.Roles), 6)] {
		if classes[w]&kin != 0 && w != "friend" && w != "partner" {
			return true
		}
	}
	return false
}

// sharesTitle reports whether a title word before the short form was read
// with the entity's name before.
func (s *scanner) sharesTitle(p *Entity, r *run) bool {
	for i := r.whole.First; i < r.tokens.First; i++ {
		w := s.d.Lower(i)
		if classes[w]&courtesy != 0 {
			continue
		}
		for _, have := range p.Roles {
			if have == w {
				return true
			}
		}
	}
	return false
}

func endsWith(words, tail []string) bool {
	if len(tail) > len(words) {
		return false
	}
	for i := range tail {
		if words[len(words)-len(tail)+i] != tail[i] {
			return false
		}
	}
	return true
}

// mention adds a mention of entity e.
func (s *scanner) mention(r *run, e int) {
	m := Mention{Tokens: r.tokens, Whole: r.whole, Entity: e}
	end := r.tokens.End
	m.Possessive = s.d.Lower(end) == "'s" || (s.d.Lower(end) == "’" || s.d.Lower(end) == "'") && !s.d.Is(end, text.SpaceBefore)
	p := &s.article.Entities[e]
	words := s.wordsOf(r.tokens)
	m.Full = p.Kind == Person && words > 1
	n := len(s.article.Mentions)
	if p.First < 0 {
		p.First = n
	}
	p.Last = n
	p.Count++
	if p.Kind == Person {
		if words == 1 {
			p.Bare++
		}
		m.Whole.First = s.titleStart(r)
		for i := m.Whole.First; i < m.Tokens.First && len(p.Roles) < maxRoles; i++ {
			p.Roles = append(p.Roles, s.d.Lower(i))
		}
		if p.Gender == NoGender {
			p.Gender = s.genderOf(text.Range{First: m.Whole.First, End: m.Tokens.First})
		}
	}
	if p.Kind == Person && !r.headline {
		s.describe(&m, p)
	}
	for i := m.Whole.First; i < m.Tokens.End; i++ {
		s.article.at[i] = int32(n + 1)
	}
	s.article.Mentions = append(s.article.Mentions, m)
}

// maxRoles bounds the words that are kept of an entity's titles.
const maxRoles = 60

// fromHeadline finds the known names in a row of capitalised words.
func (s *scanner) fromHeadline(r *run) {
	for i := r.tokens.First; i < r.tokens.End; {
		n, e := s.knownAt(i, r.tokens.End)
		if n == 0 {
			i++
			continue
		}
		part := run{tokens: text.Range{First: i, End: i + n}, headline: true}
		part.whole = part.tokens
		s.mention(&part, e)
		i += n
	}
}

// knownAt returns how many words from token i name an entity of the body of
// the article, or a first name with the word after it a new person.
func (s *scanner) knownAt(i, end int) (int, int) {
	word := func(k int) string { return Fold(s.d.Word(k)) }
	w := word(i)
	if list := s.index.first[w]; len(list) > 0 && i+1 < end {
		for _, e := range list {
			have, suffix := split(s.article.Entities[e].Words)
			last := have[len(have)-1]
			for n := 2; n <= 4 && i+n <= end; n++ {
				if word(i+n-1) == last {
					if suffix != "" && i+n < end && s.suffix(i+n) {
						n++
					}
					return n, e
				}
			}
		}
	}
	key := ""
	for n := 1; n <= 6 && i+n <= end; n++ {
		if n > 1 {
			key += " "
		}
		key += word(i + n - 1)
		if e, ok := s.index.name[key]; ok && s.article.Entities[e].Kind != Thing && (n > 1 || s.counts[s.d.Lower(i)].capital > 0) {
			return n, e
		}
	}
	if list := s.index.surname[w]; len(list) > 0 {
		if r := (run{tokens: text.Range{First: i, End: i + 1}, whole: text.Range{First: i, End: i + 1}}); true {
			if e := s.namesake(&r, []string{w}, ""); e >= 0 {
				return 1, e
			}
		}
	}
	if classes[s.d.Lower(i)]&(male|female) != 0 && classes[s.d.Lower(i)]&idle == 0 && i+1 < end && s.counts[s.d.Lower(i)].lower == 0 && classes[s.d.Lower(i+1)]&(idle|body|role|common) == 0 {
		r := run{tokens: text.Range{First: i, End: i + 2}, kind: Person}
		name, words := s.personName(&r)
		return 2, s.newPerson(name, words, &r)
	}
	return 0, -1
}

// compact drops entities that no mention points to.
func (s *scanner) compact() {
	to := make([]int, len(s.article.Entities))
	kept := s.article.Entities[:0]
	for i, e := range s.article.Entities {
		to[i] = len(kept)
		if e.First >= 0 {
			kept = append(kept, e)
		}
	}
	s.article.Entities = kept
	for i := range s.article.Mentions {
		s.article.Mentions[i].Entity = to[s.article.Mentions[i].Entity]
	}
}
