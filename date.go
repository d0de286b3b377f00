package onrecord

import (
	"cmp"
	"fmt"
	"time"
)

// Precision says how exactly a Date is known.
type Precision int

// The precisions, from not known to exact.
const (
	PrecisionUnknown Precision = iota // no date
	PrecisionYear
	PrecisionMonth
	PrecisionDay
	PrecisionInstant
)

// A Date is a point in time known to some precision. Time is the first instant
// (UTC) of the year, month or day meant. The zero Date is "not known".
type Date struct {
	Time      time.Time
	Precision Precision
}

// Known reports whether there is a date at all.
func (d Date) Known() bool { return d.Precision != PrecisionUnknown }

// End returns the first instant after the period that d names: the next day
// for a day, the next month for a month. For an instant it is the instant
// itself plus one nanosecond; for an unknown date, the zero time.
func (d Date) End() time.Time {
	switch d.Precision {
	case PrecisionYear:
		return d.Time.AddDate(1, 0, 0)
	case PrecisionMonth:
		return d.Time.AddDate(0, 1, 0)
	case PrecisionDay:
		return d.Time.AddDate(0, 0, 1)
	case PrecisionInstant:
		return d.Time.Add(1)
	}
	return time.Time{}
}

// Compare orders dates by the first instant of their periods, and those that
// begin together the less precise one first; it is negative where d comes before
// e. A date that is not known comes before all others.
func (d Date) Compare(e Date) int {
	return cmp.Or(d.Time.Compare(e.Time), cmp.Compare(d.Precision, e.Precision))
}

// Before reports whether all of the period that d names is before that of e:
// "2025-04" is before 2025-05-18, "2025-05" is not. A date that is not known is
// before none, and none is before it.
func (d Date) Before(e Date) bool {
	return d.Known() && e.Known() && !d.End().After(e.Time)
}

// dateLayouts are the ISO 8601 forms of each precision.
var dateLayouts = [...]string{
	PrecisionYear:    "2006",
	PrecisionMonth:   "2006-01",
	PrecisionDay:     time.DateOnly,
	PrecisionInstant: time.RFC3339Nano,
}

// String writes the date as ISO 8601 to its precision: "2025", "2025-05",
// "2025-05-18", or RFC 3339 in UTC for an instant; "" where it is not known.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	return d.Time.UTC().Format(dateLayouts[d.Precision])
}

// The years that a date can be in: what lies outside is a slip of the
// keyboard, and engines count nanoseconds from 1970 in 64 bits.
const (
	MinYear = 1700
	MaxYear = 2200
)

// ParseDate is the inverse of String. An instant may be in any time zone. The
// error is an ErrInvalid.
func ParseDate(s string) (Date, error) {
	for precision, layout := range dateLayouts {
		if layout == "" {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if t = t.UTC(); t.Year() < MinYear || t.Year() > MaxYear {
			return Date{}, fmt.Errorf("%w date %q: must be in the years %d to %d", ErrInvalid, s, MinYear, MaxYear)
		}
		return Date{t, Precision(precision)}, nil
	}
	return Date{}, fmt.Errorf("%w date %q: takes YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339 (2025-05-18T14:30:00Z)", ErrInvalid, s)
}

// Day returns the Date of that calendar day in UTC.
func Day(year int, month time.Month, day int) Date {
	return Date{time.Date(year, month, day, 0, 0, 0, 0, time.UTC), PrecisionDay}
}
