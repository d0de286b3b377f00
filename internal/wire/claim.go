package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Claim converts a claim. One that is not stored, of a draft, has no name.
func Claim(c onrecord.Claim) *onrecordv1.Claim {
	m := &onrecordv1.Claim{
		Name:         claimName(c.Article.ID, c.ID),
		Kind:         Kind(c.Kind),
		Act:          toWire(acts, c.Act),
		Text:         c.Text,
		Span:         Span(c.Span),
		QuotedSpans:  Spans(c.Quoted),
		Cue:          c.Cue,
		CueSpan:      spanIfAny(c.CueSpan),
		Speaker:      speaker(c),
		ReportedVia:  c.ReportedVia,
		Venue:        c.Venue,
		Said:         said(c),
		Sentence:     c.SentenceText,
		SentenceSpan: Span(c.Sentence),
		Continues:    claimName(c.Article.ID, c.Continues),
		Rule:         c.Rule,
		Confidence:   float32(c.Confidence),
		Source:       citation(c.Article),
		Corrections:  corrections(c.Corrections),
		Group:        groupName(c.Group),
		TimeOffset:   offset(c.Offset),
	}
	setState(m, &c)
	return m
}

func claimName(articleID, claimID string) string {
	if articleID == "" || claimID == "" {
		return ""
	}
	return onrecord.ClaimName(articleID, claimID)
}

func speaker(c onrecord.Claim) *onrecordv1.ClaimSpeaker {
	m := &onrecordv1.ClaimSpeaker{
		DisplayName: c.Speaker.Name,
		Title:       c.Speaker.Title,
		Type:        toWire(speakerTypes, c.Speaker.Type),
		Mention:     c.Mention,
		MentionSpan: spanIfAny(c.MentionSpan),
	}
	if c.Speaker.ID != "" {
		m.Speaker = onrecord.SpeakerName(c.Speaker.ID)
	}
	for _, cand := range c.Candidates {
		m.Candidates = append(m.Candidates, &onrecordv1.SpeakerCandidate{DisplayName: cand.Name, Confidence: float32(cand.Confidence)})
	}
	return m
}

func said(c onrecord.Claim) *onrecordv1.SaidDate {
	if c.SaidText == "" && !c.Said.Known() {
		return nil
	}
	t, precision := Date(c.Said)
	return &onrecordv1.SaidDate{Text: c.SaidText, Time: t, Precision: precision}
}

// ClaimOf is the inverse of Claim.
func ClaimOf(m *onrecordv1.Claim) onrecord.Claim {
	s := m.GetSpeaker()
	c := onrecord.Claim{
		ID:      lastSegment(m.GetName()),
		Article: citationOf(m.GetSource()),
		Kind:    KindOf(m.GetKind()),
		Act:     fromWire(acts, m.GetAct()),
		Text:    m.GetText(),
		Span:    SpanOf(m.GetSpan()),
		Quoted:  SpansOf(m.GetQuotedSpans()),
		Cue:     m.GetCue(),
		CueSpan: SpanOf(m.GetCueSpan()),
		Speaker: onrecord.Speaker{
			ID:    strings.TrimPrefix(s.GetSpeaker(), "speakers/"),
			Name:  s.GetDisplayName(),
			Title: s.GetTitle(),
			Type:  fromWire(speakerTypes, s.GetType()),
		},
		Mention:      s.GetMention(),
		MentionSpan:  SpanOf(s.GetMentionSpan()),
		ReportedVia:  m.GetReportedVia(),
		Venue:        m.GetVenue(),
		SaidText:     m.GetSaid().GetText(),
		Said:         DateOf(m.GetSaid().GetTime(), m.GetSaid().GetPrecision()),
		Sentence:     SpanOf(m.GetSentenceSpan()),
		SentenceText: m.GetSentence(),
		Continues:    lastSegment(m.GetContinues()),
		Rule:         m.GetRule(),
		Confidence:   float64(m.GetConfidence()),
		Corrections:  correctionsOf(m.GetCorrections()),
		Group:        groupID(m.GetGroup()),
		Offset:       offsetOf(m.GetTimeOffset()),
	}
	for _, cand := range s.GetCandidates() {
		c.Candidates = append(c.Candidates, onrecord.Candidate{Name: cand.GetDisplayName(), Confidence: float64(cand.GetConfidence())})
	}
	setStateOf(&c, m)
	return c
}

// Claims converts each claim.
func Claims(cs []onrecord.Claim) []*onrecordv1.Claim {
	ms := make([]*onrecordv1.Claim, len(cs))
	for i, c := range cs {
		ms[i] = Claim(c)
	}
	return ms
}

// ClaimsOf is the inverse of Claims.
func ClaimsOf(ms []*onrecordv1.Claim) []onrecord.Claim {
	cs := make([]onrecord.Claim, len(ms))
	for i, m := range ms {
		cs[i] = ClaimOf(m)
	}
	return cs
}

func lastSegment(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// Span converts a span. Texts are at most 2 MiB, so that int32 holds it.
func Span(s onrecord.Span) *onrecordv1.TextSpan {
	return &onrecordv1.TextSpan{Start: int32(s.Start), End: int32(s.End)}
}

func spanIfAny(s onrecord.Span) *onrecordv1.TextSpan {
	if s.Empty() {
		return nil
	}
	return Span(s)
}

// SpanOf is the inverse of Span; nil is the empty span.
func SpanOf(m *onrecordv1.TextSpan) onrecord.Span {
	return onrecord.Span{Start: int(m.GetStart()), End: int(m.GetEnd())}
}

// Spans converts each span.
func Spans(ss []onrecord.Span) []*onrecordv1.TextSpan {
	ms := make([]*onrecordv1.TextSpan, len(ss))
	for i, s := range ss {
		ms[i] = Span(s)
	}
	return ms
}

// SpansOf is the inverse of Spans.
func SpansOf(ms []*onrecordv1.TextSpan) []onrecord.Span {
	var ss []onrecord.Span
	for _, m := range ms {
		ss = append(ss, SpanOf(m))
	}
	return ss
}
