package index

import (
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/onrecord/onrecord"
)

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
	if hash, ok := nameHash(document); ok {
		s.documents++
		s.names += hash
	}
}

func (s *seal) remove(document string) {
	if hash, ok := nameHash(document); ok {
		s.documents--
		s.names -= hash
	}
}

// plus is the seal of the documents of both, without commits.
func (s seal) plus(other seal) seal {
	return seal{documents: s.documents + other.documents, names: s.names + other.names}
}

// holds reports whether two seals are of the same documents.
func (s seal) holds(other seal) bool {
	return s.documents == other.documents && s.names == other.names
}

// nameHash returns the hash of the resource name of what is in a document,
// which it does not make: opening asks for those of all documents.
func nameHash(document string) (hash uint64, ok bool) {
	const empty = 14695981039346656037
	articleID, claimID, isPart := strings.Cut(document, nameDot)
	switch {
	case strings.Contains(document, "/"):
		return hashOn(empty, document), true
	case !isPart:
		return hashOn(hashOn(empty, onrecord.ArticleName("")), articleID), true
	case claimID == "":
		return 0, false
	}
	return hashOn(hashOn(hashOn(hashOn(empty, onrecord.ArticleName("")), articleID), claimsPart), claimID), true
}

// hashOn goes on with an FNV-1a hash.
func hashOn(hash uint64, text string) uint64 {
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * 1099511628211
	}
	return hash
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
func (v *view) seal() (seal, error) {
	seals := make([]seal, len(v.segments))
	err := eachAtOnce(len(v.segments), func(i int) (err error) {
		seals[i], err = v.segments[i].seal()
		return err
	})
	var all seal
	for _, s := range seals {
		all = all.plus(s)
	}
	return all, err
}

func (s *segmentView) seal() (sum seal, err error) {
	for document := range s.segment.Count() {
		if s.deleted != nil && s.deleted.Contains(uint32(document)) {
			continue
		}
		name, err := s.segment.DocID(document)
		if err != nil {
			return seal{}, unavailable(err)
		}
		sum.add(string(name))
	}
	return sum, nil
}

// eachAtOnce calls do with the numbers below n, several at a time, and returns
// one of the errors. A panic is an error too: see guarded.
func eachAtOnce(n int, do func(i int) error) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error { return guarded(func() error { return do(i) }) })
	}
	return group.Wait()
}
