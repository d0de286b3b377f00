package extract_test

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// checkInvariants holds for the claims of any text.
func checkInvariants(t *testing.T, text string, claims []onrecord.Claim) {
	t.Helper()
	ids := make(map[string]bool)
	end := 0
	for i, c := range claims {
		if c.Span.Empty() || c.Span.End > len(text) {
			t.Fatalf("claim %d: span %v outside of the text", i, c.Span)
		}
		if c.Span.Start < end {
			t.Fatalf("claim %d: span %v begins before %d, where the last one ends", i, c.Span, end)
		}
		end = c.Span.End
		if got, want := c.Text, c.Span.Of(text); got != want || !utf8.ValidString(got) {
			t.Fatalf("claim %d: text %q is not its span %q", i, got, want)
		}
		for _, s := range []onrecord.Span{c.CueSpan, c.MentionSpan, c.Sentence} {
			if s.Start < 0 || s.End > len(text) || s.Start > s.End || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("claim %d: part %v is not within the text", i, s)
			}
		}
		if got, want := c.SentenceText, c.Sentence.Of(text); got != want || !c.Sentence.Contains(c.Span) {
			t.Fatalf("claim %d: sentence %q is not around the claim", i, got)
		}
		checkQuoted(t, c)
		if ids[c.ID] || c.ID == "" {
			t.Fatalf("claim %d: ID %q is empty or there twice", i, c.ID)
		}
		if c.Continues != "" && !ids[c.Continues] {
			t.Fatalf("claim %d: goes on with %q, which is no earlier claim", i, c.Continues)
		}
		ids[c.ID] = true
		if c.Confidence < 0 || c.Confidence > 1 || c.Rule == "" || c.Kind == onrecord.KindUnknown || c.Act == onrecord.ActUnknown {
			t.Fatalf("claim %d: confidence %v, rule %q, kind %v, act %v", i, c.Confidence, c.Rule, c.Kind, c.Act)
		}
	}
}

// checkQuoted holds for the quoted parts of a claim.
func checkQuoted(t *testing.T, c onrecord.Claim) {
	t.Helper()
	last := c.Span.Start
	for _, q := range c.Quoted {
		if q.Start < last || q.End > c.Span.End || q.Empty() {
			t.Fatalf("quoted part %v is not in order within %v", q, c.Span)
		}
		last = q.End
	}
	switch c.Kind {
	case onrecord.KindDirect:
		if len(c.Quoted) != 1 || c.Quoted[0] != c.Span {
			t.Fatalf("direct claim %v with quoted %v", c.Span, c.Quoted)
		}
	case onrecord.KindMixed:
		if len(c.Quoted) == 0 {
			t.Fatalf("mixed claim %q without quoted words", c.Text)
		}
	case onrecord.KindIndirect:
		if len(c.Quoted) != 0 {
			t.Fatalf("indirect claim %q with quoted words", c.Text)
		}
	}
}

func FuzzClaims(f *testing.F) {
	for _, s := range []string{
		"", "\"", "''", "“”", "“Yes,” Velden said.", "Velden said that \"we ‘will’ stay\" and \"go", ": , . said",
		"VELDEN: a\n\nHARROW: b\n\nVELDEN: c", "said said said", "according to", "— he said —", "“a”“b”“c” said",
		"(said [he) said]", "’s ’ said ‘",
		"[00:01] A: x\n\nQ: y\n\nB. z", "Q. a\n\nA. b\n\nQ. c", "“a” — Velden", "x — V (@v) May 3", "Poll: x", "Asked if a, Orr said b. “c”", "“a” b’d “c“ ”d",
		"He said\u2029“x”", "Velden: x", "\u00a0“\u200b”",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("an article's text is valid UTF-8")
		}
		s += " The port said that the ferry is late." // English, whatever s is
		claims := extract.Claims(fictional(s))
		checkInvariants(t, s, claims)
		if diff := cmp.Diff(claims, extract.Claims(fictional(s))); diff != "" {
			t.Fatalf("the same article gave other claims (-first +second):\n%s", diff)
		}
	})
}

func TestClaimsOfOtherLanguages(t *testing.T) {
	for name, text := range map[string]string{
		"german":  "„Der Hafen bleibt offen“, sagte Mara Velden am Montag. Die Fähre sei in Sel verkauft worden, teilte das Ministerium mit.",
		"french":  "« Le port restera ouvert », a déclaré Mara Velden lundi. Selon le ministère, la traversée est annulée.",
		"spanish": "«El puerto seguirá abierto», dijo Mara Velden el lunes. Según el ministerio, no hay más barcos.",
		"dutch":   "‘De haven blijft open’, zei Mara Velden maandag. Volgens het ministerie was de boot in de haven.",
		"digits":  "1 2 3 4 5 6 7 8 9",
		"empty":   "",
	} {
		t.Run(name, func(t *testing.T) {
			if got := extract.Language(text); got != "und" {
				t.Errorf("Language = %q, want und", got)
			}
			if got := extract.Claims(fictional(text)); len(got) != 0 {
				t.Errorf("%d claims in a text that is not English, first %q", len(got), got[0].Text)
			}
		})
	}
	if got, want := extract.Language("The harbour will stay open, said the minister."), "en"; got != want {
		t.Errorf("Language = %q, want %q", got, want)
	}
}

// TestClaimIDs holds what an ID has to survive: text put around the claim.
func TestClaimIDs(t *testing.T) {
	const article = "Mara Velden said the ferry was safe.\n\n“No comment,” she said.\n\n“No comment,” Joss Harrow said."
	before := extract.Claims(fictional(article))
	after := extract.Claims(fictional("The ice came early in Sel.\n\n" + article + "\n\nThe council meets on Friday."))
	ids := func(claims []onrecord.Claim) (out []string) {
		for _, c := range claims {
			out = append(out, c.ID)
		}
		return out
	}
	if diff := cmp.Diff(ids(before), ids(after)); diff != "" {
		t.Errorf("IDs changed with the text around the claims (-before +after):\n%s", diff)
	}
	if len(before) != 3 || before[1].ID == before[2].ID {
		t.Errorf("want three claims with IDs of their own, got %v", ids(before))
	}
}

func BenchmarkClaims(b *testing.B) {
	a := fictional(seedArticle(b))
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		extract.Claims(a)
	}
}
