// Package extract finds the attributed statements of an English news article:
// who is said to have said what, in which words. It works by rules over words,
// quotation marks and a lexicon of the verbs that attribute; it holds no model
// and calls no parser and no network. A text in another language has no claims:
// see Language.
//
// The steps, each in files of its own:
//
//	internal/text   text → tokens, quotation marks, sentences, once
//	classes, words  tokens → word classes, by closed lists
//	cues, lexicon   verbs, nouns and phrases that attribute ("said", "according to")
//	mention         the words before or after a cue that name the source
//	starts, ends    where the statement that follows its cue begins and ends
//	inserted, according, unlisted
//	                content before and around its attribution
//	forward         content after its cue
//	nouncue, headline, dateline, block, transcript, loosequotes
//	                what stands outside of sentences with a verb of saying
//	statements      all of it over the sentences, in order
//	resolve         statements → speakers, venue and date (internal/names,
//	                internal/resolve, internal/setting)
//	claims          statements and attributions → onrecord.Claim
//
// Claims is a pure function: the same article gives the same claims. It takes
// time linear in the length of the text, whatever the text. Statements do not
// overlap: what somebody is quoted as quoting belongs to the outer statement.
//
// A claim's Confidence is the share of its rule's finds that were right on
// labelled articles times the certainty of its speaker; eval/extract shows how
// the two go together.
package extract
