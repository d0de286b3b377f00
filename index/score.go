package index

import (
	"context"

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
	model bm25.Model
	idf   float64
	// once is the weight of one occurrence by the length of the claim, for the
	// lengths that most claims have.
	once [256]float64
}

// newScorer finds the parts in the matches, where that is needed to tell how
// rare they are, and weighs them.
func newScorer(ctx context.Context, parts []bm25.Part, segments []*segmentRun, stats onrecord.TermStats, total int) (*scorer, error) {
	model := bm25.New(stats.Claims, stats.Tokens, total)
	sc := &scorer{parts: make([]scoredPart, len(parts))}
	for i, part := range parts {
		having := 0
		switch part.Kind {
		case bm25.Stem:
			having = stats.DocFreq[part.Words[0]]
		case bm25.Nearby:
			having = stats.ContextFreq[part.Words[0]]
		default:
			for _, s := range segments {
				found, err := s.find(ctx, part)
				if err != nil {
					return nil, err
				}
				having += int(found.documents.GetCardinality())
			}
		}
		sc.parts[i] = newScoredPart(part, model, model.IDF(having))
	}
	return sc, nil
}

func newScoredPart(part bm25.Part, model bm25.Model, idf float64) scoredPart {
	p := scoredPart{Part: part, model: model, idf: idf}
	for length := range p.once {
		p.once[length] = p.weight(1, uint16(length))
	}
	return p
}

// weight is what so many occurrences in a claim of that length weigh.
func (p *scoredPart) weight(count int, length uint16) float64 {
	if p.Kind == bm25.Nearby {
		return p.idf
	}
	return p.model.Weight(p.idf, float64(count), float64(length))
}

// score adds the parts to the scores of a segment's matches. scores has a place
// for each document of the segment, and is 0 there.
func (sc *scorer) score(ctx context.Context, s *segmentRun, scores []float64) error {
	lengths, err := s.view.lengths()
	if err != nil {
		return err
	}
	for i := range sc.parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err := s.find(ctx, sc.parts[i].Part)
		if err != nil {
			return err
		}
		sc.parts[i].add(found, lengths, scores)
	}
	return nil
}

// add adds the weight of a part to the documents that have it.
func (p *scoredPart) add(found *occurrences, lengths []uint16, scores []float64) {
	for _, r := range found.repeated {
		scores[r.document] += p.weight(r.count, lengths[r.document])
	}
	once := found.documents
	if len(found.repeated) > 0 {
		once = roaring.AndNot(once, found.repeatedDocuments())
	}
	each(once, func(document uint32) {
		if length := lengths[document]; int(length) < len(p.once) {
			scores[document] += p.once[length]
		} else {
			scores[document] += p.weight(1, length)
		}
	})
}
