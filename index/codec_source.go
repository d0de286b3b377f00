package index

import (
	"reflect"
	"time"

	"github.com/onrecord/onrecord"
)

// storedDetails is what the source of an article tells of it.
type storedDetails struct {
	Authors      []string    `cbor:"1,keyasint,omitempty"`
	Modified     *storedDate `cbor:"2,keyasint,omitempty"`
	CanonicalURL string      `cbor:"3,keyasint,omitempty"`
	Elsewhere    []string    `cbor:"4,keyasint,omitempty"`
	Dateline     string      `cbor:"5,keyasint,omitempty"`
	Slug         string      `cbor:"6,keyasint,omitempty"`
	Urgency      int         `cbor:"7,keyasint,omitempty"`
	Edition      string      `cbor:"8,keyasint,omitempty"`
	SourceID     string      `cbor:"9,keyasint,omitempty"`
	Fetched      *storedTime `cbor:"10,keyasint,omitempty"`
	UTCOffset    int64       `cbor:"11,keyasint,omitempty"` // nanoseconds
}

type storedGiven struct {
	Start      int     `cbor:"1,keyasint,omitempty"`
	End        int     `cbor:"2,keyasint,omitempty"`
	Speaker    string  `cbor:"3,keyasint,omitempty"`
	Confidence float64 `cbor:"4,keyasint,omitempty"`
	Offset     *int64  `cbor:"5,keyasint,omitempty"` // nanoseconds
}

func storeDetails(d onrecord.Details) *storedDetails {
	if reflect.ValueOf(d).IsZero() {
		return nil
	}
	stored := &storedDetails{
		Authors: d.Authors, Modified: storeDate(d.Modified), CanonicalURL: d.CanonicalURL, Elsewhere: d.Elsewhere,
		Dateline: d.Dateline, Slug: d.Slug, Urgency: d.Urgency, Edition: d.Edition, SourceID: d.SourceID, UTCOffset: int64(d.UTCOffset),
	}
	if !d.Fetched.IsZero() {
		stored.Fetched = new(storeTime(d.Fetched))
	}
	return stored
}

func loadDetails(d *storedDetails) onrecord.Details {
	if d == nil {
		return onrecord.Details{}
	}
	details := onrecord.Details{
		Authors: d.Authors, Modified: loadDate(d.Modified), CanonicalURL: d.CanonicalURL, Elsewhere: d.Elsewhere,
		Dateline: d.Dateline, Slug: d.Slug, Urgency: d.Urgency, Edition: d.Edition, SourceID: d.SourceID, UTCOffset: time.Duration(d.UTCOffset),
	}
	if d.Fetched != nil {
		details.Fetched = loadTime(*d.Fetched)
	}
	return details
}

func storeGiven(given []onrecord.Given) []storedGiven {
	var stored []storedGiven
	for _, g := range given {
		stored = append(stored, storedGiven{Start: g.Span.Start, End: g.Span.End, Speaker: g.Speaker, Confidence: g.Confidence, Offset: storeOffset(g.Offset)})
	}
	return stored
}

func loadGiven(stored []storedGiven) []onrecord.Given {
	var given []onrecord.Given
	for _, g := range stored {
		given = append(given, onrecord.Given{Span: onrecord.Span{Start: g.Start, End: g.End}, Speaker: g.Speaker, Confidence: g.Confidence, Offset: loadOffset(g.Offset)})
	}
	return given
}

func storeOffset(o onrecord.Offset) *int64 {
	if !o.Known {
		return nil
	}
	return new(int64(o.Time))
}

func loadOffset(nanoseconds *int64) onrecord.Offset {
	if nanoseconds == nil {
		return onrecord.Offset{}
	}
	return onrecord.At(time.Duration(*nanoseconds))
}
