package service

import (
	"context"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/rank"
)

// A TimelineRequest asks what was said over time: by a speaker, on a matter, or
// both; one of them is set.
type TimelineRequest struct {
	Speaker string // resource name, or words of the name
	Query   string // see package query
	// PresentOnly is RelatedRequest's.
	PresentOnly bool
	PageSize    int // 0: DefaultPageSize; past MaxPageSize: MaxPageSize
	After       *Cursor
	// Collapse takes the appearances of a statement group for one statement, that
	// of the first.
	Collapse bool
	// Speakers and Candidates are how many the summary has at the most; 0:
	// DefaultShares and DefaultChanges; past MaxShares and MaxChanges:
	// these.
	Speakers, Candidates int
}

// A TimelineResult is one page of a timeline.
type TimelineResult struct {
	Statements []onrecord.Hit // those with a date, by its first instant, oldest first, ties by name
	Undated    []onrecord.Hit // those without, behind all others, by name
	Total      int            // claims; on all pages and, with Collapse, behind all statements on them
	Groups     int            // with Collapse: statements on all pages
	// Summary is over all statements; the first page has it, others not.
	Summary  *onrecord.Timeline
	Coverage onrecord.Coverage
	Next     *Cursor // where the next page begins; nil: this is the last
}

// Timeline returns what was said over time. A speaker given by resource name
// who is not in the index is ErrNotFound. Statements that come in while it is
// answered can be in one part of the answer and not in another.
func (s *Service) Timeline(ctx context.Context, r TimelineRequest) (TimelineResult, error) {
	q, err := s.newTimeline(r)
	if err != nil {
		return TimelineResult{}, err
	}
	page, err := s.page(ctx, &q.search)
	if err != nil {
		return TimelineResult{}, err
	}
	if r.Collapse {
		if err := s.addGroups(ctx, page.Hits); err != nil {
			return TimelineResult{}, err
		}
	}
	result := TimelineResult{Total: page.Total, Groups: page.Groups, Next: page.Next}
	for _, hit := range page.Hits {
		s.directory.resolve(&hit.Claim)
		hit.Highlights = q.words.Highlights(hit.Claim.Text)
		if hit.Claim.When().Known() {
			result.Statements = append(result.Statements, hit)
		} else {
			result.Undated = append(result.Undated, hit)
		}
	}
	if r.After == nil {
		if result.Summary, err = s.summary(ctx, q); err != nil {
			return TimelineResult{}, fmt.Errorf("timeline: %w", err)
		}
	}
	result.Coverage, err = s.coverage(ctx, r.Speaker)
	return result, err
}

// A timeline is a request that was checked.
type timeline struct {
	search
	speakers   int
	candidates int
}

func (s *Service) newTimeline(r TimelineRequest) (*timeline, error) {
	node, err := s.timelineNode(r)
	if err != nil {
		return nil, err
	}
	q := &timeline{search: search{words: rank.NewQuery(node), after: r.After, fingerprint: r.fingerprint()}}
	q.Request = onrecord.Request{Query: node, Order: onrecord.OrderOldest}
	if r.Collapse {
		q.Collapse = onrecord.FieldGroup
	}
	if q.size, err = pageSize("page_size", r.PageSize, DefaultPageSize, MaxPageSize); err != nil {
		return nil, err
	}
	if q.speakers, err = pageSize("speaker_count", r.Speakers, DefaultShares, MaxShares); err != nil {
		return nil, err
	}
	if q.candidates, err = pageSize("candidate_count", r.Candidates, DefaultChanges, MaxChanges); err != nil {
		return nil, err
	}
	return q, q.checkAfter()
}

// timelineNode joins the speaker and the query.
func (s *Service) timelineNode(r TimelineRequest) (onrecord.Node, error) {
	if err := checkText("speaker", r.Speaker, MaxFilterBytes); err != nil {
		return nil, err
	}
	if r.Speaker == "" && strings.TrimSpace(r.Query) == "" {
		return nil, badField("query", "REQUIRED", "must be set where speaker is not")
	}
	node, err := s.queryNode(r.Query)
	if err == nil && r.PresentOnly {
		node = both(node, onrecord.OnlyPresent())
	}
	if err != nil || r.Speaker == "" {
		return node, err
	}
	if strings.HasPrefix(r.Speaker, "speakers/") {
		if _, err := s.speaker("speaker", r.Speaker); err != nil {
			return nil, err
		}
	}
	speaker, err := speakerNode(s.directory, "speaker", r.Speaker)
	if err != nil {
		return nil, err
	}
	return both(node, speaker), nil
}

// fingerprint tells requests apart by all that decides the statements.
func (r TimelineRequest) fingerprint() string {
	sum := digest(fmt.Sprintf("timeline %q %q %t %t", r.Speaker, r.Query, r.PresentOnly, r.Collapse))
	return hex.EncodeToString(sum[:8])
}
