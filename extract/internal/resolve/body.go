package resolve

import (
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/names"
)

// body chooses for "the campaign", "the agency": the latest body whose name
// ends in the word or in one of its kind, or that was described by it before.
func (r *reader) body(p *phrase, head string) (decision, bool) {
	kinds, ok := bodyKinds[head]
	if p.core.Len() != 1 || !ok && !names.IsBodyWord(head) {
		return decision{}, false
	}
	for _, f := range r.recent {
		if c := &r.referents[f]; c.kind == onrecord.SpeakerOrganization && !c.plural && r.lastWord(c) == head {
			return decision{referent: f, certainty: 0.75}, true
		}
	}
	if f, ok := r.byHead[head]; ok {
		return decision{referent: f, certainty: 0.7}, true
	}
	for _, f := range r.recent {
		if c := &r.referents[f]; c.kind == onrecord.SpeakerOrganization && !c.plural && is(r.lastWord(c), kinds) {
			return decision{referent: f, certainty: 0.6}, true
		}
	}
	return decision{}, false
}

// bodyKinds are the words that names of bodies end in which are called so.
var bodyKinds = map[string]string{
	"school":       "university college academy institute",
	"university":   "college institute",
	"newspaper":    "times post journal herald tribune gazette chronicle globe guardian telegraph observer examiner star news",
	"paper":        "times post journal herald tribune gazette chronicle globe guardian telegraph observer examiner star news",
	"network":      "news cnn nbc abc cbs fox msnbc television",
	"agency":       "bureau administration service office department fbi cia epa press reuters",
	"group":        "association coalition center centre institute foundation alliance union league council society fund project action club",
	"organization": "association coalition center centre institute foundation alliance union league council society fund project nations",
	"company":      "inc. corp. corporation co. ltd. industries motors airlines bank group holdings technologies systems",
	"firm":         "inc. corp. corporation co. ltd. associates partners group holdings",
	"government":   "ministry parliament",
	"court":        "tribunal circuit",
	"party":        "republicans democrats conservatives labour",
	"team":         "", "campaign": "", "administration": "",
}

func (r *reader) lastWord(c *referent) string {
	if c.entity >= 0 {
		return r.article.Entities[c.entity].Surname()
	}
	return strings.ToLower(c.name[strings.LastIndexByte(c.name, ' ')+1:])
}
