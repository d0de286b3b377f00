package index

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/onrecord/onrecord"
)

// rots are what chance makes of a file's content.
var rots = []struct {
	name string
	rot  func(random *rand.Rand, content []byte) []byte
}{
	{"a bit", func(random *rand.Rand, content []byte) []byte {
		content[random.IntN(len(content))] ^= 1 << random.IntN(8)
		return content
	}},
	{"some bytes", func(random *rand.Rand, content []byte) []byte {
		for range 1 + random.IntN(16) {
			content[random.IntN(len(content))] = byte(random.Uint32())
		}
		return content
	}},
	{"a zero sector", func(random *rand.Rand, content []byte) []byte {
		clear(content[random.IntN(len(content))&^511:][:min(512, len(content)&511+1)])
		return content
	}},
	{"a page in another's place", func(random *rand.Rand, content []byte) []byte {
		page := os.Getpagesize()
		if pages := len(content) / page; pages > 0 {
			copy(content[random.IntN(pages)*page:], content[random.IntN(pages)*page:][:page])
		}
		return content
	}},
	{"cut", func(random *rand.Rand, content []byte) []byte { return content[:random.IntN(len(content))] }},
	{"longer", func(random *rand.Rand, content []byte) []byte { return append(content, byte(random.Uint32())) }},
}

// rotIn rots one file of an index, root.bolt as often as all others together,
// or removes it.
func rotIn(t *testing.T, random *rand.Rand, directory string) (what string) {
	t.Helper()
	var roots, others []string
	err := filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || entry.IsDir():
		case entry.Name() == rootName:
			roots = append(roots, path)
		case entry.Name() != lockName:
			others = append(others, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	path := others[random.IntN(len(others))]
	if random.IntN(2) == 0 {
		path = roots[0]
	}
	name := filepath.Base(path)
	if random.IntN(40) == 0 {
		remove(t, path)
		return name + " removed"
	}
	r := rots[random.IntN(len(rots))]
	change(t, path, func(content []byte) []byte { return r.rot(random, content) })
	return name + ": " + r.name
}

// TestRot opens an index with one file rotten in hundreds of ways. It must be
// refused, or all of it must be there, also after a further write and another
// opening.
func TestRot(t *testing.T) {
	cases := 300
	if testing.Short() {
		cases = 40
	}
	saved := saveIndex(t, currentVersions())
	opened := 0
	for seed := range cases {
		random := rand.New(rand.NewPCG(uint64(seed), 6))
		directory := saved.copyOf(t)
		what := rotIn(t, random, directory)
		t.Run(fmt.Sprintf("%d %s", seed, what), func(t *testing.T) {
			x, err := Open(Config{Path: directory})
			if err != nil {
				if !errors.Is(err, onrecord.ErrUnavailable) {
					t.Errorf("got error %v, want ErrUnavailable", err)
				}
				return
			}
			opened++
			saved.check(t, x)
			written := sampleRecord("a7", 4)
			if err := x.Put(t.Context(), written); err != nil {
				t.Error(err)
			}
			closeIndex(t, x)
			after := saved
			after.records = append(after.records[:len(after.records)-1:len(after.records)-1], written)
			after.check(t, openIndex(t, directory))
		})
		remove(t, directory)
	}
	t.Logf("%d of %d opened whole, the others were refused", opened, cases)
}
