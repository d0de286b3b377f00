package onrecord

import "time"

// A Hit is a claim that a search found.
type Hit struct {
	Claim Claim
	// Score is the BM25 score, comparable within one answer only; 0 in time
	// orders.
	Score float64
	// Highlights are the words that matched, as spans of Claim.Text, in order.
	Highlights []Span
	// Group is the statement group for which the claim stands; zero where hits
	// are not collapsed, and for a claim without a group.
	Group Group
}

// A Group is one statement over all articles: the claims with the same
// Claim.Group, in nearly the same words.
type Group struct {
	ID       string
	Claims   int // its appearances, former claims included
	Former   int // those of the claims that are former ones: their source has them no more
	Articles int // those in which it appears
	Outlets  int // their outlets, of those that name one
	// First is the resource name of the claim that was said first (Claim.When);
	// of several the one published first, ties by name.
	First string
	// FirstSaid and LastSaid are when the earliest and the latest of the claims
	// with a date were said; zero where none has one.
	FirstSaid, LastSaid time.Time
}

// ReasonType is a kind of reason why two statements are related.
type ReasonType int

// The kinds of reason.
const (
	ReasonUnknown       ReasonType = iota
	ReasonSharedTerm               // both have this word, by stem
	ReasonSameSpeaker              // both are of the same speaker
	ReasonSharedQuote              // both have these words in quotation marks
	ReasonSharedContext            // this word, by stem, stands around one of them and in or around the other
	ReasonSimilarWord              // the other has words that are written like these
	ReasonNearInTime               // they were said at about the same time
	ReasonSameStatement            // the other is the statement itself, in the same words or nearly so
)

// A Reason is one reason why two statements are related.
type Reason struct {
	Type ReasonType
	// Detail is the word or words as the subject has them, the speaker's name,
	// the quoted words or, for nearness in time, when the related one was said.
	Detail string
	// Weight is what the reason adds to the score.
	Weight float64
}

// A RelatedHit is an earlier statement on the matter of another.
type RelatedHit struct {
	Claim Claim
	// Score is the sum of the reasons' weights.
	Score float64
	// Reasons say why it is related, the weightiest first.
	Reasons []Reason
	// Highlights are the shared words, as spans of Claim.Text, in order.
	Highlights []Span
	// Group is the statement group for which the claim stands: of the earlier
	// appearances of a statement one is a hit. Zero for a claim without a group.
	Group Group
}

// Outcome says what taking an article in did.
type Outcome int

// The outcomes.
const (
	OutcomeUnknown   Outcome = iota
	OutcomeCreated           // it was not in the index and now is
	OutcomeUpdated           // it was there with another content; this is a new version
	OutcomeUnchanged         // it was there just so; nothing changed
	OutcomeRefreshed         // it was there just so; its claims were found anew, by a newer extractor
)

// outcomeNames are the words that people are shown.
var outcomeNames = [...]string{
	OutcomeUnknown: "", OutcomeCreated: "new", OutcomeUpdated: "changed", OutcomeUnchanged: "unchanged", OutcomeRefreshed: "refreshed",
}

// String returns "new", "changed", "unchanged" or "refreshed", and "" for
// OutcomeUnknown.
func (o Outcome) String() string { return outcomeNames[o] }

// A GroupProfile is a statement group with all that is told of it.
type GroupProfile struct {
	Group
	First Claim // the claim that Group.First names
	// BySpeaker counts the claims by who made them, and ByOutlet by where they
	// are, the most first.
	BySpeaker, ByOutlet []FacetValue
	// Wordings are the different ones: that of First, then the others in the
	// order in which they first appeared.
	Wordings []GroupWording
}

// A GroupWording is one wording of a statement; case and marks make no other.
type GroupWording struct {
	Text    string
	First   string   // resource name of the claim in which it first appeared
	Claims  int      // that have it
	Outlets []string // of these claims, in their order
	// Edits are what differs from the first wording; none for that itself.
	Edits []QuoteEdit
}
