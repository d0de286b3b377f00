package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func shinglesOf(text string) []uint32 { return Shingles(Terms(text)) }

// shared counts the fingerprints of a text that are shingles of another.
func shared(text, other string) int {
	n := 0
	for _, f := range Fingerprints(shinglesOf(text)) {
		if slices.Contains(shinglesOf(other), f) {
			n++
		}
	}
	return n
}

func TestFingerprints(t *testing.T) {
	const text = "We will not lift the sanctions before the last crew returns to the harbour"
	for _, tt := range []struct {
		name, text string
		shared     int // with text, which has 4
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
			if got := shared(text, tt.text); got != tt.shared {
				t.Errorf("%d shared, want %d", got, tt.shared)
			}
		})
	}
}

// TestShinglesAreStable fails where indexes would have to be made anew: then
// Version goes up.
func TestShinglesAreStable(t *testing.T) {
	got := fmt.Sprint(shinglesOf("We will not lift the sanctions before the last crew returns"))
	if want := "[209349696 669645101 1961788735]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOneWordChanged checks on random texts of every length that a change of
// one word is found either way.
func TestOneWordChanged(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() string { return fmt.Sprintf("w%d", rnd.IntN(1_000_000)) }
	for range 5000 {
		words := make([]string, 6+rnd.IntN(60))
		for i := range words {
			words[i] = word()
		}
		before := strings.Join(words, " ")
		at := rnd.IntN(len(words))
		switch rnd.IntN(3) {
		case 0:
			words[at] = word()
		case 1:
			words = slices.Delete(words, at, at+1)
		default:
			words = slices.Insert(words, at, word())
		}
		after := strings.Join(words, " ")
		if shared(before, after) == 0 || shared(after, before) == 0 {
			t.Fatalf("nothing shared:\n%s\n%s", before, after)
		}
	}
	if long := strings.Repeat("one two three four five six seven ", 1000); len(shinglesOf(long)) != 7 {
		t.Errorf("%d shingles of seven words again and again", len(shinglesOf(long)))
	}
	long := make([]string, 2000)
	for i := range long {
		long[i] = word()
	}
	if n := len(shinglesOf(strings.Join(long, " "))); n > MaxShingles || n < MaxShingles-10 {
		t.Errorf("%d shingles, want some %d", n, MaxShingles)
	}
}

func FuzzShingles(f *testing.F) {
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
		shingles := Shingles(terms)
		if len(shingles) > MaxShingles || !slices.IsSorted(shingles) || len(slices.Compact(slices.Clone(shingles))) != len(shingles) {
			t.Errorf("%q: shingles %v", text, shingles)
		}
		if n := len(Fingerprints(shingles)); n > len(shingles) || n < min(len(shingles), leastFingerprints) {
			t.Errorf("%q: %d fingerprints of %d shingles", text, n, len(shingles))
		}
	})
}
