package index

import "sync"

// A fingerprintFilter tells of most fingerprints that no claim has them, without
// a look into the dictionaries of all segments: nearly all claims that come in
// are unlike any other. It forgets nothing; what was deleted is found out in
// the segments. It takes some 16 to 32 bits for each fingerprint.
type fingerprintFilter struct {
	mu     sync.RWMutex
	layers []bloomLayer // the last one is added to
	filled bool         // it has what the index had when it was opened
}

// firstLayer is how many fingerprints the first layer has room for; each
// further one is twice as large as the one before.
const firstLayer = 1 << 16

// A bloomLayer is a Bloom filter with two bits a key, of 16 that there are for
// each key it has room for: 1 of 70 keys that it does not have passes.
type bloomLayer struct {
	bits []uint64
	room int
}

func newBloomLayer(keys int) bloomLayer {
	words := 1
	for words*64 < keys*16 {
		words *= 2
	}
	return bloomLayer{bits: make([]uint64, words), room: keys}
}

// places are the bits of a key, which is a hash.
func (l *bloomLayer) places(key uint32) (a, b uint64) {
	h := uint64(key) * 0x9e3779b97f4a7c15
	mask := uint64(len(l.bits)*64 - 1)
	return h >> 32 & mask, (h ^ h>>29) & mask
}

func (l *bloomLayer) has(key uint32) bool {
	a, b := l.places(key)
	return l.bits[a/64]&(1<<(a%64)) != 0 && l.bits[b/64]&(1<<(b%64)) != 0
}

func (l *bloomLayer) add(key uint32) {
	a, b := l.places(key)
	l.bits[a/64] |= 1 << (a % 64)
	l.bits[b/64] |= 1 << (b % 64)
	l.room--
}

// add adds fingerprints.
func (f *fingerprintFilter) add(fingerprints []uint32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, key := range fingerprints {
		if n := len(f.layers); n == 0 || f.layers[n-1].room <= 0 {
			f.layers = append(f.layers, newBloomLayer(firstLayer<<n))
		}
		f.layers[len(f.layers)-1].add(key)
	}
}

// passing returns those of the fingerprints that claims may have.
func (f *fingerprintFilter) passing(fingerprints []uint32) []uint32 {
	f.mu.RLock()
	defer f.mu.RUnlock()
	var passing []uint32
	for _, key := range fingerprints {
		for i := range f.layers {
			if f.layers[i].has(key) {
				passing = append(passing, key)
				break
			}
		}
	}
	return passing
}

// fill adds the fingerprints of all claims there are, the first time that it is
// called. Those that are written meanwhile are added by their writers.
func (f *fingerprintFilter) fill(v *view) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.filled {
		return nil
	}
	keys := 0
	for _, s := range v.segments {
		prints, err := s.prints()
		if err != nil {
			return err
		}
		keys += len(prints.sorted)
	}
	layer := newBloomLayer(max(keys+keys/2, firstLayer))
	for _, s := range v.segments {
		prints, err := s.prints()
		if err != nil {
			return err
		}
		for _, entry := range prints.sorted {
			layer.add(uint32(entry >> 32))
		}
	}
	f.layers, f.filled = append(f.layers, layer), true
	return nil
}
