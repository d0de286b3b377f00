package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// groupName is empty for no group.
func groupName(id string) string {
	if id == "" {
		return ""
	}
	return onrecord.GroupName(id)
}

func groupID(name string) string { return strings.TrimPrefix(name, "groups/") }

func groupIfAny(g onrecord.Group) *onrecordv1.StatementGroup {
	if g.ID == "" {
		return nil
	}
	return group(g)
}

func group(g onrecord.Group) *onrecordv1.StatementGroup {
	return &onrecordv1.StatementGroup{
		Name: groupName(g.ID), ClaimCount: int32(g.Claims), ArticleCount: int32(g.Articles), OutletCount: int32(g.Outlets),
		FormerClaimCount: int32(g.Former), FirstClaim: g.First, FirstSaidTime: Time(g.FirstSaid), LastSaidTime: Time(g.LastSaid),
	}
}

// GroupOf converts a group back; nil is the zero group.
func GroupOf(m *onrecordv1.StatementGroup) onrecord.Group {
	return onrecord.Group{
		ID: groupID(m.GetName()), Claims: int(m.GetClaimCount()), Articles: int(m.GetArticleCount()), Outlets: int(m.GetOutletCount()),
		Former: int(m.GetFormerClaimCount()), First: m.GetFirstClaim(), FirstSaid: TimeOf(m.GetFirstSaidTime()), LastSaid: TimeOf(m.GetLastSaidTime()),
	}
}

// GroupProfile converts a group with all that is told of it.
func GroupProfile(p onrecord.GroupProfile) *onrecordv1.GetGroupResponse {
	m := &onrecordv1.GetGroupResponse{Group: group(p.Group), First: Claim(p.First)}
	for _, v := range p.BySpeaker {
		m.Speakers = append(m.Speakers, &onrecordv1.FacetValue{Value: onrecord.SpeakerName(v.Value), Count: int32(v.Count)})
	}
	for _, v := range p.ByOutlet {
		m.Outlets = append(m.Outlets, &onrecordv1.FacetValue{Value: v.Value, Count: int32(v.Count)})
	}
	for _, w := range p.Wordings {
		m.Wordings = append(m.Wordings, &onrecordv1.GroupWording{
			Text: w.Text, FirstClaim: w.First, ClaimCount: int32(w.Claims), Outlets: w.Outlets, Edits: edits(w.Edits),
		})
	}
	return m
}

// GroupProfileOf converts a profile back; speakers are IDs.
func GroupProfileOf(m *onrecordv1.GetGroupResponse) onrecord.GroupProfile {
	p := onrecord.GroupProfile{Group: GroupOf(m.GetGroup()), First: ClaimOf(m.GetFirst())}
	for _, v := range m.GetSpeakers() {
		p.BySpeaker = append(p.BySpeaker, onrecord.FacetValue{Value: strings.TrimPrefix(v.GetValue(), "speakers/"), Count: int(v.GetCount())})
	}
	for _, v := range m.GetOutlets() {
		p.ByOutlet = append(p.ByOutlet, onrecord.FacetValue{Value: v.GetValue(), Count: int(v.GetCount())})
	}
	for _, w := range m.GetWordings() {
		p.Wordings = append(p.Wordings, onrecord.GroupWording{
			Text: w.GetText(), First: w.GetFirstClaim(), Claims: int(w.GetClaimCount()), Outlets: w.GetOutlets(), Edits: editsOf(w.GetEdits()),
		})
	}
	return p
}

// GroupJSON writes a group in the form of the REST API.
func GroupJSON(p onrecord.GroupProfile) ([]byte, error) { return marshal(GroupProfile(p)) }
