package rank

// How much each part of what relates two statements counts. The values are one
// setting for short posts, spoken sentences and statements of articles alike,
// learned on the training splits of three public collections (CheckThat! 2020
// task 2, 2021 task 2B, 2022 task 2A), of which "make eval-retrieval" prints
// the figures. All are broad optima: half or double of each changes the mean
// average precision by about a hundredth.
const (
	// NearbyPart is the weight of a word that stands around the subject and not
	// in it.
	NearbyPart = 0.4
	// SimilarPart is the weight of letters in common, sequences of
	// similarLetters, next to that of words in common.
	SimilarPart = 0.15
	// QuotePart is added for the terms that both have in the same quoted words,
	// as a part of their weight: those are the speaker's, not the reporter's.
	QuotePart = 0.5
)

// The factors. Each raises what the shared words give, so that neither makes
// two statements related alone.
const (
	// SpeakerPart is added where both are of the same speaker.
	SpeakerPart = 0.5
	// TimePart is added where both are of the same time; at a distance of
	// TimeHalfDays, half of it. A statement of any age keeps what its words
	// give.
	TimePart     = 1.0
	TimeHalfDays = 60.0
)
