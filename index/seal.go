package index

import "fmt"

// sealKey is where a generation keeps its seal.
var sealKey = []byte("onrecord.seal")

// A seal says what a generation holds. Every batch writes it anew in the same
// step as its documents, so that the two agree in every state that scorch can
// come up with; opening compares them. A seal is of the documents themselves:
// it does not change when scorch arranges them otherwise.
type seal struct {
	commits   uint64 // batches written, counted on through rebuilds
	documents uint64
	names     uint64 // sum of the hashes of the documents' names, modulo 2^64
}

// add takes note of a document. It is sealed by its resource name; without one
// it is a part of an article's, which comes and goes with it.
func (s *seal) add(document string) {
	if name := resourceName(document); name != "" {
		s.documents++
		s.names += hashOf(name)
	}
}

func (s *seal) remove(document string) {
	if name := resourceName(document); name != "" {
		s.documents--
		s.names -= hashOf(name)
	}
}

// holds reports whether two seals are of the same documents.
func (s seal) holds(other seal) bool {
	return s.documents == other.documents && s.names == other.names
}

// hashOf is FNV-1a.
func hashOf(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return h
}

const sealFormat = "commits %d, documents %d, names %016x"

// String is the text that parseSeal reads.
func (s seal) String() string {
	return fmt.Sprintf(sealFormat, s.commits, s.documents, s.names)
}

func parseSeal(text string) (s seal, err error) {
	if _, err = fmt.Sscanf(text, sealFormat, &s.commits, &s.documents, &s.names); err != nil || s.String() != text {
		return seal{}, fmt.Errorf("%q is not a seal", text)
	}
	return s, nil
}

// seal returns the seal of the documents of a view, without a number of
// commits.
func (v *view) seal() (s seal, err error) {
	for _, segment := range v.segments {
		for document := range segment.segment.Count() {
			if segment.deleted != nil && segment.deleted.Contains(uint32(document)) {
				continue
			}
			name, err := segment.segment.DocID(document)
			if err != nil {
				return seal{}, unavailable(err)
			}
			s.add(string(name))
		}
	}
	return s, nil
}
