package index

import "math"

// When an index in memory is compacted: scorch merges segments on disk only,
// and here every group of writes would stay a segment of its own.
const maxAlike = 32 // segments between two of the sizes

// compactSizes are in documents, and so far apart that a document is written
// again only a few times on its way up.
var compactSizes = [...]uint64{0, 256, 4096, 65_536}

// compact writes the records of many segments of about one size again as one.
// The writer calls it, so nothing changes meanwhile; readers see the same
// before and after. Where it fails, the index is only slower.
func (x *Index) compact() {
	for i, size := range compactSizes[1:] {
		v, err := x.view()
		if err != nil {
			return
		}
		alike := &view{snapshot: v.snapshot}
		for _, s := range v.segments {
			if count := s.segment.Count(); compactSizes[i] <= count && count < size {
				alike.segments = append(alike.segments, s)
			}
		}
		if len(alike.segments) > maxAlike {
			err = alike.writeTo(x.store, math.MaxInt)
		}
		v.close()
		if err != nil {
			return
		}
	}
}
