package wire

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/onrecord/onrecord"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// Date converts a date to its time and precision on the wire; nil and
// unspecified where it is not known.
func Date(d onrecord.Date) (*timestamppb.Timestamp, onrecordv1.DatePrecision) {
	if !d.Known() {
		return nil, onrecordv1.DatePrecision_DATE_PRECISION_UNSPECIFIED
	}
	return timestamppb.New(d.Time), toWire(precisions, d.Precision)
}

// DateOf is the inverse of Date. A time without a precision is a day where it
// is midnight UTC, else an instant; a coarser precision cuts the time down to
// the beginning of its day, month or year.
func DateOf(ts *timestamppb.Timestamp, p onrecordv1.DatePrecision) onrecord.Date {
	if ts == nil {
		return onrecord.Date{}
	}
	t := ts.AsTime()
	precision := fromWire(precisions, p)
	if precision == onrecord.PrecisionUnknown {
		precision = onrecord.PrecisionInstant
		if t.Equal(midnight(t)) {
			precision = onrecord.PrecisionDay
		}
	}
	return onrecord.Date{Time: truncate(t, precision), Precision: precision}
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func truncate(t time.Time, p onrecord.Precision) time.Time {
	switch p {
	case onrecord.PrecisionYear:
		return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case onrecord.PrecisionMonth:
		return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	case onrecord.PrecisionDay:
		return midnight(t)
	}
	return t
}

// Time converts a time; nil for the zero time.
func Time(t time.Time) *timestamppb.Timestamp {
	if t.IsZero() {
		return nil
	}
	return timestamppb.New(t)
}

// TimeOf is the inverse of Time.
func TimeOf(ts *timestamppb.Timestamp) time.Time {
	if ts == nil {
		return time.Time{}
	}
	return ts.AsTime()
}
