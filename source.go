package onrecord

import "time"

// Details are what the source of an article tells of it besides what its claims
// cite. All of it may be missing.
type Details struct {
	// Authors are the names of the byline, in its order.
	Authors []string
	// Modified is when the source says that it last changed the article.
	Modified Date
	// UTCOffset is how far the source's clock is ahead of UTC, as the zone of its
	// published date tells: "yesterday" is counted from the day that it was there.
	// 0 where the source does not say.
	UTCOffset time.Duration
	// CanonicalURL is the address that the page gives as its own, where that is
	// not the one at which it was found.
	CanonicalURL string
	// Elsewhere are more addresses at which, as the source says, the same words
	// stand.
	Elsewhere []string
	// Dateline is where, and often when, it was written ("SARN, March 11").
	Dateline string
	// Slug is the newsroom's short name for the story ("norva-ferry").
	Slug string
	// Urgency is the news agency's: 1 (flash) to 9, as in IPTC's standards; 0
	// where it gives none.
	Urgency int
	// Edition is the source's own version of the article ("3").
	Edition string
	// SourceID is the source's own name for the article, the same for all its
	// editions ("urn:newsml:delta-wire.example:20240311:17").
	SourceID string
	// Fetched is when the page was fetched, which is not before it came out.
	Fetched time.Time
}

// A Given is a statement that the source itself marks as such: a speaker's turn
// in captions, a quotation of a collection of quotations. It is a claim whether
// or not the extractor finds it.
type Given struct {
	// Span is the words, without quotation marks, in the article's text. Those
	// of an article are in order and do not overlap.
	Span Span
	// Speaker is who said them, as the source has it; empty where it does not
	// say.
	Speaker string
	// Confidence is how sure the source is of the speaker, from 0 to 1; 0 where
	// it does not say.
	Confidence float64
	// Offset is when they begin in the recording.
	Offset Offset
}

// An Offset is a time from the beginning of a recording. The zero Offset is "not
// known".
type Offset struct {
	Time  time.Duration // 0 or more
	Known bool
}

// At returns the Offset of a time.
func At(t time.Duration) Offset { return Offset{Time: t, Known: true} }

// A Document is an article in the form that the outside has it in: a web page,
// captions, an agency's story. Which of them shows in the content.
type Document struct {
	Content   []byte
	MediaType string // a hint, such as "text/html; charset=utf-8"; may be empty
	FileName  string // likewise
	// Defaults are what the document itself does not say; a page keeps their URL.
	Defaults ArticleInfo
}
