package index

import (
	"testing"
	"time"

	"github.com/onrecord/onrecord"
)

// TestTimeKey checks that keys sort as times do, over all years there are.
func TestTimeKey(t *testing.T) {
	ascending := []time.Time{
		{},
		time.Date(1, 1, 1, 0, 0, 0, 1, time.UTC),
		time.Date(1066, 10, 14, 0, 0, 0, 0, time.UTC),
		time.Unix(-1, 999_999_999),
		time.Unix(0, 0),
		time.Unix(0, 1),
		time.Unix(0, 999_999_999),
		time.Unix(1, 0),
		time.Date(2025, 5, 18, 2, 0, 0, 0, time.FixedZone("", 3*3600)), // 23:00 of the day before
		time.Date(2025, 5, 18, 0, 0, 0, 0, time.UTC),
		time.Date(9999, 12, 31, 23, 59, 59, 999_999_999, time.UTC),
	}
	for i := range ascending[1:] {
		if a, b := ascending[i], ascending[i+1]; timeKey(a) >= timeKey(b) {
			t.Errorf("key of %v does not sort before that of %v", a, b)
		}
	}
	for _, at := range ascending {
		for precision := onrecord.PrecisionYear; precision <= onrecord.PrecisionInstant; precision++ {
			want := onrecord.Date{Time: at, Precision: precision}
			got := parseDateKey(dateKey(want))
			if !got.Time.Equal(want.Time) || got.Precision != want.Precision || got.Time.Location() != time.UTC {
				t.Errorf("parseDateKey(dateKey(%v)) = %v", want, got)
			}
		}
	}
	if key := dateKey(onrecord.Date{}); key != "" || parseDateKey(key).Known() {
		t.Errorf("an unknown date has the key %q", key)
	}
}
