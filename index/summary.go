package index

import (
	"errors"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/onrecord/onrecord"
)

// A summary is what Coverage and TermStats say of one segment. It is read from
// the dictionaries of the segment, never from its documents, so that it costs
// little after each write and after opening.
type summary struct {
	deleted  *roaring.Bitmap // what it was made without
	claims   int
	former   int // of the claims
	tokens   int
	articles int
	dated    int
	outlets  []string
	first    string // dateKey of the earliest and latest published dates
	last     string
}

// summary returns the summary of the live documents of the segment.
func (s *segmentView) summary() (*summary, error) {
	s.columns.mu.Lock()
	defer s.columns.mu.Unlock()
	if sum := s.columns.summary; sum != nil && sum.deleted == s.deleted {
		return sum, nil
	}
	sum := &summary{deleted: s.deleted}
	for _, part := range []func(*segmentView) error{sum.count, sum.countTokens, sum.listOutlets, sum.findDates} {
		if err := part(s); err != nil {
			return nil, err
		}
	}
	s.columns.summary = sum
	return sum, nil
}

func (sum *summary) count(s *segmentView) error {
	claims, err := s.posting(fieldTerm{fieldRecordType, recordClaim})
	if err != nil {
		return err
	}
	articles, err := s.posting(fieldTerm{fieldRecordType, recordArticle})
	if err != nil {
		return err
	}
	sum.claims, sum.articles = s.countLive(claims.documents), s.countLive(articles.documents)
	for _, state := range [...]onrecord.ClaimState{onrecord.StateEdited, onrecord.StateRemoved} {
		former, err := s.posting(fieldTerm{string(onrecord.FieldState), state.String()})
		if err != nil {
			return err
		}
		sum.former += s.countLive(former.documents)
	}
	return nil
}

func (sum *summary) countTokens(s *segmentView) error {
	return s.terms(fieldTextLength, "", "", func(length string, documents *roaring.Bitmap) error {
		tokens, err := strconv.Atoi(length)
		sum.tokens += tokens * int(s.live(documents).GetCardinality())
		return err
	})
}

func (sum *summary) listOutlets(s *segmentView) error {
	return s.terms(fieldArticleOutlet, "", "", func(outlet string, documents *roaring.Bitmap) error {
		if !s.live(documents).IsEmpty() {
			sum.outlets = append(sum.outlets, outlet)
		}
		return nil
	})
}

func (sum *summary) findDates(s *segmentView) error {
	return s.terms(fieldArticlePublished, "", "", func(date string, documents *roaring.Bitmap) error {
		live := int(s.live(documents).GetCardinality())
		if live == 0 {
			return nil
		}
		sum.dated += live
		if sum.first == "" {
			sum.first = date
		}
		sum.last = date
		return nil
	})
}

// stats returns the corpus-wide figures, with the document frequencies of the
// terms.
func (v *view) stats(p *plan) (onrecord.TermStats, error) {
	stats := onrecord.TermStats{DocFreq: make(map[string]int, len(p.terms)), ContextFreq: make(map[string]int, len(p.context))}
	for _, s := range v.segments {
		sum, err := s.summary()
		if err != nil {
			return onrecord.TermStats{}, err
		}
		stats.Claims += sum.claims
		stats.Tokens += sum.tokens
	}
	return stats, errors.Join(v.countAll(p, onrecord.FieldText, p.terms, stats.DocFreq),
		v.countAll(p, onrecord.FieldContext, p.context, stats.ContextFreq))
}

// countAll counts the live documents that have each of the terms.
func (v *view) countAll(p *plan, field onrecord.Field, terms []string, counts map[string]int) error {
	for _, term := range terms {
		leaf, count := p.leaves[fieldTerm{string(field), term}], 0
		for _, s := range v.segments {
			having, err := s.leaf(leaf)
			if err != nil {
				return err
			}
			count += s.countLive(having.documents)
		}
		counts[term] = count
	}
	return nil
}
