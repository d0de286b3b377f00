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
	return s.eachWord(fieldTextLength, "", "", func(length []byte, p wordPosting) error {
		tokens, err := strconv.Atoi(string(length))
		if err != nil {
			return unavailable(err)
		}
		claims, err := s.countWord(p)
		sum.tokens += tokens * claims
		return err
	})
}

// countWord counts the documents of a posting that are not deleted.
func (s *segmentView) countWord(p wordPosting) (count int, err error) {
	err = p.Each(func(document uint32) {
		if !s.isDeleted(document) {
			count++
		}
	})
	return count, err
}

func (sum *summary) listOutlets(s *segmentView) error {
	return s.eachWord(fieldArticleOutlet, "", "", func(outlet []byte, p wordPosting) error {
		articles, err := s.countWord(p)
		if articles > 0 {
			sum.outlets = append(sum.outlets, string(outlet))
		}
		return err
	})
}

func (sum *summary) findDates(s *segmentView) error {
	return s.eachWord(fieldArticlePublished, "", "", func(date []byte, p wordPosting) error {
		articles, err := s.countWord(p)
		if articles == 0 {
			return err
		}
		sum.dated += articles
		if sum.first == "" {
			sum.first = string(date)
		}
		sum.last = string(date)
		return err
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
