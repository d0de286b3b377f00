package index

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNumbersAreFoundWhole looks for numbers among numbers, of all lengths and
// at the borders between them.
func TestNumbersAreFoundWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 0))
	borders := []uint32{0, firstOfTwo, firstOfThree, firstOfFive, 1 << 27}
	draw := func() uint32 { return max(borders[random.IntN(len(borders))], 2) - 2 + random.Uint32N(4) }
	for range 20_000 {
		var text []uint32
		for range random.IntN(12) {
			text = append(text, draw())
		}
		phrase := []uint32{draw(), draw()}
		if len(text) > 3 && random.IntN(2) == 0 {
			phrase = text[1:3]
		}
		want := uint32(0)
		for i := range text {
			if i+2 <= len(text) && slices.Equal(text[i:i+2], phrase) {
				want++
			}
		}
		q := &sequences{codes: encode(text)}
		q.starts = []uint32{0, uint32(len(q.codes))}
		if got := q.times(0, encode(phrase), len(encode(phrase[:1]))); got != want {
			t.Fatalf("%v in %v (% x): got %d, want %d", phrase, text, q.codes, got, want)
		}
	}
}

func encode(numbers []uint32) []byte {
	var b bytes.Buffer
	for _, n := range numbers {
		b.Write(appendNumber(nil, n))
	}
	return b.Bytes()
}
