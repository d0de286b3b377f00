package setting

import (
	"strconv"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

var weekdays = map[string]int{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon.": 1, "tues.": 2, "wed.": 3, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7}

var months = map[string]time.Month{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "aug.": 8, "sept.": 9, "sep.": 9,
	"oct.": 10, "nov.": 11, "dec.": 12}

// dateAt reads the date expression that begins at token i, without
// preposition, and resolves it against the day the article was published.
func dateAt(d *text.Document, i int, published onrecord.Date) (text.Range, onrecord.Date, bool) {
	w := d.Lower(i)
	if w == "" || !d.Is(i, text.Word) {
		return text.Range{}, onrecord.Date{}, false
	}
	r := text.Range{First: i, End: i + 1}
	day := today(published)
	switch {
	case weekdays[w] != 0 && d.Is(i, text.Capital):
		return weekday(d, r, day)
	case months[w] != 0 && d.Is(i, text.Capital):
		return monthDay(d, r, day)
	case (w == "yesterday" || w == "today" || w == "tonight") && d.Is(i, text.Capital) && d.SentenceOf(i).First != i:
		return text.Range{}, onrecord.Date{}, false // the name of a programme
	case w == "yesterday":
		return r, offset(day, -1), true
	case w == "today", w == "tonight":
		return r, offset(day, 0), true
	case w == "earlier" && (d.Lower(i+1) == "this" || isWeekday(d, i+1) || d.Lower(i+1) == "today"):
		if q, said, ok := dateAt(d, i+1, published); ok {
			return text.Range{First: i, End: q.End}, said, true
		}
	case w == "last" || w == "this" || w == "late" && d.Lower(i+1) == "last":
		return relative(d, i, published)
	case isYear(w) && inYear(d, i):
		y, _ := strconv.Atoi(w)
		return r, onrecord.Date{Time: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionYear}, true
	case d.Is(i, text.Number) && months[d.Lower(i+1)] != 0 && d.Is(i+1, text.Capital):
		return dayMonth(d, i, day)
	}
	return ago(d, i, day)
}

// today returns the day of publication, the zero time where it is not known
// to the day.
func today(published onrecord.Date) time.Time {
	if published.Precision < onrecord.PrecisionDay {
		return time.Time{}
	}
	y, m, d := published.Time.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func offset(day time.Time, days int) onrecord.Date {
	if day.IsZero() {
		return onrecord.Date{}
	}
	return onrecord.Date{Time: day.AddDate(0, 0, days), Precision: onrecord.PrecisionDay}
}

func isWeekday(d *text.Document, i int) bool {
	return weekdays[d.Lower(i)] != 0 && d.Is(i, text.Capital)
}

// weekday resolves the name of a day to the latest one not after the day of
// publication. "Next Monday" is no date of something said.
func weekday(d *text.Document, r text.Range, day time.Time) (text.Range, onrecord.Date, bool) {
	switch d.Lower(r.First - 1) {
	case "next", "coming", "every", "until", "by":
		return text.Range{}, onrecord.Date{}, false
	}
	if d.Lower(r.End) == "," && months[d.Lower(r.End+1)] != 0 { // "Sunday, May 18"
		if q, said, ok := monthDay(d, text.Range{First: r.End + 1, End: r.End + 2}, day); ok && said.Precision != onrecord.PrecisionMonth {
			return text.Range{First: r.First, End: q.End}, said, true
		}
	}
	if day.IsZero() {
		return r, onrecord.Date{}, true
	}
	want := time.Weekday(weekdays[d.Lower(r.First)] % 7)
	back := (int(day.Weekday()) - int(want) + 7) % 7
	return r, offset(day, -back), true
}

// monthDay reads "May 5", "May 5, 2016", "May 2016" and "May".
func monthDay(d *text.Document, r text.Range, day time.Time) (text.Range, onrecord.Date, bool) {
	m := months[d.Lower(r.First)]
	i := r.First + 1
	if n, ok := dayNumber(d.Lower(i)); ok {
		if d.Lower(i+1) == "," && isYear(d.Lower(i+2)) {
			y, _ := strconv.Atoi(d.Lower(i + 2))
			return exact(text.Range{First: r.First, End: i + 3}, y, m, n)
		}
		return latest(text.Range{First: r.First, End: i + 1}, m, n, day)
	}
	if isYear(d.Lower(i)) {
		y, _ := strconv.Atoi(d.Lower(i))
		return text.Range{First: r.First, End: i + 1}, onrecord.Date{Time: time.Date(y, m, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionMonth}, true
	}
	if p := d.Lower(r.First - 1); p != "in" && p != "last" && p != "since" && p != "early" && p != "late" {
		return text.Range{}, onrecord.Date{}, false
	}
	if day.IsZero() {
		return r, onrecord.Date{}, true
	}
	y := day.Year()
	if m > day.Month() {
		y--
	}
	return r, onrecord.Date{Time: time.Date(y, m, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionMonth}, true
}

// dayMonth reads "5 May 2016" and "5 May".
func dayMonth(d *text.Document, i int, day time.Time) (text.Range, onrecord.Date, bool) {
	n, ok := dayNumber(d.Lower(i))
	if !ok {
		return text.Range{}, onrecord.Date{}, false
	}
	m := months[d.Lower(i+1)]
	if isYear(d.Lower(i + 2)) {
		y, _ := strconv.Atoi(d.Lower(i + 2))
		return exact(text.Range{First: i, End: i + 3}, y, m, n)
	}
	return latest(text.Range{First: i, End: i + 2}, m, n, day)
}

func exact(r text.Range, y int, m time.Month, n int) (text.Range, onrecord.Date, bool) {
	t := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
	if t.Day() != n {
		return text.Range{}, onrecord.Date{}, false // "Feb. 30"
	}
	return r, onrecord.Date{Time: t, Precision: onrecord.PrecisionDay}, true
}

// latest resolves a day of the year to the latest one not after the day of
// publication.
func latest(r text.Range, m time.Month, n int, day time.Time) (text.Range, onrecord.Date, bool) {
	if day.IsZero() {
		return r, onrecord.Date{}, true
	}
	for y := day.Year(); y > day.Year()-5; y-- { // 29 February needs up to four
		t := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
		if t.Day() == n && !t.After(day) {
			return r, onrecord.Date{Time: t, Precision: onrecord.PrecisionDay}, true
		}
	}
	return text.Range{}, onrecord.Date{}, false
}

// relative reads "last week", "late last month", "this morning", "last
// Monday".
func relative(d *text.Document, i int, published onrecord.Date) (text.Range, onrecord.Date, bool) {
	first := i
	if d.Lower(i) == "late" {
		i++
	}
	last := d.Lower(i) == "last"
	if d.Lower(i+1) == "past" {
		i++
	}
	r := text.Range{First: first, End: i + 2}
	day := today(published)
	switch w := d.Lower(i + 1); {
	case isWeekday(d, i+1):
		return lastWeekday(d, r, i+1, day, last)
	case months[w] != 0 && last:
		_, said, _ := monthDay(d, text.Range{First: i + 1, End: i + 2}, day)
		return r, said, true
	case w == "week", w == "weekend", w == "summer", w == "winter", w == "spring", w == "fall", w == "autumn":
		return r, onrecord.Date{}, true // no precision for it
	case w == "month", w == "year":
		return r, period(published, w, last), true
	case w == "night" && last:
		return r, offset(day, -1), true
	case !last && (w == "morning" || w == "afternoon" || w == "evening"):
		return r, offset(day, 0), true
	}
	return text.Range{}, onrecord.Date{}, false
}

// lastWeekday resolves "last Monday": never the day of publication itself.
func lastWeekday(d *text.Document, r text.Range, i int, day time.Time, last bool) (text.Range, onrecord.Date, bool) {
	if last && !day.IsZero() {
		day = day.AddDate(0, 0, -1)
	}
	_, said, ok := weekday(d, text.Range{First: i, End: i + 1}, day)
	return r, said, ok
}

// period returns the month or year of publication, or the one before.
func period(published onrecord.Date, unit string, last bool) onrecord.Date {
	if published.Precision < onrecord.PrecisionMonth && (unit == "month" || published.Precision < onrecord.PrecisionYear) {
		return onrecord.Date{}
	}
	y, m, _ := published.Time.Date()
	if unit == "year" {
		if last {
			y--
		}
		return onrecord.Date{Time: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionYear}
	}
	if last {
		m--
	}
	return onrecord.Date{Time: time.Date(y, m, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionMonth}
}

// ago reads "two days ago" and, without a date, "three weeks ago".
func ago(d *text.Document, i int, day time.Time) (text.Range, onrecord.Date, bool) {
	if d.Lower(i+2) != "ago" {
		return text.Range{}, onrecord.Date{}, false
	}
	r := text.Range{First: i, End: i + 3}
	n := numbers[d.Lower(i)]
	if n == 0 {
		if v, err := strconv.Atoi(d.Lower(i)); err == nil && v < 1000 {
			n = v
		}
	}
	if n == 0 {
		return text.Range{}, onrecord.Date{}, false
	}
	switch d.Lower(i + 1) {
	case "day", "days":
		return r, offset(day, -n), true
	case "year", "years":
		if day.IsZero() {
			return r, onrecord.Date{}, true
		}
		return r, onrecord.Date{Time: time.Date(day.Year()-n, 1, 1, 0, 0, 0, 0, time.UTC), Precision: onrecord.PrecisionYear}, true
	case "month", "months", "week", "weeks", "hour", "hours":
		return r, onrecord.Date{}, true
	}
	return text.Range{}, onrecord.Date{}, false
}

var numbers = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// isYear reports whether the word is a year in which people have been quoted.
func isYear(w string) bool {
	return len(w) == 4 && w >= "1700" && w < "2100" && strings.Trim(w, "0123456789") == ""
}

// inYear reports whether the number at i stands for a year: "in 2019".
func inYear(d *text.Document, i int) bool {
	p := d.Lower(i - 1)
	return p == "in" || p == "since" || p == "early" || p == "late"
}

// dayNumber reads a day of the month: "5", "5th".
func dayNumber(w string) (int, bool) {
	w = strings.TrimRight(w, "stndrh")
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1 && n <= 31 && len(w) <= 2
}
