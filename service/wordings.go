package service

import (
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/compare"
)

// linkWordings tells of each former claim of a record whether it was edited or
// removed and what the source has in its place now, and of each present one what
// the source had in its place before.
func linkWordings(r *onrecord.Record) {
	places := make(map[string]int, len(r.Claims))
	for i := range r.Claims {
		r.Claims[i].Earlier = nil
		places[r.Claims[i].ID] = i
	}
	formers := make(map[string]*onrecord.Claim, len(r.Former))
	for i := range r.Former {
		formers[r.Former[i].ID] = &r.Former[i]
	}
	for i := range slices.Backward(r.Former) {
		f := &r.Former[i]
		f.State, f.Present = onrecord.StateRemoved, nil
		place, ok := places[heirOf(f, formers)]
		if !ok {
			continue
		}
		now := &r.Claims[place]
		edits := compare.Edits(now.Text, f.Text)
		f.State = onrecord.StateEdited
		f.Present = &onrecord.ClaimWording{Claim: now.ID, Text: now.Text, Speaker: now.Speaker.Name, Edits: edits}
		if len(now.Earlier) < onrecord.MaxEarlierWordings {
			now.Earlier = append(now.Earlier, onrecord.ClaimWording{Claim: f.ID, Text: f.Text, Speaker: f.Speaker.Name, Gone: f.Gone, Edits: edits})
		}
	}
}

// heirOf returns the ID of the last claim in the row of those that took the
// place of another; empty where the row ends. A row is no longer than there are
// former claims: each went later than the one before.
func heirOf(f *onrecord.Claim, formers map[string]*onrecord.Claim) string {
	id := f.Successor
	for range len(formers) {
		next := formers[id]
		if next == nil {
			return id
		}
		id = next.Successor
	}
	return id
}
