package main

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/client"
	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/service"
)

// related asks with the words and the speaker of a claim.
func related(c *corpus.Corpus, random *rand.Rand) question {
	claim := c.DrawClaim(random)
	speaker := onrecord.SpeakerName(claim.Speaker.ID)
	return question{
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			r, err := s.Related(ctx, service.RelatedRequest{
				Text: claim.Text, Speaker: speaker, Context: claim.Surroundings(), Said: claim.When(), Before: corpus.Last,
			})
			return answer{total: len(r.SameSpeaker) + len(r.Others)}, err
		},
		remote: func(ctx context.Context, remote *client.Client) (answer, error) {
			r, err := remote.Related(ctx, client.Subject{
				Text: claim.Text, Speaker: speaker, Context: claim.Surroundings(), Said: claim.When().Time, Before: corpus.Last,
			})
			return answer{total: len(r.SameSpeaker) + len(r.Others)}, err
		},
	}
}

// timelineOfMatter asks for what everybody said on a common term, and
// timelineOfSpeaker for all that somebody said: the first page with the summary,
// candidates for a changed position included.
func timelineOfMatter(c *corpus.Corpus, random *rand.Rand) question {
	return timeline(common(c, random), "")
}

func timelineOfSpeaker(c *corpus.Corpus, random *rand.Rand) question {
	return timeline("", onrecord.SpeakerName(c.DrawClaim(random).Speaker.ID))
}

func timeline(query, speaker string) question {
	return question{
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			r, err := s.Timeline(ctx, service.TimelineRequest{Query: query, Speaker: speaker})
			return answer{total: r.Total}, err
		},
		remote: func(ctx context.Context, remote *client.Client) (answer, error) {
			p, err := remote.TimelinePage(ctx, client.Period{Query: query, Speaker: speaker}, "")
			return answer{total: p.Total}, err
		},
	}
}

// verifyVerbatim asks whether the words of a claim were said, by whoever it was.
func verifyVerbatim(c *corpus.Corpus, random *rand.Rand) question {
	return verify(service.VerifyRequest{Quote: c.DrawClaim(random).Text})
}

// verifyAltered asks with every fifth word another, and the speaker named.
func verifyAltered(c *corpus.Corpus, random *rand.Rand) question {
	claim := c.DrawClaim(random)
	quote := strings.Fields(claim.Text)
	for i := random.IntN(5); i < len(quote); i += 5 {
		quote[i] = c.DrawTerm(random)
	}
	return verify(service.VerifyRequest{Quote: strings.Join(quote, " "), Speaker: onrecord.SpeakerName(claim.Speaker.ID)})
}

func verify(r service.VerifyRequest) question {
	return question{
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			found, err := s.Verify(ctx, r)
			return answer{total: len(found.Originals)}, err
		},
		remote: func(ctx context.Context, remote *client.Client) (answer, error) {
			found, err := remote.Verify(ctx, client.Quote{Text: r.Quote, Speaker: r.Speaker})
			return answer{total: len(found.Originals)}, err
		},
	}
}

// draftClaims is how many claims a draft has.
const draftClaims = 20

// checkAll waits for the earlier statements of all claims of a draft, checkFirst
// for those of the first one.
func checkAll(c *corpus.Corpus, random *rand.Rand) question {
	return check(c, random, draftClaims, draftClaims)
}
func checkFirst(c *corpus.Corpus, random *rand.Rand) question {
	return check(c, random, draftClaims, 1)
}

// transcriptClaims is how many claims a transcript of some 5,000 words has.
const transcriptClaims = 110

// checkTranscript waits for the earlier statements of the first claim of a
// transcript.
func checkTranscript(c *corpus.Corpus, random *rand.Rand) question {
	return check(c, random, transcriptClaims, 1)
}

// check waits for so many of the claims of a draft.
func check(c *corpus.Corpus, random *rand.Rand, claims, wait int) question {
	draft := c.Draft(random.IntN(1<<30), claims)
	return question{
		library: func(ctx context.Context, s *service.Service) (answer, error) {
			date := onrecord.Date{Time: corpus.Last, Precision: onrecord.PrecisionInstant}
			return take(wait, s.Check(ctx, service.CheckRequest{Text: draft, Published: date}))
		},
		remote: func(ctx context.Context, remote *client.Client) (answer, error) {
			return take(wait, remote.Check(ctx, client.Draft{Text: draft, Published: corpus.Last}))
		},
	}
}

// take counts the claims checked, up to the first one or to the end.
func take[T any](wait int, checked iter.Seq2[T, error]) (answer, error) {
	var a answer
	for claim, err := range checked {
		if err != nil {
			return a, err
		}
		if remote, ok := any(claim).(client.Checked); ok && remote.Summary != nil {
			continue
		}
		if a.total++; wait == 1 {
			return a, nil
		}
	}
	if off := a.total - wait; off < -wait/10 || off > wait/10 {
		return a, fmt.Errorf("%d claims were found in a draft of %d", a.total, wait)
	}
	return a, nil
}
