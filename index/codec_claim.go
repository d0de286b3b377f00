package index

import (
	"encoding/base32"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
)

// A storedClaim is what is kept of a claim besides its name, which has its ID.
// What stands in its sentence is not kept again, and its article's info is in
// the article's document. The keys from 1 to 24 that are not here are those of
// a wholeClaim.
type storedClaim struct {
	Kind        int                `cbor:"3,keyasint,omitempty"`
	Act         int                `cbor:"4,keyasint,omitempty"`
	Candidates  []storedCandidate  `cbor:"13,keyasint,omitempty"`
	ReportedVia string             `cbor:"14,keyasint,omitempty"`
	Venue       string             `cbor:"15,keyasint,omitempty"`
	SaidText    string             `cbor:"16,keyasint,omitempty"`
	Said        *storedDate        `cbor:"17,keyasint,omitempty"`
	Continues   string             `cbor:"20,keyasint,omitempty"`
	Confidence  float64            `cbor:"22,keyasint,omitempty"` // where it is not the one below
	Corrections []storedCorrection `cbor:"23,keyasint,omitempty"`
	Group       string             `cbor:"24,keyasint,omitempty"` // where it is not the one below

	Place       int    `cbor:"25,keyasint,omitempty"` // in the record, from 1: so many documents behind the article's
	SpeakerType int    `cbor:"26,keyasint,omitempty"`
	Spans       []int  `cbor:"27,keyasint,omitempty"` // see storeSpans
	Lengths     []int  `cbor:"28,keyasint,omitempty"` // of the parts of Words before the last
	Words       []byte `cbor:"29,keyasint,omitempty"` // packed: see storeWords
	GroupHash   []byte `cbor:"30,keyasint,omitempty"` // what Group is in base32
	Thousandths int    `cbor:"31,keyasint,omitempty"` // of Confidence
	// Apart: the sentence is not what the article's text has there, so that
	// the text is kept without it.
	Apart  bool   `cbor:"32,keyasint,omitempty"`
	Offset *int64 `cbor:"40,keyasint,omitempty"` // nanoseconds

	// From here on see codec_former.go.
	State     int              `cbor:"60,keyasint,omitempty"`
	Gone      *storedDeparture `cbor:"61,keyasint,omitempty"`
	Successor string           `cbor:"62,keyasint,omitempty"`
	Present   *storedWording   `cbor:"63,keyasint,omitempty"`
	Earlier   []storedWording  `cbor:"64,keyasint,omitempty"`
	Source    *storedInfo      `cbor:"65,keyasint,omitempty"` // of a former claim: its article as it was
}

// groupEncoding is how the service writes the hashes that groups are called by.
var groupEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// encodeClaim returns the payload of the claim at a place of its record.
func encodeClaim(c *onrecord.Claim, place int, apart bool) ([]byte, error) {
	stored := storedClaim{
		Kind: int(c.Kind), Act: int(c.Act), ReportedVia: c.ReportedVia, Venue: c.Venue, SaidText: c.SaidText, Said: storeDate(c.Said),
		Continues: c.Continues, Corrections: storeCorrections(c.Corrections), Place: place, SpeakerType: int(c.Speaker.Type),
		Spans: storeSpans(c), Apart: apart, Offset: storeOffset(c.Offset),
	}
	for _, candidate := range c.Candidates {
		stored.Candidates = append(stored.Candidates, storedCandidate{Name: candidate.Name, Confidence: candidate.Confidence})
	}
	if n := math.Round(c.Confidence * 1000); n/1000 == c.Confidence && n >= 0 && n <= 1000 {
		stored.Thousandths = int(n)
	} else {
		stored.Confidence = c.Confidence
	}
	if hash, err := groupEncoding.DecodeString(c.Group); err == nil && groupEncoding.EncodeToString(hash) == c.Group {
		stored.GroupHash = hash
	} else {
		stored.Group = c.Group
	}
	var words string
	words, stored.Lengths = storeWords(c)
	stored.Words = pack([]byte(words))
	storeFormer(&stored, c)
	return cbor.Marshal(stored)
}

func decodeClaim(payload []byte) (stored storedClaim, err error) {
	if err := decoding.Unmarshal(payload, &stored); err != nil {
		return storedClaim{}, fmt.Errorf("stored claim: %w", err)
	}
	return stored, nil
}

// claim returns the claim without its ID and article.
func (stored *storedClaim) claim() (onrecord.Claim, error) {
	c := onrecord.Claim{
		Kind: onrecord.Kind(stored.Kind), Act: onrecord.Act(stored.Act), ReportedVia: stored.ReportedVia, Venue: stored.Venue,
		SaidText: stored.SaidText, Said: loadDate(stored.Said), Continues: stored.Continues, Confidence: stored.Confidence, Group: stored.Group,
		Candidates: loadCandidates(stored.Candidates), Corrections: loadCorrections(stored.Corrections),
		Speaker: onrecord.Speaker{Type: onrecord.SpeakerType(stored.SpeakerType)}, Offset: loadOffset(stored.Offset),
	}
	if stored.Thousandths != 0 {
		c.Confidence = float64(stored.Thousandths) / 1000
	}
	if len(stored.GroupHash) > 0 {
		c.Group = groupEncoding.EncodeToString(stored.GroupHash)
	}
	if err := loadSpans(stored.Spans, &c); err != nil {
		return onrecord.Claim{}, err
	}
	loadFormer(&c, stored)
	return c, stored.loadWords(&c)
}

func loadCandidates(stored []storedCandidate) []onrecord.Candidate {
	var candidates []onrecord.Candidate
	for _, c := range stored {
		candidates = append(candidates, onrecord.Candidate{Name: c.Name, Confidence: c.Confidence})
	}
	return candidates
}

// storeSpans returns the spans of a claim as pairs of start and length: of the
// sentence, and counted from its start those of the claim, the cue, the mention
// and the quoted parts.
func storeSpans(c *onrecord.Claim) []int {
	base := c.Sentence.Start
	spans := []int{base, c.Sentence.End - base}
	for _, s := range append([]onrecord.Span{c.Span, c.CueSpan, c.MentionSpan}, c.Quoted...) {
		spans = append(spans, s.Start-base, s.End-s.Start)
	}
	return spans
}

var errSpans = errors.New("stored claim: its spans are damaged")

func loadSpans(stored []int, c *onrecord.Claim) error {
	if len(stored) < 8 || len(stored)%2 != 0 {
		return errSpans
	}
	base := stored[0]
	c.Sentence = onrecord.Span{Start: base, End: base + stored[1]}
	for i, span := range []*onrecord.Span{&c.Span, &c.CueSpan, &c.MentionSpan} {
		start := base + stored[2+2*i]
		*span = onrecord.Span{Start: start, End: start + stored[3+2*i]}
	}
	for i := 8; i < len(stored); i += 2 {
		start := base + stored[i]
		c.Quoted = append(c.Quoted, onrecord.Span{Start: start, End: start + stored[i+1]})
	}
	return nil
}

// derived is the length of a part of the words that other parts tell. Lower
// ones are those of a name at the end of the mention, or of a title at its
// beginning: derived less the length.
const derived = -1

// storeWords returns the words of a claim, part behind part, and the lengths of
// all parts but the last: the speaker's ID, name and title, the rule, the text,
// the cue, the mention, the sentence.
func storeWords(c *onrecord.Claim) (words string, lengths []int) {
	var all strings.Builder
	add := func(part string, isTold bool, told int) {
		if isTold {
			lengths = append(lengths, told)
			return
		}
		lengths = append(lengths, len(part))
		all.WriteString(part)
	}
	name, title := c.Speaker.Name, c.Speaker.Title
	add(c.Speaker.ID, c.Speaker.ID == idOf(name), derived)
	add(name, name != "" && strings.HasSuffix(c.Mention, name), derived-len(name))
	add(title, title != "" && strings.HasPrefix(c.Mention, title), derived-len(title))
	add(c.Rule, false, 0)
	for _, part := range []struct {
		words string
		span  onrecord.Span
	}{{c.Text, c.Span}, {c.Cue, c.CueSpan}, {c.Mention, c.MentionSpan}} {
		add(part.words, part.words == inSentence(c, part.span), derived)
	}
	all.WriteString(c.SentenceText)
	return all.String(), lengths
}

func (stored *storedClaim) loadWords(c *onrecord.Claim) error {
	packed, err := unpack(stored.Words)
	if err != nil {
		return fmt.Errorf("stored claim: %w", err)
	}
	words := string(packed)
	parts := [...]*string{&c.Speaker.ID, &c.Speaker.Name, &c.Speaker.Title, &c.Rule, &c.Text, &c.Cue, &c.Mention}
	if len(stored.Lengths) != len(parts) {
		return errPacked
	}
	for i, length := range stored.Lengths {
		if length > len(words) {
			return errPacked
		}
		if length >= 0 {
			*parts[i], words = words[:length], words[length:]
		}
	}
	c.SentenceText = words
	for i, span := range [...]onrecord.Span{c.Span, c.CueSpan, c.MentionSpan} {
		if stored.Lengths[4+i] == derived {
			*parts[4+i] = inSentence(c, span)
		}
	}
	return stored.loadSpeaker(c)
}

// loadSpeaker takes what the mention tells of the speaker.
func (stored *storedClaim) loadSpeaker(c *onrecord.Claim) error {
	name, title := derived-stored.Lengths[1], derived-stored.Lengths[2]
	if name > len(c.Mention) || title > len(c.Mention) {
		return errPacked
	}
	if name > 0 {
		c.Speaker.Name = c.Mention[len(c.Mention)-name:]
	}
	if title > 0 {
		c.Speaker.Title = c.Mention[:title]
	}
	if stored.Lengths[0] == derived {
		c.Speaker.ID = idOf(c.Speaker.Name)
	}
	return nil
}

// inSentence returns what the sentence of a claim has in a span; "" where that
// is not in it.
func inSentence(c *onrecord.Claim, span onrecord.Span) string {
	start, end := span.Start-c.Sentence.Start, span.End-c.Sentence.Start
	if start < 0 || end < start || end > len(c.SentenceText) {
		return ""
	}
	return c.SentenceText[start:end]
}

// idOf returns what the ID of a speaker most often is, given the name: its
// ASCII letters in lower case, and hyphens for spaces. It is a part of the format and
// never changes, whatever becomes of how IDs are made.
func idOf(name string) string {
	id := []byte(name)
	for i, b := range id {
		switch {
		case b == ' ':
			id[i] = '-'
		case 'A' <= b && b <= 'Z':
			id[i] = b + 'a' - 'A'
		}
	}
	return string(id)
}
