package version_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare/version"
)

func sameName(a, b onrecord.Speaker) bool { return a.Name == b.Name }

// claims makes claims of lines "Speaker: words". Claims of the same words have
// IDs as the extractor gives them.
func claims(lines ...string) []onrecord.Claim {
	seen := map[string]int{}
	var all []onrecord.Claim
	for _, line := range lines {
		speaker, words, _ := strings.Cut(line, ": ")
		id := strings.ReplaceAll(words, " ", "_")
		if seen[id]++; seen[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, seen[id])
		}
		all = append(all, onrecord.Claim{ID: id, Text: words, Kind: onrecord.KindDirect, Speaker: onrecord.Speaker{Name: speaker}})
	}
	return all
}

func TestFates(t *testing.T) {
	for _, tt := range []struct {
		name          string
		before, after []string
		want          string // for each claim before: "=3" unchanged, "~3" edited, "-" removed; places from 0
	}{
		{"nothing before", nil, []string{"A: we stay here"}, ""},
		{"nothing after", []string{"A: we stay here"}, nil, "-"},
		{"unchanged", []string{"A: we stay here", "B: we leave"}, []string{"A: we stay here", "B: we leave"}, "=0 =1"},
		{"turned around", []string{"A: we stay here", "B: we leave"}, []string{"B: we leave", "A: we stay here"}, "=1 =0"},
		{"one put in before", []string{"A: we stay here"}, []string{"B: we leave", "A: we stay here"}, "=1"},
		{"twice, then once", []string{"A: we stay here", "A: we stay here"}, []string{"A: we stay here"}, "=0 =0"},
		{"once, then twice", []string{"A: we stay here"}, []string{"A: we stay here", "A: we stay here"}, "=0"},
		{"another speaker", []string{"A: we stay here"}, []string{"B: we stay here"}, "~0"},
		{"one of two to another speaker", []string{"A: we stay here", "A: we stay here"}, []string{"A: we stay here", "B: we stay here"}, "=0 =0"},
		{"a word changed", []string{"A: the old harbour bridge stays open"}, []string{"A: the new harbour bridge stays open"}, "~0"},
		{"other words", []string{"A: the old harbour bridge stays open"}, []string{"A: taxes will not be raised"}, "-"},
		{"changed in place, not the unchanged neighbour", []string{"A: the bridge stays open until May", "A: the ferry stays closed until May"},
			[]string{"A: the bridge stays open until June", "A: the ferry stays closed until May"}, "~0 =1"},
		{"each has its own", []string{"A: berth one is closed for good", "A: berth two is closed for good"},
			[]string{"A: berth one is closed for now", "A: berth two is closed for now"}, "~0 ~1"},
		{"moved and changed a little", []string{"A: the old harbour bridge over the delta stays open to all lorries this winter", "B: we leave"},
			[]string{"B: we leave", "A: the old harbour bridge over the delta stays open to most lorries this winter"}, "~1 =0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, fate := range version.Fates(claims(tt.before...), claims(tt.after...), sameName) {
				switch fate.State {
				case onrecord.StatePresent:
					got = append(got, fmt.Sprintf("=%d", fate.Place))
				case onrecord.StateEdited:
					got = append(got, fmt.Sprintf("~%d", fate.Place))
				default:
					got = append(got, "-")
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("fates (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFatesInvariants holds for versions made at random: every fate has a place
// of the new version or none, an edited claim has one of its own, and what is
// unchanged has the same words and speaker.
func TestFatesInvariants(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("bridge ferry harbour stays closes opens never soon May June old new two three berth quay storm tax")
	article := func() []onrecord.Claim {
		var lines []string
		for range rnd.IntN(30) {
			chosen := make([]string, 1+rnd.IntN(6))
			for i := range chosen {
				chosen[i] = words[rnd.IntN(len(words))]
			}
			lines = append(lines, string(rune('A'+rnd.IntN(3)))+": "+strings.Join(chosen, " "))
		}
		return claims(lines...)
	}
	for range 300 {
		before, after := article(), article()
		fates := version.Fates(before, after, sameName)
		if len(fates) != len(before) {
			t.Fatalf("%d fates of %d claims", len(fates), len(before))
		}
		edited := map[int]bool{}
		for i, fate := range fates {
			switch {
			case fate.State == onrecord.StateRemoved:
				if fate.Place != -1 {
					t.Errorf("a removed claim has place %d", fate.Place)
				}
				continue
			case fate.Place < 0 || fate.Place >= len(after):
				t.Fatalf("place %d of %d", fate.Place, len(after))
			case fate.State == onrecord.StatePresent:
				if !sameName(before[i].Speaker, after[fate.Place].Speaker) || before[i].Text != after[fate.Place].Text {
					t.Errorf("unchanged: %q and %q", before[i].Text, after[fate.Place].Text)
				}
			case edited[fate.Place]:
				t.Errorf("two claims were edited into %q", after[fate.Place].Text)
			default:
				edited[fate.Place] = true
			}
		}
	}
}

// BenchmarkFates compares two versions of which every claim was changed.
func BenchmarkFates(b *testing.B) {
	var before, after []string
	for i := range 2000 {
		before = append(before, fmt.Sprintf("A: berth %d of the old harbour is closed until the storm is over", i))
		after = append(after, fmt.Sprintf("A: berth %d of the old harbour is open until the storm is back", i))
	}
	x, y := claims(before...), claims(after...)
	for b.Loop() {
		version.Fates(x, y, sameName)
	}
}
