package service

import (
	"context"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// A VerifyRequest asks whether words were said.
type VerifyRequest struct {
	// Quote is the words without their attribution, with or without quotation
	// marks around them; at most MaxQuoteBytes and compare.MaxWords words.
	Quote   string
	Speaker string // resource name or words of the name; may be empty: whoever it was
	// Said is when they are said to have been said. Of equally good originals
	// one of that time comes first; others are flagged. May be unknown.
	Said onrecord.Date
	// PresentOnly is RelatedRequest's.
	PresentOnly bool
	// PageSize is for the originals; 0: DefaultOriginals; past MaxOriginals:
	// MaxOriginals.
	PageSize int
}

// A VerifyResult says whether words were said.
type VerifyResult struct {
	// Verdict is that of the first of the originals. It is VerdictNotFound where
	// nobody said anything near or, with a speaker, where only others did.
	Verdict onrecord.Verdict
	// Flags are those of the original that the verdict is about.
	Flags []onrecord.QuoteFlag
	// Originals are the nearest utterances, those that tell most first; of a
	// statement by the same speaker one, with its other appearances.
	Originals []onrecord.Original
	Coverage  onrecord.Coverage
}

// Verify finds the originals of a quotation and tells what differs. See
// onrecord.Verdict for the verdicts and the order in which they count.
//
// An utterance that its attribution cuts is compared as one. Words that are the
// reporter's, those of indirect claims and those outside the quoted parts of
// mixed ones, give VerdictParaphraseOnly at the most.
func (s *Service) Verify(ctx context.Context, r VerifyRequest) (VerifyResult, error) {
	v, err := s.newVerification(r)
	if err != nil {
		return VerifyResult{}, err
	}
	if err := v.run(ctx); err != nil {
		return VerifyResult{}, fmt.Errorf("verify: %w", err)
	}
	var result VerifyResult
	result.Verdict, result.Flags, result.Originals = v.answer()
	if err := s.tellOriginals(ctx, result.Originals); err != nil {
		return VerifyResult{}, err
	}
	result.Coverage, err = s.coverage(ctx, r.Speaker)
	return result, err
}

// tellOriginals tells of each original whose and what statement it is.
func (s *Service) tellOriginals(ctx context.Context, originals []onrecord.Original) error {
	for i := range originals {
		s.directory.resolve(&originals[i].Claim)
	}
	groups, err := s.groupsOf(ctx, len(originals), func(i int) *onrecord.Claim { return &originals[i].Claim })
	for i, g := range groups {
		originals[i].Group = g
	}
	return err
}

// newVerification checks the request.
func (s *Service) newVerification(r VerifyRequest) (*verification, error) {
	size, err := pageSize("page_size", r.PageSize, DefaultOriginals, MaxOriginals)
	if err != nil {
		return nil, err
	}
	if err := checkText("quote", r.Quote, MaxQuoteBytes); err != nil {
		return nil, err
	}
	v := &verification{
		service: s, quote: compare.NewQuote(r.Quote), said: r.Said, asked: r.Speaker != "", size: size,
		horizon: horizon{present: r.PresentOnly}, seen: make(map[string]bool), articles: make(map[edition]article),
	}
	switch n := len(compare.Words(r.Quote)); {
	case v.quote.Len() == 0:
		return nil, badField("quote", "NO_WORD", "must have at least one letter or digit")
	case n > compare.MaxWords:
		return nil, badField("quote", "TOO_MANY_WORDS", "must be at most %d words, not %d", compare.MaxWords, n)
	}
	if err := checkText("speaker", r.Speaker, MaxFilterBytes); err != nil {
		return nil, err
	}
	if err := checkTime("said_time", r.Said.Time); err != nil {
		return nil, err
	}
	if !v.asked {
		return v, nil
	}
	if v.speaker, err = speakerNode(s.directory, "speaker", r.Speaker); err != nil {
		return nil, err
	}
	if id, ok := strings.CutPrefix(r.Speaker, "speakers/"); ok {
		v.names = s.directory.aliases(id)
	}
	return v, nil
}
