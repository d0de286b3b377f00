package index

import (
	"context"

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
