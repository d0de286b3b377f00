package onrecord

import "time"

// A TimeUnit is how long the buckets of a Timeline are.
type TimeUnit int

// The units. A week begins on Monday (ISO 8601); all are of UTC.
const (
	UnitUnknown TimeUnit = iota
	UnitDay
	UnitWeek
	UnitMonth
	UnitYear
)

// unitNames are the words that people are shown.
var unitNames = [...]string{UnitUnknown: "", UnitDay: "day", UnitWeek: "week", UnitMonth: "month", UnitYear: "year"}

// String returns "day", "week", "month" or "year", and "" for UnitUnknown.
func (u TimeUnit) String() string { return unitNames[u] }

// Floor returns the beginning of the unit that t lies in; t itself for
// UnitUnknown.
func (u TimeUnit) Floor(t time.Time) time.Time {
	t = t.UTC()
	year, month, day := t.Date()
	switch u {
	case UnitDay:
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	case UnitWeek:
		sinceMonday := (int(t.Weekday()) + 6) % 7
		return time.Date(year, month, day-sinceMonday, 0, 0, 0, 0, time.UTC)
	case UnitMonth:
		return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	case UnitYear:
		return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// Next returns the beginning of the unit behind the one that begins at start.
func (u TimeUnit) Next(start time.Time) time.Time {
	switch u {
	case UnitDay:
		return start.AddDate(0, 0, 1)
	case UnitWeek:
		return start.AddDate(0, 0, 7)
	case UnitMonth:
		return start.AddDate(0, 1, 0)
	case UnitYear:
		return start.AddDate(1, 0, 0)
	}
	return start
}

// A Bucket is one period of a Timeline with the statements whose date lies in
// it whole.
type Bucket struct {
	Start, End time.Time // [Start, End)
	Count      int
}

// A SpeakerShare is what one speaker has of the statements of a Timeline, under
// all names.
type SpeakerShare struct {
	ID    string
	Name  string // the name that the speaker goes by
	Count int
	// Groups counts the statements where their appearances are collapsed: then
	// Count is how often these appeared, and speakers are in the order of Groups.
	Groups int
	// First and Last are the dates of the earliest and the latest of the
	// statements, by Date.Compare; not known where none has one.
	First, Last Date
}

// A Timeline sums up what was said on a matter, by one speaker or by all, over
// time. Counts are exact over all statements. Where the appearances of a
// statement are collapsed, they are of the first appearances alone: a statement
// that forty outlets reprint is counted once, where it first appeared.
type Timeline struct {
	Total   int // claims
	Groups  int // where they are collapsed: statements; 0 where not
	Undated int // those of them without a date: they are in no bucket, and before and behind nothing
	// First and Last are the dates of the earliest and the latest statement, by
	// Date.Compare; not known where none has one.
	First, Last Date
	// Unit is the length of the Buckets, which follow one upon the other from
	// the one of First to the one of Last, empty ones too.
	Unit    TimeUnit
	Buckets []Bucket
	// Across counts the statements whose date is known to a longer period than a
	// bucket, as to a year where these are months.
	Across int
	// Earliest are statements that may be the first: none is known to be before
	// them ("2025-05" is not before "2025-05-18"). EarliestTotal counts all such.
	Earliest      []Claim
	EarliestTotal int
	// Latest are statements that may be the last, among those that begin last.
	Latest []Claim
	// Speakers are those with the most statements, most first, ties by ID.
	Speakers []SpeakerShare
	// Candidates are pairs of statements of one speaker between which a position
	// may have changed, best first. Compared counts the statements that were
	// looked at for them: of many, the oldest and the newest.
	Candidates []ChangeCandidate
	Compared   int
}
