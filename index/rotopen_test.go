package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/onrecord/onrecord"
)

// overwrite changes a file in its place, as memory maps of it see at once.
func overwrite(t *testing.T, path string, rot func(file *os.File, size int64) error) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err == nil {
		err = rot(file, info.Size())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// readAll reads everything in every way and returns the errors.
func readAll(ctx context.Context, x *Index, records []onrecord.Record) error {
	var all []error
	note := func(err error) { all = append(all, err) }
	for _, r := range records {
		_, err := x.Record(ctx, r.Article.ID)
		note(err)
	}
	_, err := x.Articles(ctx, onrecord.ArticleKey{}, 10)
	note(err)
	_, err = x.Entries(ctx, "speaker")
	note(err)
	_, err = x.Coverage(ctx, "mara-velden")
	note(err)
	_, err = x.Values(ctx, onrecord.FieldSpeakerAs)
	note(err)
	for _, query := range []onrecord.Node{
		onrecord.All{},
		onrecord.Phrase{Field: onrecord.FieldExact, Text: "harbour stays"},
		onrecord.Match{Field: onrecord.FieldText, Text: "the open harbour"},
	} {
		for _, order := range []onrecord.Order{onrecord.OrderRelevance, onrecord.OrderNewest} {
			_, err := x.Search(ctx, onrecord.Request{Query: query, Order: order, Limit: 10,
				Facets: []onrecord.Field{onrecord.FieldOutlet}, FacetSize: 5})
			note(err)
		}
	}
	return errors.Join(all...)
}

// saveMerged makes an index of one segment, which scorch leaves alone.
func saveMerged(t *testing.T) savedIndex {
	t.Helper()
	saved := saveIndex(t, currentVersions())
	x := openIndex(t, saved.directory)
	if err := x.store.Index.(*scorch.Scorch).ForceMerge(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	generation := x.home.generation(x.home.number)
	for m, err := readManifest(generation); err != nil || len(m.segments) > 1; m, err = readManifest(generation) {
		time.Sleep(time.Millisecond) // until scorch has written it
	}
	closeIndex(t, x)
	return saved
}

// TestRotWhileOpen cuts a segment that is open, or zeroes a sector of it. Reading
// must end and not panic; what became of a document itself cannot be told until
// the index is opened again, which is refused.
func TestRotWhileOpen(t *testing.T) {
	saved := saveMerged(t)
	failed := 0
	const cases = 40
	for seed := range cases {
		random := rand.New(rand.NewPCG(uint64(seed), 8))
		directory := saved.copyOf(t)
		_, segment := generationOf(t, directory)
		x := openIndex(t, directory)
		overwrite(t, segment, func(file *os.File, size int64) error {
			if seed%2 == 0 {
				return file.Truncate(random.Int64N(size))
			}
			_, err := file.WriteAt(make([]byte, 512), random.Int64N(size)&^511)
			return err
		})
		if readAll(t.Context(), x, saved.records) != nil {
			failed++
		}
		closeIndex(t, x)
		checkRefused(t, directory, filepath.Base(segment))
	}
	t.Logf("%d of %d had errors", failed, cases)
}

// TestMergeOfRot has scorch merge a segment that rotted while it was open, in its
// footer, which is not read again. The rot must not get a good checksum; writes
// must fail from then on rather than wait, and reads go on.
func TestMergeOfRot(t *testing.T) {
	saved := saveMerged(t)
	_, segment := generationOf(t, saved.directory)
	x, err := Open(Config{Path: saved.directory})
	if err != nil {
		t.Fatal(err)
	}
	overwrite(t, segment, func(file *os.File, size int64) error {
		_, err := file.WriteAt([]byte("rot"), size-12)
		return err
	})
	put := func(i int) error {
		r := sampleRecord(fmt.Sprintf("added%d", i), 1)
		err := x.Put(t.Context(), r)
		if err == nil {
			saved.records = append(saved.records, r)
		}
		return err
	}
	const enough = 200 // writes, for a merge of all small segments
	for i := 0; i < enough && x.store.failure() == nil; i++ {
		if err := put(i); err != nil {
			break
		}
	}
	for i := range 2 {
		err := put(enough + i)
		if err == nil || !strings.Contains(err.Error(), filepath.Base(segment)) {
			t.Errorf("Put: got error %v, want one that tells of %s", err, filepath.Base(segment))
		}
	}
	saved.check(t, x)
	closeIndex(t, x)
	checkRefused(t, saved.directory, filepath.Base(segment))
}

// TestGuarded checks what an error tells of a panic.
func TestGuarded(t *testing.T) {
	err := guarded(func() error { panic(fmt.Sprint("wrong ", 1)) })
	for _, want := range []string{"wrong 1", "rotopen_test.go", "TestGuarded"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got error %v, want it to tell %q", err, want)
		}
	}
	if errors.Is(err, onrecord.ErrUnavailable) {
		t.Errorf("%v is an ErrUnavailable", err)
	}
}
