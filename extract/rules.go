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
	ruleSigned             rule = "quote-signed"         // “…” — Velden, mayor of Sel
	ruleColonQuote         rule = "colon-quote"          // Velden had one answer: “…”
	ruleBlock              rule = "speaker-said-block"   // Velden wrote: / a paragraph of its own
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
	ruleGiven              rule = "given"                // marked as a statement by the source of the article
)

// A ruleScore is the share of a rule's finds that were right on labelled news
// articles (eval/extract measures it), for content with quotation marks, for
// content without whose cue is a form of say or tell, and for the rest.
type ruleScore struct {
	quoted, said, other float64
}

var ruleScores = map[rule]ruleScore{
	ruleQuoteSaidSpeaker:   {0.99, 0.9, 0.9},
	ruleQuoteSpeakerSaid:   {0.99, 0.9, 0.85},
	ruleSpeakerSaidQuote:   {0.93, 0.5, 0.5},
	ruleQuoteGoesOn:        {0.98, 0.9, 0.9},
	ruleQuoteParagraph:     {0.98, 0.9, 0.9},
	ruleQuoteFloating:      {0.8, 0.7, 0.7},
	ruleQuotePhrase:        {0.79, 0.7, 0.7},
	ruleSigned:             {0.9, 0.9, 0.9},
	ruleColonQuote:         {0.9, 0.7, 0.7},
	ruleBlock:              {0.9, 0.8, 0.8},
	ruleContentSaidSpeaker: {0.98, 0.83, 0.6},
	ruleContentSpeakerSaid: {0.92, 0.88, 0.8},
	ruleSpeakerSaidThat:    {0.97, 0.96, 0.91},
	ruleSpeakerSaid:        {0.96, 0.94, 0.77},
	ruleSpeakerAsked:       {0.82, 0.8, 0.87},
	ruleSpeakerPromised:    {0.9, 0.75, 0.72},
	ruleSpeakerNoun:        {0.9, 0.66, 0.66},
	ruleSpeakerAbout:       {0.87, 0.6, 0.6},
	ruleSpeakerVerdict:     {0.9, 0.6, 0.6},
	ruleParticiple:         {0.96, 0.92, 0.85},
	rulePassive:            {0.8, 0.7, 0.67},
	ruleAccordingTo:        {0.89, 0.91, 0.91},
	ruleAsSaid:             {0.94, 0.9, 0.9},
	ruleNounThat:           {0.95, 0.6, 0.6},
	ruleTurn:               {0.92, 0.92, 0.92},
	ruleHeadlineColon:      {0.95, 0.95, 0.95},
	ruleGiven:              {0.5, 0.5, 0.5}, // words without a speaker
}
