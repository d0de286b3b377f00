package onrecord

// A Checked is a claim of a draft with what is on record before the draft.
type Checked struct {
	Claim Claim // it has no name; its spans are of the draft
	// Place is which of the draft's claims it is, from 1, and Total how many of
	// them are checked.
	Place, Total int
	// SameSpeaker and Others are earlier statements on the same matter, the most
	// related first.
	SameSpeaker, Others []RelatedHit
	// Quotes are the claim's quoted words with their originals, in text order.
	Quotes   []CheckedQuote
	Repeated Repeated
	Coverage Coverage // with the claims of this claim's speaker
}

// A CheckedQuote says whether words that a draft quotes were said.
type CheckedQuote struct {
	Span      Span // in the draft
	Verdict   Verdict
	Flags     []QuoteFlag // of the original that the verdict is about
	Originals []Original  // the nearest, those that tell most first
}

// Repeated tells who has made a statement of a draft before, in the same words
// or nearly so. The zero value: nobody.
type Repeated struct {
	Group   string // Claim.Group of those who have
	Claims  int    // how often
	Outlets int    // in how many outlets
	// First are the earliest of these claims.
	First []Claim
}
