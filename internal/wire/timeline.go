package wire

import (
	"strings"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Timeline converts a page of a timeline but for the sizes; summary is nil but on
// the first.
func Timeline(statements, undated []onrecord.Hit, summary *onrecord.Timeline, cov onrecord.Coverage) *onrecordv1.GetTimelineResponse {
	return &onrecordv1.GetTimelineResponse{
		Statements: timelineStatements(statements), UndatedStatements: timelineStatements(undated),
		Summary: timelineSummary(summary), Coverage: Coverage(cov),
	}
}

func timelineStatements(hits []onrecord.Hit) []*onrecordv1.TimelineStatement {
	ms := make([]*onrecordv1.TimelineStatement, len(hits))
	for i, h := range hits {
		ms[i] = &onrecordv1.TimelineStatement{
			Claim: Claim(h.Claim), Date: timelineDate(h.Claim.When()), DateSource: dateSource(&h.Claim), Highlights: Spans(h.Highlights),
			Group: groupIfAny(h.Group),
		}
	}
	return ms
}

func dateSource(c *onrecord.Claim) onrecordv1.TimelineStatement_DateSource {
	switch {
	case c.Said.Known():
		return onrecordv1.TimelineStatement_DATE_SOURCE_SAID
	case c.Article.Published.Known():
		return onrecordv1.TimelineStatement_DATE_SOURCE_PUBLISHED
	}
	return onrecordv1.TimelineStatement_DATE_SOURCE_UNSPECIFIED
}

// TimelineStatementsOf converts statements of a timeline back.
func TimelineStatementsOf(ms []*onrecordv1.TimelineStatement) []onrecord.Hit {
	var hits []onrecord.Hit
	for _, m := range ms {
		hits = append(hits, onrecord.Hit{Claim: ClaimOf(m.GetClaim()), Highlights: SpansOf(m.GetHighlights()), Group: GroupOf(m.GetGroup())})
	}
	return hits
}

func timelineDate(d onrecord.Date) *onrecordv1.TimelineDate {
	if !d.Known() {
		return nil
	}
	t, precision := Date(d)
	return &onrecordv1.TimelineDate{Time: t, Precision: precision}
}

func timelineDateOf(m *onrecordv1.TimelineDate) onrecord.Date {
	return DateOf(m.GetTime(), m.GetPrecision())
}

func timelineSummary(t *onrecord.Timeline) *onrecordv1.TimelineSummary {
	if t == nil {
		return nil
	}
	m := &onrecordv1.TimelineSummary{
		First: timelineDate(t.First), Last: timelineDate(t.Last), UndatedSize: int32(t.Undated),
		Histogram: &onrecordv1.TimelineHistogram{Unit: toWire(timeUnits, t.Unit), AcrossSize: int32(t.Across)},
		Earliest:  Claims(t.Earliest), EarliestSize: int32(t.EarliestTotal), Latest: Claims(t.Latest), ComparedSize: int32(t.Compared),
	}
	for _, b := range t.Buckets {
		m.Histogram.Buckets = append(m.Histogram.Buckets, &onrecordv1.TimelineBucket{
			StartTime: Time(b.Start), EndTime: Time(b.End), Count: int32(b.Count),
		})
	}
	for _, s := range t.Speakers {
		m.Speakers = append(m.Speakers, &onrecordv1.SpeakerShare{
			Speaker: onrecord.SpeakerName(s.ID), DisplayName: s.Name, ClaimCount: int32(s.Count), GroupCount: int32(s.Groups),
			First: timelineDate(s.First), Last: timelineDate(s.Last),
		})
	}
	for _, c := range t.Candidates {
		m.ChangeCandidates = append(m.ChangeCandidates, changeCandidate(c))
	}
	return m
}

// TimelineSummaryOf converts the summary of a timeline of so many claims and, where
// they are collapsed, statements back; nil stays nil.
func TimelineSummaryOf(m *onrecordv1.TimelineSummary, total, groups int) *onrecord.Timeline {
	if m == nil {
		return nil
	}
	t := &onrecord.Timeline{
		Total: total, Groups: groups, Undated: int(m.GetUndatedSize()), First: timelineDateOf(m.GetFirst()), Last: timelineDateOf(m.GetLast()),
		Unit: fromWire(timeUnits, m.GetHistogram().GetUnit()), Across: int(m.GetHistogram().GetAcrossSize()),
		Earliest: ClaimsOf(m.GetEarliest()), EarliestTotal: int(m.GetEarliestSize()), Latest: ClaimsOf(m.GetLatest()), Compared: int(m.GetComparedSize()),
	}
	for _, b := range m.GetHistogram().GetBuckets() {
		t.Buckets = append(t.Buckets, onrecord.Bucket{Start: TimeOf(b.GetStartTime()), End: TimeOf(b.GetEndTime()), Count: int(b.GetCount())})
	}
	for _, s := range m.GetSpeakers() {
		t.Speakers = append(t.Speakers, onrecord.SpeakerShare{
			ID: strings.TrimPrefix(s.GetSpeaker(), "speakers/"), Name: s.GetDisplayName(), Count: int(s.GetClaimCount()), Groups: int(s.GetGroupCount()),
			First: timelineDateOf(s.GetFirst()), Last: timelineDateOf(s.GetLast()),
		})
	}
	for _, c := range m.GetChangeCandidates() {
		t.Candidates = append(t.Candidates, changeCandidateOf(c))
	}
	return t
}

func changeCandidate(c onrecord.ChangeCandidate) *onrecordv1.ChangeCandidate {
	m := &onrecordv1.ChangeCandidate{Earlier: Claim(c.Earlier), Later: Claim(c.Later), Score: float32(c.Score)}
	for _, s := range c.Signs {
		m.Signs = append(m.Signs, &onrecordv1.ChangeSign{Cue: toWire(changeCues, s.Cue), EarlierSpans: Spans(s.Earlier), LaterSpans: Spans(s.Later)})
	}
	return m
}

func changeCandidateOf(m *onrecordv1.ChangeCandidate) onrecord.ChangeCandidate {
	c := onrecord.ChangeCandidate{Earlier: ClaimOf(m.GetEarlier()), Later: ClaimOf(m.GetLater()), Score: float64(m.GetScore())}
	for _, s := range m.GetSigns() {
		c.Signs = append(c.Signs, onrecord.ChangeSign{
			Cue: fromWire(changeCues, s.GetCue()), Earlier: SpansOf(s.GetEarlierSpans()), Later: SpansOf(s.GetLaterSpans()),
		})
	}
	return c
}

var timeUnits = []enumPair[onrecord.TimeUnit, onrecordv1.TimelineHistogram_Unit]{
	{onrecord.UnitUnknown, onrecordv1.TimelineHistogram_UNIT_UNSPECIFIED},
	{onrecord.UnitDay, onrecordv1.TimelineHistogram_UNIT_DAY},
	{onrecord.UnitWeek, onrecordv1.TimelineHistogram_UNIT_WEEK},
	{onrecord.UnitMonth, onrecordv1.TimelineHistogram_UNIT_MONTH},
	{onrecord.UnitYear, onrecordv1.TimelineHistogram_UNIT_YEAR},
}

var changeCues = []enumPair[onrecord.ChangeCue, onrecordv1.ChangeSign_Cue]{
	{onrecord.CueUnknown, onrecordv1.ChangeSign_CUE_UNSPECIFIED},
	{onrecord.CueNegation, onrecordv1.ChangeSign_CUE_NEGATION},
	{onrecord.CueOpposite, onrecordv1.ChangeSign_CUE_OPPOSITE},
	{onrecord.CueNumber, onrecordv1.ChangeSign_CUE_NUMBER},
	{onrecord.CueModality, onrecordv1.ChangeSign_CUE_MODALITY},
	{onrecord.CueTime, onrecordv1.ChangeSign_CUE_TIME},
}
