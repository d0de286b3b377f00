package index

import (
	"math/rand/v2"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

// TestAtLeast compares with counting every document of every bitmap.
func TestAtLeast(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		bitmaps := make([]*roaring.Bitmap, 2+rnd.IntN(12))
		counts := map[uint32]int{}
		for i := range bitmaps {
			bitmaps[i] = roaring.New()
			for range 1 + rnd.IntN(1<<rnd.IntN(9)) {
				if document := uint32(rnd.IntN(300)); bitmaps[i].CheckedAdd(document) {
					counts[document]++
				}
			}
		}
		least := 1 + rnd.IntN(len(bitmaps))
		want := roaring.New()
		for document, count := range counts {
			if count >= least {
				want.Add(document)
			}
		}
		if got := atLeast(bitmaps, least); !got.Equals(want) {
			t.Fatalf("%d of %d bitmaps: got %v, want %v", least, len(bitmaps), got, want)
		}
	}
}
