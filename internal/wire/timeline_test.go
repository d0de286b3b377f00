package wire

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestTimelineRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	start := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	span := []onrecord.Span{{Start: 1, End: 4}, {Start: 6, End: 9}}
	month := onrecord.Date{Time: start, Precision: onrecord.PrecisionMonth}
	want := &onrecord.Timeline{
		Total: 9, Groups: 6, Undated: 2, First: month, Last: onrecord.Day(2024, 6, 2), Unit: onrecord.UnitMonth, Across: 1,
		Buckets:  []onrecord.Bucket{{Start: start, End: start.AddDate(0, 1, 0), Count: 5}, {Start: start.AddDate(0, 1, 0), End: start.AddDate(0, 2, 0)}},
		Earliest: []onrecord.Claim{randomClaim(rnd)}, EarliestTotal: 3, Latest: []onrecord.Claim{randomClaim(rnd)},
		Speakers: []onrecord.SpeakerShare{{ID: "mara-velden", Name: "Mara Velden", Count: 4, Groups: 3, First: month, Last: onrecord.Day(2024, 6, 2)}, {ID: "nobody"}},
		Candidates: []onrecord.ChangeCandidate{{
			Earlier: randomClaim(rnd), Later: randomClaim(rnd), Score: 0.5,
			Signs: []onrecord.ChangeSign{{Cue: onrecord.CueNegation, Earlier: span, Later: span[:1]}, {Cue: onrecord.CueTime, Later: span}},
		}},
		Compared: 7,
	}
	hits := []onrecord.Hit{{Claim: randomClaim(rnd), Highlights: span, Group: onrecord.Group{ID: "g", Claims: 2, Articles: 2}}}
	m := Timeline(hits, nil, want, onrecord.Coverage{})
	if diff := cmp.Diff(want, TimelineSummaryOf(m.GetSummary(), want.Total, want.Groups)); diff != "" {
		t.Errorf("summary changed on the way (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(hits, TimelineStatementsOf(m.GetStatements())); diff != "" {
		t.Errorf("statements changed on the way (-want +got):\n%s", diff)
	}
	if TimelineSummaryOf(Timeline(nil, nil, nil, onrecord.Coverage{}).GetSummary(), 0, 0) != nil {
		t.Error("a page without a summary has one")
	}
}
