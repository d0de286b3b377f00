package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// described chooses the person or body that a definite description in the
// singular fits: "the Norish senator", "the spokeswoman", "the campaign".
func (r *reader) described(p *phrase, statement int) (decision, bool) {
	head := r.d.Lower(p.head)
	if ofAge(head) {
		return r.remembered(p, head, statement)
	}
	if !names.IsRole(head) {
		return r.body(p, head)
	}
	if f, ok := r.byHead[head]; ok && p.core.Len() == 1 && r.referents[f].kind == onrecord.SpeakerUnnamed {
		return decision{referent: f, certainty: 0.8}, true
	}
	var list []candidate
	for f := range min(len(r.referents), maxDescribed) {
		if s, ok := r.fit(f, p, head, statement); ok {
			list = append(list, candidate{f, s})
		}
	}
	if len(list) == 0 {
		return r.remembered(p, head, statement)
	}
	return decide(list), true
}

// ofAge reports whether the noun tells no more than an age or a family: "the
// 22-year-old", "the father-of-two".
func ofAge(head string) bool {
	kin, _, of := strings.Cut(head, "-of-")
	return of && names.IsKin(kin) || strings.HasSuffix(head, "-year-old")
}

// remembered chooses for a description of which no word is known of anybody:
// who is being talked of, unless the text spoke of "a" such person before.
func (r *reader) remembered(p *phrase, head string, statement int) (decision, bool) {
	if r.spokenOf(p, head) || p.head > p.core.First && r.d.Lower(p.head-1) == "'s" {
		return decision{}, false
	}
	var list []candidate
	for _, f := range r.recent {
		c := &r.referents[f]
		if c.kind != onrecord.SpeakerPerson || c.count == 0 || r.d.Tokens[p.head].Sentence-c.sentence > maxSentencesBack {
			continue
		}
		kin, _, _ := strings.Cut(head, "-of-")
		if s, ok := r.salience(f, onePerson, names.RoleGender(kin), p.head, statement); ok {
			list = append(list, candidate{f, s})
		}
	}
	if len(list) == 0 {
		return decision{}, false
	}
	d := decide(list)
	d.certainty *= 0.7
	return d, true
}

// maxSentencesBack bounds how far back the person of a description that fits
// by nothing but being talked of was named.
const maxSentencesBack = 3

// maxBack bounds, in tokens, how far back an introduction is looked for.
const maxBack = 400

// spokenOf reports whether the text before spoke of such a person without a
// name, or says here of whom.
func (r *reader) spokenOf(p *phrase, head string) bool {
	if w := r.d.Lower(p.core.End); (w == "of" || w == "for") && r.d.Lower(p.core.First) != "former" || p.owner >= 0 {
		return true
	}
	for i := p.whole.First - 1; i >= 0 && i > p.whole.First-maxBack; i-- {
		if r.d.Lower(i) == head && r.article.At(i) < 0 {
			return true
		}
	}
	return false
}

// noteDescription takes "the president" in the reporter's words for a mention
// of the recent person whose title it is.
func (r *reader) noteDescription(i int) {
	head := r.d.Lower(i + 1)
	if !names.IsRole(head) || r.article.At(i+1) >= 0 || r.d.Tokens[i+1].Sentence != r.d.Tokens[i].Sentence {
		return
	}
	if n := r.d.Lower(i + 2); names.IsRole(n) || names.IsBodyWord(n) || n == "'s" || r.article.At(i+2) >= 0 {
		return
	}
	p := phrase{whole: text.Range{First: i, End: i + 2}, core: text.Range{First: i + 1, End: i + 2}, head: i + 1, definite: true, owner: -1}
	var list []candidate
	for _, f := range r.recent {
		if s, ok := r.fit(f, &p, head, -1); ok {
			list = append(list, candidate{f, s})
		}
	}
	if d := decide(list); d.referent >= 0 {
		r.see(d.referent, i+1, r.positionOf(p.whole, false))
	}
}

// maxDescribed bounds the candidates of a description: those named first.
const maxDescribed = 96

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
				score += weightSameModifier
				break
			}
		}
	}
	switch {
	case region:
		score += weightSameRegion
	case otherRegion:
		score += weightOtherRegion
	}
	if score < leastDescription {
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
			return weightSameRole
		case alike(canonical(have), want):
			best = weightLikeRole
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
