package index

import (
	"encoding/binary"
	"time"

	"github.com/onrecord/onrecord"
)

// timeKeyBytes is the length of a time key.
const timeKeyBytes = 12

// timeKey returns a term that sorts as the time does, exact to the nanosecond
// for every year that a time.Time has: 8 bytes of seconds and 4 of nanoseconds.
func timeKey(t time.Time) string {
	var key [timeKeyBytes]byte
	const signBit = 1 << 63 // makes negative seconds sort first
	binary.BigEndian.PutUint64(key[:8], uint64(t.Unix())^signBit)
	binary.BigEndian.PutUint32(key[8:], uint32(t.Nanosecond()))
	return string(key[:])
}

// timeKeyOf returns the key of a date's first instant; "" where it is not
// known.
func timeKeyOf(d onrecord.Date) string {
	if !d.Known() {
		return ""
	}
	return timeKey(d.Time)
}

// parseTimeKey is the inverse of timeKey; the zero time for "".
func parseTimeKey(key string) time.Time {
	if len(key) < timeKeyBytes {
		return time.Time{}
	}
	seconds := int64(binary.BigEndian.Uint64([]byte(key[:8])) ^ 1<<63)
	nanoseconds := int64(binary.BigEndian.Uint32([]byte(key[8:timeKeyBytes])))
	return time.Unix(seconds, nanoseconds).UTC()
}

// dateKey is timeKeyOf followed by a byte for the precision, so that the date
// can be told from it (parseDateKey).
func dateKey(d onrecord.Date) string {
	if !d.Known() {
		return ""
	}
	return timeKey(d.Time) + string(rune(d.Precision))
}

// parseDateKey is the inverse of dateKey.
func parseDateKey(key string) onrecord.Date {
	if len(key) <= timeKeyBytes {
		return onrecord.Date{}
	}
	return onrecord.Date{Time: parseTimeKey(key), Precision: onrecord.Precision(key[timeKeyBytes])}
}

// timeOf cuts a key down to the time: the order of claims, unlike that of
// keys, does not hang on the precision.
func timeOf(dateKey string) string { return dateKey[:min(len(dateKey), timeKeyBytes)] }

// month returns the value of FieldMonth: "" where the month is not known.
func month(d onrecord.Date) string {
	if d.Precision < onrecord.PrecisionMonth {
		return ""
	}
	return d.Time.UTC().Format("2006-01")
}
