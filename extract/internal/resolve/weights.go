package resolve

import "math"

// The weights of a choice, in log odds: a candidate's score is the sum of what
// holds of it. Named constants rather than a table of numbers, so that each
// says what it is for.
const (
	// Where the candidate was mentioned last, seen from the words to resolve.
	weightSameSentence   = 1.6
	weightSentenceBefore = 1.5
	weightPerSentence    = -0.35 // for each sentence further back
	weightPerParagraph   = -0.25

	// How it stood there.
	weightSubjectHere      = 1.4 // in the same sentence
	weightSubjectBefore    = 1.0 // in the one before
	weightMainSubject      = 0.7 // the first subject of either
	weightPossessor        = -0.4
	weightAfterPreposition = -0.8
	weightModifier         = -1.2 // before a noun, in brackets
	weightQuotedOnly       = -2.5 // named nowhere but within quotations
	weightQuotedHere       = 3.0  // … but within the one at hand

	// What it did.
	weightSpokeLast      = 1.0
	weightSpokeNear      = 1.6 // … within the last sentences
	weightAsked          = 3.0 // was asked, in this sentence or the one before
	weightJustIntroduced = 1.2 // with full name and what the person is
	weightOftenNamed     = 0.3 // times the logarithm of how often

	// What it is.
	weightGenderKnown   = 0.6
	weightGenderUnknown = -0.6
	weightKindUnknown   = -1.2 // a lone capitalised word for "he" or "she"
	weightNameless      = -1.0 // "a spokesman" for "he"
	weightPlural        = 0.5  // a group for "they"
	weightBodyAsMany    = -0.8 // a body for "they"
	weightUnknownBody   = -0.5 // a lone capitalised word for "it"

	// Named within the words that it would have to have said.
	weightNamedInQuote   = -2.5
	weightNamedInContent = -2.0

	// How a description fits.
	weightSameRole     = 3.0
	weightLikeRole     = 2.0
	weightSameModifier = 1.0
	weightSameRegion   = 2.0
	weightOtherRegion  = -1.5
	leastDescription   = 2.0 // below this, the words do not fit
)

// confidences turns scores, best first, into shares that add up to 1.
func confidences(scores []float64) []float64 {
	out := make([]float64, len(scores))
	sum := 0.0
	for i, s := range scores {
		out[i] = math.Exp(s - scores[0])
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
