package index

import (
	"encoding/hex"
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

type storedInfo struct {
	ID        string      `cbor:"1,keyasint"`
	URL       string      `cbor:"2,keyasint,omitempty"`
	Outlet    string      `cbor:"3,keyasint,omitempty"`
	Title     string      `cbor:"4,keyasint,omitempty"`
	Language  string      `cbor:"5,keyasint,omitempty"`
	Published *storedDate `cbor:"6,keyasint,omitempty"`
	Hash      string      `cbor:"7,keyasint,omitempty"` // where it is not the one below
	Version   int         `cbor:"8,keyasint,omitempty"`
	Ingested  storedTime  `cbor:"9,keyasint"`
	Digest    []byte      `cbor:"10,keyasint,omitempty"` // what Hash is in hex
}

type storedArticle struct {
	Info   storedInfo `cbor:"1,keyasint"`
	Text   string     `cbor:"2,keyasint,omitempty"` // before mapping 8: all of it
	Claims []string   `cbor:"3,keyasint,omitempty"` // before mapping 8: claim IDs in text order

	Revision    int                           `cbor:"4,keyasint,omitempty"`
	Corrections map[string][]storedCorrection `cbor:"5,keyasint,omitempty"` // by claim ID
	Extractor   int                           `cbor:"6,keyasint,omitempty"`

	Count  int `cbor:"7,keyasint,omitempty"` // claims, former ones included
	Length int `cbor:"8,keyasint,omitempty"` // of the text, in bytes

	Details *storedDetails `cbor:"40,keyasint,omitempty"`
	Given   []storedGiven  `cbor:"41,keyasint,omitempty"`

	// From here on see codec_former.go.
	Former    int             `cbor:"60,keyasint,omitempty"` // of the claims: those behind the others
	Forgotten int             `cbor:"61,keyasint,omitempty"`
	Versions  []storedVersion `cbor:"62,keyasint,omitempty"`
	Changes   *storedChanges  `cbor:"63,keyasint,omitempty"`
}

// storedText is what is left of an article's text: see gaps.go.
type storedText struct {
	Left []byte `cbor:"1,keyasint,omitempty"` // packed
}

type storedCandidate struct {
	_          struct{} `cbor:",toarray"`
	Name       string
	Confidence float64
}

func encodeArticle(r *onrecord.Record) ([]byte, error) {
	stored := storedArticle{
		Info: storeInfo(r.Article.ArticleInfo), Revision: r.Revision, Extractor: r.Extractor,
		Count: len(r.Claims) + len(r.Former), Length: len(r.Article.Text),
		Details: storeDetails(r.Article.Details), Given: storeGiven(r.Article.Given),
	}
	for id, corrections := range r.Corrections {
		if stored.Corrections == nil {
			stored.Corrections = make(map[string][]storedCorrection, len(r.Corrections))
		}
		stored.Corrections[id] = storeCorrections(corrections)
	}
	storeVersions(&stored, r)
	return cbor.Marshal(stored)
}

func decodeArticle(payload []byte) (stored storedArticle, err error) {
	if err := decoding.Unmarshal(payload, &stored); err != nil {
		return storedArticle{}, fmt.Errorf("stored article: %w", err)
	}
	return stored, nil
}

// record returns an article's record without its text and claims.
func (stored *storedArticle) record() onrecord.Record {
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: loadInfo(stored.Info)}, Revision: stored.Revision, Extractor: stored.Extractor}
	r.Article.Details, r.Article.Given = loadDetails(stored.Details), loadGiven(stored.Given)
	if r.Revision == 0 { // written before there were corrections: every write was a version
		r.Revision = r.Article.Version
	}
	for id, corrections := range stored.Corrections {
		if r.Corrections == nil {
			r.Corrections = make(map[string][]onrecord.Correction, len(stored.Corrections))
		}
		r.Corrections[id] = loadCorrections(corrections)
	}
	return r
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

func storeInfo(a onrecord.ArticleInfo) storedInfo {
	stored := storedInfo{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: a.Language,
		Published: storeDate(a.Published), Version: a.Version, Ingested: storeTime(a.Ingested),
	}
	if digest, err := hex.DecodeString(a.Hash); err == nil && hex.EncodeToString(digest) == a.Hash {
		stored.Digest = digest
	} else {
		stored.Hash = a.Hash
	}
	return stored
}

func loadInfo(a storedInfo) onrecord.ArticleInfo {
	info := onrecord.ArticleInfo{
		ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Language: a.Language,
		Published: loadDate(a.Published), Hash: a.Hash, Version: a.Version, Ingested: loadTime(a.Ingested),
	}
	if len(a.Digest) > 0 {
		info.Hash = hex.EncodeToString(a.Digest)
	}
	return info
}
