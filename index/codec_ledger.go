package index

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"github.com/onrecord/onrecord"
)

type storedChange struct {
	_             struct{} `cbor:",toarray"`
	Field         string
	Before, After string
}

type storedCorrection struct {
	Version int            `cbor:"1,keyasint"`
	Made    storedTime     `cbor:"2,keyasint"`
	Note    string         `cbor:"3,keyasint,omitempty"`
	Changes []storedChange `cbor:"4,keyasint,omitempty"`
}

type storedEntry struct {
	Kind    string `cbor:"1,keyasint"`
	ID      string `cbor:"2,keyasint"`
	Version int    `cbor:"3,keyasint"`
	Data    []byte `cbor:"4,keyasint,omitempty"`
}

func storeCorrections(corrections []onrecord.Correction) []storedCorrection {
	var stored []storedCorrection
	for _, c := range corrections {
		s := storedCorrection{Version: c.Version, Made: storeTime(c.Made), Note: c.Note}
		for _, change := range c.Changes {
			s.Changes = append(s.Changes, storedChange{Field: string(change.Field), Before: change.Before, After: change.After})
		}
		stored = append(stored, s)
	}
	return stored
}

func loadCorrections(stored []storedCorrection) []onrecord.Correction {
	var corrections []onrecord.Correction
	for _, s := range stored {
		c := onrecord.Correction{Version: s.Version, Made: loadTime(s.Made), Note: s.Note}
		for _, change := range s.Changes {
			c.Changes = append(c.Changes, onrecord.Change{Field: onrecord.ClaimField(change.Field), Before: change.Before, After: change.After})
		}
		corrections = append(corrections, c)
	}
	return corrections
}

func encodeEntry(e *onrecord.Entry) ([]byte, error) {
	return cbor.Marshal(storedEntry{Kind: e.Kind, ID: e.ID, Version: e.Version, Data: e.Data})
}

func decodeEntry(payload []byte) (onrecord.Entry, error) {
	var s storedEntry
	if err := decoding.Unmarshal(payload, &s); err != nil {
		return onrecord.Entry{}, fmt.Errorf("stored entry: %w", err)
	}
	return onrecord.Entry{Kind: s.Kind, ID: s.ID, Version: s.Version, Data: s.Data}, nil
}
