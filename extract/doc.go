// Package extract finds the attributed statements of an English news article:
// who is said to have said what, in which words. It works by rules over words,
// quotation marks and a lexicon of the verbs that attribute; it holds no model
// and calls no parser and no network.
//
// The steps, each in files of its own:
//
//	internal/text   text → tokens, quotations, sentences, once
//	words           tokens → word classes, by closed lists
//	cues            verbs, nouns and phrases that attribute ("said", "according to")
//	mention         the words before or after a cue that name the source
//	content         where the statement begins and ends
//	statements      all of it over the sentences, in order
//	attribute       statements → speakers, venue, date (names, speakers, resolve, when, venue)
//	claims          statements and speakers → onrecord.Claim
//
// Claims is a pure function: the same article gives the same claims.
package extract
