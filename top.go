package onrecord

// A TopRequest asks for the claims that match a query best.
type TopRequest struct {
	Query Node
	// Split parts the matches into those that match it too and the rest, of
	// which each have hits of their own. It does not weigh. nil: all are the rest.
	Split Node
	// Near raises the score of what was said at about that time: see
	// bm25.Raised. Not known: it raises none.
	Near Date
	// Collapse is as in Request, for each part of the matches by itself.
	Collapse Field
	// Limit bounds the hits of each part: 1 to MaxCandidates.
	Limit int
}

// A TopResult answers a TopRequest. Hits have their claim and score, and are in
// OrderRelevance.
type TopResult struct {
	Split, Rest []Hit
	Stats       TermStats
}
