package index

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// TestRebuildKeepsWhatPeopleDecided rebuilds an index with a corrected record,
// one from before there were revisions, and a ledger.
func TestRebuildKeepsWhatPeopleDecided(t *testing.T) {
	directory := t.TempDir()
	x := openAs(t, directory, olderVersions(), func(string) {})
	corrected := sampleRecord("a", 1)
	if err := x.Put(t.Context(), corrected); err != nil {
		t.Fatal(err)
	}
	corrected.Revision = 2
	c := onrecord.Correction{Version: 1, Made: time.Unix(5, 0).UTC(), Changes: []onrecord.Change{{Field: onrecord.ClaimKind, After: "direct"}}}
	corrected.Claims[0].Kind, corrected.Claims[0].Corrections = onrecord.KindDirect, []onrecord.Correction{c}
	corrected.Corrections = map[string][]onrecord.Correction{"c0": {c}, "gone": {c}}
	if err := x.Put(t.Context(), corrected); err != nil {
		t.Fatal(err)
	}
	entries := []onrecord.Entry{{Kind: "speaker", ID: "a b", Version: 1, Data: []byte("x")}, {Kind: "speaker", ID: "c", Version: 1, Data: []byte("y")}}
	if err := x.Enter(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	old := sampleRecord("b", 3)
	old.Revision = 0
	w, err := newPut(t.Context(), &old)
	if err != nil {
		t.Fatal(err)
	}
	w.revision, w.done = 1, make(chan error, 1)
	x.commit([]*write{w})
	if err := <-w.done; err != nil {
		t.Fatal(err)
	}
	closeIndex(t, x)

	x = openIndex(t, directory)
	old.Revision = 3
	for _, want := range []onrecord.Record{corrected, old} {
		got, err := x.Record(t.Context(), want.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		want.Article.Ingested = got.Article.Ingested
		for i := range want.Claims {
			want.Claims[i].Article = got.Article.ArticleInfo
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("record (-want +got):\n%s", diff)
		}
	}
	got, err := x.Entries(t.Context(), "speaker")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(entries, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}
