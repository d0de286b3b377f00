package index

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/analysis"
)

func TestLocked(t *testing.T) {
	directory := t.TempDir()
	first, err := Open(Config{Path: directory})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(Config{Path: directory}); !errors.Is(err, onrecord.ErrUnavailable) {
		t.Errorf("second Open: got error %v, want ErrUnavailable", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	openIndex(t, directory)
}

// olderVersions are those of a program whose indexes this one rebuilds.
func olderVersions() versions {
	v := currentVersions()
	v.mapping--
	return v
}

// openAs opens an index as a program of another version would, stopping to
// call reached at each step.
func openAs(t *testing.T, directory string, v versions, reached func(step string)) *Index {
	t.Helper()
	h, err := openHome(directory)
	if err != nil {
		t.Fatal(err)
	}
	h.versions, h.reached = v, reached
	s, err := h.openCurrent()
	if err != nil {
		t.Fatal(err)
	}
	return start(s, h)
}

func closeIndex(t *testing.T, x *Index) {
	t.Helper()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

// olderIndex makes an index of another version, with some history, and returns
// what must be in it.
func olderIndex(t *testing.T, directory string) []onrecord.Record {
	t.Helper()
	x := openAs(t, directory, olderVersions(), func(string) {})
	defer closeIndex(t, x)
	for _, r := range []onrecord.Record{
		sampleRecord("a", 1), sampleRecord("a", 2), sampleRecord("b", 1), sampleRecord("gone", 1), sampleRecord("a", 3),
	} {
		if err := x.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Delete(t.Context(), "gone"); err != nil {
		t.Fatal(err)
	}
	return []onrecord.Record{sampleRecord("a", 3), sampleRecord("b", 1)}
}

// checkRecords checks that an index has the records, which are sampleRecords,
// whole and findable, and no others.
func checkRecords(t *testing.T, x *Index, records []onrecord.Record) {
	t.Helper()
	want := onrecord.Coverage{Articles: len(records), Outlets: len(records)}
	tokens := 0
	for _, r := range records {
		got, err := x.Record(t.Context(), r.Article.ID)
		if diff := cmp.Diff(r, got); diff != "" || err != nil {
			t.Errorf("Record(%s): %v (-want +got):\n%s", r.Article.ID, err, diff)
		}
		want.Claims += len(r.Claims)
		for i := range r.Claims {
			tokens += len(analysis.Terms(r.Claims[i].Text))
		}
		want.First, want.Last = r.Article.Published, r.Article.Published
	}
	want.SpeakerClaims = want.Claims
	query := onrecord.Phrase{Field: onrecord.FieldExact, Text: "harbour stays"}
	result, err := x.Search(t.Context(), onrecord.Request{Query: query})
	if err != nil || result.Total != want.Claims || result.Stats.Claims != want.Claims || result.Stats.Tokens != tokens {
		t.Errorf("Search: %d of %d claims with %d tokens (%v), want %d with %d",
			result.Total, result.Stats.Claims, result.Stats.Tokens, err, want.Claims, tokens)
	}
	got, err := x.Coverage(t.Context(), "mara-velden")
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("Coverage: %v (-want +got):\n%s", err, diff)
	}
}

// TestRebuild opens an index of another version, and what a crash would leave
// behind at each step of that.
func TestRebuild(t *testing.T) {
	directory := t.TempDir()
	want := olderIndex(t, directory)
	crashed := map[string]string{} // directory as it was at a step
	x := openAs(t, directory, currentVersions(), func(step string) {
		crashed[step] = t.TempDir()
		if err := os.CopyFS(crashed[step], os.DirFS(directory)); err != nil {
			t.Fatal(err)
		}
	})
	checkRecords(t, x, want)
	closeIndex(t, x)

	for _, step := range []string{"opened", "filled", "closed", "synced", "renamed", "swapped"} {
		t.Run(step, func(t *testing.T) {
			if crashed[step] == "" {
				t.Fatal("the step was not reached")
			}
			x := openIndex(t, crashed[step])
			checkRecords(t, x, want)
			if err := x.Put(t.Context(), sampleRecord("a", 4)); err != nil {
				t.Errorf("Put: %v", err)
			}
			if got := directories(t, crashed[step]); len(got) != 1 {
				t.Errorf("got directories %v, want one generation", got)
			}
		})
	}
}

// TestFirstOpening opens what a crash would leave behind at each step of the
// first opening of an index: it is an empty one.
func TestFirstOpening(t *testing.T) {
	crashed := map[string]string{"noted": t.TempDir(), "locked": t.TempDir()}
	for _, directory := range crashed {
		if err := firstNote(directory); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(crashed["locked"], lockName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	directory := t.TempDir()
	closeIndex(t, openAs(t, directory, currentVersions(), func(step string) {
		crashed[step] = t.TempDir()
		if err := os.CopyFS(crashed[step], os.DirFS(directory)); err != nil {
			t.Fatal(err)
		}
	}))
	for step, directory := range crashed {
		t.Run(step, func(t *testing.T) { checkRecords(t, openIndex(t, directory), nil) })
	}
}

// TestRebuildOnce checks that an index of this version is left alone.
func TestRebuildOnce(t *testing.T) {
	directory := t.TempDir()
	olderIndex(t, directory)
	closeIndex(t, openAs(t, directory, currentVersions(), func(string) {}))
	want := directories(t, directory)
	x := openAs(t, directory, currentVersions(), func(step string) { t.Errorf("rebuilt again: %s", step) })
	closeIndex(t, x)
	if diff := cmp.Diff(want, directories(t, directory)); diff != "" {
		t.Errorf("generations (-before +after):\n%s", diff)
	}
}

// TestRebuildNeedsPayloadsOnly rebuilds from documents that no search of any
// version would find.
func TestRebuildNeedsPayloadsOnly(t *testing.T) {
	directory := t.TempDir()
	x := openAs(t, directory, olderVersions(), func(string) {})
	want := []onrecord.Record{sampleRecord("a", 3)}
	w := samplePut(t, t.Context(), "a", 1)
	for i, d := range samplePut(t, t.Context(), "a", 3).documents {
		bare := newDocument(d.ID())
		bare.record, bare.place, bare.Stored = d.record, d.place, d.Stored
		w.documents = append(w.documents[:i], bare)
	}
	x.commit([]*write{w})
	if err := <-w.done; err != nil {
		t.Fatal(err)
	}
	closeIndex(t, x)
	checkRecords(t, openIndex(t, directory), want)
}

// directories lists the directories in a directory.
func directories(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		if entry.IsDir() {
			names = append(names, filepath.Base(entry.Name()))
		}
	}
	return names
}
