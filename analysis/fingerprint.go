package analysis

import "slices"

// The shape of fingerprints.
const (
	shingleTerms    = 3   // terms in a row that make a shingle
	wholeShingles   = 8   // a text with so many or fewer keeps all
	neighbourhood   = 2   // shingles of which a longer text keeps the least
	MaxFingerprints = 256 // of one text; what is behind them is not looked at
)

// Fingerprints returns the keys by which texts are found that have nearly the
// same words, given the Terms of one: sorted, each once, at most
// MaxFingerprints. Texts that have four terms in a row in common have a key in
// common, whatever stands around them. A text of fewer than three terms has
// none.
//
// A key is a hash of three terms in a row (a shingle: Broder 1997), modal verbs
// not counted. Short texts keep all of theirs; of each two neighbours a longer
// one keeps the one with the lesser hash, which it shares with every text that
// has both (winnowing: Schleimer, Wilkerson and Aiken 2003).
func Fingerprints(terms []Token) []uint32 {
	shingles := shingles(terms)
	kept := shingles
	if len(shingles) > wholeShingles {
		kept = winnow(shingles)
	}
	kept = kept[:min(len(kept), MaxFingerprints)]
	slices.Sort(kept)
	return slices.Compact(kept)
}

// shingles returns the hashes of every three terms in a row.
func shingles(terms []Token) []uint32 {
	hashes := make([]uint64, 0, len(terms))
	for _, token := range terms {
		if !modals[token.Term] {
			hashes = append(hashes, hashTerm(token.Term))
		}
	}
	if len(hashes) < shingleTerms {
		return nil
	}
	shingles := make([]uint32, 0, len(hashes)-shingleTerms+1)
	for i := shingleTerms; i <= len(hashes); i++ {
		var sum uint64
		for _, h := range hashes[i-shingleTerms : i] {
			sum = mix(sum ^ h)
		}
		shingles = append(shingles, uint32(sum>>32))
	}
	return shingles
}

// winnow keeps the least of each neighbourhood, in place.
func winnow(shingles []uint32) []uint32 {
	kept, last := shingles[:0], -1
	for i := range len(shingles) - neighbourhood + 1 {
		least := i
		for j := i + 1; j < i+neighbourhood; j++ {
			if shingles[j] <= shingles[least] {
				least = j
			}
		}
		if least != last {
			last = least
			kept = append(kept, shingles[least])
		}
	}
	return kept
}

// modals are the verbs that reported speech changes ("will" to "would").
var modals = map[string]bool{"will": true, "shall": true, "can": true, "mai": true, "might": true, "must": true}

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
