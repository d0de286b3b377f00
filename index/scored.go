package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/bm25"
)

// each calls visit with each match of a segment whose score is as high as least
// says, and with its score; where scoring finds the matches it counts them too.
func (sc *scorer) each(ctx context.Context, s *segmentRun, least func() float64, visit func(document uint32, score float64)) error {
	b := borrowBlock(len(sc.parts) + 2)
	defer b.giveBack()
	adders, err := sc.adders(ctx, s, b)
	if err != nil {
		return err
	}
	speakers, err := s.view.column(string(onrecord.FieldSpeakerID))
	if err != nil {
		return err
	}
	attributed := func(document uint32, score float64) {
		if score *= bm25.AttributedPart(speakers.ordinals[document] > 0); score >= least() {
			visit(document, score)
		}
	}
	matches, deleted := b.reader(len(sc.parts), s.matches), b.reader(len(sc.parts)+1, s.view.deleted)
	for first := uint32(0); first < uint32(s.view.segment.Count()); first += blockDocuments {
		if err := ctx.Err(); err != nil {
			return err
		}
		end := first + blockDocuments
		for i := range adders {
			adders[i].add(end, b)
		}
		if s.matches == nil {
			s.count += b.take(first, &deleted, least, attributed)
		} else {
			b.tell(end, &matches, least, attributed)
		}
	}
	return nil
}

// adders returns what adds the parts, block by block.
func (sc *scorer) adders(ctx context.Context, s *segmentRun, b *block) ([]adder, error) {
	lengths, err := s.view.lengths()
	if err != nil {
		return nil, err
	}
	adders := make([]adder, 0, len(sc.parts))
	for i := range sc.parts {
		p := &sc.parts[i]
		found, err := s.find(ctx, p)
		if err != nil {
			return nil, err
		}
		if !found.documents.IsEmpty() {
			adders = append(adders, adder{scoredPart: p, reader: b.reader(i, s.matching(p.leaf, found.documents)), repeated: found.repeated, lengths: lengths})
		}
	}
	return adders, nil
}

// of returns the score of one match.
func (sc *scorer) of(ctx context.Context, s *segmentRun, document uint32) (score float64, err error) {
	lengths, err := s.view.lengths()
	if err != nil {
		return 0, err
	}
	speakers, err := s.view.column(string(onrecord.FieldSpeakerID))
	if err != nil {
		return 0, err
	}
	for i := range sc.parts {
		found, err := s.find(ctx, &sc.parts[i])
		if err != nil {
			return 0, err
		}
		if !found.documents.Contains(document) {
			continue
		}
		count := uint32(1)
		if at, ok := slices.BinarySearchFunc(found.repeated, document, compareRepeat); ok {
			count = found.repeated[at].count
		}
		score += sc.parts[i].weight(count, lengths[document])
	}
	return score * bm25.AttributedPart(speakers.ordinals[document] > 0), nil
}

func compareRepeat(r repeat, document uint32) int { return cmp.Compare(r.document, document) }

// An adder adds the weight of a part to the documents of a segment that have it.
type adder struct {
	*scoredPart
	reader   reader
	repeated []repeat // of these and others
	lengths  []uint16
}

// add adds to the documents before end, which are of the block.
func (a *adder) add(end uint32, to *block) {
	for {
		documents := a.reader.upTo(end)
		if len(documents) == 0 {
			return
		}
		to.used = true
		for len(a.repeated) > 0 && a.repeated[0].document <= documents[len(documents)-1] {
			r := a.repeated[0]
			at, found := slices.BinarySearch(documents, r.document)
			if a.addOnce(documents[:at], a.lengths, to); found {
				to.add(r.document, a.weight(r.count, a.lengths[r.document]))
				at++
			}
			if documents, a.repeated = documents[at:], a.repeated[1:]; len(documents) == 0 {
				break
			}
		}
		a.addOnce(documents, a.lengths, to)
	}
}

// addOnce adds the weight of one occurrence to documents.
func (p *scoredPart) addOnce(documents []uint32, lengths []uint16, to *block) {
	for _, document := range documents {
		if length := lengths[document]; int(length) < len(p.once) {
			to.add(document, p.once[length])
		} else {
			to.add(document, p.weight(1, length))
		}
	}
}
