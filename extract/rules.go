package extract

// A rule names how a statement was found.
type rule string

// The rules.
const (
	ruleQuoteSaidSpeaker   rule = "quote-said-speaker"   // “…,” said Velden
	ruleQuoteSpeakerSaid   rule = "quote-speaker-said"   // “…,” Velden said
	ruleSpeakerSaidQuote   rule = "speaker-said-quote"   // Velden said: “…”
	ruleQuoteGoesOn        rule = "quote-goes-on"        // “…,” Velden said. “…”
	ruleQuoteParagraph     rule = "quote-paragraph"      // “… / “… ”: the paragraphs of one quotation
	ruleQuoteFloating      rule = "quote-floating"       // a quotation of its own after its speaker's others
	ruleQuotePhrase        rule = "quote-phrase"         // quoted words in a sentence without a cue
	ruleColonQuote         rule = "colon-quote"          // Velden had one answer: “…”
	ruleContentSaidSpeaker rule = "content-said-speaker" // …, said Velden
	ruleContentSpeakerSaid rule = "content-speaker-said" // …, Velden said
	ruleSpeakerSaidThat    rule = "speaker-said-that"    // Velden said that …
	ruleSpeakerSaid        rule = "speaker-said"         // Velden said …
	ruleSpeakerAsked       rule = "speaker-asked"        // Velden asked whether …
	ruleSpeakerPromised    rule = "speaker-promised-to"  // Velden promised to …
	ruleSpeakerNoun        rule = "speaker-claimed-noun" // Velden claimed progress
	ruleSpeakerAbout       rule = "speaker-warned-of"    // Velden warned of …
	ruleSpeakerVerdict     rule = "speaker-called-it"    // Velden called it …
	ruleParticiple         rule = "participle"           // …, adding that …
	rulePassive            rule = "passive"              // was told that …
	ruleAccordingTo        rule = "according-to"         // …, according to Velden
	ruleAsSaid             rule = "as-speaker-said"      // As Velden said, …
	ruleNounThat           rule = "noun-that"            // Velden's claim that …
	ruleTurn               rule = "transcript-turn"      // VELDEN: …
	ruleHeadlineColon      rule = "headline-colon"       // Velden: No plan to resign
)

// ruleScores is the share of each rule's finds that were right on labelled
// news articles (see eval/extract), rounded.
var ruleScores = map[rule]float64{
	ruleQuoteSaidSpeaker:   0.98,
	ruleQuoteSpeakerSaid:   0.98,
	ruleSpeakerSaidQuote:   0.95,
	ruleQuoteGoesOn:        0.95,
	ruleQuoteParagraph:     0.9,
	ruleQuoteFloating:      0.8,
	ruleQuotePhrase:        0.7,
	ruleColonQuote:         0.8,
	ruleContentSaidSpeaker: 0.85,
	ruleContentSpeakerSaid: 0.85,
	ruleSpeakerSaidThat:    0.9,
	ruleSpeakerSaid:        0.85,
	ruleSpeakerAsked:       0.8,
	ruleSpeakerPromised:    0.7,
	ruleSpeakerNoun:        0.5,
	ruleSpeakerAbout:       0.5,
	ruleSpeakerVerdict:     0.6,
	ruleParticiple:         0.8,
	rulePassive:            0.5,
	ruleAccordingTo:        0.85,
	ruleAsSaid:             0.8,
	ruleNounThat:           0.6,
	ruleTurn:               0.9,
	ruleHeadlineColon:      0.6,
}
