package indextest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// datedRecord has claims of two speakers and of nobody, known to the day, the
// month, the year, to the instant and not at all.
func datedRecord() onrecord.Record {
	may := onrecord.Date{Time: day(1), Precision: onrecord.PrecisionMonth}
	year := onrecord.Date{Time: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionYear}
	lastInstant := onrecord.Date{Time: day(19).Add(-1), Precision: onrecord.PrecisionInstant}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: onrecord.ArticleInfo{ID: "a1", Version: 1}}, Revision: 1}
	for _, c := range []struct {
		id, speaker string
		said        onrecord.Date
	}{
		{"may", "mara-velden", may}, {"first", "mara-velden", onrecord.Day(2025, 5, 1)}, {"eighteenth", "tomas-orsk", onrecord.Day(2025, 5, 18)},
		{"instant", "mara-velden", lastInstant}, {"nineteenth", "", onrecord.Day(2025, 5, 19)}, {"year", "tomas-orsk", year},
		{"undated", "tomas-orsk", onrecord.Date{}}, {"never", "nobody", onrecord.Date{}},
	} {
		r.Claims = append(r.Claims, onrecord.Claim{ID: c.id, Article: r.Article.ArticleInfo, Speaker: onrecord.Speaker{ID: c.speaker}, Said: c.said})
	}
	return r
}

// testDates counts by period and by speaker, with dates of every precision.
func testDates(t *testing.T, x onrecord.Index) {
	put(t, x, datedRecord())
	june := time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name   string
		bounds []time.Time
		want   onrecord.HistogramCounts
	}{
		{"the month that claims name", []time.Time{day(1), june}, onrecord.HistogramCounts{Buckets: []int{5}, Across: 1, Undated: 2}},
		{"days: a month is in none", []time.Time{day(18), day(19), day(20)}, onrecord.HistogramCounts{Buckets: []int{2, 1}, Across: 2, Outside: 1, Undated: 2}},
		{"the year", []time.Time{june.AddDate(0, -5, 0), june.AddDate(0, 7, 0)}, onrecord.HistogramCounts{Buckets: []int{6}, Undated: 2}},
		{"before all but the year", []time.Time{day(1).AddDate(0, 0, -9), day(1)}, onrecord.HistogramCounts{Buckets: []int{0}, Across: 1, Outside: 5, Undated: 2}},
		{"half a day is in no bucket of days", []time.Time{day(1), day(18).Add(time.Hour), day(20)}, onrecord.HistogramCounts{Buckets: []int{1, 2}, Across: 3, Undated: 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := onrecord.Request{Query: onrecord.All{}, Histogram: &onrecord.Histogram{Field: onrecord.FieldSaid, Bounds: tt.bounds}}
			if diff := cmp.Diff(tt.want, search(t, x, r).Histogram, equal); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	got := search(t, x, onrecord.Request{Query: onrecord.All{}, Facets: []onrecord.Field{onrecord.FieldSpeakerID}, FacetSize: 9, FacetDates: true})
	claims := datedRecord().Claims
	want := []onrecord.FacetValue{
		{Value: "mara-velden", Count: 3, First: claims[0].Said, Last: claims[3].Said}, // the month before its first day
		{Value: "tomas-orsk", Count: 3, First: claims[5].Said, Last: claims[2].Said},
		{Value: "nobody", Count: 1},
	}
	if diff := cmp.Diff(want, got.Facets[onrecord.FieldSpeakerID]); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
}
