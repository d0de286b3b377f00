package analysis

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wordsByRules cuts a text by the rules of Unicode alone, without the short way
// for plain words.
func wordsByRules(text string) []Token {
	s := splitter{text: text}
	s.byRules(0, len(text))
	return s.tokens
}

// spaced are texts in which spaces meet what the rules join.
var spaced = []string{
	"", " ", "a", "We will, they said. Not now; never: no! Why? So", "1,200 1, 200 3. 5 12:30 :30", "U. S. U.S. U.S.'s 2024's 's x's",
	" \u0301a \u200da a\u0301 \u0301 b", "a\u00adb \u00ad c", "🇪🇺 🇪 🇺 👩‍🚒 \u200d🚒", "a\nb \n c\r\nd\te", "'a' \"b\" “c” (d) [e]", "和平 和 평화 สันติ",
	"#tag @handle a_b http://c.example/d?e=f g@h.example", "\xff a\xff \xffb", "\xf70' ", "x." + strings.Repeat("y", 300) + " z", "ﬁ ﬂ. İ ς", "a.b. c.d e.",
}

func TestShortWayForPlainWords(t *testing.T) {
	var r Reader
	for _, text := range spaced {
		if got, want := r.Words(text), wordsByRules(text); !slices.Equal(got, want) {
			t.Errorf("%q (-want +got):\n%s", text, cmp.Diff(want, got))
		}
	}
}

func TestReaderTerms(t *testing.T) {
	text := "The U.S. told us that the minister’s policies won’t change"
	var r Reader
	var got []Token
	for _, token := range r.Words(text) {
		if term, ok := r.Term(token, text); ok {
			token.Term = term
			got = append(got, token)
		}
	}
	if diff := cmp.Diff(Terms(text), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzReader(f *testing.F) {
	for _, text := range spaced {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var r Reader
		r.Words("something else, U.S.")
		if got, want := r.Words(text), wordsByRules(text); !slices.Equal(got, want) {
			t.Errorf("%q (-want +got):\n%s", text, cmp.Diff(want, got))
		}
	})
}
