package index

import "github.com/RoaringBitmap/roaring/v2"

// A segmentRun is a segment while one request is answered.
type segmentRun struct {
	plan    *plan
	view    *segmentView
	count   int             // of matches
	matches *roaring.Bitmap // live ones; nil: all of the range that are live, or scoring finds them
	within  ordinalRange    // where matches is nil
}

// matching returns the matches among the documents that have a leaf, or a
// pattern (-1), with others that have it where that does no harm: who has one of
// several terms that are looked for is found, at least as deleted.
func (s *segmentRun) matching(leaf int, documents *roaring.Bitmap) *roaring.Bitmap {
	switch m := s.plan.matcher.(type) {
	case termsMatcher:
		if m.least == 1 && leaf >= 0 {
			return documents
		}
	case patternMatcher:
		if leaf < 0 {
			return documents
		}
	}
	if s.plan.certain[leaf] {
		return s.matches
	}
	return roaring.And(s.matches, documents)
}

// countMatching counts the matches among documents.
func (s *segmentRun) countMatching(documents *roaring.Bitmap) int {
	switch s.matches {
	case documents:
		return s.count
	case nil: // all that has it is one
		return s.view.countLive(documents)
	}
	return int(documents.AndCardinality(s.matches))
}

// membership returns what tells a match of a document, of those in within where
// there is no set of matches.
func (s *segmentRun) membership() func(document uint32) bool {
	if s.matches == nil {
		return func(document uint32) bool { return !s.view.isDeleted(document) }
	}
	dense := make([]uint64, s.view.segment.Count()/64+1)
	s.matches.WriteDenseTo(dense)
	return func(document uint32) bool { return dense[document/64]&(1<<(document%64)) != 0 }
}

// certain returns the leaves that every match has.
func certain(m matcher) map[int]bool {
	leaves := map[int]bool{}
	switch m := m.(type) {
	case termsMatcher:
		if m.least == len(m.leaves) {
			for _, leaf := range m.leaves {
				leaves[leaf] = true
			}
		}
	case boolMatcher:
		for _, leaf := range m.leaves {
			leaves[leaf] = true
		}
	}
	return leaves
}
