package extract

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract/internal/text"
)

// A statement is one contiguous piece of attributed words, as the statement
// side of the extraction (cues, content, mention) hands it to the speaker side
// (attribute). Token ranges index document.Tokens; an empty range stands for
// "not there".
type statement struct {
	// content is the tokens of the words stated.
	content text.Range
	kind    onrecord.Kind
	act     onrecord.Act
	// rule names the rule that found it, one of the rule constants.
	rule rule
	// cue is the verb group or phrase that attributes.
	cue text.Range
	// mention is the words that name the source here, with title and
	// apposition where they stand beside it. It is empty for a quotation that
	// floats and for a passive without an agent ("was told that").
	mention text.Range
	// shown is what stands for the source here where mention is found elsewhere:
	// "who" behind its noun, the letter before an answer ("A: …").
	shown text.Range
	// heir is the index of an earlier statement of the same speech act whose
	// source this one shares because it has no mention of its own: the second
	// piece of a cut quotation, ", adding that …", "… and said". It is -1
	// where there is none.
	heir int
	// goesOn says that this piece is part of the same utterance as heir.
	goesOn bool
	// score is the statement side's confidence, 0 to 1, that these words are
	// a statement with these ends.
	score float64
}

// An attribution is what the speaker side finds for one statement.
type attribution struct {
	speaker onrecord.Speaker
	// mention is the bytes that name the speaker in this statement's own
	// context, title included; empty where nothing there does.
	mention onrecord.Span
	// candidates are the speakers weighed and not chosen, best first.
	candidates  []onrecord.Candidate
	reportedVia string
	venue       string
	saidText    string
	said        onrecord.Date
	// certainty is the probability, 0 to 1, that speaker is the right one
	// given that the statement is one.
	certainty float64
}

// The boundary between the two sides is
//
//	func attribute(d *document, published onrecord.Date, statements []statement) []attribution
//
// in resolve.go: the statements come in text order (by content.First; heir is
// always a smaller index than the statement's own), the answer has one
// attribution for each, in the same order.
