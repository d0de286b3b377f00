package compare

import "github.com/onrecord/onrecord"

// A Source is an utterance as an article has it. Spans are into Text.
type Source struct {
	Text string
	// Quoted are the speaker's own words: of each, the parts that were said in
	// one go, with what interrupts them left out.
	Quoted [][]onrecord.Span
	// Reported is all of it with the reporter's words; none where there are none.
	Reported []onrecord.Span
}

// JudgeSource compares with the speaker's own words and with the reporter's. A
// quotation that reaches from the one into the other, or has words of the
// reporter only, was not said so: it is VerdictParaphraseOnly at the most,
// however near it is.
func (q *Quote) JudgeSource(s Source) Judgement {
	best, pairs := Judgement{Verdict: onrecord.VerdictNotFound}, 0
	for _, parts := range s.Quoted {
		j := q.Judge(NewText(s.Text, parts...))
		pairs += j.Pairs
		if j.nearer(best) {
			best = j
		}
	}
	if best.Pairs = pairs; best.Verdict <= onrecord.VerdictPartial || len(s.Reported) == 0 {
		return best
	}
	reported := q.Judge(NewText(s.Text, s.Reported...))
	reported.Pairs += pairs
	best.Pairs = reported.Pairs
	nearer := reported.nearer(best)
	if best.Verdict == onrecord.VerdictAltered {
		nearer = reported.Similarity > best.Similarity
	}
	if !nearer {
		return best
	}
	reported.Verdict = max(reported.Verdict, onrecord.VerdictParaphraseOnly)
	return reported
}

// nearer reports whether j is of an original that the quotation is nearer to.
func (j *Judgement) nearer(other Judgement) bool {
	if j.Verdict != other.Verdict {
		return j.Verdict < other.Verdict
	}
	return j.Similarity > other.Similarity
}
