package index

import (
	"fmt"

	"github.com/onrecord/onrecord"
)

// Before mapping 8 the payload of a claim held all of it, its article's info
// and its sentence included, and that of an article all of its text. A rebuild
// reads these.

type storedSpan struct {
	_          struct{} `cbor:",toarray"`
	Start, End int
}

type storedSpeaker struct {
	ID    string `cbor:"1,keyasint,omitempty"`
	Name  string `cbor:"2,keyasint,omitempty"`
	Title string `cbor:"3,keyasint,omitempty"`
	Type  int    `cbor:"4,keyasint,omitempty"`
}

type wholeClaim struct {
	ID           string            `cbor:"1,keyasint"`
	Article      storedInfo        `cbor:"2,keyasint"`
	Kind         int               `cbor:"3,keyasint,omitempty"`
	Act          int               `cbor:"4,keyasint,omitempty"`
	Text         string            `cbor:"5,keyasint,omitempty"`
	Span         storedSpan        `cbor:"6,keyasint"`
	Quoted       []storedSpan      `cbor:"7,keyasint,omitempty"`
	Cue          string            `cbor:"8,keyasint,omitempty"`
	CueSpan      storedSpan        `cbor:"9,keyasint"`
	Speaker      storedSpeaker     `cbor:"10,keyasint"`
	Mention      string            `cbor:"11,keyasint,omitempty"`
	MentionSpan  storedSpan        `cbor:"12,keyasint"`
	Candidates   []storedCandidate `cbor:"13,keyasint,omitempty"`
	ReportedVia  string            `cbor:"14,keyasint,omitempty"`
	Venue        string            `cbor:"15,keyasint,omitempty"`
	SaidText     string            `cbor:"16,keyasint,omitempty"`
	Said         *storedDate       `cbor:"17,keyasint,omitempty"`
	Sentence     storedSpan        `cbor:"18,keyasint"`
	SentenceText string            `cbor:"19,keyasint,omitempty"`
	Continues    string            `cbor:"20,keyasint,omitempty"`
	Rule         string            `cbor:"21,keyasint,omitempty"`
	Confidence   float64           `cbor:"22,keyasint,omitempty"`

	Corrections []storedCorrection `cbor:"23,keyasint,omitempty"`
	Group       string             `cbor:"24,keyasint,omitempty"`
}

func decodeWholeClaim(payload []byte) (onrecord.Claim, error) {
	var s wholeClaim
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
		Candidates: loadCandidates(s.Candidates), Corrections: loadCorrections(s.Corrections),
	}
	for _, quoted := range s.Quoted {
		c.Quoted = append(c.Quoted, loadSpan(quoted))
	}
	return c, nil
}

func loadSpan(s storedSpan) onrecord.Span { return onrecord.Span{Start: s.Start, End: s.End} }
