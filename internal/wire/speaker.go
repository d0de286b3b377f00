package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Identity converts a speaker over all articles.
func Identity(s onrecord.Identity) *onrecordv1.Speaker {
	m := &onrecordv1.Speaker{
		Name: onrecord.SpeakerName(s.ID), DisplayName: s.Name, Type: toWire(speakerTypes, s.Type),
		ClaimCount: int32(s.Claims), FirstSaidTime: Time(s.First), LastSaidTime: Time(s.Last),
	}
	for _, a := range s.Aliases {
		m.Aliases = append(m.Aliases, &onrecordv1.SpeakerAlias{
			Speaker: onrecord.SpeakerName(a.ID), DisplayName: a.Name, ClaimCount: int32(a.Claims), Origin: toWire(origins, a.Origin),
		})
	}
	for _, t := range s.Titles {
		m.Titles = append(m.Titles, &onrecordv1.SpeakerTitle{
			Title: t.Title, ClaimCount: int32(t.Claims), FirstSaidTime: Time(t.First), LastSaidTime: Time(t.Last),
		})
	}
	return m
}

// IdentityOf is the inverse of Identity.
func IdentityOf(m *onrecordv1.Speaker) onrecord.Identity {
	s := onrecord.Identity{
		ID: strings.TrimPrefix(m.GetName(), "speakers/"), Name: m.GetDisplayName(), Type: fromWire(speakerTypes, m.GetType()),
		Claims: int(m.GetClaimCount()), First: TimeOf(m.GetFirstSaidTime()), Last: TimeOf(m.GetLastSaidTime()),
	}
	for _, a := range m.GetAliases() {
		s.Aliases = append(s.Aliases, onrecord.Alias{
			ID: strings.TrimPrefix(a.GetSpeaker(), "speakers/"), Name: a.GetDisplayName(),
			Claims: int(a.GetClaimCount()), Origin: fromWire(origins, a.GetOrigin()),
		})
	}
	for _, t := range m.GetTitles() {
		s.Titles = append(s.Titles, onrecord.TitleUse{
			Title: t.GetTitle(), Claims: int(t.GetClaimCount()), First: TimeOf(t.GetFirstSaidTime()), Last: TimeOf(t.GetLastSaidTime()),
		})
	}
	return s
}

// Identities converts each speaker.
func Identities(speakers []onrecord.Identity) []*onrecordv1.Speaker {
	ms := make([]*onrecordv1.Speaker, len(speakers))
	for i, s := range speakers {
		ms[i] = Identity(s)
	}
	return ms
}

// IdentitiesOf is the inverse of Identities.
func IdentitiesOf(ms []*onrecordv1.Speaker) []onrecord.Identity {
	speakers := make([]onrecord.Identity, len(ms))
	for i, m := range ms {
		speakers[i] = IdentityOf(m)
	}
	return speakers
}

func corrections(cs []onrecord.Correction) []*onrecordv1.ClaimCorrection {
	var ms []*onrecordv1.ClaimCorrection
	for _, c := range cs {
		m := &onrecordv1.ClaimCorrection{Version: int32(c.Version), CreateTime: Time(c.Made), Note: c.Note}
		for _, change := range c.Changes {
			m.Changes = append(m.Changes, &onrecordv1.ClaimCorrection_FieldChange{
				Field: string(change.Field), Before: change.Before, After: change.After,
			})
		}
		ms = append(ms, m)
	}
	return ms
}

func correctionsOf(ms []*onrecordv1.ClaimCorrection) []onrecord.Correction {
	var cs []onrecord.Correction
	for _, m := range ms {
		c := onrecord.Correction{Version: int(m.GetVersion()), Made: TimeOf(m.GetCreateTime()), Note: m.GetNote()}
		for _, change := range m.GetChanges() {
			c.Changes = append(c.Changes, onrecord.Change{
				Field: onrecord.ClaimField(change.GetField()), Before: change.GetBefore(), After: change.GetAfter(),
			})
		}
		cs = append(cs, c)
	}
	return cs
}
