package index

import (
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/onrecord/onrecord"
)

// A posting is what a segment has of a term. Its bitmap reads the segment's own
// memory, and is never changed.
type posting struct {
	documents *roaring.Bitmap // deleted ones included
	repeats   atomic.Pointer[[]repeat]
}

// A repeat is a document in which something occurs several times.
type repeat struct {
	document uint32
	count    uint32
}

var noPosting = &posting{documents: roaring.New()}

// repeatedFields are the fields that tell what a claim has more than once.
var repeatedFields = map[string]string{
	string(onrecord.FieldText): fieldRepeated, string(onrecord.FieldExact): fieldRepeatedWords,
}

// read makes the view ready for the plan of its query.
func (v *view) read(p *plan) {
	asked := make([]fieldTerm, len(p.leaves))
	for t, leaf := range p.leaves {
		asked[leaf] = t
	}
	leaves := make([]*posting, len(asked)*len(v.segments))
	for i, s := range v.segments {
		s.asked, s.leaves = asked, leaves[i*len(asked):(i+1)*len(asked)]
	}
}

// leaf returns the posting of a leaf of the view's query.
func (s *segmentView) leaf(number int) (*posting, error) {
	if p := s.leaves[number]; p != nil {
		return p, nil
	}
	p, err := s.posting(s.asked[number])
	if err == nil {
		s.leaves[number] = p
	}
	return p, err
}

// posting returns what the segment has of a term. To look a term up takes a
// microsecond or two in each segment, and few terms are most of what is asked:
// those of late are kept. What the segment does not have is told in less.
func (s *segmentView) posting(t fieldTerm) (*posting, error) {
	if known := s.recent.get(t); known != nil {
		return known, nil
	}
	documents, err := s.postings(t.field, t.term)
	if err != nil || documents.IsEmpty() {
		return noPosting, err
	}
	p := &posting{documents: documents}
	s.recent.put(t, p)
	return p, nil
}

// repeats returns the documents that have a term of FieldText or FieldExact more
// than once, ascending. They are few, and in a field of their own: the field with
// all has no counts to be read.
func (s *segmentView) repeats(t fieldTerm, p *posting) ([]repeat, error) {
	if known := p.repeats.Load(); known != nil {
		return *known, nil
	}
	repeated, err := s.counts(repeatedFields[t.field], t.term)
	if err == nil && p != noPosting {
		p.repeats.Store(&repeated)
	}
	return repeated, err
}

// countLive counts the documents of a bitmap that are not deleted.
func (s *segmentView) countLive(documents *roaring.Bitmap) int {
	count := documents.GetCardinality()
	if s.deleted != nil {
		count -= documents.AndCardinality(s.deleted)
	}
	return int(count)
}

// The bounds of the postings that are kept of a segment, of some 250 bytes each:
// one for every eight claims, so at most 32 bytes a claim.
const (
	leastRecent      = 1024
	mostRecent       = 16384
	documentsARecent = 8
)

// recentPostings are those that were asked for of late: at least the last so
// many different ones, at most twice as many.
type recentPostings struct {
	of         segment.Segment // whose memory they read
	mu         sync.Mutex
	young, old map[fieldTerm]*posting
	most       int // of each
}

func newRecentPostings(of segment.Segment) *recentPostings {
	most := min(max(int(of.Count())/documentsARecent, leastRecent), mostRecent) / 2
	return &recentPostings{of: of, young: map[fieldTerm]*posting{}, most: most}
}

// get returns nil for what is not kept.
func (r *recentPostings) get(t fieldTerm) *posting {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.young[t]
	if p == nil {
		if p = r.old[t]; p != nil {
			r.add(t.clone(), p)
		}
	}
	return p
}

func (r *recentPostings) put(t fieldTerm, p *posting) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(t.clone(), p)
}

func (r *recentPostings) add(t fieldTerm, p *posting) {
	if len(r.young) >= r.most {
		r.young, r.old = make(map[fieldTerm]*posting, r.most), r.young
	}
	r.young[t] = p
}
