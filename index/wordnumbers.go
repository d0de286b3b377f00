package index

import (
	"cmp"
	"errors"
	"hash/maphash"
	"slices"

	"github.com/onrecord/onrecord"
)

// wordNumbers number the words of a segment: the most frequent have the lowest
// numbers. Words are known by a hash, which is another for each of them.
type wordNumbers struct {
	seed   maphash.Seed
	common map[uint64]uint32
	rare   []uint64 // ascending; their numbers are those behind the common ones
}

// of returns the number of a word of the segment.
func (w *wordNumbers) of(word string) (uint32, bool) {
	hash := maphash.String(w.seed, word)
	if number, ok := w.common[hash]; ok {
		return number, true
	}
	at, ok := slices.BinarySearch(w.rare, hash)
	return uint32(len(w.common) + at), ok
}

var errNoNumbers = errors.New("words cannot be numbered")

// numberWords numbers the words of a segment.
func (s *segmentView) numberWords() (wordNumbers, error) {
	type counted struct {
		hash  uint64
		count int
	}
	for range 3 { // two words with one hash are 1 in 10^7 for a million of them
		w := wordNumbers{seed: maphash.MakeSeed(), common: map[uint64]uint32{}}
		var all []counted
		err := s.eachWord(string(onrecord.FieldExact), "", "", func(word []byte, p wordPosting) error {
			count := 0
			err := p.Each(func(uint32) { count++ })
			all = append(all, counted{maphash.Bytes(w.seed, word), count})
			return err
		})
		if err != nil {
			return w, err
		}
		slices.SortFunc(all, func(a, b counted) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.hash, b.hash)) })
		short := min(len(all), firstOfThree)
		for i, c := range all[:short] {
			w.common[c.hash] = uint32(i)
		}
		w.rare = make([]uint64, 0, len(all)-short)
		for _, c := range all[short:] {
			w.rare = append(w.rare, c.hash)
		}
		slices.Sort(w.rare)
		if w.distinct() == len(all) && len(all) < 1<<28 {
			return w, nil
		}
	}
	return wordNumbers{}, errNoNumbers
}

// distinct counts the hashes.
func (w *wordNumbers) distinct() int {
	count := len(w.common)
	for i, hash := range w.rare {
		if _, known := w.common[hash]; !known && (i == 0 || w.rare[i-1] != hash) {
			count++
		}
	}
	return count
}
