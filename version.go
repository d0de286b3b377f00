package onrecord

import "time"

// ClaimState tells whether the source still has a claim.
type ClaimState int

// The states. A claim that is edited or removed is a former one.
const (
	StatePresent ClaimState = iota // the newest version of the article has it
	StateEdited                    // the newest version has other words, or another speaker, in its place
	StateRemoved                   // the newest version has nothing in its place
)

// stateNames are the words of the query language and of the index.
var stateNames = [...]string{StatePresent: "present", StateEdited: "edited", StateRemoved: "removed"}

// String returns "present", "edited" or "removed".
func (s ClaimState) String() string { return stateNames[s] }

// ParseClaimState is the inverse of ClaimState.String.
func ParseClaimState(s string) (ClaimState, bool) {
	for state, name := range stateNames {
		if name == s {
			return ClaimState(state), true
		}
	}
	return StatePresent, false
}

// A Departure tells since when the source does not have a claim. The zero
// Departure: it has it.
type Departure struct {
	Version int       // of the article: the first one without the claim
	Time    time.Time // when that version was taken in: the claim went then, or some time before
}

// A ClaimWording is another wording of a claim, which its source had before, or
// has now.
type ClaimWording struct {
	Claim   string // ID of the claim in these words, in the same article
	Text    string
	Speaker string // Speaker.Name
	// Gone tells since when the source does not have these words; zero for
	// those that it has.
	Gone Departure
	// Edits lead from the earlier words to the later ones: the earlier are the
	// original, the later the quotation.
	Edits []QuoteEdit
}

// MaxEarlierWordings bounds Claim.Earlier.
const MaxEarlierWordings = 10

// ClaimChanges counts what a version of an article did to the claims of the one
// before.
type ClaimChanges struct {
	Unchanged, Edited, Added, Removed int
}

// A PastVersion is a content that an article had before the newest.
type PastVersion struct {
	ArticleInfo              // as it was then
	Text        string       // empty where it is not kept
	Changes     ClaimChanges // against the version before; of the first, all claims are added
}

// A Version is what is told of one content of an article, the newest or one
// before.
type Version struct {
	ArticleInfo
	Kept    bool // its text can be read
	Changes ClaimChanges
}

// A History is an article, in its newest version or an earlier one, and what
// is known of its versions.
type History struct {
	Article  Article
	Versions []Version // the first seen first, the newest last; of a long history the latest
	// Forgotten is Record.Forgotten.
	Forgotten int
}
