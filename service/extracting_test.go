package service

import (
	"context"
	"errors"
	"runtime"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/index"
)

// TestExtractionWaits fills up the room for extraction: whoever needs it waits,
// and gives up with its context.
func TestExtractionWaits(t *testing.T) {
	idx, err := index.Open(index.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer idx.Close()
	s, err := New(Config{Index: idx})
	if err != nil {
		t.Fatal(err)
	}
	room := int64(runtime.GOMAXPROCS(0))
	if err := s.extracting.Acquire(t.Context(), room); err != nil {
		t.Fatal(err)
	}
	draft := Draft{Text: "“The pier is sound,” Ida Holm said."}
	ctx, cancel := context.WithCancel(t.Context())
	failed := make(chan error)
	go func() { _, err := s.Ingest(ctx, draft); failed <- err }()
	go func() {
		for _, err := range s.Check(ctx, CheckRequest{Text: draft.Text}) {
			failed <- err
		}
	}()
	cancel()
	for range 2 {
		if err := <-failed; !errors.Is(err, context.Canceled) {
			t.Errorf("without room: %v, want context.Canceled", err)
		}
	}
	s.extracting.Release(room)
	if done, err := s.Ingest(t.Context(), draft); err != nil || done.Outcome != onrecord.OutcomeCreated || len(done.Claims) != 1 {
		t.Errorf("with room: %+v, %v", done, err)
	}
}
