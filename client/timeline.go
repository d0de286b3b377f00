package client

import (
	"context"
	"iter"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/wire"
	onrecordv1 "github.com/onrecord/onrecord/proto/onrecord/v1"
)

// A Period asks what was said over time: by a speaker, on a matter, or both.
type Period struct {
	// Speaker is a resource name ("speakers/mara-velden") or words of the name;
	// empty: everybody.
	Speaker string
	// Query is in the query language; empty: all that the speaker said.
	Query string
	// PresentOnly leaves out what its source does not have any more.
	PresentOnly bool
	// Collapse takes the appearances of a statement for one, in the place of the
	// first.
	Collapse bool
	// Speakers and Candidates are how many the summary has at the most; 0: 10.
	Speakers, Candidates int
	// PageSize is how many statements one page has; 0: 20, at most 100.
	PageSize int
}

// A TimelinePage is one page of a timeline.
type TimelinePage struct {
	Statements []onrecord.Hit // those with a date, oldest first
	Undated    []onrecord.Hit // those without, on the pages behind all others
	// Next is the token of the next page; empty on the last.
	Next  string
	Total int // claims: statements on all pages or, collapsed, their appearances
	// Groups is how many statements are on all pages; 0 without Collapse.
	Groups int
	// Summary is over all statements; nil but on the first page.
	Summary  *onrecord.Timeline
	Coverage onrecord.Coverage
}

// TimelinePage returns the page behind token; the first one for "".
func (c *Client) TimelinePage(ctx context.Context, p Period, token string) (TimelinePage, error) {
	resp, err := c.timelines.GetTimeline(ctx, &onrecordv1.GetTimelineRequest{
		Speaker: p.Speaker, Query: p.Query, PageSize: int32(p.PageSize), PageToken: token,
		SpeakerCount: int32(p.Speakers), CandidateCount: int32(p.Candidates), PresentOnly: p.PresentOnly, CollapseGroups: p.Collapse,
	})
	if err != nil {
		return TimelinePage{}, toError(err)
	}
	total, groups := int(resp.GetTotalSize()), int(resp.GetGroupCount())
	return TimelinePage{
		Statements: wire.TimelineStatementsOf(resp.GetStatements()), Undated: wire.TimelineStatementsOf(resp.GetUndatedStatements()),
		Next: resp.GetNextPageToken(), Total: total, Groups: groups,
		Summary: wire.TimelineSummaryOf(resp.GetSummary(), total, groups), Coverage: wire.CoverageOf(resp.GetCoverage()),
	}, nil
}

// Timeline yields the statements of page after page, oldest first and those
// without a date last. An error ends it.
func (c *Client) Timeline(ctx context.Context, p Period) iter.Seq2[onrecord.Hit, error] {
	return pages(func(token string) ([]onrecord.Hit, string, error) {
		page, err := c.TimelinePage(ctx, p, token)
		return append(page.Statements, page.Undated...), page.Next, err
	})
}
