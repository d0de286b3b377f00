// Package query turns what a person types into the search box into a tree of
// onrecord nodes. It is pure: no index, no clock.
//
// The language:
//
//	ceasefire border        both words must occur, in any form ("ceasefires")
//	"northern border"       these words, one after the other, as written
//	ceasefire OR truce      either; OR binds tighter than the space between
//	                        words: a OR b c means (a OR b) and c
//	-sanctions              must not occur; NOT says the same
//	+ceasefire              must occur: what a bare word says too, and AND
//	(a b) OR "c d"          parentheses group
//	sanct*                  words that begin so; at least 2 letters
//	speaker:velden          words of the speaker's name; speaker:"mara velden"
//	                        wants both, with or without others between
//	title:minister          words of the speaker's title; in quotation marks,
//	                        one after the other
//	outlet:"harbour herald" the outlet's whole name
//	kind:direct             direct, indirect or mixed
//	state:removed           present, edited or removed: whether the newest
//	                        version of its article still has it
//	said:2025-05..2025-06   when it was said: a date or a range of dates, both
//	                        ends included to their precision, either end open
//	published:2025-05-18    when the article came out
//	text:x exact:x          words in any form (like a bare word), and as written
//
// A * can follow the last letter of a bare word and of the values of speaker,
// text and exact. Dates are YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339. OR, AND and
// NOT are operators in upper case only. Typographic quotation marks are
// quotation marks; an apostrophe is part of its word, and so are a hyphen
// inside it and a colon after anything but letters ("12:30"). Words that are
// no field stand before a colon only in front of a space or of "//"
// ("Velden: …", "https://…"); else they are an error that lists the fields.
// Stop words ("the") and what has no letter or digit ("&") ask for nothing
// beside other words; words that are all stop words are looked for as written.
//
// The empty query matches every claim.
package query

// The bounds of a query. What is past one is an *Error that says so.
const (
	MaxBytes   = 2000 // length of a query, in bytes of UTF-8
	MaxClauses = 64   // words, phrases and field:value pairs
	MaxDepth   = 16   // parentheses within each other

	// MinPrefix is the fewest characters before a *: a shorter prefix stands
	// for too many words to look up.
	MinPrefix = 2
)
