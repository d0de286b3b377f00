package onrecord_test

import (
	"testing"
	"time"

	"github.com/onrecord/onrecord"
)

func TestTimeUnit(t *testing.T) {
	at := time.Date(2024, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3600)) // 1 January in UTC, a Wednesday
	for _, tt := range []struct {
		unit        onrecord.TimeUnit
		start, next string
	}{
		{onrecord.UnitDay, "2025-01-01", "2025-01-02"},
		{onrecord.UnitWeek, "2024-12-30", "2025-01-06"},
		{onrecord.UnitMonth, "2025-01-01", "2025-02-01"},
		{onrecord.UnitYear, "2025-01-01", "2026-01-01"},
	} {
		start := tt.unit.Floor(at)
		if got, next := start.Format(time.DateOnly), tt.unit.Next(start).Format(time.DateOnly); got != tt.start || next != tt.next {
			t.Errorf("%s: got %s to %s, want %s to %s", tt.unit, got, next, tt.start, tt.next)
		}
		if monday := onrecord.UnitWeek.Floor(start); tt.unit == onrecord.UnitWeek && !monday.Equal(start) {
			t.Errorf("the week of %v begins on %v", start, monday)
		}
	}
}

func TestDateBefore(t *testing.T) {
	date := func(s string) onrecord.Date {
		if s == "" {
			return onrecord.Date{}
		}
		d, err := onrecord.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2025-04", "2025-05-18", true}, {"2025-05", "2025-05-18", false}, {"2025-05-18", "2025-05", false},
		{"2025-05-18", "2025-05-18", false}, {"2025-05-18", "2025-05-19", true}, {"2024", "2025", true},
		{"2025-05-18T10:00:00Z", "2025-05-18T10:00:00Z", false}, {"2025-05-18T10:00:00Z", "2025-05-18T10:00:00.000000001Z", true},
		{"2025-05-17", "2025-05-18T00:00:00Z", true}, {"", "2025", false}, {"2025", "", false}, {"", "", false},
	} {
		if got := date(tt.a).Before(date(tt.b)); got != tt.want {
			t.Errorf("%q before %q: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	if date("2025").Compare(date("2025-01-01")) >= 0 || date("").Compare(date("2025")) >= 0 || date("2025-01-02").Compare(date("2025")) <= 0 {
		t.Error("Compare: a less precise date comes first, one that is not known before all")
	}
}
