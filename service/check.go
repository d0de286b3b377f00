package service

import (
	"context"
	"iter"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// A CheckRequest is a draft or transcript whose statements are to be compared
// with earlier ones. It is not stored.
type CheckRequest struct {
	Text string // bounds as in Ingest
	// Published is the draft's own date: weekdays in it are resolved against
	// it, and everything must be earlier than its beginning. Unknown: now, and
	// what was said today counts.
	Published onrecord.Date
	// PageSize is for the same speaker and for others each, a claim; 0:
	// DefaultCheckSize; past MaxCheckSize: MaxCheckSize.
	PageSize int
}

// A Checked is a claim of a draft with what was said earlier on the same
// matter.
type Checked struct {
	// Claim has no name; its spans point into the text as Ingest stores it.
	Claim onrecord.Claim
	RelatedResult
	// Unchecked counts the claims of the draft beyond MaxChecked, which are not
	// looked at. It is the same in every Checked of a draft.
	Unchecked int
}

// Check finds the claims of a draft and yields each, in text order and as soon
// as it is ready, with earlier statements on the same matter; see Related for
// what is earlier. It yields an error last, if any: then some claims are
// missing. A draft that is not English has no claims.
func (s *Service) Check(ctx context.Context, r CheckRequest) iter.Seq2[Checked, error] {
	return func(yield func(Checked, error) bool) {
		draft, err := s.draft(r)
		if err != nil {
			yield(Checked{}, err)
			return
		}
		claims, err := s.claimsOf(ctx, draft.article)
		if err != nil {
			yield(Checked{}, err)
			return
		}
		unchecked := max(0, len(claims)-MaxChecked)
		for _, claim := range claims[:len(claims)-unchecked] {
			related, err := s.checkClaim(ctx, &claim, &draft)
			if err != nil {
				yield(Checked{}, err)
				return
			}
			if !yield(Checked{claim, related, unchecked}, nil) {
				return
			}
		}
	}
}

// A checkedDraft is a draft that can be checked.
type checkedDraft struct {
	article  onrecord.Article // dated
	undated  bool             // its date is that of the check
	pageSize int
}

// draft checks the request.
func (s *Service) draft(r CheckRequest) (d checkedDraft, err error) {
	if d.pageSize, err = pageSize("page_size", r.PageSize, DefaultCheckSize, MaxCheckSize); err != nil {
		return d, err
	}
	now := s.now()
	if d.article.Published, err = checkPublished("published_time", r.Published, now); err != nil {
		return d, err
	}
	if d.undated = !d.article.Published.Known(); d.undated {
		d.article.Published = onrecord.Date{Time: now.UTC(), Precision: onrecord.PrecisionInstant}
	}
	if d.article.Text, err = cleanText("text", r.Text); err != nil {
		return d, err
	}
	d.article.Language = extract.Language(d.article.Text)
	return d, nil
}

// checkClaim finds what was said before the draft's date on the matter of one
// of its claims.
func (s *Service) checkClaim(ctx context.Context, c *onrecord.Claim, d *checkedDraft) (RelatedResult, error) {
	s.directory.resolveNew(c)
	sub := subjectOf(c, nearbyIn(d.article.Text, c), c.When(), d.article.Published.Time)
	sub.untilNow = d.undated
	related, err := s.related(ctx, sub, d.pageSize)
	if err != nil {
		return RelatedResult{}, err
	}
	related.Coverage, err = s.coverage(ctx, sub.speaker)
	return related, err
}
