package onrecord

// A Verdict says whether words were said as a quotation has them. The verdicts
// are in the order in which they count: the first that is true of any original
// is that of the quotation.
type Verdict int

// The verdicts.
const (
	VerdictUnknown        Verdict = iota
	VerdictVerbatim               // these words, whole
	VerdictPartial                // these words, but some were dropped at an end, or inside with an ellipsis
	VerdictMisattributed          // verbatim or partial, but said by another speaker than the one asked about
	VerdictAltered                // most of these words, with others put in, left out or replaced
	VerdictParaphraseOnly         // reported speech, or a wording that is only near
	VerdictNotFound               // nothing like it
)

// verdictNames are the words of docs and of the command line.
var verdictNames = [...]string{
	VerdictUnknown: "", VerdictVerbatim: "verbatim", VerdictPartial: "partial", VerdictMisattributed: "misattributed",
	VerdictAltered: "altered", VerdictParaphraseOnly: "paraphrase only", VerdictNotFound: "not found",
}

// String returns the verdict in words, and "" for VerdictUnknown.
func (v Verdict) String() string { return verdictNames[v] }

// An EditOp is what became of some words, from the original to the quotation.
type EditOp int

// The ops.
const (
	EditSame     EditOp = iota // the same words
	EditInserted               // words that the original does not have
	EditDeleted                // words of the original that are missing, without a mark
	EditReplaced               // other words in place of the original's
	EditOmitted                // words of one side in place of which the other has an ellipsis
	EditBrackets               // an editor's words in brackets, for none or some of the other side
)

// editOpNames are the words of docs and tests.
var editOpNames = [...]string{
	EditSame: "same", EditInserted: "inserted", EditDeleted: "deleted", EditReplaced: "replaced",
	EditOmitted: "omitted", EditBrackets: "brackets",
}

// String returns the op as a word.
func (o EditOp) String() string { return editOpNames[o] }

// Changes reports whether the op takes words away from the original, or puts
// some in, without a mark.
func (o EditOp) Changes() bool { return o == EditInserted || o == EditDeleted || o == EditReplaced }

// A QuoteFlag warns of a difference that can turn what was said around, or of
// a date that is not the one asked about.
type QuoteFlag int

// The flags.
const (
	FlagUnknown   QuoteFlag = iota
	FlagNegation            // a negation ("not", "never", "won't") was put in, or left out or dropped
	FlagNumber              // a number was put in, left out, dropped or is another one
	FlagCondition           // what limits the words was left out or dropped: "unless …", "if …", "but …"
	FlagNoDate              // the article does not tell whether it was said at the time asked about
	FlagOtherDate           // it was said at another time
)

// flagNames are the words of docs and of the command line.
var flagNames = [...]string{
	FlagUnknown: "", FlagNegation: "negation changed", FlagNumber: "number changed", FlagCondition: "condition dropped",
	FlagOtherDate: "said at another date", FlagNoDate: "date not certain",
}

// String returns the flag in words, and "" for FlagUnknown.
func (f QuoteFlag) String() string { return flagNames[f] }

// A QuoteEdit is a run of words of one op. The edits of an original are in
// order and cover the quotation and the part of the original that it is nearest
// to; none reaches over what interrupts the original (see Original.Edits).
type QuoteEdit struct {
	Op EditOp
	// Quote is where the words stand in the quotation as it was handed in, and
	// Original where in the article's text: without marks around them; where
	// there are none, empty and at the place where they would stand.
	Quote, Original Span
	// QuoteText and OriginalText are those words.
	QuoteText, OriginalText string
	Flags                   []QuoteFlag
}

// CutPlace says where words were dropped.
type CutPlace int

// The places.
const (
	CutUnknown CutPlace = iota
	CutStart            // before the quotation
	CutInside           // within it
	CutEnd              // behind it
)

// cutNames are the words of docs and of the command line.
var cutNames = [...]string{CutUnknown: "", CutStart: "start", CutInside: "inside", CutEnd: "end"}

// String returns "start", "inside" or "end", and "" for CutUnknown.
func (p CutPlace) String() string { return cutNames[p] }

// A QuoteCut is words of an utterance that a quotation dropped.
type QuoteCut struct {
	Place CutPlace
	// Words counts those dropped, and Span is where they stand in the article's
	// text, from the first to the last.
	Words int
	Span  Span
	// Text is the dropped words next to the quotation, of at most MaxCutText
	// bytes.
	Text string
	// AtSentence is set where whole sentences were dropped.
	AtSentence bool
	// Marked is set where the quotation has an ellipsis for them.
	Marked bool
	Flags  []QuoteFlag
}

// MaxCutText bounds QuoteCut.Text, in bytes.
const MaxCutText = 500

// An Original is an utterance in an article, compared with a quotation.
type Original struct {
	// Claim is the one in which the words begin.
	Claim Claim
	// Others are the resource names of the claims in which they go on: an
	// utterance that its attribution cuts is compared as one.
	Others []string
	// Verdict is that of the words alone, never VerdictMisattributed.
	Verdict Verdict
	// SameSpeaker is set where it is by the speaker who was asked about.
	SameSpeaker bool
	// Span is the part of the article's text that the quotation is nearest to.
	Span  Span
	Edits []QuoteEdit
	Cuts  []QuoteCut // in text order
	Flags []QuoteFlag
	// Similarity is the part of the words that both have, from 0 to 1.
	Similarity float64
	// Appearances are the claims of the same statement by this speaker, this one
	// included, the earliest first, undated last: at most MaxAppearances of the
	// AppearanceCount that were compared.
	Appearances     []QuoteAppearance
	AppearanceCount int
	// Group sums the statement up over the whole index, whoever made it; zero for
	// a claim without a group.
	Group Group
}

// A QuoteAppearance is a claim with the words of an original.
type QuoteAppearance struct {
	Claim   string // resource name
	Article ArticleInfo
	When    Date // Claim.When
}

// MaxAppearances bounds Original.Appearances.
const MaxAppearances = 10
