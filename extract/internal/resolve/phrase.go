package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A phrase is a mention taken apart.
type phrase struct {
	whole text.Range
	// core is the noun phrase up to the first preposition, comma or relative
	// pronoun; head is its last word.
	core text.Range
	head int
	// definite is set by "the", "this" and a possessive; indefinite by "a",
	// "one", "some" and where there is no determiner.
	definite, indefinite bool
	plural               bool
	// owner is the referent of a possessive pronoun before the head ("her
	// husband") or the possessor's, -1 for none.
	owner int
}

// parse takes a mention apart.
func (r *reader) parse(m text.Range) phrase {
	p := phrase{whole: m, owner: -1}
	for m.Len() > 1 && (r.d.Is(m.First, text.Punct) || clauseOpeners[r.d.Lower(m.First)] && !r.d.Is(m.First+1, text.Punct) || r.d.Lower(m.First) == "according" || r.d.Lower(m.First) == "to") {
		m.First++
	}
	p.core.First = m.First
	switch w := r.d.Lower(m.First); w {
	case "the", "this", "that", "these", "those":
		p.definite = true
		p.core.First++
	case "his", "her", "their", "its", "our", "my":
		p.definite = true
		p.core.First++
		if f, ok := r.pronouns[m.First]; ok {
			p.owner = f
		}
	case "a", "an", "one", "another", "some", "any", "each", "every", "no":
		p.indefinite = true
		if m.Len() > 1 {
			p.core.First++
		}
	default:
		p.indefinite = true
	}
	p.core.End = p.core.First
	for i := p.core.First; i < m.End; i++ {
		if i > p.core.First && (breakers[r.d.Lower(i)] || r.quotes(i)) && !r.linked(i) {
			break
		}
		if i > p.core.First+1 && strings.HasSuffix(r.d.Lower(i), "ing") && !r.d.Is(i, text.Capital) && i+1 < m.End && (determiners[r.d.Lower(i+1)] || r.d.Lower(i+1) == "to" || r.d.Is(i+1, text.Capital)) {
			break
		}
		p.core.End = i + 1
	}
	for p.core.Len() > 2 && names.IsPostNominal(r.d, p.core.End-1) && r.d.Is(p.core.End-2, text.Capital) {
		p.core.End--
	}
	if p.core.Len() == 0 {
		p.core = text.Range{First: m.First, End: min(m.First+1, m.End)}
	}
	p.head = p.core.End - 1
	for p.head > p.core.First && !r.d.Is(p.head, text.Word) {
		p.head--
	}
	head := r.d.Lower(p.head)
	p.plural = plural(head) && r.article.At(p.head) < 0 || p.core.First > m.First && irregularPlurals[r.d.Lower(p.core.First)]
	return p
}

// quotes reports whether token i is a quotation mark and no apostrophe.
func (r *reader) quotes(i int) bool {
	return r.d.Is(i, text.Opens) || r.d.Is(i, text.Closes) || r.d.Is(i, text.Mark|text.SpaceBefore)
}

// linked reports whether token i stands within a name ("Bank of Sel").
func (r *reader) linked(i int) bool {
	return r.article.At(i) >= 0 && r.article.At(i) == r.article.At(i-1)
}

// phrase chooses for a mention of several words, or of one that is no pronoun.
func (r *reader) phrase(m text.Range, statement int) decision {
	if d, ok := r.withOthers(m); ok {
		return d
	}
	if d, ok := r.pair(m); ok {
		return d
	}
	p := r.parse(m)
	if d, ok := r.headName(&p); ok {
		return d
	}
	if d, ok := r.besideName(&p); ok {
		return d
	}
	if d, ok := r.ownerOfDocument(&p); ok {
		return d
	}
	if p.definite && !p.plural {
		if d, ok := r.described(&p, statement); ok {
			return d
		}
	}
	return decision{referent: r.unnamed(&p), certainty: 0.8}
}

// headName chooses where the head of the phrase is a name, or where the name
// stands in apposition to it ("his campaign manager, Mara Velden,").
func (r *reader) headName(p *phrase) (decision, bool) {
	if m := r.article.At(p.head); m >= 0 {
		n := &r.article.Mentions[m]
		if n.Tokens.End > p.head && !(n.Possessive && p.core.End > n.Tokens.End+1) {
			f := r.referentOf(n.Entity)
			return decision{referent: f, certainty: 0.97}, true
		}
	}
	for i := p.core.First; i < p.head; i++ { // "the Herald's Mara Velden": the last name within the core
		if m := r.article.At(i); m >= 0 && r.article.Mentions[m].Full && r.article.Mentions[m].Tokens.End >= p.core.End {
			return decision{referent: r.referentOf(r.article.Mentions[m].Entity), certainty: 0.9}, true
		}
	}
	if m := r.article.At(p.whole.End - 1); m >= 0 && r.article.Mentions[m].Full && r.article.Mentions[m].Whole.First <= p.core.First {
		return decision{referent: r.referentOf(r.article.Mentions[m].Entity), certainty: 0.95}, true
	}
	if d, ok := r.nameBeforeVerb(p); ok {
		return d, true
	}
	c := p.core.End
	if w := r.d.Lower(c); (w == "," || w == "—" || w == "--" || w == ":") && c+1 < p.whole.End {
		if m := r.article.At(c + 1); m >= 0 {
			n := &r.article.Mentions[m]
			if r.article.Entities[n.Entity].Kind == names.Person && n.Tokens.End <= p.whole.End {
				return decision{referent: r.referentOf(n.Entity), certainty: 0.95}, true
			}
		}
	}
	return decision{}, false
}

// nameBeforeVerb chooses where a full name, or one with its honorific, begins a
// phrase that goes on in lower case: a verb was taken along ("Ms. Velden
// tries"), as only a bare surname stands before a noun.
func (r *reader) nameBeforeVerb(p *phrase) (decision, bool) {
	m := r.article.At(p.core.First)
	if m < 0 {
		return decision{}, false
	}
	n := &r.article.Mentions[m]
	w := r.d.Lower(n.Tokens.End)
	if n.Possessive || n.Tokens.End != p.head || r.article.Entities[n.Entity].Kind != names.Person || names.IsRole(w) || names.IsBodyWord(w) {
		return decision{}, false
	}
	if !n.Full && n.Whole.First == n.Tokens.First && !strings.HasSuffix(w, "ed") {
		return decision{}, false
	}
	return decision{referent: r.referentOf(n.Entity), certainty: 0.8}, true
}

// withOthers chooses for "Velden and her party": her, who speaks for them.
func (r *reader) withOthers(m text.Range) (decision, bool) {
	k := r.article.At(m.First)
	if k < 0 {
		return decision{}, false
	}
	n := &r.article.Mentions[k]
	i := n.Tokens.End
	if n.Possessive || i+2 >= m.End || r.d.Lower(i) != "and" {
		return decision{}, false
	}
	switch r.d.Lower(i + 1) {
	case "his", "her", "its":
		return decision{referent: r.referentOf(n.Entity), certainty: 0.8}, true
	}
	return decision{}, false
}

// besideName chooses for a phrase that stands in apposition to a name outside
// of it: "Mara Velden, a superdelegate,", "a spokesman, Lio Orr,".
func (r *reader) besideName(p *phrase) (decision, bool) {
	before := p.whole.First - 1
	if r.d.Lower(before) == "," {
		before--
		if r.d.Lower(before) == ")" {
			for k := before; k > before-maxBracket && k >= 0; k-- {
				if r.d.Lower(k) == "(" {
					before = k - 1
					break
				}
			}
		}
	}
	for _, i := range [...]int{before, p.whole.End + 1} {
		m := r.article.At(i)
		if m < 0 || i > p.whole.End && r.d.Lower(p.whole.End) != "," {
			continue
		}
		n := &r.article.Mentions[m]
		if n.Apposition.Contains(p.head) {
			return decision{referent: r.referentOf(n.Entity), certainty: 0.9}, true
		}
	}
	return r.bodyBeside(p)
}

// bodyBeside chooses the body that stands between commas behind the phrase: "the
// march’s organizer, the Water Coalition, said".
func (r *reader) bodyBeside(p *phrase) (decision, bool) {
	i := p.whole.End + 1
	if r.d.Lower(i-1) != "," || !p.definite || !names.IsRole(r.d.Lower(p.head)) {
		return decision{}, false
	}
	if r.d.Lower(i) == "the" {
		i++
	}
	m := r.article.At(i)
	if m < 0 || r.article.Mentions[m].Tokens.First != i || r.d.Lower(r.article.Mentions[m].Tokens.End) != "," {
		return decision{}, false
	}
	if e := r.article.Mentions[m].Entity; r.article.Entities[e].Kind == names.Organization {
		return decision{referent: r.referentOf(e), certainty: 0.85}, true
	}
	return decision{}, false
}

// maxBracket bounds the tokens of "(R-Va.)".
const maxBracket = 10

// pair chooses for "Velden and Orr": both of them.
func (r *reader) pair(m text.Range) (decision, bool) {
	var members []int
	and := false
	for i := m.First; i < m.End; i++ {
		k := r.article.At(i)
		if k < 0 {
			w := r.d.Lower(i)
			if w == "and" {
				and = true
			} else if breakers[w] && w != "," && len(members) < 2 && !and {
				return decision{}, false
			}
			continue
		}
		n := &r.article.Mentions[k]
		if n.Possessive || r.article.Entities[n.Entity].Kind != names.Person {
			if !and || len(members) == 0 {
				return decision{}, false
			}
		} else if len(members) == 0 || and && members[len(members)-1] != r.referentOf(n.Entity) {
			members = append(members, r.referentOf(n.Entity))
		}
		i = max(i, n.Tokens.End-1)
	}
	if len(members) < 2 || !and {
		return decision{}, false
	}
	all := make([]string, len(members))
	for i, f := range members {
		all[i] = r.speakerOf(&r.referents[f]).Name
	}
	f := r.remember(strings.Join(all, " and "), referent{entity: -1, kind: onrecord.SpeakerGroup, plural: true, members: members})
	return decision{referent: f, certainty: 0.85}, true
}

// remember returns the referent of that name without an entity.
func (r *reader) remember(name string, f referent) int {
	key := strings.ToLower(name)
	if g, ok := r.byHead[key]; ok {
		return g
	}
	f.name = name
	r.byHead[key] = r.add(f)
	return r.byHead[key]
}
