package service

import (
	"cmp"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

// The bounds of what is remembered of the claims that came in last. It has to
// reach back as far as claims are on their way into the index; what it has
// beyond that saves look-ups there.
const (
	maxRecent      = 1 << 14 // different wordings
	maxRecentBytes = 4096    // of one of them; longer ones are not remembered
	maxSharing     = 64      // that are looked at for one shingle
)

// recentStatements are the different wordings that came in last, with their
// groups: claims that are on their way into the index are found here. It is
// laid out so that collecting garbage has little to look at: no map has
// pointers, and a statement is one string.
type recentStatements struct {
	mu        sync.Mutex
	seed      maphash.Seed
	byWords   map[uint64]int // hash of the words → number of the statement
	byShingle map[uint32]int // shingle → number of the last statement that has it
	ring      []recent       // by number, the oldest overwritten
	next      int            // number of the next statement; the first is 1
}

// A recent is a statement that came in.
type recent struct {
	words    uint64
	content  string // text, group, speaker's ID and name, one after the other
	ends     [4]int
	kind     onrecord.Kind
	shingles []uint32
	before   []int // per shingle: number of the statement before that has it
}

func newRecentStatements() *recentStatements {
	return &recentStatements{
		seed: maphash.MakeSeed(), byWords: map[uint64]int{}, byShingle: map[uint32]int{}, ring: make([]recent, maxRecent), next: 1,
	}
}

// at returns the statement with a number; nil where it is not remembered any
// more.
func (r *recentStatements) at(number int) *recent {
	if number <= 0 || number <= r.next-1-maxRecent {
		return nil
	}
	return &r.ring[number%maxRecent]
}

// group returns the group of a statement in the same words, "" where none is
// known.
func (r *recentStatements) group(words []analysis.Token) string {
	all := wordKey(words)
	r.mu.Lock()
	defer r.mu.Unlock()
	if known := r.same(all); known != nil {
		return known.statement().group
	}
	return ""
}

// same returns the statement in the same words, nil where none is known. Other
// words have the same hash once in 10^19 pairs.
func (r *recentStatements) same(words string) *recent {
	return r.at(r.byWords[maphash.String(r.seed, words)])
}

// sharing returns the statements that share the most shingles, at most limit.
// The caller holds mu.
func (r *recentStatements) sharing(st *statement, limit int) []*statement {
	if same := r.same(st.words); same != nil {
		known := same.statement()
		known.words = st.words
		return []*statement{known}
	}
	shared := map[int]int{}
	for _, shingle := range st.shingles {
		number := r.byShingle[shingle]
		for range maxSharing {
			other := r.at(number)
			if other == nil {
				break
			}
			shared[number]++
			number = other.beforeWith(shingle)
		}
	}
	numbers := slices.SortedFunc(maps.Keys(shared), func(a, b int) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
	})
	var sharing []*statement
	for _, number := range numbers[:min(limit, len(numbers))] {
		sharing = append(sharing, r.at(number).statement())
	}
	return sharing
}

// add remembers a statement that has its group. The caller holds mu.
func (r *recentStatements) add(st *statement) {
	if len(st.claim.Text) > maxRecentBytes || r.same(st.words) != nil {
		return
	}
	number := r.next
	slot := &r.ring[number%maxRecent]
	r.forget(number-maxRecent, slot)
	*slot = newRecent(st)
	slot.words = maphash.String(r.seed, st.words)
	for i, shingle := range slot.shingles {
		slot.before[i] = r.byShingle[shingle]
		r.byShingle[shingle] = number
	}
	r.byWords[slot.words] = number
	r.next++
}

// forget takes the statement with a number out of the maps.
func (r *recentStatements) forget(number int, st *recent) {
	if number <= 0 {
		return
	}
	if r.byWords[st.words] == number {
		delete(r.byWords, st.words)
	}
	for _, shingle := range st.shingles {
		if r.byShingle[shingle] == number {
			delete(r.byShingle, shingle)
		}
	}
}

func newRecent(st *statement) recent {
	s := recent{kind: st.claim.Kind, shingles: st.shingles, before: make([]int, len(st.shingles))}
	var content strings.Builder
	for i, part := range [...]string{st.claim.Text, st.group, st.claim.Speaker.ID, st.claim.Speaker.Name} {
		content.WriteString(part)
		s.ends[i] = content.Len()
	}
	s.content = content.String()
	return s
}

// statement returns what newRecent took, without its words.
func (s *recent) statement() *statement {
	part := func(i int) string {
		start := 0
		if i > 0 {
			start = s.ends[i-1]
		}
		return s.content[start:s.ends[i]]
	}
	c := &onrecord.Claim{Text: part(0), Kind: s.kind, Speaker: onrecord.Speaker{ID: part(2), Name: part(3)}}
	return &statement{claim: c, group: part(1), shingles: s.shingles}
}

// beforeWith returns the number of the statement before that has a shingle.
func (s *recent) beforeWith(shingle uint32) int {
	if i, ok := slices.BinarySearch(s.shingles, shingle); ok {
		return s.before[i]
	}
	return 0
}
