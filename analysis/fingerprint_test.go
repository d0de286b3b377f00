package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func fingerprintsOf(text string) []uint32 { return Fingerprints(Terms(text)) }

func TestFingerprints(t *testing.T) {
	const text = "We will not lift the sanctions before the last crew returns to the harbour"
	for _, tt := range []struct {
		name, text string
		shared     int // keys in common with text, which has 4
	}{
		{"the same", text, 4},
		{"marks and case", "“we will NOT lift – the sanctions! – before the last crew returns … to the harbour”", 4},
		{"words without content", "They would lift sanctions before this last crew returns to any harbour", 4},
		{"a negation is none with content", "We will lift the sanctions before the last crew returns to the harbour", 4},
		{"another form of a word", "We will not lift the sanction before the last crews return to the harbours", 4},
		{"a word at the end changed", "We will not lift the sanctions before the last crew returns to the islands", 3},
		{"a word in the middle changed", "We will not lift the sanctions before the second crew returns to the harbour", 1},
		{"cut", "before the last crew returns to the harbour", 2},
		{"in another order", "Before the crew returns last, the harbour sanctions lift", 0},
		{"few words", "last crew", 0},
		{"none", "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			shared := 0
			for _, f := range fingerprintsOf(tt.text) {
				if slices.Contains(fingerprintsOf(text), f) {
					shared++
				}
			}
			if shared != tt.shared {
				t.Errorf("%d keys shared, want %d", shared, tt.shared)
			}
		})
	}
}

// TestFingerprintsAreStable fails where indexes would have to be made anew: then
// Version goes up.
func TestFingerprintsAreStable(t *testing.T) {
	got := fmt.Sprint(fingerprintsOf("We will not lift the sanctions before the last crew returns"))
	if want := "[209349696 669645101 1961788735]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFingerprintsMeet checks on random texts that four terms in a row are
// enough for a key in common, and on long ones how many keys are kept.
func TestFingerprintsMeet(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	words := func(n int) string {
		all := make([]string, n)
		for i := range all {
			all[i] = fmt.Sprintf("w%d", rnd.IntN(1_000_000))
		}
		return strings.Join(all, " ")
	}
	for range 2000 {
		run := words(4 + rnd.IntN(3))
		a := fingerprintsOf(words(rnd.IntN(30)) + " " + run + " " + words(rnd.IntN(30)))
		b := fingerprintsOf(words(rnd.IntN(30)) + " " + run + " " + words(rnd.IntN(30)))
		if !slices.ContainsFunc(a, func(f uint32) bool { return slices.Contains(b, f) }) {
			t.Fatalf("no key in common for %q", run)
		}
	}
	for terms, most := range map[int]int{3: 1, 10: 8, 11: 8, 60: 48, 1000: MaxFingerprints} {
		got := fingerprintsOf(words(terms))
		if len(got) > most || len(got) == 0 || !slices.IsSorted(got) {
			t.Errorf("%d terms have %d keys, want 1 to %d in order", terms, len(got), most)
		}
	}
}

func FuzzFingerprints(f *testing.F) {
	f.Add("We will not lift the sanctions")
	f.Add("a.b.c:d_e,f 和平 \xff no no no no")
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		terms := TermsAmong(words, text)
		if got, want := termsOf(terms), termsOf(Terms(text)); got != want {
			t.Errorf("TermsAmong(%q) = %s, Terms %s", text, got, want)
		}
		if again := Words(text); !slices.Equal(words, again) {
			t.Errorf("the words of %q have changed", text)
		}
		for _, term := range terms {
			if stem := Stem(words[term.Position].Term); stem != term.Term && stem != "" {
				t.Errorf("%q: stem %q, term %q", text, stem, term.Term)
			}
		}
		prints := Fingerprints(terms)
		if len(prints) > MaxFingerprints || !slices.IsSorted(prints) || len(slices.Compact(slices.Clone(prints))) != len(prints) {
			t.Errorf("%q: fingerprints %v", text, prints)
		}
		if got, want := termsOf(terms), termsOf(Terms(text)); got != want {
			t.Errorf("the terms of %q have changed", text)
		}
	})
}
