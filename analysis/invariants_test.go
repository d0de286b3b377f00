package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/registry"
)

// TestTermsAgreeWithBleve compares with bleve's analyzer "en" where the
// definitions do not differ: plain words without signs inside.
func TestTermsAgreeWithBleve(t *testing.T) {
	text := `The Foreign Minister's delegation said on Sunday that negotiations over the disputed border crossings
		were continuing, and that sanctions against shipping companies wouldn't be lifted before the ceasefire's
		monitors had returned. "We are hopeful; nobody has walked out," she added. Opponents, however, accuse her
		of conceding 40 kilometres of coastline to the northern provinces' militias.`
	analyzer, err := registry.NewCache().AnalyzerNamed(en.AnalyzerName)
	if err != nil {
		t.Fatal(err)
	}
	want := []Token{}
	for _, token := range analyzer.Analyze([]byte(text)) {
		want = append(want, Token{Term: string(token.Term)})
	}
	if got, want := termsOf(Terms(text)), termsOf(want); got != want {
		t.Errorf("Terms\n got %s\nwant %s", got, want)
	}
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		"", "It isn’t U.S.’s 1,200.5bn cease-fire.", "a.b.c:d_e,f", "É.Ç\u0301. ﬃ ß ẞ İ ς 和平 สันติ",
		"\xff\xfe", "''x'''s", "1,234,", ",,,1,234", "a\u00ad\u200d", strings.Repeat("y", 400), "ŉ ǆ ㍿ ﷺ",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		checkTokens(t, text, words)
		for i, word := range words {
			if word.Position != i {
				t.Errorf("word %d of %q has position %d", i, text, word.Position)
			}
			if again := Fold(word.Term); again != word.Term && len(word.Term) < MaxTermBytes {
				t.Errorf("word %q of %q is not folded: %q", word.Term, text, again)
			}
		}
		terms := Terms(text)
		checkTokens(t, text, terms)
		for _, term := range terms {
			word := words[term.Position]
			if word.Start != term.Start || word.End != term.End {
				t.Errorf("term %v of %q is not at its word %v", term, text, word)
			}
			if word.Term[0] != term.Term[0] {
				t.Errorf("term %v of %q does not begin as its word %v", term, text, word)
			}
		}
		if once := Fold(text); Fold(once) != once {
			t.Errorf("Fold(%q) = %q, folded again %q", text, once, Fold(once))
		}
	})
}

// checkTokens checks what holds for the tokens of any text.
func checkTokens(t *testing.T, text string, tokens []Token) {
	t.Helper()
	end, position := 0, -1
	for _, token := range tokens {
		if token.Start < end || token.End <= token.Start || token.End > len(text) || token.Position <= position {
			t.Errorf("%q: token %+v is out of order or outside", text, token)
			return
		}
		if token.Term == "" || len(token.Term) > MaxTermBytes || !utf8.ValidString(token.Term) {
			t.Errorf("%q: token %+v has no valid term", text, token)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[token.Start:token.End]) {
			t.Errorf("%q: token %+v cuts a character", text, token)
		}
		end, position = token.End, token.Position
	}
}

func BenchmarkTerms(b *testing.B) {
	text := "We will not lift the sanctions before Zelenský’s delegation returns to the negotiating table, the U.S. said, adding that 1,200 observers were ready."
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Terms(text)
	}
}
