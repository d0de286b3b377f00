package when_test

import (
	"testing"
	"time"

	"github.com/onrecord/onrecord/ingest/when"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-11T07:05:00+01:00":       "2024-03-11T06:05:00Z",
		"2024-03-11T23:30:00-0500":        "2024-03-12T04:30:00Z",
		"2024-03-11T07:05:00.250Z":        "2024-03-11T07:05:00.25Z",
		"2024-03-11 07:05:00":             "2024-03-11",
		"2024-03-11":                      "2024-03-11",
		"20240311T070500+0100":            "2024-03-11T06:05:00Z",
		"20240311":                        "2024-03-11",
		"20240311070500":                  "2024-03-11",
		"Mon, 11 Mar 2024 07:05:00 +0100": "2024-03-11T06:05:00Z",
		"Mon, 11 Mar 2024 07:05:00 EST":   "2024-03-11T12:05:00Z",
		"Mon, 11 Mar 2024 07:05:00 GMT":   "2024-03-11T07:05:00Z",
		"11 March 2024":                   "2024-03-11",
		"  March 11,  2024 ":              "2024-03-11",
		"2024-03":                         "2024-03",
		"2024":                            "2024",
		"1066-10-14":                      "",
		"2024-02-30":                      "",
		"yesterday":                       "",
		"03/11/2024":                      "", // of March or of November
		"":                                "",
		"Mon, 11 Mar 2024 07:05:00 IST":   "", // of India, Ireland or Israel
	} {
		got, ok := when.Parse(in)
		if !ok && want == "" {
			continue
		}
		if got.String() != want || !ok {
			t.Errorf("%q: got %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestOffset(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"2024-03-11T07:05:00+01:00": time.Hour, "Mon, 11 Mar 2024 07:05:00 EST": -5 * time.Hour, "2024-03-11T07:05:00Z": 0, "2024-03-11": 0, "x": 0,
	} {
		if got := when.Offset(in); got != want {
			t.Errorf("%q: got %v, want %v", in, got, want)
		}
	}
}

func TestUnix(t *testing.T) {
	for in, want := range map[string]string{"1710140700": "2024-03-11T07:05:00Z", "1710140700000": "2024-03-11T07:05:00Z", "1e300": "", "NaN": "", "x": ""} {
		if got, ok := when.Unix(in); ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q: got %q, %v, want %q", in, got, ok, want)
		}
	}
}

// FuzzParse reads any words: what is a date reads back as itself.
func FuzzParse(f *testing.F) {
	f.Add("2024-03-11T07:05:00+01:00")
	f.Add("Mon, 11 Mar 2024 07:05:00 EST")
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := when.Parse(s)
		if !ok {
			return
		}
		if again, ok := when.Parse(d.String()); !ok || again != d {
			t.Errorf("%q is %v, which reads back as %v, %v", s, d, again, ok)
		}
	})
}
