package index

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// A scorer weighs the matches of all segments by the parts of a query.
type scorer struct {
	parts []scoredPart
}

// A scoredPart is a part of the query with what its occurrences weigh.
type scoredPart struct {
	bm25.Part
	leaf    int     // of a single word; -1: a pattern
	pattern matcher // of a phrase or a prefix, which keeps what it finds; nil: a single word
	model   bm25.Model
	idf     float64
	// once is the weight of one occurrence by the length of the claim, for the
	// lengths that most claims have.
	once [64]float64
}

// newScorer finds the parts in the matches, where that is needed to tell how
// rare they are, and weighs them.
func newScorer(ctx context.Context, p *plan, segments []*segmentRun, stats onrecord.TermStats) (*scorer, error) {
	model := bm25.New(stats.Claims, stats.Tokens, stats.Claims)
	sc := &scorer{parts: make([]scoredPart, len(p.parts))}
	for i, part := range p.parts {
		scored := &sc.parts[i]
		scored.place(p, part)
		having := 0
		switch part.Kind {
		case bm25.Stem:
			having = stats.DocFreq[part.Words[0]]
		case bm25.Nearby:
			having = stats.ContextFreq[part.Words[0]]
		default:
			for _, s := range segments {
				found, err := s.find(ctx, scored)
				if err != nil {
					return nil, err
				}
				having += s.countMatching(found.documents)
			}
		}
		scored.weigh(model, model.IDF(having))
	}
	return sc, ctx.Err()
}

// place says what of a segment tells where the part occurs.
func (p *scoredPart) place(in *plan, part bm25.Part) {
	p.Part, p.leaf = part, -1
	switch {
	case part.Kind == bm25.Stem:
		p.leaf = in.leaves[fieldTerm{string(onrecord.FieldText), part.Words[0]}]
	case part.Kind == bm25.Nearby:
		p.leaf = in.leaves[fieldTerm{string(onrecord.FieldContext), part.Words[0]}]
	case part.Kind == bm25.Written && len(part.Words) == 1:
		p.leaf = in.leaves[fieldTerm{string(onrecord.FieldExact), part.Words[0]}]
	case part.Kind == bm25.Written:
		p.pattern = in.patterns[phraseKey(string(onrecord.FieldExact), part.Words)]
	case len(part.Words) == 1:
		p.pattern = in.patterns[prefixKey(string(onrecord.FieldExact), part.Words[0])]
	default:
		p.pattern = termsMatcher{} // no word begins with several
	}
}

func (p *scoredPart) weigh(model bm25.Model, idf float64) {
	p.model, p.idf = model, idf
	for length := range p.once {
		p.once[length] = p.weight(1, uint16(length))
	}
}

// weight is what so many occurrences in a claim of that length weigh.
func (p *scoredPart) weight(count uint32, length uint16) float64 {
	if p.Kind == bm25.Nearby {
		return p.idf
	}
	return p.model.Weight(p.idf, float64(count), float64(length))
}

// score adds the parts to the scores of a segment's matches.
func (sc *scorer) score(ctx context.Context, s *segmentRun, scores *scores) error {
	lengths, err := s.view.lengths()
	if err != nil {
		return err
	}
	for i := range sc.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err := s.find(ctx, &sc.parts[i])
		if err != nil {
			return err
		}
		if !found.documents.IsEmpty() {
			sc.parts[i].add(s.matching(sc.parts[i].leaf, found.documents), found.repeated, lengths, scores)
		}
	}
	return nil
}

// add adds the weight of a part to the documents that have it; repeated may tell
// of others too.
func (p *scoredPart) add(having *roaring.Bitmap, repeated []repeat, lengths []uint16, to *scores) {
	eachBatch(having, func(batch []uint32) {
		for len(repeated) > 0 && repeated[0].document <= batch[len(batch)-1] {
			r := repeated[0]
			at, found := slices.BinarySearch(batch, r.document)
			if p.addOnce(batch[:at], lengths, to); found {
				to.add(r.document, p.weight(r.count, lengths[r.document]))
				at++
			}
			batch, repeated = batch[at:], repeated[1:]
			if len(batch) == 0 {
				return
			}
		}
		p.addOnce(batch, lengths, to)
	})
}

// addOnce adds the weight of one occurrence to documents.
func (p *scoredPart) addOnce(documents []uint32, lengths []uint16, to *scores) {
	for _, document := range documents {
		if length := lengths[document]; int(length) < len(p.once) {
			to.add(document, p.once[length])
		} else {
			to.add(document, p.weight(1, length))
		}
	}
}

// find returns where a part occurs in a segment, matches and others.
func (s *segmentRun) find(ctx context.Context, p *scoredPart) (occurrences, error) {
	switch pattern := p.pattern.(type) {
	case nil:
		return s.findWord(p)
	case patternMatcher:
		_, err := pattern.match(ctx, s.view)
		if err != nil {
			return occurrences{}, err
		}
		return *s.view.patterns[pattern.key()], nil
	}
	return occurrences{documents: noPosting.documents}, nil
}

func (s *segmentRun) findWord(p *scoredPart) (occurrences, error) {
	having, err := s.view.leaf(p.leaf)
	if err != nil || having == noPosting || p.Kind == bm25.Nearby {
		return occurrences{documents: having.documents}, err
	}
	repeated, err := s.view.repeats(s.view.asked[p.leaf], having)
	return occurrences{documents: having.documents, repeated: repeated}, err
}
