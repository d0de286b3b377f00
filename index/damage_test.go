package index

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// A savedIndex is an index on disk that is closed, with what must be in it.
type savedIndex struct {
	directory string
	records   []onrecord.Record
	entries   []onrecord.Entry
}

// saveIndex makes an index of several segments, some of whose documents are
// deleted.
func saveIndex(t *testing.T, v versions) savedIndex {
	t.Helper()
	saved := savedIndex{directory: t.TempDir()}
	x := openAs(t, saved.directory, v, func(string) {})
	put := func(id string, version int) {
		if err := x.Put(t.Context(), sampleRecord(id, version)); err != nil {
			t.Fatal(err)
		}
	}
	const articles = 8
	for version := 1; version <= 3; version++ {
		for article := range articles {
			put(fmt.Sprintf("a%d", article), version)
		}
	}
	for article := range articles / 2 {
		id := fmt.Sprintf("a%d", article)
		if err := x.Delete(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		e := onrecord.Entry{Kind: "speaker", ID: id, Version: 1, Data: []byte(id)}
		if err := x.Enter(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		saved.entries = append(saved.entries, e)
	}
	for article := articles / 2; article < articles; article++ {
		saved.records = append(saved.records, sampleRecord(fmt.Sprintf("a%d", article), 3))
	}
	closeIndex(t, x)
	return saved
}

// check checks that an index has what was saved.
func (saved savedIndex) check(t *testing.T, x *Index) {
	t.Helper()
	checkRecords(t, x, saved.records)
	entries, err := x.Entries(t.Context(), "speaker")
	if diff := cmp.Diff(saved.entries, entries); diff != "" || err != nil {
		t.Errorf("Entries: %v (-want +got):\n%s", err, diff)
	}
}

// copyOf copies the index to another directory.
func (saved savedIndex) copyOf(t *testing.T) string {
	t.Helper()
	directory := filepath.Join(t.TempDir(), "index")
	if err := os.CopyFS(directory, os.DirFS(saved.directory)); err != nil {
		t.Fatal(err)
	}
	return directory
}

// filesOf returns a hash of each file below a directory.
func filesOf(t *testing.T, directory string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(directory), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			files[path] = "directory"
			return err
		}
		content, err := os.ReadFile(filepath.Join(directory, path))
		files[path] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// change rewrites a file.
func change(t *testing.T, path string, to func(content []byte) []byte) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, to(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// cut, flip and zero are changes of a file's content.
func cut(to int) func([]byte) []byte { return func(content []byte) []byte { return content[:to] } }

func flip(at int) func([]byte) []byte {
	return func(content []byte) []byte {
		content[(at+len(content))%len(content)] ^= 1
		return content
	}
}

func zero(content []byte) []byte { return make([]byte, len(content)) }

// generationOf returns the directory of the generation in use, and a segment of
// it that is in use.
func generationOf(t *testing.T, directory string) (generation, segment string) {
	t.Helper()
	generation = filepath.Join(directory, directories(t, directory)[0])
	m, err := readManifest(generation)
	if err != nil {
		t.Fatal(err)
	}
	return generation, filepath.Join(generation, m.segments[0])
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// damages are what may become of the directory of an index.
var damages = []struct {
	name   string
	damage func(t *testing.T, directory, root, segment string)
	want   string // in the error, besides the advice
}{
	{"segment missing", func(t *testing.T, _, _, segment string) { remove(t, segment) }, ".zap"},
	{"segment cut by a byte", func(t *testing.T, _, _, segment string) {
		change(t, segment, func(b []byte) []byte { return b[:len(b)-1] })
	}, ".zap"},
	{"segment empty", func(t *testing.T, _, _, segment string) { change(t, segment, cut(0)) }, ".zap"},
	{"segment of four zero bytes", func(t *testing.T, _, _, segment string) {
		change(t, segment, func([]byte) []byte { return make([]byte, 4) })
	}, ".zap"},
	{"segment zeroed", func(t *testing.T, _, _, segment string) { change(t, segment, zero) }, ".zap"},
	{"a bit of the segment's documents", func(t *testing.T, _, _, segment string) { change(t, segment, flip(100)) }, ".zap"},
	{"a bit of the segment's footer", func(t *testing.T, _, _, segment string) { change(t, segment, flip(-20)) }, ".zap"},
	{"a bit of the segment's checksum", func(t *testing.T, _, _, segment string) { change(t, segment, flip(-1)) }, ".zap"},
	{"root.bolt missing", func(t *testing.T, _, root, _ string) { remove(t, root) }, rootName},
	{"root.bolt empty", func(t *testing.T, _, root, _ string) { change(t, root, cut(0)) }, rootName},
	{"root.bolt cut in the middle", func(t *testing.T, _, root, _ string) {
		change(t, root, func(b []byte) []byte { return b[:len(b)/2+100] })
	}, rootName},
	{"root.bolt cut after its meta pages", func(t *testing.T, _, root, _ string) { change(t, root, cut(2*os.Getpagesize())) }, rootName},
	{"root.bolt zeroed", func(t *testing.T, _, root, _ string) { change(t, root, zero) }, rootName},
	{"root.bolt zeroed but for its meta pages", func(t *testing.T, _, root, _ string) {
		change(t, root, func(b []byte) []byte { clear(b[2*os.Getpagesize():]); return b })
	}, rootName},
	{"generation missing", func(t *testing.T, _, root, _ string) { remove(t, filepath.Dir(root)) }, "no generation"},
	{"generation and note missing", func(t *testing.T, directory, root, _ string) {
		remove(t, filepath.Dir(root))
		remove(t, filepath.Join(directory, noteName))
	}, "no generation"},
	{"generation emptied", func(t *testing.T, _, root, _ string) {
		remove(t, filepath.Dir(root))
		if err := os.Mkdir(filepath.Dir(root), 0o700); err != nil {
			t.Fatal(err)
		}
	}, rootName},
	{"generation replaced by a file", func(t *testing.T, _, root, _ string) {
		remove(t, filepath.Dir(root))
		if err := os.WriteFile(filepath.Dir(root), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}, generationPrefix},
	{"note damaged", func(t *testing.T, directory, _, _ string) {
		change(t, filepath.Join(directory, noteName), flip(19))
	}, noteName},
	{"all segments and root.bolt of an empty index", func(t *testing.T, _, root, _ string) {
		empty := t.TempDir()
		closeIndex(t, openAs(t, empty, currentVersions(), func(string) {}))
		generation, _ := filepath.Split(root)
		remove(t, generation)
		if err := os.CopyFS(generation, os.DirFS(filepath.Join(empty, directories(t, empty)[0]))); err != nil {
			t.Fatal(err)
		}
	}, "acknowledged"},
}

// TestDamaged opens damaged indexes, of this version and of an older one that
// would be rebuilt. Each must be refused with the name of what is amiss and
// with what a person can do, and be left as it is.
func TestDamaged(t *testing.T) {
	for _, v := range []versions{currentVersions(), olderVersions()} {
		saved := saveIndex(t, v)
		for _, tt := range damages {
			t.Run(fmt.Sprintf("%s/%s", v, tt.name), func(t *testing.T) {
				directory := saved.copyOf(t)
				generation, segment := generationOf(t, directory)
				tt.damage(t, directory, filepath.Join(generation, rootName), segment)
				want := filesOf(t, directory)
				for range 2 {
					checkRefused(t, directory, tt.want, "put a copy of "+directory)
					if diff := cmp.Diff(want, filesOf(t, directory)); diff != "" {
						t.Errorf("files (-before +after):\n%s", diff)
					}
				}
			})
		}
	}
}

func checkRefused(t *testing.T, directory string, want ...string) {
	t.Helper()
	x, err := Open(Config{Path: directory})
	if err == nil {
		closeIndex(t, x)
	}
	if !errors.Is(err, onrecord.ErrUnavailable) {
		t.Fatalf("got error %v, want ErrUnavailable", err)
	}
	for _, part := range want {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("got error %q, want it to tell %q", err, part)
		}
	}
}

// TestEarlierCopy puts earlier copies of an index back: the generation alone
// lacks what was acknowledged since, the whole directory is an index of its own.
func TestEarlierCopy(t *testing.T) {
	saved := saveIndex(t, currentVersions())
	directory := saved.copyOf(t)
	generation, _ := generationOf(t, directory)
	x := openIndex(t, directory)
	if err := x.Put(t.Context(), sampleRecord("new", 1)); err != nil {
		t.Fatal(err)
	}
	closeIndex(t, x)
	remove(t, generation)
	earlier, _ := generationOf(t, saved.directory)
	if err := os.CopyFS(generation, os.DirFS(earlier)); err != nil {
		t.Fatal(err)
	}
	checkRefused(t, directory, "acknowledged", "put a copy of")
	remove(t, filepath.Join(directory, noteName))
	saved.check(t, openIndex(t, directory))
	saved.check(t, openIndex(t, saved.copyOf(t)))
}

// TestFirstVersions opens an index from before there were seals and notes.
func TestFirstVersions(t *testing.T) {
	saved := saveIndex(t, olderVersions())
	x := openAs(t, saved.directory, olderVersions(), func(string) {})
	b := bleveindex.NewBatch()
	b.SetInternal(versionKey, []byte("mapping 1, analysis 1"))
	b.DeleteInternal(sealKey)
	if err := x.store.Batch(b); err != nil {
		t.Fatal(err)
	}
	closeIndex(t, x)
	remove(t, filepath.Join(saved.directory, noteName))
	saved.check(t, openIndex(t, saved.directory))
}

// TestNewerVersion opens indexes that a newer program has made.
func TestNewerVersion(t *testing.T) {
	for _, raise := range []func(*versions){
		func(v *versions) { v.storage++ }, func(v *versions) { v.mapping++ }, func(v *versions) { v.analysis++ },
	} {
		v := currentVersions()
		raise(&v)
		saved := saveIndex(t, v)
		want := filesOf(t, saved.directory)
		checkRefused(t, saved.directory, "newer program", v.String())
		if diff := cmp.Diff(want, filesOf(t, saved.directory)); diff != "" {
			t.Errorf("files (-before +after):\n%s", diff)
		}
	}
}

// TestRebuildFails rebuilds an older generation that has a payload which cannot
// be read, and one whose record is not whole.
func TestRebuildFails(t *testing.T) {
	for _, name := range []string{"a", claimDocumentName("a", "c0")} {
		directory := t.TempDir()
		x := openAs(t, directory, olderVersions(), func(string) {})
		w := samplePut(t, t.Context(), "a", 1)
		for _, d := range w.documents {
			if d.ID() == name {
				d.Stored, d.Terms = nil, nil
				d.stored(fieldPayload, []byte("\xff"))
			}
		}
		x.commit([]*write{w})
		if err := <-w.done; err != nil {
			t.Fatal(err)
		}
		closeIndex(t, x)
		want := filesOf(t, directory)
		checkRefused(t, directory, "rebuild", "left as it is")
		if diff := cmp.Diff(want, filesOf(t, directory)); diff != "" {
			t.Errorf("files (-before +after):\n%s", diff)
		}
	}
}
