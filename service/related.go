package service

import (
	"context"
	"fmt"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/rank"
)

// A RelatedRequest asks for earlier statements on the same matter as a claim
// of the index or as any words: one of Claim and Text is set.
type RelatedRequest struct {
	Claim   string // resource name
	Text    string // at most MaxSubjectBytes
	Speaker string // with Text: resource name or words of the name; may be empty
	// Context, with Text: what stands around the words, such as the sentences
	// before and after; at most MaxSubjectBytes, may be empty.
	Context string
	// Said, with Text: when the words were said. Statements of about that time
	// rank higher, as they do for a claim with a date.
	Said onrecord.Date
	// IgnoreTime ranks without regard to when statements were made.
	IgnoreTime bool
	// Before is the moment that everything must be earlier than. Zero: for a
	// claim, the beginning of the period its own date names; for text, now, and
	// then also what was said today, this month or this year counts.
	Before time.Time
	// PresentOnly leaves out what the source of a statement does not have any
	// more.
	PresentOnly bool
	// PageSize is for the same speaker and for others each; 0:
	// DefaultRelatedSize; past MaxRelatedSize: MaxRelatedSize.
	PageSize int
}

// A RelatedResult is what was said earlier on the same matter.
type RelatedResult struct {
	SameSpeaker []onrecord.RelatedHit // most related first; none where the speaker is not known
	Others      []onrecord.RelatedHit // most related first
	Coverage    onrecord.Coverage
	Before      time.Time // the moment that was applied
}

// candidatesFor is how many claims of the engine are ranked for the same
// speaker, and for others, to tell so many. Reading and ranking one costs some
// 20 µs.
func candidatesFor(size int) int { return candidatesEach*size + candidatesMore }

const (
	candidatesEach = 2
	candidatesMore = 80
)

// Related finds earlier statements on the same matter. Earlier is what is known
// to be: the whole period that a statement's date names ends at or before the
// moment. A statement of "2025-05" is not before 2025-05-18, of two statements
// of one day neither is before the other, and one without a date is before
// nothing. Where nobody named a moment, all that is on record until now is
// earlier. The claim itself and its copies in the same article are left out.
func (s *Service) Related(ctx context.Context, r RelatedRequest) (RelatedResult, error) {
	size, err := pageSize("page_size", r.PageSize, DefaultRelatedSize, MaxRelatedSize)
	if err != nil {
		return RelatedResult{}, err
	}
	if err := checkTime("before_time", r.Before); err != nil {
		return RelatedResult{}, err
	}
	var sub subject
	switch {
	case (r.Claim == "") == (r.Text == ""):
		return RelatedResult{}, badField("subject", "NOT_ONE", "must be one of claim and text")
	case r.Claim != "":
		sub, err = s.claimSubject(ctx, r)
	default:
		sub, err = s.textSubject(ctx, r)
	}
	if err != nil {
		return RelatedResult{}, err
	}
	result, err := s.related(ctx, sub, size)
	if err != nil {
		return RelatedResult{}, err
	}
	result.Coverage, err = s.coverage(ctx, sub.speaker)
	return result, err
}

// A subject is what related statements are sought to.
type subject struct {
	words   *rank.Subject
	speaker string // resource name, or words of the name; empty: not known
	horizon
	claim *onrecord.Claim // nil for text
}

// subjectOf takes a claim, of the index or of a draft, and what stands around
// it; when is unknown where time does not count.
func subjectOf(c *onrecord.Claim, nearby string, when onrecord.Date, earlier horizon) subject {
	words := rank.NewSubject(rank.Statement{Text: c.Text, Quoted: rank.QuotedIn(c), Nearby: nearby, Reporting: c.Reporting(), When: when, Group: c.Group})
	sub := subject{words: words, horizon: earlier, claim: c}
	if c.Speaker.ID != "" {
		sub.speaker = onrecord.SpeakerName(c.Speaker.ID)
	}
	return sub
}

func (s *Service) claimSubject(ctx context.Context, r RelatedRequest) (subject, error) {
	if r.Speaker != "" {
		return subject{}, badField("speaker", "NOT_WITH_CLAIM", "must be empty with a claim, which has its own speaker")
	}
	if r.Context != "" {
		return subject{}, badField("context", "NOT_WITH_CLAIM", "must be empty with a claim, whose article is known")
	}
	if r.Said.Known() {
		return subject{}, badField("said_time", "NOT_WITH_CLAIM", "must be empty with a claim, which has its own date")
	}
	articleID, claimID, err := ParseClaimName("claim", r.Claim)
	if err != nil {
		return subject{}, err
	}
	c, err := s.Claim(ctx, articleID, claimID)
	if err != nil {
		return subject{}, err
	}
	before := r.Before
	if before.IsZero() {
		if !c.When().Known() {
			return subject{}, badField("before_time", "REQUIRED", "must be set: neither the claim nor its article has a date")
		}
		before = c.When().Time
	}
	when := c.When()
	if r.IgnoreTime {
		when = onrecord.Date{}
	}
	return subjectOf(&c, c.Surroundings(), when, horizon{before: before, present: r.PresentOnly}), nil
}

func (s *Service) textSubject(ctx context.Context, r RelatedRequest) (subject, error) {
	if err := checkText("text", r.Text, MaxSubjectBytes); err != nil {
		return subject{}, err
	}
	if err := checkText("speaker", r.Speaker, MaxFilterBytes); err != nil {
		return subject{}, err
	}
	if err := checkText("context", r.Context, MaxSubjectBytes); err != nil {
		return subject{}, err
	}
	if err := checkTime("said_time", r.Said.Time); err != nil {
		return subject{}, err
	}
	before := r.Before
	if before.IsZero() {
		before = s.now()
	}
	statement := rank.Statement{Text: r.Text, Nearby: r.Context, When: r.Said}
	if r.IgnoreTime {
		statement.When = onrecord.Date{}
	}
	var err error
	if statement.Group, err = s.grouper.find(ctx, &onrecord.Claim{Text: r.Text, Kind: onrecord.KindDirect}); err != nil {
		return subject{}, err
	}
	return subject{words: rank.NewSubject(statement), speaker: r.Speaker, horizon: horizon{before, r.Before.IsZero(), r.PresentOnly}}, nil
}

// related finds and ranks, up to size of the same speaker and of others each.
func (s *Service) related(ctx context.Context, sub subject, size int) (RelatedResult, error) {
	var speaker onrecord.Node
	if sub.speaker != "" {
		var err error
		if speaker, err = speakerNode(s.directory, "speaker", sub.speaker); err != nil {
			return RelatedResult{}, err
		}
	}
	same, others, stats, err := s.candidates(ctx, sub, speaker, size)
	if err != nil {
		return RelatedResult{}, err
	}
	result := RelatedResult{Before: sub.before}
	result.SameSpeaker, result.Others = sub.words.Rank(same, others, stats, size)
	if err := s.tellGroups(ctx, result.SameSpeaker); err != nil {
		return RelatedResult{}, err
	}
	return result, s.tellGroups(ctx, result.Others)
}

// tellGroups tells of each hit what statement it is.
func (s *Service) tellGroups(ctx context.Context, hits []onrecord.RelatedHit) error {
	groups, err := s.groupsOf(ctx, len(hits), func(i int) *onrecord.Claim { return &hits[i].Claim })
	for i, g := range groups {
		hits[i].Group = g
	}
	return err
}

// candidates returns the best claims of a speaker (nil: nobody's) and of others
// that may be told: of several appearances of a statement one.
func (s *Service) candidates(ctx context.Context, sub subject, speaker onrecord.Node, size int) (same, others []onrecord.Claim, stats onrecord.TermStats, err error) {
	earlier := sub.nodes()
	r := onrecord.TopRequest{
		Query: onrecord.Bool{Must: append([]onrecord.Node{sub.words.Node()}, earlier...)}, Split: speaker, Near: sub.words.When(),
		Collapse: onrecord.FieldGroup, Limit: candidatesFor(size),
	}
	found, err := s.index.Top(ctx, r)
	if err != nil {
		return nil, nil, stats, fmt.Errorf("related: %w", err)
	}
	parts := [...][]onrecord.Hit{found.Split, found.Rest}
	var told [len(parts)][]onrecord.Claim
	var known [len(parts)]map[string]bool
	var left []string
	for i, hits := range parts {
		known[i] = map[string]bool{}
		var groups []string
		told[i], groups = sub.told(hits, known[i])
		left = append(left, groups...)
	}
	if len(left) > 0 {
		// The appearance that stood for a statement is the subject's own, or not
		// known to be earlier: another one can be.
		inGroups := onrecord.AnyOf{Field: onrecord.FieldGroup, Values: left}
		r.Query = onrecord.Bool{Must: append([]onrecord.Node{inGroups}, earlier...), Should: []onrecord.Node{sub.words.Node(), onrecord.All{}}}
		r.Collapse = ""
		more, err := s.index.Top(ctx, r)
		if err != nil {
			return nil, nil, stats, fmt.Errorf("related: %w", err)
		}
		for i, hits := range [...][]onrecord.Hit{more.Split, more.Rest} {
			kept, _ := sub.told(hits, known[i])
			told[i] = append(told[i], kept...)
		}
	}
	for _, claims := range told {
		s.directory.resolveAll(claims)
	}
	return told[0], told[1], found.Stats, nil
}

// told returns the claims that may be told, one of each statement that told does
// not have yet, and the groups of others. It adds the statements to told.
func (sub subject) told(hits []onrecord.Hit, told map[string]bool) (kept []onrecord.Claim, left []string) {
	for i := range hits {
		switch c := &hits[i].Claim; {
		case told[c.Group]:
		case sub.has(c.When()) && !sub.isCopy(c):
			told[c.Group] = c.Group != ""
			kept = append(kept, *c)
		case c.Group != "":
			left = append(left, c.Group)
		}
	}
	return kept, left
}

// isCopy tells of the subject itself and of its copies in the same article.
func (sub subject) isCopy(c *onrecord.Claim) bool {
	if sub.claim == nil || sub.claim.Article.ID != c.Article.ID {
		return false
	}
	return sub.claim.Group != "" && sub.claim.Group == c.Group || rank.SameWords(sub.claim.Text, c.Text)
}
