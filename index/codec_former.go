package index

import "github.com/onrecord/onrecord"

// What is stored of former claims and of earlier versions. A former claim is
// stored with its own words: those of the article's present text are others.

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
	Text    string         `cbor:"2,keyasint,omitempty"`
	Changes *storedChanges `cbor:"3,keyasint,omitempty"`
}

type storedChanges struct {
	_                                 struct{} `cbor:",toarray"`
	Unchanged, Edited, Added, Removed int
}

// storeFormer fills in what a stored claim has of its past and future wordings.
func storeFormer(stored *storedClaim, c *onrecord.Claim) {
	stored.State, stored.Gone, stored.Successor = int(c.State), storeDeparture(c.Gone), c.Successor
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
		edit := storedEdit{Op: int(e.Op), Quote: storeSpan(e.Quote), Original: storeSpan(e.Original), QuoteText: e.QuoteText, OriginalText: e.OriginalText}
		for _, flag := range e.Flags {
			edit.Flags = append(edit.Flags, int(flag))
		}
		stored.Edits = append(stored.Edits, edit)
	}
	return stored
}

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
	for i := range r.Former {
		stored.Former = append(stored.Former, r.Former[i].ID)
	}
	stored.Forgotten, stored.Changes = r.Forgotten, storeChanges(r.Changes)
	for i := range r.Versions {
		v := &r.Versions[i]
		stored.Versions = append(stored.Versions, storedVersion{Info: storeInfo(v.ArticleInfo), Text: v.Text, Changes: storeChanges(v.Changes)})
	}
}

// loadVersions is the inverse of storeVersions; of former claims it tells their
// number alone.
func loadVersions(r *onrecord.Record, stored *storedArticle) {
	if len(stored.Former) > 0 {
		r.Former = make([]onrecord.Claim, len(stored.Former))
	}
	r.Forgotten, r.Changes = stored.Forgotten, loadChanges(stored.Changes)
	for i := range stored.Versions {
		v := &stored.Versions[i]
		r.Versions = append(r.Versions, onrecord.PastVersion{ArticleInfo: loadInfo(v.Info), Text: v.Text, Changes: loadChanges(v.Changes)})
	}
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
