package onrecord

import "time"

// A Correction is what a person put right in a claim.
type Correction struct {
	// Version counts the corrections of a claim from 1, dormant ones included.
	Version int
	Made    time.Time
	// Note says why, and by whom, in the person's own words; may be empty.
	Note    string
	Changes []Change
}

// A Change is one field of a claim before and after a correction.
type Change struct {
	Field         ClaimField
	Before, After string
}

// A ClaimField is a field of a claim that can be corrected.
type ClaimField string

// The fields, and what their value is in a Change.
const (
	ClaimSpeaker ClaimField = "speaker" // Speaker.Name
	ClaimTitle   ClaimField = "title"   // Speaker.Title
	ClaimText    ClaimField = "text"    // Text: where it stands moves when an article changes, the words do not
	ClaimKind    ClaimField = "kind"    // Kind.String
)
