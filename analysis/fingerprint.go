package analysis

import "slices"

// The shape of shingles and fingerprints.
const (
	shingleTerms      = 3   // terms in a row that make a shingle
	leastFingerprints = 4   // shingles that a text keeps, or half of them
	MaxShingles       = 256 // of one text; what is behind them is not looked at
)

// Shingles returns a hash of every three terms in a row of a text, given its
// Terms (Broder 1997): in ascending order, each once, at most MaxShingles. Modal
// verbs do not count. A text of fewer than three terms has none.
func Shingles(terms []Token) []uint32 {
	hashes := make([]uint64, 0, len(terms))
	for _, token := range terms {
		if !IsModal(token.Term) {
			hashes = append(hashes, hashTerm(token.Term))
		}
	}
	if len(hashes) < shingleTerms {
		return nil
	}
	hashes = hashes[:min(len(hashes), MaxShingles+shingleTerms-1)]
	shingles := make([]uint32, 0, len(hashes)-shingleTerms+1)
	for i := shingleTerms; i <= len(hashes); i++ {
		var sum uint64
		for _, h := range hashes[i-shingleTerms : i] {
			sum = mix(sum ^ h)
		}
		shingles = append(shingles, uint32(sum>>32))
	}
	slices.Sort(shingles)
	return slices.Compact(shingles)
}

// Fingerprints returns those of a text's shingles by which it is found, a part
// of them: the least, half of all and leastFingerprints or more (Broder's
// bottom sketch).
//
// A text that differs in one term has at least one of them among its own
// shingles, as one term is in three shingles only; of one that differs in more,
// or has a part of the text, that is likely, and the likelier the more is the
// same.
func Fingerprints(shingles []uint32) []uint32 {
	return shingles[:min(len(shingles), max(leastFingerprints, (len(shingles)+1)/2))]
}

// LeastShared returns how many fingerprints of another text have to be among a
// text's shingles, given how many those are, for the two to be alike: more than
// one phrase that is in everybody's mouth, where a text is long enough to have
// more in common. A text that differs in one term has as many.
func LeastShared(shingles int) int { return 1 + shingles/9 }

// hashTerm is FNV-1a.
func hashTerm(term string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(term) {
		h = (h ^ uint64(term[i])) * 1099511628211
	}
	return h
}

// mix spreads a change of any bit over all of them (the finalizer of
// splitmix64): the upper half is as good a hash as the whole.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
