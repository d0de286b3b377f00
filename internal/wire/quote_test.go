package wire

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestVerifiedRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	flags := []onrecord.QuoteFlag{onrecord.FlagNegation, onrecord.FlagNumber, onrecord.FlagCondition, onrecord.FlagNoDate, onrecord.FlagOtherDate}
	c := randomClaim(rnd)
	want := onrecord.Original{
		Claim: c, Others: []string{"articles/a/claims/b"}, Verdict: onrecord.VerdictPartial, SameSpeaker: true,
		Span: onrecord.Span{Start: 3, End: 9}, Flags: flags, Similarity: 0.5,
		Appearances:     []onrecord.QuoteAppearance{{Claim: c.Name(), Article: c.Article, When: c.Said}, {Claim: "articles/x/claims/y"}},
		AppearanceCount: 7, Group: onrecord.Group{ID: "g", Claims: 9, Articles: 8},
	}
	for op := onrecord.EditSame; op <= onrecord.EditBrackets; op++ {
		want.Edits = append(want.Edits, onrecord.QuoteEdit{
			Op: op, Quote: onrecord.Span{Start: 1, End: 2}, Original: onrecord.Span{Start: 4, End: 5}, QuoteText: "q", OriginalText: "o", Flags: flags[:1],
		})
	}
	for place := onrecord.CutStart; place <= onrecord.CutEnd; place++ {
		want.Cuts = append(want.Cuts, onrecord.QuoteCut{
			Place: place, Words: 2, Span: onrecord.Span{Start: 4, End: 8}, Text: "cut", AtSentence: true, Marked: true, Flags: flags[1:2],
		})
	}
	m := Verified(onrecord.VerdictAltered, flags, []onrecord.Original{want}, onrecord.Coverage{})
	if diff := cmp.Diff([]onrecord.Original{want}, OriginalsOf(m.GetOriginals())); diff != "" {
		t.Errorf("original changed on the way (-want +got):\n%s", diff)
	}
	if got := VerdictOf(m.GetVerdict()); got != onrecord.VerdictAltered {
		t.Errorf("verdict %v, want altered", got)
	}
	if diff := cmp.Diff(flags, QuoteFlagsOf(m.GetFlags())); diff != "" {
		t.Errorf("flags changed on the way (-want +got):\n%s", diff)
	}
}
