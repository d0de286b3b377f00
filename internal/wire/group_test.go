package wire

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestGroupProfileRoundTrip(t *testing.T) {
	at := time.Date(2025, 5, 18, 12, 30, 0, 0, time.UTC)
	first := randomClaim(rand.New(rand.NewPCG(5, 6)))
	want := onrecord.GroupProfile{
		Group: onrecord.Group{ID: "abc234", Claims: 40, Articles: 39, Outlets: 38, First: first.Name(), FirstSaid: at, LastSaid: at.AddDate(0, 1, 0)},
		First: first, BySpeaker: []onrecord.FacetValue{{Value: "mara-velden", Count: 38}, {Value: "ida-holm", Count: 2}},
		ByOutlet: []onrecord.FacetValue{{Value: "Harbour Herald", Count: 1}},
		Wordings: []onrecord.GroupWording{
			{Text: first.Text, First: first.Name(), Claims: 39, Outlets: []string{"Harbour Herald", "Delta Wire"}},
			{Text: "other words", First: "articles/a/claims/b", Claims: 1, Edits: []onrecord.QuoteEdit{{
				Op: onrecord.EditReplaced, Quote: onrecord.Span{Start: 1, End: 2}, Original: onrecord.Span{Start: 3, End: 5},
				QuoteText: "x", OriginalText: "yz", Flags: []onrecord.QuoteFlag{onrecord.FlagNumber},
			}}},
		},
	}
	if diff := cmp.Diff(want, GroupProfileOf(GroupProfile(want))); diff != "" {
		t.Errorf("group changed on the way (-want +got):\n%s", diff)
	}
	hit := onrecord.RelatedHit{Claim: first, Group: want.Group, Reasons: []onrecord.Reason{{Type: onrecord.ReasonSameStatement}}}
	if diff := cmp.Diff([]onrecord.RelatedHit{hit}, RelatedOf(Related([]onrecord.RelatedHit{hit}))); diff != "" {
		t.Errorf("related statement changed on the way (-want +got):\n%s", diff)
	}
}
