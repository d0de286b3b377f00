package position_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare/position"
)

func rare(string) float64 { return 0.8 }

const (
	refusal = "We will not sign a ceasefire while a single soldier stands on the islands."
	consent = "We will sign a ceasefire while soldiers still stand on the islands."
)

func may(day int) onrecord.Date { return onrecord.Day(2024, 5, day) }

// TestOrder has pairs of which it must be known which one is the earlier.
func TestOrder(t *testing.T) {
	month := onrecord.Date{Time: may(1).Time, Precision: onrecord.PrecisionMonth}
	for _, tt := range []struct {
		name          string
		first, second onrecord.Date
		want          string
	}{
		{"given in order", may(1), may(2), "0 before 1"},
		{"given the other way around", may(2), may(1), "1 before 0"},
		{"on one day", may(1), may(1), ""},
		{"in a month and on one of its days", month, may(18), ""},
		{"without a date", onrecord.Date{}, may(1), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, c := range position.Read([]position.Statement{{Text: refusal, When: tt.first}, {Text: consent, When: tt.second}}).Candidates(rare, 9) {
				got += fmt.Sprintf("%d before %d", c.Earlier, c.Later)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestCopies has each of two statements forty times, and the first again at
// the end: there are two candidates, between the copies nearest in time.
func TestCopies(t *testing.T) {
	var statements []position.Statement
	for day := range 40 {
		statements = append(statements, position.Statement{Text: refusal, When: onrecord.Day(2024, 1, 1+day)})
	}
	for day := range 40 {
		statements = append(statements, position.Statement{Text: strings.ToUpper(consent), When: onrecord.Day(2024, 3, 1+day)})
	}
	statements = append(statements, position.Statement{Text: refusal, When: onrecord.Day(2025, 1, 1)})
	got := ""
	for _, c := range position.Read(statements).Candidates(rare, 9) {
		got += fmt.Sprintf("%d before %d; ", c.Earlier, c.Later)
	}
	if want := "39 before 40; 79 before 80; "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestMost has one change a matter, on many matters.
func TestMost(t *testing.T) {
	var statements []position.Statement
	for i := range 60 {
		matter := strings.Repeat(string(rune('b'+i%20)), 4+i/20) + "dam"
		statements = append(statements,
			position.Statement{Text: "I support the " + matter + " project in the valley of " + matter, When: may(1)},
			position.Statement{Text: "I oppose the " + matter + " project in the valley of " + matter, When: may(2)})
	}
	found := position.Read(statements).Candidates(rare, 25)
	if len(found) != 25 {
		t.Errorf("got %d candidates, want 25", len(found))
	}
	for _, c := range found {
		if c.Later != c.Earlier+1 || c.Signs[0].Cue != onrecord.CueOpposite {
			t.Errorf("got %d and %d by %s", c.Earlier, c.Later, c.Signs[0].Cue)
		}
	}
}

// TestEveryCueHasCases fails where a cue has no change in the cases.
func TestEveryCueHasCases(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, pair := range parse(t, archive) {
		counts[pair.want]++
	}
	for cue := onrecord.CueNegation; cue <= onrecord.CueTime; cue++ {
		if counts[cue.String()] < 5 {
			t.Errorf("%s has %d cases", cue, counts[cue.String()])
		}
	}
}

// FuzzFind checks that whatever statements say, marked words stand in them, and
// the earlier one is the earlier one.
func FuzzFind(f *testing.F) {
	f.Add(refusal, consent, true)
	f.Add("Not one [of them] won’t … rule it “out”, and 40 million", "no, NO.1 – if we’d ", false)
	f.Add("", "nothing but", true)
	f.Fuzz(func(t *testing.T, earlier, later string, direct bool) {
		if !utf8.ValidString(earlier) || !utf8.ValidString(later) {
			return
		}
		statements := []position.Statement{{Text: earlier, When: may(1), Direct: direct}, {Text: later, When: may(2), Direct: !direct}}
		for _, c := range position.Read(statements).Candidates(rare, 5) {
			if c.Earlier != 0 || c.Later != 1 || c.Score <= 0 || c.Score > 1 || len(c.Signs) == 0 {
				t.Fatalf("got %+v", c)
			}
			for _, sign := range c.Signs {
				checkMarks(t, earlier, sign.Earlier)
				checkMarks(t, later, sign.Later)
			}
		}
	})
}

func checkMarks(t *testing.T, text string, spans []onrecord.Span) {
	t.Helper()
	at := 0
	for _, s := range spans {
		if s.Start < at || s.Empty() || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
			t.Fatalf("span %v behind %d of %q", s, at, text)
		}
		at = s.End
	}
	if len(spans) == 0 {
		t.Fatalf("nothing is marked in %q", text)
	}
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{50, 1000} {
		b.Run(fmt.Sprintf("statements=%d", n), func(b *testing.B) {
			var statements []position.Statement
			for i := range n {
				text := refusal
				if i%2 == 1 {
					text = consent
				}
				words := fmt.Sprintf(" The harbour of town%d needs %d new cranes, and the sanctions on town%d will stay until winter.", i%97, 10+i%7, i%89)
				statements = append(statements, position.Statement{Text: text + words, When: onrecord.Day(2020, 1, 1+i), Direct: true})
			}
			for b.Loop() {
				position.Read(statements).Candidates(rare, 20)
			}
		})
	}
}
