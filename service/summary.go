package service

import (
	"context"
	"slices"
	"time"

	"github.com/onrecord/onrecord"
)

// summary sums all statements of a timeline up.
func (s *Service) summary(ctx context.Context, q *timeline) (*onrecord.Timeline, error) {
	read, err := s.ends(ctx, &q.Request)
	if err != nil {
		return nil, err
	}
	t := &onrecord.Timeline{Compared: len(read.all())}
	if first := read.oldest; len(first) > 0 {
		t.First = first[0].When()
	}
	if last := read.newest; len(last) > 0 {
		t.Last = last[0].When()
	}
	t.Latest = latest(read.newest)
	if t.Earliest, t.EarliestTotal, err = s.earliest(ctx, &q.Request, read); err != nil {
		return nil, err
	}
	if err := s.count(ctx, q, t); err != nil {
		return nil, err
	}
	t.Candidates, err = s.changes(ctx, read.all(), q.candidates, q.Collapse != "")
	return t, err
}

// endDepth is how many statements from each end of a timeline are read: they
// are looked at for the earliest, the latest and changed positions. Reading one
// costs some 30 µs.
const endDepth = 500

// ends are the statements at both ends of a timeline, without those that have no
// date: of a short one all, in either order. Of a statement that is collapsed
// the first appearance is among the oldest, and the last among the newest.
type ends struct {
	oldest, newest []onrecord.Claim
	whole          bool // the oldest are all
}

func (s *Service) ends(ctx context.Context, q *onrecord.Request) (ends, error) {
	r := onrecord.Request{Query: q.Query, Collapse: q.Collapse, Order: onrecord.OrderOldest, Limit: endDepth}
	found, err := s.index.Search(ctx, r)
	if err != nil {
		return ends{}, err
	}
	s.directory.resolveAll(found.Claims)
	e := ends{oldest: dated(found.Claims), whole: len(found.Claims) < endDepth}
	if e.whole && q.Collapse == "" {
		e.newest = slices.Clone(e.oldest)
		slices.Reverse(e.newest)
		return e, nil
	}
	r.Order = onrecord.OrderNewest
	found, err = s.index.Search(ctx, r)
	s.directory.resolveAll(found.Claims)
	e.newest = dated(found.Claims)
	return e, err
}

// dated returns the claims before the first without a date: these come last in
// either order.
func dated(claims []onrecord.Claim) []onrecord.Claim {
	end := slices.IndexFunc(claims, func(c onrecord.Claim) bool { return !c.When().Known() })
	if end < 0 {
		return claims
	}
	return claims[:end]
}

// all returns what was read, each once, oldest first.
func (e ends) all() []onrecord.Claim {
	seen := make(map[string]bool, len(e.oldest))
	for i := range e.oldest {
		seen[e.oldest[i].Name()] = true
	}
	all := slices.Clone(e.oldest)
	for _, c := range slices.Backward(e.newest) {
		if !seen[c.Name()] {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b onrecord.Claim) int { return earlier(&a, &b) })
	return all
}

// earliest returns the statements that may be the first, at most MaxEnds, and
// how many they are: those that begin before the end of the period that ends
// first. It is looked for among the statements that were read.
func (s *Service) earliest(ctx context.Context, q *onrecord.Request, read ends) ([]onrecord.Claim, int, error) {
	var end time.Time // of the period that ends first
	count := 0
	for i := range read.oldest {
		when := read.oldest[i].When()
		if i > 0 && !when.Time.Before(end) {
			break
		}
		if i == 0 || when.End().Before(end) {
			end = when.End()
		}
		count++
	}
	earliest := read.oldest[:min(count, MaxEnds)]
	if read.whole || count < len(read.oldest) {
		return earliest, count, nil
	}
	begun := onrecord.TimeRange{Field: onrecord.FieldSaid, To: end}
	found, err := s.index.Search(ctx, onrecord.Request{Query: both(q.Query, begun), Collapse: q.Collapse})
	if q.Collapse != "" {
		return earliest, found.Collapsed, err
	}
	return earliest, found.Total, err
}

// latest returns the statements that may be the last, at most MaxEnds: those
// among the MaxEnds that begin last whose period is not over when the last one
// begins.
func latest(newest []onrecord.Claim) []onrecord.Claim {
	newest = newest[:min(len(newest), MaxEnds)]
	return slices.DeleteFunc(slices.Clone(newest), func(c onrecord.Claim) bool { return c.When().Before(newest[0].When()) })
}

// maxBuckets is the most buckets of a histogram, but for years.
const maxBuckets = 60

// count adds what is counted over all statements: with the shortest unit of
// which the buckets are not too many and hold at least half of the dated
// statements.
func (s *Service) count(ctx context.Context, q *timeline, t *onrecord.Timeline) error {
	r := q.Request
	r.Limit, r.Facets, r.FacetSize, r.FacetDates = 0, []onrecord.Field{onrecord.FieldSpeakerID}, q.speakers, true
	r.Joined, r.CountHits = s.bySpeaker(), r.Collapse != ""
	if t.First.Known() {
		r.Histogram = &onrecord.Histogram{Field: onrecord.FieldSaid}
		t.Unit = onrecord.UnitDay
	}
	for {
		if r.Histogram != nil {
			t.Unit, r.Histogram.Bounds = boundsOf(t.Unit, t.First.Time, t.Last.Time)
		}
		found, err := s.index.Search(ctx, r)
		if err != nil {
			return err
		}
		counts, total := found.Histogram, found.Total
		if r.CountHits {
			counts, total = found.HitHistogram, found.Collapsed
		}
		dated := total - counts.Undated
		if r.Histogram != nil && 2*counts.Across > dated && t.Unit < onrecord.UnitYear {
			t.Unit++
			continue
		}
		t.Total, t.Groups, t.Across, t.Undated = found.Total, found.Collapsed, counts.Across, counts.Undated
		if r.Histogram == nil {
			t.Undated = total
		}
		for i, count := range counts.Buckets {
			t.Buckets = append(t.Buckets, onrecord.Bucket{Start: r.Histogram.Bounds[i], End: r.Histogram.Bounds[i+1], Count: count})
		}
		s.share(t, found.Facets[onrecord.FieldSpeakerID])
		return nil
	}
}

// boundsOf returns the bounds of the buckets from first to last, of the unit or
// the next longer one with which they are not too many.
func boundsOf(unit onrecord.TimeUnit, first, last time.Time) (onrecord.TimeUnit, []time.Time) {
	for ; ; unit++ {
		most := maxBuckets
		if unit == onrecord.UnitYear {
			most = onrecord.MaxBuckets
		}
		bounds := []time.Time{unit.Floor(first)}
		for len(bounds) <= most && !bounds[len(bounds)-1].After(last) {
			bounds = append(bounds, unit.Next(bounds[len(bounds)-1]))
		}
		if unit == onrecord.UnitYear || bounds[len(bounds)-1].After(last) {
			return unit, bounds
		}
	}
}

// share adds the speakers with the most statements.
func (s *Service) share(t *onrecord.Timeline, top []onrecord.FacetValue) {
	for _, v := range top {
		share := onrecord.SpeakerShare{ID: v.Value, Name: v.Value, Count: v.Count, Groups: v.Collapsed, First: v.First, Last: v.Last}
		if speaker, ok := s.directory.identity(v.Value); ok {
			share.Name = speaker.Name
		}
		t.Speakers = append(t.Speakers, share)
	}
}
