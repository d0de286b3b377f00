package service

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

const (
	// leastQuoted is how many words a quotation of a draft has whose originals
	// are sought: fewer are a turn of phrase.
	leastQuoted = 3
	// maxQuotes bounds the quotations of one claim that are looked at.
	maxQuotes = 5
)

// checkClaim finds what is on record before the draft on one of its claims.
func (s *Service) checkClaim(ctx context.Context, c *onrecord.Claim, d *checkedDraft) (onrecord.Checked, error) {
	s.directory.resolveNew(c)
	var err error
	if c.Group, err = s.grouper.find(ctx, c); err != nil {
		return onrecord.Checked{}, err
	}
	sub := subjectOf(c, nearbyIn(d.article.Text, c), c.When(), d.horizon())
	related, err := s.related(ctx, sub, d.pageSize)
	if err != nil {
		return onrecord.Checked{}, err
	}
	checked := onrecord.Checked{Claim: *c, SameSpeaker: related.SameSpeaker, Others: related.Others}
	if checked.Quotes, err = s.checkQuotes(ctx, c, d); err != nil {
		return onrecord.Checked{}, err
	}
	if checked.Repeated, err = s.repeated(ctx, c, d); err != nil {
		return onrecord.Checked{}, err
	}
	checked.Coverage, err = s.coverage(ctx, sub.speaker)
	return checked, err
}

// checkQuotes verifies what a claim quotes, as said by its speaker.
func (s *Service) checkQuotes(ctx context.Context, c *onrecord.Claim, d *checkedDraft) ([]onrecord.CheckedQuote, error) {
	var quotes []onrecord.CheckedQuote
	for _, span := range c.Quoted {
		words := span.Of(d.article.Text)
		if n := len(compare.Words(words)); n < leastQuoted || n > compare.MaxWords || len(words) > MaxQuoteBytes || len(quotes) == maxQuotes {
			continue
		}
		v, err := s.newVerification(VerifyRequest{Quote: words, Speaker: quotedSpeaker(c), Said: c.Said, PageSize: d.pageSize})
		if err != nil {
			return nil, err
		}
		v.horizon = d.horizon()
		if err := v.run(ctx); err != nil {
			return nil, fmt.Errorf("check a quotation: %w", err)
		}
		quote := onrecord.CheckedQuote{Span: span}
		quote.Verdict, quote.Flags, quote.Originals = v.answer()
		if err := s.tellOriginals(ctx, quote.Originals); err != nil {
			return nil, err
		}
		quotes = append(quotes, quote)
	}
	return quotes, nil
}

// quotedSpeaker returns who is to have said what a claim quotes; empty where the
// draft names nobody.
func quotedSpeaker(c *onrecord.Claim) string {
	if c.Speaker.ID == "" {
		return ""
	}
	return onrecord.SpeakerName(c.Speaker.ID)
}

// repeated tells who has said the same before.
func (s *Service) repeated(ctx context.Context, c *onrecord.Claim, d *checkedDraft) (onrecord.Repeated, error) {
	if c.Group == "" {
		return onrecord.Repeated{}, nil
	}
	earlier := d.horizon()
	found, err := s.index.Search(ctx, onrecord.Request{
		Query: onrecord.Bool{Must: append([]onrecord.Node{onrecord.AnyOf{Field: onrecord.FieldGroup, Values: []string{c.Group}}}, earlier.nodes()...)},
		Order: onrecord.OrderOldest, Limit: onrecord.MaxCandidates,
	})
	if err != nil {
		return onrecord.Repeated{}, fmt.Errorf("who said it before: %w", err)
	}
	repeated, outlets := onrecord.Repeated{Group: c.Group}, map[string]bool{}
	for _, claim := range found.Claims {
		if !earlier.has(claim.When()) {
			continue
		}
		repeated.Claims++
		if outlet := claim.Article.Outlet; outlet != "" {
			outlets[outlet] = true
		}
		if len(repeated.First) < d.pageSize {
			repeated.First = append(repeated.First, claim)
		}
	}
	repeated.Outlets = len(outlets)
	s.directory.resolveAll(repeated.First)
	if repeated.Claims == 0 {
		return onrecord.Repeated{}, nil
	}
	return repeated, nil
}
