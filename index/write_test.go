package index

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// sampleRecord returns a record whose claims tell its version: one claim for
// the first version and one more for each later one, up to seven.
func sampleRecord(id string, version int) onrecord.Record {
	info := onrecord.ArticleInfo{ID: id, Version: version, Outlet: "Herald " + id, Published: onrecord.Day(2025, 5, 18)}
	r := onrecord.Record{Article: onrecord.Article{ArticleInfo: info, Text: strings.Repeat("The harbour stays open. ", 20)}, Revision: version}
	for claim := range 1 + (version-1)%7 {
		r.Claims = append(r.Claims, onrecord.Claim{
			ID: fmt.Sprintf("c%d", claim), Article: info, Text: fmt.Sprintf("The harbour stays open, version %d", version),
			Speaker: onrecord.Speaker{ID: "mara-velden", Name: "Mara Velden"},
		})
	}
	return r
}

func openIndex(t *testing.T, path string) *Index {
	t.Helper()
	x, err := Open(Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return x
}

func samplePut(t *testing.T, ctx context.Context, id string, version int) *write {
	t.Helper()
	r := sampleRecord(id, version)
	w, err := newPut(ctx, &r)
	if err != nil {
		t.Fatal(err)
	}
	w.done = make(chan error, 1)
	return w
}

// TestGroup commits writes of the same articles as one group: each must see
// those before it.
func TestGroup(t *testing.T) {
	x := openIndex(t, t.TempDir())
	ended, end := context.WithCancel(t.Context())
	end()
	remove := func(id string) *write {
		return &write{ctx: t.Context(), articleID: id, done: make(chan error, 1)}
	}
	steps := []struct {
		name  string
		write *write
		want  error
	}{
		{"first", samplePut(t, t.Context(), "a", 1), nil},
		{"same again", samplePut(t, t.Context(), "a", 1), onrecord.ErrConflict},
		{"second", samplePut(t, t.Context(), "a", 2), nil},
		{"cancelled", samplePut(t, ended, "a", 3), context.Canceled},
		{"third, as the cancelled one did not happen", samplePut(t, t.Context(), "a", 3), nil},
		{"another article", samplePut(t, t.Context(), "b", 1), nil},
		{"delete it", remove("b"), nil},
		{"delete it again", remove("b"), onrecord.ErrNotFound},
		{"a third article", samplePut(t, t.Context(), "c", 1), nil},
		{"deleted", remove("c"), nil},
		{"and put again", samplePut(t, t.Context(), "c", 1), nil},
	}
	var group []*write
	for _, step := range steps {
		group = append(group, step.write)
	}
	x.commit(group)
	for _, step := range steps {
		if err := <-step.write.done; !errors.Is(err, step.want) {
			t.Errorf("%s: got error %v, want %v", step.name, err, step.want)
		}
	}
	checkRecords(t, x, []onrecord.Record{sampleRecord("a", 3), sampleRecord("c", 1)})

	// The group is one segment: what goes now leaves it in part.
	if err := x.Delete(t.Context(), "c"); err != nil {
		t.Fatal(err)
	}
	checkRecords(t, x, []onrecord.Record{sampleRecord("a", 3)})
}

// TestGather checks that a group is bounded and that no write is lost at its
// bounds.
func TestGather(t *testing.T) {
	tests := []struct {
		name    string
		waiting []*write
		want    []int // writes in each group
	}{
		{"alone", sized(1), []int{1}},
		{"together", sized(1, 1, 1), []int{3}},
		{"too many documents", sized(1500, 499, 1, 1), []int{3, 1}},
		{"one that is too large for any group", sized(1, maxGroupDocuments+1, 1), []int{1, 1, 1}},
		{"too many bytes", []*write{{bytes: maxGroupBytes}, {bytes: 1}, {bytes: 1}}, []int{1, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := &Index{writes: make(chan *write, len(tt.waiting))}
			for _, w := range tt.waiting {
				x.writes <- w
			}
			var got []int
			for next := <-x.writes; next != nil; {
				var group []*write
				if group, next = x.gather(next); next == nil && len(x.writes) > 0 {
					next = <-x.writes
				}
				got = append(got, len(group))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

// sized returns writes of so many documents.
func sized(documents ...int) []*write {
	var writes []*write
	for _, count := range documents {
		writes = append(writes, &write{documents: make([]*indexDocument, count)})
	}
	return writes
}

// TestCloseWaits closes an index while many write: what was acknowledged must
// be there, and nothing else may have failed but for the closing.
func TestCloseWaits(t *testing.T) {
	directory := t.TempDir()
	x, err := Open(Config{Path: directory})
	if err != nil {
		t.Fatal(err)
	}
	const writers = 16
	acknowledged := make([]int, writers)
	var all sync.WaitGroup
	started := make(chan struct{}, writers)
	for writer := range writers {
		all.Go(func() {
			for version := 1; ; version++ {
				err := x.Put(t.Context(), sampleRecord(fmt.Sprintf("a%d", writer), version))
				if err != nil {
					if !errors.Is(err, onrecord.ErrUnavailable) {
						t.Errorf("Put: %v", err)
					}
					return
				}
				acknowledged[writer] = version
				if version == 1 {
					started <- struct{}{}
				}
			}
		})
	}
	for range writers {
		<-started
	}
	if err := x.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	all.Wait()
	if err := x.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if _, err := x.Record(t.Context(), "a0"); !errors.Is(err, onrecord.ErrUnavailable) {
		t.Errorf("Record of a closed index: got error %v, want ErrUnavailable", err)
	}
	reopened := openIndex(t, directory)
	for writer, version := range acknowledged {
		got, err := reopened.Record(t.Context(), fmt.Sprintf("a%d", writer))
		if err != nil || got.Article.Version != version {
			t.Errorf("writer %d: version %d is stored (%v), %d was acknowledged", writer, got.Article.Version, err, version)
		}
	}
}

// TestCompacted writes so often into an index in memory that its segments are
// merged several times, with changes in between.
func TestCompacted(t *testing.T) {
	x := openIndex(t, "")
	const articles = 50
	versions := make([]int, articles)
	for i := range 700 {
		article := i * 7 % articles
		versions[article]++
		if err := x.Put(t.Context(), sampleRecord(fmt.Sprintf("a%d", article), versions[article])); err != nil {
			t.Fatal(err)
		}
		if err := x.Enter(t.Context(), onrecord.Entry{Kind: "speaker", ID: fmt.Sprint(article), Version: versions[article]}); err != nil {
			t.Fatal(err)
		}
	}
	if entries, err := x.Entries(t.Context(), "speaker"); err != nil || len(entries) != articles || entries[0].Version != versions[0] {
		t.Errorf("%d entries, want %d: %v", len(entries), articles, err)
	}
	if err := x.Delete(t.Context(), "a0"); err != nil {
		t.Fatal(err)
	}
	var records []onrecord.Record
	for article := 1; article < articles; article++ {
		records = append(records, sampleRecord(fmt.Sprintf("a%d", article), versions[article]))
	}
	checkRecords(t, x, records)
	v, err := x.view()
	if err != nil {
		t.Fatal(err)
	}
	defer v.close()
	if got := len(v.segments); got > maxAlike+1 {
		t.Errorf("%d segments, want at most %d", got, maxAlike+1)
	}
}
