package query

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// takesDates says what the value of a date field is.
const takesDates = "a date (2025, 2025-05, 2025-05-18) or a range of dates (2025-05..2025-06, 2025.., ..2025)"

// timeNode returns the reader of a date field's value.
func timeNode(f onrecord.Field) func(token) (onrecord.Node, error) {
	return func(v token) (onrecord.Node, error) {
		first, last, isRange := strings.Cut(v.text, "..")
		if !isRange {
			last = first
		}
		from, errFrom := optionalDate(first)
		to, errTo := optionalDate(last)
		switch {
		case errFrom != nil || errTo != nil || first == "" && last == "":
			return nil, &Error{v.offset, takesDates, v.String()}
		case from.Known() && to.Known() && !from.Time.Before(to.End()):
			return nil, &Error{v.offset, "a range whose first date is not after its last", v.String()}
		}
		return onrecord.TimeRange{Field: f, From: from.Time, To: to.End()}, nil
	}
}

// optionalDate reads one end of a range; an open end is the unknown date.
func optionalDate(s string) (onrecord.Date, error) {
	if s == "" {
		return onrecord.Date{}, nil
	}
	return onrecord.ParseDate(s)
}
