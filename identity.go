package onrecord

import (
	"strconv"
	"strings"
	"time"
)

// An Identity is one speaker over all articles, with the names that articles
// give it.
type Identity struct {
	// ID is that of the alias by which the identity goes.
	ID   string
	Name string // that alias's name
	Type SpeakerType
	// Aliases are the names, the one it goes by included, most claims first,
	// ties by ID.
	Aliases []Alias
	// Titles are the titles as articles state them, latest used first.
	Titles []TitleUse
	Claims int // claims by this speaker
	// First and Last are when the earliest and the latest of them with a date
	// were said; zero where none has one.
	First, Last time.Time
}

// An Alias is a name by which articles call a speaker.
type Alias struct {
	ID     string // Speaker.ID of its claims
	Name   string
	Claims int
	Origin AliasOrigin
}

// AliasOrigin says why a name is taken for a speaker's.
type AliasOrigin int

// The origins.
const (
	AliasUnknown  AliasOrigin = iota
	AliasSameName             // it is the name that the speaker goes by
	AliasRule                 // a rule joined it
	AliasPerson               // a person joined it
)

// A TitleUse is a title of a speaker and when it was used.
type TitleUse struct {
	Title       string // as most claims state it
	Claims      int
	First, Last time.Time // as in Identity
}

// Key returns what an article says of a speaker as one value, that of
// FieldSpeakerAs: the keys of one ID begin with it.
func (s Speaker) Key() string {
	if s.ID == "" {
		return ""
	}
	return strings.Join([]string{s.ID, strconv.Itoa(int(s.Type)), s.Name, s.Title}, keySeparator)
}

// keySeparator is a character that texts do not have.
const keySeparator = "\x00"

// ParseSpeakerKey is the inverse of Speaker.Key; false for what is no key.
func ParseSpeakerKey(key string) (Speaker, bool) {
	parts := strings.SplitN(key, keySeparator, 4)
	if len(parts) != 4 {
		return Speaker{}, false
	}
	speakerType, err := strconv.Atoi(parts[1])
	return Speaker{ID: parts[0], Type: SpeakerType(speakerType), Name: parts[2], Title: parts[3]}, err == nil
}
