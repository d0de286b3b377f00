package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// ownerOfDocument chooses where the head is a document: whom it belongs to or
// came from ("Velden's letter", "a report by the bank", "her ad").
func (r *reader) ownerOfDocument(p *phrase) (decision, bool) {
	if !names.IsDocument(r.d.Lower(p.head)) || p.plural && p.owner < 0 && r.article.At(p.core.First) < 0 {
		return decision{}, false
	}
	if p.owner >= 0 {
		return decision{referent: p.owner, certainty: 0.7}, true
	}
	for i := p.core.First; i < p.head; i++ {
		if m := r.article.At(i); m >= 0 && r.speaks(m) {
			return decision{referent: r.referentOf(r.article.Mentions[m].Entity), certainty: 0.7}, true
		}
	}
	for i := p.core.End; i+1 < p.whole.End; i++ {
		switch r.d.Lower(i) {
		case "by", "from", "of":
			k := i + 1
			if r.d.Lower(k) == "the" {
				k++
			}
			if m := r.article.At(k); m >= 0 && r.speaks(m) {
				return decision{referent: r.referentOf(r.article.Mentions[m].Entity), certainty: 0.7}, true
			}
		}
	}
	return decision{}, false
}

// speaks reports whether the mention is of somebody or of a body.
func (r *reader) speaks(m int) bool {
	k := r.article.Entities[r.article.Mentions[m].Entity].Kind
	return k == names.Person || k == names.Organization || k == names.Place
}

// described chooses the person or body that a definite description in the
// singular fits: "the Norish senator", "the spokeswoman", "the campaign".
func (r *reader) described(p *phrase, statement int) (decision, bool) {
	head := r.d.Lower(p.head)
	if !names.IsRole(head) {
		return r.body(p, head)
	}
	if f, ok := r.byHead[head]; ok && p.core.Len() == 1 && r.referents[f].kind == onrecord.SpeakerUnnamed {
		return decision{referent: f, certainty: 0.8}, true
	}
	var list []candidate
	for f := range r.referents {
		if len(list) >= maxDescribed {
			break
		}
		if s, ok := r.fit(f, p, head, statement); ok {
			list = append(list, candidate{f, s})
		}
	}
	if len(list) == 0 {
		return r.remembered(p, head, statement)
	}
	return decide(list), true
}

// remembered chooses for a description of which no word is known of anybody:
// who is being talked of, unless the text spoke of "a" such person before.
func (r *reader) remembered(p *phrase, head string, statement int) (decision, bool) {
	if r.spokenOf(p, head) {
		return decision{}, false
	}
	for _, f := range [...]int{r.subject, r.speaker, r.previous} {
		if f < 0 || r.referents[f].kind != onrecord.SpeakerPerson || r.d.Tokens[p.head].Sentence-r.referents[f].sentence > 2 {
			continue
		}
		if g := names.RoleGender(head); g != names.NoGender && r.referents[f].gender != names.NoGender && g != r.referents[f].gender {
			continue
		}
		if statement >= 0 && r.named(&r.referents[f], p.head, &r.statements[statement]) < 0 {
			continue
		}
		return decision{referent: f, certainty: 0.5}, true
	}
	return decision{}, false
}

// maxBack bounds, in tokens, how far back an introduction is looked for.
const maxBack = 400

// spokenOf reports whether the text before spoke of such a person without a
// name, or says here of whom.
func (r *reader) spokenOf(p *phrase, head string) bool {
	if r.d.Lower(p.core.End) == "of" || r.d.Lower(p.core.End) == "for" || p.owner >= 0 {
		return true
	}
	for i := p.whole.First - 1; i >= 0 && i > p.whole.First-maxBack; i-- {
		if r.d.Lower(i) == head && r.article.At(i) < 0 {
			return true
		}
	}
	return false
}

// maxDescribed bounds the candidates of a description.
const maxDescribed = 64

// fit scores how well a description fits a person; false where too little of
// it does.
func (r *reader) fit(f int, p *phrase, head string, statement int) (float64, bool) {
	c := &r.referents[f]
	if c.entity < 0 || c.kind != onrecord.SpeakerPerson {
		return 0, false
	}
	if g := names.RoleGender(head); g != names.NoGender && c.gender != names.NoGender && g != c.gender {
		return 0, false
	}
	roles := r.article.Entities[c.entity].Roles
	score := r.headFit(roles, head)
	region, otherRegion := false, false
	for i := p.core.First; i < p.head; i++ {
		w := r.d.Lower(i)
		if n := names.Region(w); n != 0 {
			for _, have := range roles {
				if names.Region(have) == n {
					region = true
				} else if names.Region(have) != 0 {
					otherRegion = true
				}
			}
			continue
		}
		for _, have := range roles {
			if have == w {
				score += weights.modifierSame
				break
			}
		}
	}
	switch {
	case region:
		score += weights.regionSame
	case otherRegion:
		score += weights.regionOther
	}
	if score < weights.descriptionLeast {
		return 0, false
	}
	s, ok := r.salience(f, onePerson, names.RoleGender(head), p.head, statement)
	return score + s/2, ok
}

// headFit scores whether the head noun is among the roles, or one like it.
func (r *reader) headFit(roles []string, head string) float64 {
	want, best := canonical(head), 0.0
	for _, have := range roles {
		switch {
		case have == head || canonical(have) == want:
			return weights.headSame
		case alike(canonical(have), want):
			best = weights.headAlike
		}
	}
	return best
}

// canonical joins the forms of one role.
func canonical(w string) string {
	if c, ok := roleForms[w]; ok {
		return c
	}
	return w
}

var roleForms = forms(`senator sen. sen sens.; governor gov. gov; representative rep. rep congressman congresswoman; spokesman spokeswoman spokesperson;
chairman chairwoman chair chairperson; attorney lawyer counsel; professor prof. prof; general gen.; doctor dr. dr physician; actor actress star comedian comedienne;
businessman businesswoman billionaire mogul tycoon developer magnate entrepreneur; adviser advisor aide strategist; nominee candidate contender hopeful front-runner frontrunner;
reporter journalist correspondent columnist; writer author novelist; policeman policewoman officer constable sgt. sergeant det. detective; delegate committeeman committeewoman;
scientist researcher; singer rapper musician frontman; founder co-founder; director head chief; minister secretary; bishop archbishop; councilman councilwoman councillor`)

func forms(list string) map[string]string {
	m := make(map[string]string)
	for _, group := range strings.Split(list, ";") {
		words := strings.Fields(group)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}

// alike reports whether one role is a kind of the other.
func alike(have, want string) bool {
	switch want {
	case "leader":
		return is(have, "president premier chancellor king queen prime chairman speaker whip head minister mayor governor pastor bishop")
	case "lawmaker", "legislator", "politician":
		return is(have, "senator representative mp speaker leader governor mayor assemblyman councilman congressman nominee president")
	case "republican", "democrat", "conservative", "liberal":
		return false
	case "executive", "ceo":
		return is(have, "ceo director founder businessman chairman president")
	case "diplomat":
		return is(have, "ambassador envoy minister")
	case "academic", "scholar", "expert":
		return is(have, "professor fellow lecturer historian economist scientist analyst")
	case "entertainer", "celebrity":
		return is(have, "actor singer host")
	}
	return false
}

func is(w, list string) bool {
	for list != "" {
		var x string
		x, list, _ = strings.Cut(list, " ")
		if x == w {
			return true
		}
	}
	return false
}

// body chooses for "the campaign", "the agency": the latest body whose name
// ends in the word, or that was described by it before.
func (r *reader) body(p *phrase, head string) (decision, bool) {
	if p.core.Len() != 1 || !names.IsBodyWord(head) && !is(head, "group company firm organization campaign administration government agency team newspaper paper network") {
		return decision{}, false
	}
	for _, f := range r.recent {
		c := &r.referents[f]
		if c.kind != onrecord.SpeakerOrganization || c.plural {
			continue
		}
		if last := r.lastWord(c); last == head {
			return decision{referent: f, certainty: 0.75}, true
		}
	}
	if f, ok := r.byHead[head]; ok {
		return decision{referent: f, certainty: 0.7}, true
	}
	return decision{}, false
}

func (r *reader) lastWord(c *referent) string {
	if c.entity >= 0 {
		return r.article.Entities[c.entity].Surname()
	}
	return strings.ToLower(c.name[strings.LastIndexByte(c.name, ' ')+1:])
}

// unnamed returns the referent of a phrase that names nobody: its own words.
func (r *reader) unnamed(p *phrase) int {
	name := r.wordsOf(p)
	head := r.d.Lower(p.head)
	f := referent{entity: -1, gender: names.RoleGender(head), plural: p.plural}
	switch {
	case p.plural:
		f.kind = onrecord.SpeakerGroup
	case names.IsRole(head):
		f.kind, f.human = onrecord.SpeakerUnnamed, true
	case names.IsBodyWord(head) || r.d.Is(p.head, text.Capital):
		f.kind = onrecord.SpeakerOrganization
	default:
		f.kind = onrecord.SpeakerUnnamed
	}
	n := r.remember(name, f)
	r.byHead[head] = n
	return n
}

// wordsOf returns the words of the phrase up to its relative clause, without
// the article before them; a possessive pronoun is written out.
func (r *reader) wordsOf(p *phrase) string {
	m := p.whole
	switch r.d.Lower(m.First) {
	case "the", "a", "an", "this", "that", "these", "those":
		if m.Len() > 1 {
			m.First++
		}
	}
	for i := m.First + 1; i < m.End; i++ {
		if w := r.d.Lower(i); w == "who" || w == "which" || w == "whose" || w == "," || w == ";" || w == "(" || w == "—" {
			m.End = i
		}
	}
	words := strings.Join(strings.Fields(r.d.String(m)), " ")
	if p.owner >= 0 && m.Len() > 1 {
		owner := r.speakerOf(&r.referents[p.owner]).Name
		rest := r.d.String(text.Range{First: m.First + 1, End: m.End})
		return owner + "’s " + strings.Join(strings.Fields(rest), " ")
	}
	return words
}
