// Package onrecord is the domain of On Record: what an article, an attributed
// statement (a claim) and a speaker are, what can be asked about them, and what
// an index engine must do. It imports the standard library only; every other
// package of the program points to it and it points to none.
//
// Words: an article is one document taken in. A claim is one statement in it
// that the article attributes to somebody: a speaker (who), a text (in which
// words) and a cue ("said", "according to"). The quotation literature calls
// these source, content and cue; ClaimReview calls the speaker claimant.
//
// All offsets are bytes of UTF-8. All times are UTC.
package onrecord

import "time"

// A Span is the half-open byte range [Start, End) of a UTF-8 text. The zero
// Span is empty and stands for "not there".
type Span struct {
	Start, End int
}

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// ArticleInfo is what a claim needs to cite the article it stands in.
type ArticleInfo struct {
	// ID is stable: the same URL (without one, the same name that the source
	// gives it, and without that the same text) gives the same ID in every index.
	// Characters: a-z 0-9.
	ID string
	// URL is where the article was published; may be empty.
	URL string
	// Outlet is the publication's name as given ("Harbour Herald").
	Outlet string
	// Title is the headline.
	Title string
	// Language is a BCP 47 tag; empty where unknown.
	Language string
	// Published is when the article came out. An article without a date is
	// kept, sorts last, and never counts as "before" anything.
	Published Date
	// Hash is the SHA-256 of everything that was taken in, in lower-case hex:
	// the same hash again is the same article, unchanged.
	Hash string
	// Version counts the different contents seen under this ID, from 1.
	Version int
	// Ingested is when this version was taken in.
	Ingested time.Time
}

// An Article is one document taken in: a news story, transcript or press
// release.
type Article struct {
	ArticleInfo
	Details
	// Text is valid UTF-8; the offsets of the claims point into it.
	Text string
	// Given are the statements that the source itself marks.
	Given []Given
}

// Kind says how much of a claim stands in quotation marks.
type Kind int

// The kinds of claim.
const (
	KindUnknown  Kind = iota
	KindDirect        // all of it in quotation marks (or a speaker's turn in a transcript)
	KindIndirect      // reported, no quoted words
	KindMixed         // reported, with quoted words inside
)

// kindNames are the words of the query language and of the index.
var kindNames = [...]string{KindUnknown: "", KindDirect: "direct", KindIndirect: "indirect", KindMixed: "mixed"}

// String returns "direct", "indirect" or "mixed", and "" for KindUnknown.
func (k Kind) String() string { return kindNames[k] }

// ParseKind is the inverse of Kind.String.
func ParseKind(s string) (Kind, bool) {
	for k, name := range kindNames {
		if name == s && s != "" {
			return Kind(k), true
		}
	}
	return KindUnknown, false
}

// Act says what a person did with the words.
type Act int

// The acts. The line between them is that of the cue: "said" states,
// "accused" acts by speaking, "fears" tells an attitude.
const (
	ActUnknown   Act = iota
	ActStatement     // said, told, denied that, according to …
	ActSpeech        // accused, criticized, called for, urged to …
	ActAttitude      // thinks, wants, supports, fears …
)

// SpeakerType says what kind of thing a speaker is.
type SpeakerType int

// The types of speaker.
const (
	SpeakerUnknown      SpeakerType = iota
	SpeakerPerson                   // a named person
	SpeakerOrganization             // a named body, outlet, document or poll
	SpeakerGroup                    // a named kind of people ("Republicans", "residents")
	SpeakerUnnamed                  // somebody the article does not name ("an official")
)

// A Speaker is who a claim is attributed to.
type Speaker struct {
	// ID is the speaker's identity in the index, made from the name
	// ("mara-velden"); empty where the speaker has no name.
	ID string
	// Name is the fullest name the article gives ("Mara Velden"); for an
	// unnamed speaker the words of the mention ("a senior official").
	Name string
	// Title is the role as stated ("Foreign Minister"); may be empty.
	Title string
	Type  SpeakerType
}

// A Candidate is a speaker that was weighed for a claim and not chosen.
type Candidate struct {
	Name       string
	Confidence float64
}

// A Claim is one attributed statement, contiguous in its article's text. Words
// that are cut by the attribution (“We will stay,” she said, “and wait.”) are
// two claims, the second with Continues set.
type Claim struct {
	// ID is unique within the article and stable as long as the words stay:
	// re-ingesting the article gives the same claim the same ID.
	ID string
	// Article is where the claim stands.
	Article ArticleInfo
	Kind    Kind
	Act     Act
	// Text is the words of the statement: exactly Span of the article's text,
	// without the outer quotation marks of a direct quotation.
	Text string
	Span Span
	// Quoted are the parts within quotation marks, as offsets into the
	// article's text and in order. A direct claim has one, equal to Span.
	Quoted []Span
	// Cue is the words that attribute ("said", "according to"); empty for a
	// quotation that floats after its speaker's others.
	Cue     string
	CueSpan Span
	// Speaker is who it is attributed to, resolved within the article.
	Speaker Speaker
	// Group is the ID of the statement that this claim is an appearance of:
	// claims in nearly the same words have the same one (see Group). Empty for a
	// claim that is not stored and is no known statement.
	Group string
	// Mention is how the article names the speaker here ("he", "the
	// minister"), with its title where one stands before it.
	Mention     string
	MentionSpan Span
	// Candidates are the other speakers that were weighed, best first.
	Candidates []Candidate
	// ReportedVia is a second source between speaker and article: "Fox News"
	// in "he said, according to Fox News".
	ReportedVia string
	// Venue is where it was said, as the article ties it to the statement
	// ("NBC interview", "Truth Social").
	Venue string
	// SaidText is the article's words for when ("Sunday"); Said is that
	// resolved against the published date. Not known where the article does
	// not tie a date to the statement: see When.
	SaidText string
	Said     Date
	// Offset is when the claim begins in the recording that its article is of.
	Offset Offset
	// Sentence is the sentence, or the run of sentences, around the claim and
	// its attribution, and SentenceText its words.
	Sentence     Span
	SentenceText string
	// Continues is the ID of the claim whose utterance this one goes on with.
	Continues string
	// Rule names the rule that found the claim ("quote-said-speaker").
	Rule string
	// Confidence is from 0 to 1.
	Confidence float64
	// Corrections are those that people made and that are in effect, the
	// earliest first; the other fields are as the last one left them.
	Corrections []Correction
	// State tells whether the newest version of the article has the claim. Of a
	// former one, Article is as it was in the last version that had it, and all
	// spans point into the text of that version.
	State ClaimState
	// Gone tells of a former claim since when the source does not have it.
	Gone Departure
	// Successor is the ID of the claim that took the place of a former one when
	// it went; empty where none did.
	Successor string
	// Present is what the newest version has in the place of a StateEdited claim;
	// nil for others.
	Present *ClaimWording
	// Earlier are the wordings that the source had in place of this one, the
	// latest first: of more than MaxEarlierWordings the latest.
	Earlier []ClaimWording
}

// When returns the date the statement is filed under: when it was said, else
// when its article was published.
func (c *Claim) When() Date {
	if c.Said.Known() {
		return c.Said
	}
	return c.Article.Published
}

// Name returns the resource name, "articles/{article}/claims/{claim}".
func (c *Claim) Name() string { return ClaimName(c.Article.ID, c.ID) }

// ClaimName returns the resource name of a claim.
func ClaimName(articleID, claimID string) string {
	return ArticleName(articleID) + "/claims/" + claimID
}

// ArticleName returns the resource name of an article, "articles/{article}".
func ArticleName(articleID string) string { return "articles/" + articleID }

// GroupName returns the resource name of a statement group, "groups/{group}".
func GroupName(groupID string) string { return "groups/" + groupID }

// SpeakerName returns the resource name of a speaker, "speakers/{speaker}".
func SpeakerName(speakerID string) string { return "speakers/" + speakerID }
