package bm25

import "github.com/onrecord/onrecord"

// UnattributedPart is what of its score a claim keeps that is of nobody who is
// named: a question that was asked, the words of "an official". Who looks a
// statement up wants to know whose it is. One word weighs up to some three times
// more in a short claim than in a long one, so that of the claims with the same
// words those that are somebody's come first.
const UnattributedPart = 0.25

// Attributed returns a score as it counts for a claim of that speaker.
func Attributed(score float64, speaker *onrecord.Speaker) float64 {
	return score * AttributedPart(speaker.ID != "")
}

// AttributedPart is what of its score a claim keeps, by whether its speaker is
// named: has an ID.
func AttributedPart(named bool) float64 {
	if named {
		return 1
	}
	return UnattributedPart
}
