package rank

// How much each part of what relates two statements counts. The values are one
// setting for short posts, spoken sentences and statements of articles alike,
// learned on the training splits of three public collections (CheckThat! 2020
// task 2, 2021 task 2B, 2022 task 2A), of which "make eval-retrieval" prints
// the figures. All are broad optima: half or double of each loses at most
// .017 of the mean average precision of a collection, most less than .006.
//
// Tried there and left out, as neither gained .003 on the mean of the three:
// other values of K1 and B, powers of the inverse frequency, more weight for
// capitalized words, for numbers, for words that stand near each other, for the
// best sentence of a post and for the share of the claim or of the statement
// that is matched; synonyms, irregular forms, demonyms; sequences of 3, 5 or 6
// letters, and the most similar word instead of sequences; the speaker's name
// as a word; tags in lower case taken apart by the words of the index; a
// trained ranker (LambdaMART) over all of these.
const (
	// NearbyPart is the weight of a word that stands around the subject and not
	// in it.
	NearbyPart = 0.4
	// SignaturePart is the weight of a word in the signature of a post.
	SignaturePart = 0.5
	// BesidePart is what a word beside a claim (Claim.Beside) counts, next to one
	// in the claim or in its headline.
	BesidePart = 0.5
	// SimilarPart is the weight of letters in common, sequences of
	// similarLetters, next to that of words in common.
	SimilarPart = 0.15
	// QuotePart is added for the terms that both have in the same quoted words,
	// as a part of their weight: those are the speaker's, not the reporter's.
	QuotePart = 0.5
)

// What stands around a short statement makes claims related to it.
const (
	ShortStatement = 3 // different words, at most
	ShortNearby    = 2 // different words around it that a claim must have
)

// The factors. Each raises what the shared words give, so that none makes two
// statements related alone. Nearness in time is one too: bm25.TimePart.
const (
	// StatementPart is added where the other is the statement itself, in the same
	// words or nearly so: it comes before its denial, which can have more of the
	// words. Not learned, as the collections have each statement once.
	StatementPart = 0.5
	// SpeakerPart is added where both are of the same speaker.
	SpeakerPart = 0.5
)
