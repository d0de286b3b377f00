package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

func TestHistogram(t *testing.T) {
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	timeline := &onrecord.Timeline{Unit: onrecord.UnitWeek, Across: 2, Undated: 1}
	for i, n := range []int{1, 0, 0, 0, 320, 0, 0, 0, 0, 40} {
		week := start.AddDate(0, 0, 7*i)
		timeline.Buckets = append(timeline.Buckets, onrecord.Bucket{Start: week, End: week.AddDate(0, 0, 7), Count: n})
	}
	want := `Statements by week, from Monday:
   2024-01-01  ▏ 1
   2024-01-08
   2024-01-15
   2024-01-22
   2024-01-29  ████████████████████████████████████████ 320
   … 4 weeks without
   2024-03-04  █████ 40
   and 2 known to a longer time only
   and 1 without a date

`
	var out bytes.Buffer
	(&printer{w: &out, width: 100}).histogram(timeline)
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIsASCII(t *testing.T) {
	for locale, want := range map[string]bool{"": false, "C": true, "POSIX": true, "de_DE.ISO-8859-1": true, "C.UTF-8": false, "en_GB.utf8": false} {
		t.Setenv("LC_ALL", "")
		t.Setenv("LC_CTYPE", "")
		t.Setenv("LANG", locale)
		if got := isASCII(); got != want {
			t.Errorf("locale %q: got %v, want %v", locale, got, want)
		}
	}
}
