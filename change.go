package onrecord

// A ChangeCue is a kind of sign that two statements of one speaker may not be
// the same position.
type ChangeCue int

// The cues.
const (
	CueUnknown  ChangeCue = iota
	CueNegation           // one denies what the other says: will, will not
	CueOpposite           // words of opposite meaning: support, oppose
	CueNumber             // another number for the same quantity
	CueModality           // firmer or less firm: will, might; must, should; never, not now
	CueTime               // another time for the same plan
)

// cueNames are the words that people are shown.
var cueNames = [...]string{
	CueUnknown: "", CueNegation: "negation", CueOpposite: "opposite", CueNumber: "number", CueModality: "modality", CueTime: "time",
}

// String returns "negation", "opposite", "number", "modality" or "time", and ""
// for CueUnknown.
func (c ChangeCue) String() string { return cueNames[c] }

// A ChangeSign is a cue with the words that show it.
type ChangeSign struct {
	Cue ChangeCue
	// Earlier and Later are the words, as spans of the texts of the two
	// statements, in order.
	Earlier, Later []Span
}

// A ChangeCandidate is two statements of one speaker on one matter between
// which the speaker may have changed a position: something for a person to look
// at, and no verdict. All of the period that the date of the earlier one names
// is before that of the later one.
type ChangeCandidate struct {
	Earlier, Later Claim
	Signs          []ChangeSign // at least one
	// Score is from 0 to 1: how much the two are on one matter, and how good
	// signs of that kind are.
	Score float64
}
