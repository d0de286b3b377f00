package index

import (
	"fmt"

	"github.com/onrecord/onrecord"
)

// What is stored of former claims and of earlier versions. A former claim is
// always apart from the article's text, which has other words.

type storedDeparture struct {
	_       struct{} `cbor:",toarray"`
	Version int
	Time    storedTime
}

type storedWording struct {
	Claim   string           `cbor:"1,keyasint"`
	Text    string           `cbor:"2,keyasint,omitempty"`
	Speaker string           `cbor:"3,keyasint,omitempty"`
	Gone    *storedDeparture `cbor:"4,keyasint,omitempty"`
	Edits   []storedEdit     `cbor:"5,keyasint,omitempty"`
}

type storedEdit struct {
	Op           int        `cbor:"1,keyasint,omitempty"`
	Quote        storedSpan `cbor:"2,keyasint"`
	Original     storedSpan `cbor:"3,keyasint"`
	QuoteText    string     `cbor:"4,keyasint,omitempty"`
	OriginalText string     `cbor:"5,keyasint,omitempty"`
	Flags        []int      `cbor:"6,keyasint,omitempty"`
}

type storedVersion struct {
	Info    storedInfo     `cbor:"1,keyasint"`
	Text    []byte         `cbor:"2,keyasint,omitempty"` // packed
	Changes *storedChanges `cbor:"3,keyasint,omitempty"`
}

type storedChanges struct {
	_                                 struct{} `cbor:",toarray"`
	Unchanged, Edited, Added, Removed int
}

// storeFormer fills in what a stored claim has of its past and future wordings.
func storeFormer(stored *storedClaim, c *onrecord.Claim) {
	stored.State, stored.Gone, stored.Successor = int(c.State), storeDeparture(c.Gone), c.Successor
	if c.State != onrecord.StatePresent {
		source := storeInfo(c.Article)
		stored.Source = &source
	}
	if c.Present != nil {
		present := storeWording(c.Present)
		stored.Present = &present
	}
	for i := range c.Earlier {
		stored.Earlier = append(stored.Earlier, storeWording(&c.Earlier[i]))
	}
}

// loadFormer is the inverse of storeFormer.
func loadFormer(c *onrecord.Claim, stored *storedClaim) {
	c.State, c.Gone, c.Successor = onrecord.ClaimState(stored.State), loadDeparture(stored.Gone), stored.Successor
	if stored.Source != nil {
		c.Article = loadInfo(*stored.Source)
	}
	if stored.Present != nil {
		present := loadWording(stored.Present)
		c.Present = &present
	}
	for i := range stored.Earlier {
		c.Earlier = append(c.Earlier, loadWording(&stored.Earlier[i]))
	}
}

func storeDeparture(d onrecord.Departure) *storedDeparture {
	if d == (onrecord.Departure{}) {
		return nil
	}
	return &storedDeparture{Version: d.Version, Time: storeTime(d.Time)}
}

func loadDeparture(d *storedDeparture) onrecord.Departure {
	if d == nil {
		return onrecord.Departure{}
	}
	return onrecord.Departure{Version: d.Version, Time: loadTime(d.Time)}
}

func storeWording(w *onrecord.ClaimWording) storedWording {
	stored := storedWording{Claim: w.Claim, Text: w.Text, Speaker: w.Speaker, Gone: storeDeparture(w.Gone)}
	for _, e := range w.Edits {
		edit := storedEdit{Op: int(e.Op), Quote: spanOf(e.Quote), Original: spanOf(e.Original), QuoteText: e.QuoteText, OriginalText: e.OriginalText}
		for _, flag := range e.Flags {
			edit.Flags = append(edit.Flags, int(flag))
		}
		stored.Edits = append(stored.Edits, edit)
	}
	return stored
}

func spanOf(s onrecord.Span) storedSpan { return storedSpan{Start: s.Start, End: s.End} }

func loadWording(stored *storedWording) onrecord.ClaimWording {
	w := onrecord.ClaimWording{Claim: stored.Claim, Text: stored.Text, Speaker: stored.Speaker, Gone: loadDeparture(stored.Gone)}
	for _, s := range stored.Edits {
		edit := onrecord.QuoteEdit{Op: onrecord.EditOp(s.Op), Quote: loadSpan(s.Quote), Original: loadSpan(s.Original), QuoteText: s.QuoteText, OriginalText: s.OriginalText}
		for _, flag := range s.Flags {
			edit.Flags = append(edit.Flags, onrecord.QuoteFlag(flag))
		}
		w.Edits = append(w.Edits, edit)
	}
	return w
}

// storeVersions fills in what a stored article has of its earlier versions.
func storeVersions(stored *storedArticle, r *onrecord.Record) {
	stored.Former, stored.Forgotten, stored.Changes = len(r.Former), r.Forgotten, storeChanges(r.Changes)
	for i := range r.Versions {
		v := &r.Versions[i]
		version := storedVersion{Info: storeInfo(v.ArticleInfo), Changes: storeChanges(v.Changes)}
		if v.Text != "" {
			version.Text = pack([]byte(v.Text))
		}
		stored.Versions = append(stored.Versions, version)
	}
}

// loadVersions is the inverse of storeVersions, former claims apart.
func loadVersions(r *onrecord.Record, stored *storedArticle) error {
	r.Forgotten, r.Changes = stored.Forgotten, loadChanges(stored.Changes)
	for i := range stored.Versions {
		v := &stored.Versions[i]
		past := onrecord.PastVersion{ArticleInfo: loadInfo(v.Info), Changes: loadChanges(v.Changes)}
		if len(v.Text) > 0 {
			text, err := unpack(v.Text)
			if err != nil {
				return fmt.Errorf("stored version: %w", err)
			}
			past.Text = string(text)
		}
		r.Versions = append(r.Versions, past)
	}
	return nil
}

func storeChanges(c onrecord.ClaimChanges) *storedChanges {
	if c == (onrecord.ClaimChanges{}) {
		return nil
	}
	return &storedChanges{Unchanged: c.Unchanged, Edited: c.Edited, Added: c.Added, Removed: c.Removed}
}

func loadChanges(c *storedChanges) onrecord.ClaimChanges {
	if c == nil {
		return onrecord.ClaimChanges{}
	}
	return onrecord.ClaimChanges{Unchanged: c.Unchanged, Edited: c.Edited, Added: c.Added, Removed: c.Removed}
}
