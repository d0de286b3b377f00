// Package rank puts the claims that an engine found in order, and says why
// they are there. It is pure: the same claims and figures give the same
// answer, whatever engine they came from. What relevance means is told here
// (Query.Rank, by package bm25); an engine that scores while it searches is
// held to it by index/indextest.
//
//	Query     a search: BM25 scores and highlighted words
//	Subject   a statement to which related ones are sought: scores with reasons
//	SameWords whether two texts are copies of each other
//
// What relates a claim to a Subject is, weightiest first (weights.go): words
// in common, by rarity; words of either one's surroundings; the same quoted
// words; words that are written alike. Being the same statement, the same
// speaker and nearness in time raise the sum of these. Every part is a reason with its weight, and the
// weights add up to the score.
//
// Which claims are related at all is a question of its own. A claim must share
// a word with the statement itself, in its own words or in those around it.
// What stands around the statement can make it more related, and related only
// where the statement is too short to tell what it is about ("It will not
// happen"): then two words of that in the claim's own words will do.
package rank
