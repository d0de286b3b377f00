package setting

import (
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// firstDate returns the first date expression of s, and what it resolves to.
func firstDate(s string, published onrecord.Date) (words, date string) {
	d := text.Parse(s)
	for i := range d.Tokens {
		if r, said, ok := dateAt(d, i, published); ok {
			return d.String(r), said.String()
		}
	}
	return "", ""
}

func TestDate(t *testing.T) {
	thursday := onrecord.Day(2031, 5, 22)
	tests := []struct{ name, text, words, date string }{
		{"weekday before", "on Sunday", "Sunday", "2031-05-18"},
		{"weekday of publication", "on Thursday", "Thursday", "2031-05-22"},
		{"last weekday is never today", "last Thursday", "last Thursday", "2031-05-15"},
		{"next weekday is not said", "next Friday", "", ""},
		{"weekday with its date", "on Sunday, May 18, 2031", "Sunday, May 18, 2031", "2031-05-18"},
		{"yesterday", "it was yesterday", "yesterday", "2031-05-21"},
		{"today", "it was today", "today", "2031-05-22"},
		{"programme called so", "on the Today programme", "", ""},
		{"last night", "last night", "last night", "2031-05-21"},
		{"this morning", "this morning", "this morning", "2031-05-22"},
		{"last week has no precision", "last week", "last week", ""},
		{"last month", "late last month", "late last month", "2031-04"},
		{"earlier this month", "earlier this month", "earlier this month", "2031-05"},
		{"earlier this year", "earlier this year", "earlier this year", "2031"},
		{"last year", "last year", "last year", "2030"},
		{"day of the month before", "on May 5", "May 5", "2031-05-05"},
		{"day of the month after is last year’s", "on Nov. 3", "Nov. 3", "2030-11-03"},
		{"full date", "on May 5, 2016", "May 5, 2016", "2016-05-05"},
		{"day before the month", "on 5 May 2016", "5 May 2016", "2016-05-05"},
		{"ordinal", "on March 3rd", "March 3rd", "2031-03-03"},
		{"no such day", "on Feb. 30, 2016", "", ""},
		{"leap day", "on Feb. 29", "Feb. 29", "2028-02-29"},
		{"month", "in March", "March", "2031-03"},
		{"month to come is last year’s", "in November", "November", "2030-11"},
		{"month and year", "in March 2019", "March 2019", "2019-03"},
		{"the verb may", "It may rain", "", ""},
		{"year", "in 2019", "2019", "2019"},
		{"number that is no year", "some 2019 people", "", ""},
		{"two days ago", "two days ago", "two days ago", "2031-05-20"},
		{"three years ago", "3 years ago", "3 years ago", "2028"},
		{"weeks ago have no precision", "three weeks ago", "three weeks ago", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			words, date := firstDate(tt.text, thursday)
			if words != tt.words || date != tt.date {
				t.Errorf("date of %q is %q = %q, want %q = %q", tt.text, words, date, tt.words, tt.date)
			}
		})
	}
}

func TestDateWithoutPublished(t *testing.T) {
	tests := []struct{ text, words, date string }{
		{"on Sunday", "Sunday", ""},
		{"on May 5", "May 5", ""},
		{"last year", "last year", ""},
		{"on May 5, 2016", "May 5, 2016", "2016-05-05"},
	}
	for _, tt := range tests {
		if words, date := firstDate(tt.text, onrecord.Date{}); words != tt.words || date != tt.date {
			t.Errorf("date of %q is %q = %q, want %q = %q", tt.text, words, date, tt.words, tt.date)
		}
	}
}

// FuzzDate holds that a date is read from words of the text, and that nothing
// said lies after the day of publication unless the words give the year.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"on Sunday, May 18, 2031", "late last month", "5 May 2016", "ten days ago", "Feb. 29", "last past last", "may May 99"} {
		f.Add(s)
	}
	published := onrecord.Day(2031, 5, 22)
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		for i := range d.Tokens {
			r, said, ok := dateAt(d, i, published)
			if !ok {
				continue
			}
			if r.First < 0 || r.Len() <= 0 || r.End > len(d.Tokens) {
				t.Fatalf("date at %d covers %+v of %d tokens", i, r, len(d.Tokens))
			}
			if said.Known() && said.Time.After(published.Time) && !strings.ContainsAny(d.String(r), "0123456789") {
				t.Fatalf("%q was said on %s, after it was published", d.String(r), said)
			}
		}
	})
}
