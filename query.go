package onrecord

import "time"

// A Field is a part of an indexed claim that a query can ask about.
type Field string

// The fields. Text and Exact hold the same words: Text by English stems for
// recall, Exact as written (folded to lower case) for phrases and prefixes.
const (
	FieldText    Field = "text"    // stemmed words of the claim and of the quoted parts
	FieldContext Field = "context" // stemmed words of Claim.Surroundings
	FieldExact   Field = "exact"   // unstemmed words of the claim
	FieldSpeaker Field = "speaker" // unstemmed words of the speaker's name
	FieldTitle   Field = "title"   // unstemmed words of the speaker's title as stated

	FieldSpeakerID Field = "speaker_id" // keyword: Speaker.ID
	FieldSpeakerAs Field = "speaker_as" // keyword: Speaker.Key, all that the article says of the speaker
	FieldOutlet    Field = "outlet"     // keyword: outlet, folded (see analysis.Fold)
	FieldKind      Field = "kind"       // keyword: Kind.String
	FieldArticle   Field = "article"    // keyword: article ID
	FieldMonth     Field = "month"      // keyword: "2025-05" of Claim.When; absent where not known
	FieldGroup     Field = "group"      // keyword: Claim.Group
	FieldState     Field = "state"      // keyword: ClaimState.String of a former claim; absent for a present one

	FieldSaid      Field = "said"      // time: Claim.When
	FieldPublished Field = "published" // time: Article.Published
)

// A Node is a query over claims: one of the types below and nothing else.
// Every node has one meaning on every engine; indextest fixes it.
type Node interface{ node() }

// All matches every claim.
type All struct{}

// Match matches claims whose field has at least MinTerms of the distinct terms
// that the analysis makes of Text (0 and 1: any of them; more than there are:
// all). A text without any term matches nothing.
type Match struct {
	Field    Field // FieldText, FieldContext, FieldExact, FieldSpeaker or FieldTitle
	Text     string
	MinTerms int
	// Breadth, where it is not 0, leaves out the most frequent terms: of the
	// terms from the rarest on (ties by the term) each counts as long as those
	// before it have fewer claims than Breadth, added up. All of them weigh.
	// FieldText and FieldContext only.
	Breadth int
}

// Phrase matches claims whose field has the words of Text one after the
// other, unstemmed.
type Phrase struct {
	Field Field // FieldExact, FieldSpeaker or FieldTitle
	Text  string
}

// Prefix matches claims whose field has a word that begins with Text.
type Prefix struct {
	Field Field // FieldExact or FieldSpeaker
	Text  string
}

// AnyOf matches claims whose keyword field equals one of the values.
type AnyOf struct {
	Field  Field // a keyword field
	Values []string
}

// TimeRange matches claims whose time lies in [From, To). A zero From or To is
// open. A claim without that time never matches.
type TimeRange struct {
	Field    Field // FieldSaid or FieldPublished
	From, To time.Time
}

// Bool matches claims that match every node of Must, none of Not and, where
// Should is not empty, at least one of Should. With only Not set it matches
// everything else.
type Bool struct {
	Must, Should, Not []Node
}

func (All) node()       {}
func (Match) node()     {}
func (Phrase) node()    {}
func (Prefix) node()    {}
func (AnyOf) node()     {}
func (TimeRange) node() {}
func (Bool) node()      {}

// OnlyPresent matches the claims that their source still has.
func OnlyPresent() Node {
	former := AnyOf{Field: FieldState, Values: []string{StateEdited.String(), StateRemoved.String()}}
	return Bool{Not: []Node{former}}
}

// Order says in which order hits come.
type Order int

// The orders. Ties, and claims without a date (always last of their equals),
// are in the order of their resource name.
const (
	OrderRelevance Order = iota // by score (see package bm25), equals as in OrderNewest
	OrderNewest                 // by Claim.When, latest first
	OrderOldest                 // by Claim.When, earliest first
)

// A Key is a place in an order: the claim after which a page begins. The zero
// Key is the beginning.
type Key struct {
	Score float64   // in OrderRelevance
	Time  time.Time // zero: among the claims without a date
	Name  string    // resource name of the claim
}

// A Request asks an engine for claims.
type Request struct {
	Query Node
	Order Order
	// Limit bounds the hits, from 0 (count and facets only) to MaxCandidates.
	Limit int
	// After continues the order behind that key. By relevance, where the claim
	// is still among the matches, it continues behind its present score.
	After Key
	// Facets are the keyword fields to count over all matches, each cut to the
	// FacetSize most frequent values (ties by value).
	Facets    []Field
	FacetSize int
	// Collapse is a keyword field: of the matches that have the same value only
	// the first in the order is a hit, and stands for all of them on the page
	// where it is; those without a value are hits each. Empty: all are hits.
	// Total and Facets count all matches either way.
	Collapse Field
	// CountHits asks, with Collapse, for FacetValue.Collapsed, by which values are
	// then ordered before their count, and for Result.HitHistogram.
	CountHits bool
	// FacetDates asks for the dates of each of these values too.
	FacetDates bool
	// Joined says of facet fields which of their values count as one; those of
	// other fields count each by itself.
	Joined map[Field]Joining
	// Histogram asks in which periods all the matches lie; nil: not asked.
	Histogram *Histogram
}

// MaxCandidates is the most claims one Search returns.
const MaxCandidates = 1000

// A FacetValue is one value of a keyword field and how many matches have it.
type FacetValue struct {
	Value string
	Count int
	// Collapsed counts the different values of Request.Collapse that these matches
	// have, and those without one each; 0 where the request has no CountHits.
	Collapsed int
	// First and Last are the earliest and the latest Claim.When of these
	// matches, by Date.Compare; not known where none has a date, or where the
	// request has no FacetDates.
	First, Last Date
}

// TermStats are the corpus-wide figures that a ranking function needs: over
// all claims in the index, matched or not.
type TermStats struct {
	Claims  int            // claims in the index
	Tokens  int            // FieldText tokens of all claims together
	DocFreq map[string]int // per term of the query's FieldText nodes: claims that have it
	// ContextFreq is the same for its FieldContext nodes.
	ContextFreq map[string]int
}

// A Result answers a Request completely; a part of an answer is an error.
type Result struct {
	// Claims are the matches in the order asked for, and Scores theirs in
	// OrderRelevance.
	Claims []Claim
	Scores []float64
	// Total counts all matches, exactly.
	Total int
	// Collapsed counts the hits that a request with Collapse has on all pages:
	// the different values, and the matches without one. 0 without Collapse.
	Collapsed int
	Facets    map[Field][]FacetValue
	Histogram HistogramCounts // zero where it was not asked for
	// HitHistogram is the same of the hits alone, on all pages; zero where the
	// request has no CountHits.
	HitHistogram HistogramCounts
	Stats        TermStats
}

// Coverage says what an answer was drawn from, so that "nothing found" tells
// what was searched.
type Coverage struct {
	Articles int // articles in the index
	Outlets  int // different outlets, of articles that name one
	Claims   int // claims in the index, former ones included
	// FormerClaims counts those of the claims that the newest version of their
	// article does not have.
	FormerClaims int
	// First and Last are the earliest and latest published dates; unknown
	// where no article has one.
	First, Last Date
	// Undated counts the articles without a published date.
	Undated int
	// SpeakerClaims counts the claims by the speaker asked about; 0 where none was.
	SpeakerClaims int
}

// A Joining says which values of a keyword field stand for the same, such as the
// names of one speaker. It is comparable, and safe for concurrent use.
type Joining interface {
	// State is the same as long as Of says the same of every value.
	State() uint64
	// Of returns the value with which a value is counted: most often the same,
	// never empty.
	Of(value string) string
}
