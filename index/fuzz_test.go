package index

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzManifest reads what may have become of a root.bolt: reading ends, within
// the bytes, with an error or with names of files in one directory.
func FuzzManifest(f *testing.F) {
	x, err := Open(Config{Path: f.TempDir()})
	if err != nil {
		f.Fatal(err)
	}
	for version := 1; version <= 3; version++ {
		if err := x.Put(f.Context(), sampleRecord("a", version)); err != nil {
			f.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		f.Fatal(err)
	}
	root, err := os.ReadFile(filepath.Join(x.home.generation(x.home.number), rootName))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(root)
	f.Add(root[:len(root)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseManifest(data)
		if err != nil {
			return
		}
		for _, name := range m.segments {
			if filepath.Base(name) != name {
				t.Errorf("segment %q is in another directory", name)
			}
		}
	})
}

// FuzzTexts reads what an index notes of itself: what is taken is what would be
// written.
func FuzzTexts(f *testing.F) {
	f.Add(currentVersions().String())
	f.Add("mapping 3, analysis 1")
	f.Add(seal{commits: 7, documents: 3, names: 1 << 63}.String())
	f.Add(noteText(7))
	directory := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		if v, err := parseVersions(text); err == nil && v.storage > 0 && v.String() != text {
			t.Errorf("versions %q read as %v", text, v)
		}
		if s, err := parseSeal(text); err == nil && s.String() != text {
			t.Errorf("seal %q read as %v", text, s)
		}
		if err := os.WriteFile(filepath.Join(directory, noteName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if commits, _, err := readNote(directory); err == nil && text != "" && noteText(commits) != text {
			t.Errorf("note %q read as %d", text, commits)
		}
	})
}
