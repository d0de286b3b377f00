package index

import (
	"encoding/binary"
	"path/filepath"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// prints are the fingerprints of a segment turned around: from a fingerprint to
// the claims that have it. As terms of the index each would cost 20 bytes on
// disk, and most of what taking a claim in costs, for what is asked once for
// each claim that comes in. They take 8 bytes of memory each.
type prints struct {
	sorted []uint64 // fingerprint, and document in the lower half; ascending
	crc    uint32   // of the segment, where they were made ahead
}

// prints returns those of the segment.
func (s *segmentView) prints() (*prints, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if s.columns.prints != nil {
		return s.columns.prints, nil
	}
	made, err := plugin.printsOf(s.segment)
	if err != nil {
		return nil, unavailable(err)
	}
	s.columns.prints = made
	return made, nil
}

// readPrints reads those of a segment.
func readPrints(s segment.Segment) (*prints, error) {
	made := &prints{}
	for document := range s.Count() {
		err := s.VisitStoredFields(document, func(field string, _ byte, value []byte, _ []uint64) bool {
			if field == fieldFingerprints {
				for ; len(value) >= 4; value = value[4:] {
					made.sorted = append(made.sorted, uint64(binary.BigEndian.Uint32(value))<<32|document)
				}
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(made.sorted)
	made.sorted = slices.Clip(made.sorted)
	return made, nil
}

// aheadFrom is how many documents a merged segment has whose prints are made
// before anybody sees it: a second for a million claims, in which nothing could
// be taken in. For smaller ones nobody waits long.
const aheadFrom = 10_000

// printAhead makes the prints of a segment that was merged. Where it fails,
// whoever needs them tries again and tells.
func (p *segmentPlugin) printAhead(path string, config map[string]any) {
	merged, err := p.ZapPlugin.OpenUsing(path, config)
	if err != nil {
		return
	}
	if made, err := readPrints(merged); err == nil {
		made.crc = merged.(*zap.Segment).CRC()
		p.ahead.Store(path, made)
	}
	_ = merged.Close() // it was only read
}

// printsOf returns the prints of a segment: those that were made ahead, once.
func (p *segmentPlugin) printsOf(s segment.Segment) (*prints, error) {
	if onDisk, ok := s.(*zap.Segment); ok {
		// After a write failed, a path may be given to another segment.
		if made, ok := p.ahead.LoadAndDelete(onDisk.Path()); ok && made.(*prints).crc == onDisk.CRC() {
			return made.(*prints), nil
		}
	}
	return readPrints(s)
}

// forget drops what was made ahead for segments in a directory and not asked
// for.
func (p *segmentPlugin) forget(directory string) {
	p.ahead.Range(func(path, _ any) bool {
		if filepath.Dir(path.(string)) == filepath.Clean(directory) {
			p.ahead.Delete(path)
		}
		return true
	})
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
