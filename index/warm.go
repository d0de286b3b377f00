package index

import (
	"time"

	"github.com/onrecord/onrecord"
)

// Columns are made before a query needs them: whenever something was written,
// and for a while after it, as segments are merged then.
const (
	warmPause = 200 * time.Millisecond // between two looks for new segments
	warmFor   = 5 * time.Second        // after the last write
	warmIdle  = 10 * time.Second       // between two looks after that: merges go on for long
	// warmLeast is the fewest documents of a segment whose columns are made
	// ahead: smaller ones are made in no time, and are merged soon.
	warmLeast = 1000
)

// warmFields are the fields whose columns are made ahead: those of orders and
// of the usual facets.
var warmFields = []onrecord.Field{
	onrecord.FieldSaid, onrecord.FieldSpeakerID, onrecord.FieldOutlet, onrecord.FieldKind, onrecord.FieldMonth,
}

// warmLoop makes columns until the index is closed.
func (x *Index) warmLoop() {
	defer close(x.cold)
	for {
		until := time.Now()
		select {
		case _, open := <-x.written:
			if !open {
				return
			}
			until = until.Add(warmFor)
		case <-time.After(warmIdle):
		}
		for again := true; again; again = time.Now().Before(until) {
			x.warm()
			select {
			case <-x.closing:
				return
			case <-time.After(warmPause):
			}
		}
	}
}

// note tells warmLoop that there is something new.
func (x *Index) note() {
	select {
	case x.written <- struct{}{}:
	default: // it knows
	}
}

// warm makes the columns of segments that have none, and drops those of segments
// that are no more. Where it fails, a query tries again and tells.
func (x *Index) warm() {
	_, _ = reading(x, func(v *view) (struct{}, error) {
		x.columns.keep(v.snapshot)
		for _, s := range v.segments {
			if s.segment.Count() < warmLeast {
				continue
			}
			for _, field := range warmFields {
				if _, err := s.column(string(field)); err != nil {
					return struct{}{}, err
				}
			}
			if _, err := s.times(); err != nil {
				return struct{}{}, err
			}
			if _, err := s.lengths(); err != nil {
				return struct{}{}, err
			}
		}
		for _, s := range v.segments {
			if s.segment.Count() < warmLeast {
				continue
			}
			if err := x.warmSequences(s); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	})
}

// warmSequences makes sequences: from the start in an index that is opened with
// claims in it, and in one that is being filled from the first phrase on that is
// asked for, as each merge has them made anew. Until they are there, phrases are
// looked for in the texts.
func (x *Index) warmSequences(s *segmentView) error {
	if !x.phrases.Load() || s.columns.sequences.Load() != nil {
		return nil
	}
	made, err := s.makeSequences(x.closing)
	if err == nil {
		s.columns.sequences.Store(made)
	}
	return err
}

// notePhrases has sequences made where a plan asks for a phrase.
func (x *Index) notePhrases(p *plan) {
	for _, m := range p.patterns {
		if phrase, ok := m.(phraseMatcher); ok && phrase.field == string(onrecord.FieldExact) && !x.phrases.Swap(true) {
			x.note()
		}
	}
}
