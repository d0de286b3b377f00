package index

import (
	"encoding/binary"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// prints are the fingerprints of a segment turned around: from a fingerprint to
// the claims that have it. As terms of the index each would cost 20 bytes on
// disk, and most of what taking a claim in costs, for what is asked once for
// each claim that comes in. They take 8 bytes of memory each.
type prints struct {
	sorted []uint64 // fingerprint, and document in the lower half; ascending
}

// prints returns those of the segment.
func (s *segmentView) prints() (*prints, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if s.columns.prints != nil {
		return s.columns.prints, nil
	}
	made := &prints{}
	for document := range s.segment.Count() {
		err := s.segment.VisitStoredFields(document, func(field string, _ byte, value []byte, _ []uint64) bool {
			if field == fieldFingerprints {
				for ; len(value) >= 4; value = value[4:] {
					made.sorted = append(made.sorted, uint64(binary.BigEndian.Uint32(value))<<32|document)
				}
			}
			return true
		})
		if err != nil {
			return nil, unavailable(err)
		}
	}
	slices.Sort(made.sorted)
	made.sorted = slices.Clip(made.sorted)
	s.columns.prints = made
	return made, nil
}

// having calls visit with each document that has a fingerprint and is not
// deleted, most of them at the most.
func (p *prints) having(fingerprint uint32, deleted *roaring.Bitmap, most int, visit func(document uint32)) {
	first, _ := slices.BinarySearch(p.sorted, uint64(fingerprint)<<32)
	for _, entry := range p.sorted[first:] {
		if uint32(entry>>32) != fingerprint || most == 0 {
			return
		}
		if document := uint32(entry); deleted == nil || !deleted.Contains(document) {
			visit(document)
			most--
		}
	}
}
