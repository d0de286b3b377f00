package index

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
)

func encodeClaim(c *onrecord.Claim) ([]byte, error) {
	stored := storedClaim{
		ID: c.ID, Article: storeInfo(c.Article), Kind: int(c.Kind), Act: int(c.Act),
		Text: c.Text, Span: storeSpan(c.Span), Cue: c.Cue, CueSpan: storeSpan(c.CueSpan),
		Speaker: storedSpeaker{ID: c.Speaker.ID, Name: c.Speaker.Name, Title: c.Speaker.Title, Type: int(c.Speaker.Type)},
		Mention: c.Mention, MentionSpan: storeSpan(c.MentionSpan), ReportedVia: c.ReportedVia, Venue: c.Venue,
		SaidText: c.SaidText, Said: storeDate(c.Said), Sentence: storeSpan(c.Sentence), SentenceText: c.SentenceText,
		Continues: c.Continues, Rule: c.Rule, Confidence: c.Confidence, Group: c.Group,
	}
	for _, quoted := range c.Quoted {
		stored.Quoted = append(stored.Quoted, storeSpan(quoted))
	}
	for _, candidate := range c.Candidates {
		stored.Candidates = append(stored.Candidates,
			storedCandidate{Name: candidate.Name, Confidence: candidate.Confidence})
	}
	stored.Corrections = storeCorrections(c.Corrections)
	storeFormer(&stored, c)
	return cbor.Marshal(stored)
}

func decodeClaim(payload []byte) (onrecord.Claim, error) {
	var s storedClaim
	if err := decoding.Unmarshal(payload, &s); err != nil {
		return onrecord.Claim{}, fmt.Errorf("stored claim: %w", err)
	}
	c := onrecord.Claim{
		ID: s.ID, Article: loadInfo(s.Article), Kind: onrecord.Kind(s.Kind), Act: onrecord.Act(s.Act),
		Text: s.Text, Span: loadSpan(s.Span), Cue: s.Cue, CueSpan: loadSpan(s.CueSpan),
		Speaker: onrecord.Speaker{
			ID: s.Speaker.ID, Name: s.Speaker.Name, Title: s.Speaker.Title, Type: onrecord.SpeakerType(s.Speaker.Type),
		},
		Mention: s.Mention, MentionSpan: loadSpan(s.MentionSpan), ReportedVia: s.ReportedVia, Venue: s.Venue,
		SaidText: s.SaidText, Said: loadDate(s.Said), Sentence: loadSpan(s.Sentence), SentenceText: s.SentenceText,
		Continues: s.Continues, Rule: s.Rule, Confidence: s.Confidence, Group: s.Group,
	}
	for _, quoted := range s.Quoted {
		c.Quoted = append(c.Quoted, loadSpan(quoted))
	}
	for _, candidate := range s.Candidates {
		c.Candidates = append(c.Candidates,
			onrecord.Candidate{Name: candidate.Name, Confidence: candidate.Confidence})
	}
	c.Corrections = loadCorrections(s.Corrections)
	loadFormer(&c, &s)
	return c, nil
}
