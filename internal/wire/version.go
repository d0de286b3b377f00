package wire

import (
	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// The first row of each state is what it is converted to. A draft's claim has
// none.
var claimStates = []enumPair[onrecord.ClaimState, onrecordv1.Claim_State]{
	{onrecord.StatePresent, onrecordv1.Claim_STATE_PRESENT},
	{onrecord.StatePresent, onrecordv1.Claim_STATE_UNSPECIFIED},
	{onrecord.StateEdited, onrecordv1.Claim_STATE_EDITED},
	{onrecord.StateRemoved, onrecordv1.Claim_STATE_REMOVED},
}

// setState sets what a claim's source did to it.
func setState(m *onrecordv1.Claim, c *onrecord.Claim) {
	if m.Name == "" {
		return
	}
	m.State = toWire(claimStates, c.State)
	m.GoneTime, m.GoneVersion = Time(c.Gone.Time), int32(c.Gone.Version)
	m.Successor = claimName(c.Article.ID, c.Successor)
	if c.Present != nil {
		m.PresentWording = wording(c.Article.ID, c.Present)
	}
	for i := range c.Earlier {
		m.EarlierWordings = append(m.EarlierWordings, wording(c.Article.ID, &c.Earlier[i]))
	}
}

// setStateOf is the inverse of setState.
func setStateOf(c *onrecord.Claim, m *onrecordv1.Claim) {
	c.State, c.Successor = fromWire(claimStates, m.GetState()), lastSegment(m.GetSuccessor())
	c.Gone = onrecord.Departure{Version: int(m.GetGoneVersion()), Time: TimeOf(m.GetGoneTime())}
	if m.GetPresentWording() != nil {
		present := wordingOf(m.GetPresentWording())
		c.Present = &present
	}
	for _, w := range m.GetEarlierWordings() {
		c.Earlier = append(c.Earlier, wordingOf(w))
	}
}

func wording(articleID string, w *onrecord.ClaimWording) *onrecordv1.ClaimWording {
	return &onrecordv1.ClaimWording{
		Claim: claimName(articleID, w.Claim), Text: w.Text, SpeakerDisplayName: w.Speaker,
		GoneTime: Time(w.Gone.Time), GoneVersion: int32(w.Gone.Version), Edits: edits(w.Edits),
	}
}

func wordingOf(m *onrecordv1.ClaimWording) onrecord.ClaimWording {
	return onrecord.ClaimWording{
		Claim: lastSegment(m.GetClaim()), Text: m.GetText(), Speaker: m.GetSpeakerDisplayName(),
		Gone: onrecord.Departure{Version: int(m.GetGoneVersion()), Time: TimeOf(m.GetGoneTime())}, Edits: editsOf(m.GetEdits()),
	}
}

// History converts an article with its versions.
func History(h onrecord.History) *onrecordv1.Article {
	m := Article(h.Article)
	m.ForgottenClaimCount = int32(h.Forgotten)
	for _, v := range h.Versions {
		m.Versions = append(m.Versions, &onrecordv1.ArticleVersion{
			Version: int32(v.Version), ContentHash: v.Hash, IngestTime: Time(v.Ingested), Title: v.Title, Kept: v.Kept, Changes: Changes(v.Changes),
		})
	}
	return m
}

// HistoryOf is the inverse of History. Of each version it has what the API
// tells.
func HistoryOf(m *onrecordv1.Article) onrecord.History {
	h := onrecord.History{Article: ArticleOf(m), Forgotten: int(m.GetForgottenClaimCount())}
	for _, v := range m.GetVersions() {
		h.Versions = append(h.Versions, onrecord.Version{
			ArticleInfo: onrecord.ArticleInfo{
				ID: h.Article.ID, Title: v.GetTitle(), Version: int(v.GetVersion()), Hash: v.GetContentHash(), Ingested: TimeOf(v.GetIngestTime()),
			},
			Kept: v.GetKept(), Changes: ChangesOf(v.GetChanges()),
		})
	}
	return h
}

// Changes converts what a version did to the claims of the one before.
func Changes(c onrecord.ClaimChanges) *onrecordv1.ClaimChanges {
	return &onrecordv1.ClaimChanges{Unchanged: int32(c.Unchanged), Edited: int32(c.Edited), Added: int32(c.Added), Removed: int32(c.Removed)}
}

// ChangesOf is the inverse of Changes; nil counts none.
func ChangesOf(m *onrecordv1.ClaimChanges) onrecord.ClaimChanges {
	return onrecord.ClaimChanges{Unchanged: int(m.GetUnchanged()), Edited: int(m.GetEdited()), Added: int(m.GetAdded()), Removed: int(m.GetRemoved())}
}
