package index

import (
	"fmt"
	"time"

	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
)

// Payloads are CBOR (RFC 8949) with small integers as keys: a documented
// format that tells its own structure, so that later versions of the program
// read what earlier ones wrote and the other way round; half the size of JSON
// and several times as fast to read. A key is never given to another field.

// decoding keeps whatever bytes were put: the check of UTF-8 is not the
// codec's, and a payload must always be readable again.
var decoding = mustDecMode(cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid})

// mustDecMode makes a package-level mode; constant options cannot fail.
func mustDecMode(options cbor.DecOptions) cbor.DecMode {
	mode, err := options.DecMode()
	if err != nil {
		panic(err)
	}
	return mode
}

type storedTime struct {
	_           struct{} `cbor:",toarray"`
	Seconds     int64
	Nanoseconds int64
}

type storedDate struct {
	_         struct{} `cbor:",toarray"`
	Precision int
	Time      storedTime
}

type storedSpan struct {
	_          struct{} `cbor:",toarray"`
	Start, End int
}

type storedInfo struct {
	ID        string      `cbor:"1,keyasint"`
	URL       string      `cbor:"2,keyasint,omitempty"`
	Outlet    string      `cbor:"3,keyasint,omitempty"`
	Title     string      `cbor:"4,keyasint,omitempty"`
	Language  string      `cbor:"5,keyasint,omitempty"`
	Published *storedDate `cbor:"6,keyasint,omitempty"`
	Hash      string      `cbor:"7,keyasint,omitempty"`
	Version   int         `cbor:"8,keyasint,omitempty"`
	Ingested  storedTime  `cbor:"9,keyasint"`
}

type storedArticle struct {
	Info   storedInfo `cbor:"1,keyasint"`
	Text   string     `cbor:"2,keyasint,omitempty"`
	Claims []string   `cbor:"3,keyasint,omitempty"` // claim IDs in text order

	Revision    int                           `cbor:"4,keyasint,omitempty"`
	Corrections map[string][]storedCorrection `cbor:"5,keyasint,omitempty"` // by claim ID
	Extractor   int                           `cbor:"6,keyasint,omitempty"`

	// From here on see codec_former.go.
	Former    []string        `cbor:"40,keyasint,omitempty"` // IDs of former claims in their order
	Forgotten int             `cbor:"41,keyasint,omitempty"`
	Versions  []storedVersion `cbor:"42,keyasint,omitempty"`
	Changes   *storedChanges  `cbor:"43,keyasint,omitempty"`
}

type storedSpeaker struct {
	ID    string `cbor:"1,keyasint,omitempty"`
	Name  string `cbor:"2,keyasint,omitempty"`
	Title string `cbor:"3,keyasint,omitempty"`
	Type  int    `cbor:"4,keyasint,omitempty"`
}

type storedCandidate struct {
	_          struct{} `cbor:",toarray"`
	Name       string
	Confidence float64
}

type storedClaim struct {
	ID           string            `cbor:"1,keyasint"`
	Article      storedInfo        `cbor:"2,keyasint"`
	Kind         int               `cbor:"3,keyasint,omitempty"`
	Act          int               `cbor:"4,keyasint,omitempty"`
	Text         string            `cbor:"5,keyasint,omitempty"`
	Span         storedSpan        `cbor:"6,keyasint"`
	Quoted       []storedSpan      `cbor:"7,keyasint,omitempty"`
	Cue          string            `cbor:"8,keyasint,omitempty"`
	CueSpan      storedSpan        `cbor:"9,keyasint"`
	Speaker      storedSpeaker     `cbor:"10,keyasint"`
	Mention      string            `cbor:"11,keyasint,omitempty"`
	MentionSpan  storedSpan        `cbor:"12,keyasint"`
	Candidates   []storedCandidate `cbor:"13,keyasint,omitempty"`
	ReportedVia  string            `cbor:"14,keyasint,omitempty"`
	Venue        string            `cbor:"15,keyasint,omitempty"`
	SaidText     string            `cbor:"16,keyasint,omitempty"`
	Said         *storedDate       `cbor:"17,keyasint,omitempty"`
	Sentence     storedSpan        `cbor:"18,keyasint"`
	SentenceText string            `cbor:"19,keyasint,omitempty"`
	Continues    string            `cbor:"20,keyasint,omitempty"`
	Rule         string            `cbor:"21,keyasint,omitempty"`
	Confidence   float64           `cbor:"22,keyasint,omitempty"`

	Corrections []storedCorrection `cbor:"23,keyasint,omitempty"`
	Group       string             `cbor:"24,keyasint,omitempty"`

	// From here on see codec_former.go.
	State     int              `cbor:"40,keyasint,omitempty"`
	Gone      *storedDeparture `cbor:"41,keyasint,omitempty"`
	Successor string           `cbor:"42,keyasint,omitempty"`
	Present   *storedWording   `cbor:"43,keyasint,omitempty"`
	Earlier   []storedWording  `cbor:"44,keyasint,omitempty"`
}

func encodeArticle(r *onrecord.Record) ([]byte, error) {
	stored := storedArticle{Info: storeInfo(r.Article.ArticleInfo), Text: r.Article.Text, Revision: r.Revision, Extractor: r.Extractor}
	for id, corrections := range r.Corrections {
		if stored.Corrections == nil {
			stored.Corrections = make(map[string][]storedCorrection, len(r.Corrections))
		}
		stored.Corrections[id] = storeCorrections(corrections)
	}
	for i := range r.Claims {
		stored.Claims = append(stored.Claims, r.Claims[i].ID)
	}
	storeVersions(&stored, r)
	return cbor.Marshal(stored)
}

// decodeArticle returns a record without its claims, with as many empty former
// ones as it has, and the IDs of both: claims in text order, then former ones.
func decodeArticle(payload []byte) (onrecord.Record, []string, error) {
	var stored storedArticle
	if err := decoding.Unmarshal(payload, &stored); err != nil {
		return onrecord.Record{}, nil, fmt.Errorf("stored article: %w", err)
	}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: loadInfo(stored.Info), Text: stored.Text}, Revision: stored.Revision, Extractor: stored.Extractor}
	if r.Revision == 0 { // written before there were corrections: every write was a version
		r.Revision = r.Article.Version
	}
	for id, corrections := range stored.Corrections {
		if r.Corrections == nil {
			r.Corrections = make(map[string][]onrecord.Correction, len(stored.Corrections))
		}
		r.Corrections[id] = loadCorrections(corrections)
	}
	loadVersions(&r, &stored)
	return r, append(stored.Claims, stored.Former...), nil
}

func storeTime(t time.Time) storedTime {
	return storedTime{Seconds: t.Unix(), Nanoseconds: int64(t.Nanosecond())}
}

func loadTime(t storedTime) time.Time { return time.Unix(t.Seconds, t.Nanoseconds).UTC() }

func storeDate(d onrecord.Date) *storedDate {
	if !d.Known() {
		return nil
	}
	return &storedDate{Precision: int(d.Precision), Time: storeTime(d.Time)}
}

func loadDate(d *storedDate) onrecord.Date {
	if d == nil {
		return onrecord.Date{}
	}
	return onrecord.Date{Time: loadTime(d.Time), Precision: onrecord.Precision(d.Precision)}
}

func storeSpan(s onrecord.Span) storedSpan { return storedSpan{Start: s.Start, End: s.End} }

func loadSpan(s storedSpan) onrecord.Span { return onrecord.Span{Start: s.Start, End: s.End} }

func storeInfo(a onrecord.ArticleInfo) storedInfo {
	return storedInfo{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: a.Language,
		Published: storeDate(a.Published), Hash: a.Hash, Version: a.Version, Ingested: storeTime(a.Ingested),
	}
}

func loadInfo(a storedInfo) onrecord.ArticleInfo {
	return onrecord.ArticleInfo{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: a.Language,
		Published: loadDate(a.Published), Hash: a.Hash, Version: a.Version, Ingested: loadTime(a.Ingested),
	}
}
