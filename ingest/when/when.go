// Package when reads the dates of the outside's formats: those of ISO 8601, of
// mail and feeds (RFC 822, RFC 1123), of agencies ("20240311T070500+0100") and
// those that people write ("11 March 2024"). Pure.
package when

import (
	"strconv"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// zoned are the layouts of instants: they have a time zone.
var zoned = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 Z0700", "20060102T150405Z0700", "20060102T150405Z07:00", "20060102T1504Z0700",
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 -0700",
	"2 Jan 06 15:04 -0700", "Mon Jan 2 15:04:05 -0700 2006",
}

// local are the layouts of times without a zone, and of days.
var local = []string{
	"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405", "20060102150405",
	time.DateOnly, "20060102", "2006/01/02", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Monday, 2 January 2006",
	"Monday, January 2, 2006", "Mon, 2 Jan 2006", "January 2 2006", "2. January 2006",
}

// zones are the offsets of the zones that RFC 822 names, and UTC.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// Parse returns the date that s is. A time without a zone is known to the day
// only: it could be off by half a day. It reports false where s is no date, or
// none of the years that articles are from.
func Parse(s string) (onrecord.Date, bool) {
	s = withOffset(s)
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			return onrecord.Date{Time: t.UTC(), Precision: onrecord.PrecisionInstant}, inRange(t)
		}
	}
	for _, layout := range local {
		if t, err := time.Parse(layout, s); err == nil {
			return onrecord.Day(t.Date()), inRange(t)
		}
	}
	d, err := onrecord.ParseDate(s) // a year or a month
	return d, err == nil
}

// Offset returns how far the zone of a time is ahead of UTC; 0 where s has none.
func Offset(s string) time.Duration {
	s = withOffset(s)
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			_, seconds := t.Zone()
			return time.Duration(seconds) * time.Second
		}
	}
	return 0
}

// withOffset joins the spaces of a time and puts the offset of a zone in place of
// its name.
func withOffset(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if head, zone, ok := cutLast(s, " "); ok {
		if offset, known := zones[strings.ToUpper(zone)]; known {
			return head + " " + offset
		}
	}
	return s
}

// Unix returns the date of a time in seconds or, from the year 5138 on,
// milliseconds since 1970.
func Unix(s string) (onrecord.Date, bool) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n != n || n < -1e14 || n > 1e14 {
		return onrecord.Date{}, false
	}
	if n > 1e11 || n < -1e11 {
		n /= 1000
	}
	t := time.UnixMilli(int64(n * 1000)).UTC()
	return onrecord.Date{Time: t, Precision: onrecord.PrecisionInstant}, inRange(t)
}

func inRange(t time.Time) bool {
	y := t.UTC().Year()
	return y >= onrecord.MinYear && y <= onrecord.MaxYear
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
