package service

import (
	"context"
	"iter"
	"runtime"

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
	// PresentOnly is RelatedRequest's, for all that is told.
	PresentOnly bool
	// PageSize is for the same speaker and for others each, for the originals of
	// a quotation and for repetitions, a claim; 0: DefaultCheckSize; past
	// MaxCheckSize: MaxCheckSize.
	PageSize int
}

// A Checked is a claim of a draft with what was said earlier.
type Checked struct {
	onrecord.Checked
	// Unchecked counts the claims of the draft beyond MaxChecked, which are not
	// looked at. It is the same in every Checked of a draft.
	Unchecked int
}

// Check finds the claims of a draft and yields each, in text order and as soon
// as it is ready, with earlier statements on the same matter, the originals of
// its quoted words, and who has said the same; see Related for what is earlier.
// It yields an error last, if any: then some claims are missing. A draft that is
// not English has no claims.
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
		for checked, err := range s.checkAll(ctx, claims[:len(claims)-unchecked], &draft) {
			if !yield(Checked{checked, unchecked}, err) || err != nil {
				return
			}
		}
	}
}

// checkAll checks claims, as many at once as there are processors and a few
// ahead of the one that is awaited, and yields them in order.
func (s *Service) checkAll(ctx context.Context, claims []onrecord.Claim, d *checkedDraft) iter.Seq2[onrecord.Checked, error] {
	type outcome struct {
		checked onrecord.Checked
		err     error
	}
	return func(yield func(onrecord.Checked, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ready := make([]chan outcome, len(claims))
		begin := func(i int) {
			ready[i] = make(chan outcome, 1)
			go func() {
				checked, err := s.checkClaim(ctx, &claims[i], d)
				checked.Place, checked.Total = i+1, len(claims)
				ready[i] <- outcome{checked, err}
			}()
		}
		ahead := min(runtime.GOMAXPROCS(0), len(claims))
		for i := range ahead {
			begin(i)
		}
		for i := range claims {
			done := <-ready[i]
			ready[i] = nil
			if next := i + ahead; next < len(claims) && done.err == nil {
				begin(next)
			}
			if !yield(done.checked, done.err) || done.err != nil {
				return
			}
		}
	}
}

// A checkedDraft is a draft that can be checked.
type checkedDraft struct {
	article  onrecord.Article // dated
	undated  bool             // its date is that of the check
	present  bool             // CheckRequest.PresentOnly
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
	d.present = r.PresentOnly
	d.article.Language = extract.Language(d.article.Text)
	return d, nil
}

// horizon returns what is earlier than the draft.
func (d *checkedDraft) horizon() horizon {
	return horizon{before: d.article.Published.Time, untilNow: d.undated, present: d.present}
}
