package index

import (
	"bytes"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
)

func TestTextsComeBackPacked(t *testing.T) {
	english := "“The ferries will stay in port until spring,” Minister Ida Holm said on Sunday. "
	for _, tt := range []struct {
		name, text string
		way        byte
		most       int // bytes packed
	}{
		{"empty", "", packedPlain, 1},
		{"short", "She said so.", packedPlain, 13},
		{"English", english, packedHuffman, 60},
		{"one letter over and over", strings.Repeat("a", 100), packedPlain, 101},
		{"another script", strings.Repeat("Паромы остаются в порту. ", 4), packedPlain, 200},
		{"not UTF-8", "\xff\x00" + english, packedHuffman, 70},
		{"long", strings.Repeat(english, 100), packedZstd, 200},
	} {
		packed := pack([]byte(tt.text))
		if packed[0] != tt.way || len(packed) > tt.most {
			t.Errorf("%s: packed in way %d, %d bytes, want way %d and at most %d", tt.name, packed[0], len(packed), tt.way, tt.most)
		}
		if got, err := unpack(packed); err != nil || string(got) != tt.text {
			t.Errorf("%s: got %q, %v", tt.name, got, err)
		}
	}
}

// FuzzPack packs any text and unpacks any bytes.
func FuzzPack(f *testing.F) {
	f.Add([]byte("“Nobody will sail,” she said, “before spring.”"))
	f.Add(pack([]byte("“Nobody will sail,” she said, “before spring.”")))
	f.Add(pack(bytes.Repeat([]byte("no comment"), 1000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := unpack(pack(data)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("got %q, %v", got, err)
		}
		_, _ = unpack(data) // ends
	})
}

// FuzzStoredClaim reads what may have become of a claim's payload: an error, or
// a claim that comes back when it is kept again.
func FuzzStoredClaim(f *testing.F) {
	r := fullRecord("a")
	for i := range r.Claims {
		payload, err := encodeClaim(&r.Claims[i], i+1, isApart(r.Article.Text, &r.Claims[i]))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(payload)
	}
	read := func(payload []byte) (onrecord.Claim, error) {
		stored, err := decodeClaim(payload)
		if err != nil {
			return onrecord.Claim{}, err
		}
		return stored.claim()
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		c, err := read(payload)
		if err != nil {
			return
		}
		again, err := encodeClaim(&c, 1, false)
		if err != nil {
			t.Fatal(err)
		}
		got, err := read(again)
		if err != nil {
			t.Fatal(err)
		}
		if got.Text != c.Text || got.Cue != c.Cue || got.Mention != c.Mention || got.SentenceText != c.SentenceText || got.Speaker != c.Speaker || got.Span != c.Span || got.Group != c.Group {
			t.Errorf("got %+v, want %+v", got, c)
		}
	})
}

// FuzzGaps takes sentences out of a text and puts them in again.
func FuzzGaps(f *testing.F) {
	f.Add("one two three", 0, 3, 2, 7)
	f.Add("one", -1, 9, 3, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		var kept []sentence
		for _, s := range []onrecord.Span{{Start: a, End: b}, {Start: c, End: d}} {
			claim := onrecord.Claim{Sentence: s}
			if 0 <= s.Start && s.Start <= s.End && s.End <= len(text) {
				claim.SentenceText = s.Of(text)
			}
			if !isApart(text, &claim) {
				kept = append(kept, sentence{s, claim.SentenceText})
			}
		}
		got, err := withSentences([]byte(withoutSentences(text, kept)), len(text), kept)
		if err != nil || got != text {
			t.Errorf("got %q, %v, want %q", got, err, text)
		}
	})
}
