package service

import "github.com/onrecord/onrecord"

// bySpeaker has the names of one speaker counted as one.
func (s *Service) bySpeaker() map[onrecord.Field]onrecord.Joining {
	return map[onrecord.Field]onrecord.Joining{onrecord.FieldSpeakerID: s.directory}
}

// State is onrecord.Joining's.
func (d *directory) State() uint64 {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.joined
}

// Of is onrecord.Joining's: it returns the speaker whose name an ID is.
func (d *directory) Of(id string) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.speakerOf(id)
}

func (d *directory) speakerOf(id string) string {
	if s := d.identities[id]; s != nil {
		return s.ID
	}
	return id
}
