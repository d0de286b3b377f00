package main

import (
	"context"
	"math/rand/v2"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/peer"
	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

// commonTermCollapsed asks for one claim of each statement group. The answer is
// how many groups there are.
func commonTermCollapsed(c *corpus.Corpus, random *rand.Rand) question {
	q := peer.Question{Must: []string{common(c, random)}}
	return question{
		engine: func(ctx context.Context, x *index.Index) (answer, error) {
			request := engineRequest(q)
			request.Collapse = onrecord.FieldGroup
			r, err := x.Search(ctx, request)
			if err != nil {
				return answer{}, err
			}
			return answer{total: r.Collapsed}, wantHits(len(r.Claims), r.Collapsed)
		},
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			request := libraryRequest(q)
			request.Collapse = true
			r, err := s.Search(ctx, request)
			if err != nil {
				return answer{}, err
			}
			return answer{total: r.Groups}, wantHits(len(r.Hits), r.Groups)
		},
		remote: func(ctx context.Context, c *client.Client) (answer, error) {
			query := remoteQuery(q)
			query.Collapse = true
			p, err := c.SearchPage(ctx, query, "")
			if err != nil {
				return answer{}, err
			}
			return answer{total: p.Groups}, wantHits(len(p.Hits), p.Groups)
		},
	}
}

// statementGroup asks who made the statement of a claim first, who repeats it,
// and in which words.
func statementGroup(c *corpus.Corpus, random *rand.Rand) question {
	id := c.DrawClaim(random).Group
	return question{
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			g, err := s.Group(ctx, onrecord.GroupName(id))
			return answer{total: g.Claims}, err
		},
		remote: func(ctx context.Context, c *client.Client) (answer, error) {
			g, err := c.Group(ctx, id)
			return answer{total: g.Claims}, err
		},
	}
}
