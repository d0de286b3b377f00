package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/onrecord/onrecord"
)

// speakerEntries is the kind of the ledger's entries that tell whose a name is,
// by the name's ID.
const speakerEntries = "speaker"

// A speakerEntry is the content of such an entry.
type speakerEntry struct {
	// Speaker is the ID of the name whose speaker it is; its own: a speaker of
	// its own; empty: no longer decided.
	Speaker string `json:"speaker"`
}

// loadDirectory reads the names and the decisions from the index.
func loadDirectory(ctx context.Context, index onrecord.Index) (*directory, error) {
	values, err := index.Values(ctx, onrecord.FieldSpeakerAs)
	if err != nil {
		return nil, fmt.Errorf("read the speakers: %w", err)
	}
	uses := make([]use, 0, len(values))
	for _, v := range values {
		if speaker, ok := onrecord.ParseSpeakerKey(v.Value); ok {
			uses = append(uses, use{speaker, v.Count})
		}
	}
	decisions, err := loadDecisions(ctx, index)
	if err != nil {
		return nil, err
	}
	return newDirectory(uses, decisions), nil
}

func loadDecisions(ctx context.Context, ledger onrecord.Ledger) (map[string]decision, error) {
	entries, err := ledger.Entries(ctx, speakerEntries)
	if err != nil {
		return nil, fmt.Errorf("read the decisions on speakers: %w", err)
	}
	decisions := make(map[string]decision, len(entries))
	for _, e := range entries {
		var content speakerEntry
		if err := json.Unmarshal(e.Data, &content); err != nil {
			return nil, fmt.Errorf("decision on speaker %s: %w", e.ID, err)
		}
		decisions[e.ID] = decision{content.Speaker, e.Version}
	}
	return decisions, nil
}

// decideAttempts bounds how often decisions are written anew because somebody
// else, on the same index, decided meanwhile.
const decideAttempts = 5

// decide makes decisions durable and has them take effect. choose returns them
// by the ID of the name; it is asked again where others were made meanwhile.
func (s *Service) decide(ctx context.Context, choose func(d *directory) (map[string]string, error)) error {
	s.deciding.Lock()
	defer s.deciding.Unlock()
	for range decideAttempts {
		chosen, err := choose(s.directory)
		if err != nil {
			return err
		}
		entries, err := s.directory.entries(chosen)
		if err != nil {
			return err
		}
		err = s.index.Enter(ctx, entries...)
		if err == nil {
			s.directory.decided(chosen, entries)
			return nil
		}
		if !errors.Is(err, onrecord.ErrConflict) {
			return fmt.Errorf("decide on speakers: %w", err)
		}
		decisions, err := loadDecisions(ctx, s.index)
		if err != nil {
			return err
		}
		s.directory.redecide(decisions)
	}
	return fmt.Errorf("decide on speakers: %d attempts: %w", decideAttempts, onrecord.ErrConflict)
}

// entries returns the ledger's entries for decisions.
func (d *directory) entries(chosen map[string]string) ([]onrecord.Entry, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var entries []onrecord.Entry
	for _, id := range slices.Sorted(maps.Keys(chosen)) {
		data, err := json.Marshal(speakerEntry{chosen[id]})
		if err != nil {
			return nil, fmt.Errorf("decision on speaker %s: %w", id, err)
		}
		entries = append(entries, onrecord.Entry{Kind: speakerEntries, ID: id, Version: d.decisions[id].version + 1, Data: data})
	}
	return entries, nil
}

// decided lets decisions take effect whose entries are written.
func (d *directory) decided(chosen map[string]string, entries []onrecord.Entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	ids := slices.Collect(maps.Keys(chosen))
	touched := d.reach(nil, ids) // those that are connected now, and…
	for _, e := range entries {
		d.setDecision(e.ID, decision{chosen[e.ID], e.Version})
	}
	d.group(d.reach(nil, append(touched, ids...))) // … those that will be
}

func (d *directory) setDecision(id string, made decision) {
	if before := d.decisions[id].speaker; before != "" {
		take(d.chosen, before, id)
	}
	d.decisions[id] = made
	if made.speaker != "" {
		put(d.chosen, made.speaker, id)
	}
}

// redecide takes over all decisions, as another program has written some.
func (d *directory) redecide(decisions map[string]decision) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for id, made := range decisions {
		d.setDecision(id, made)
	}
	d.groupAll()
}
