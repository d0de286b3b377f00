package extract_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/onrecord/onrecord/extract"
)

// versionFile holds the version, and a digest of what it finds in the sample.
const versionFile = "testdata/version.txt"

// TestVersion reminds whoever changes what is found of the version: stored
// articles get better claims by nothing else.
func TestVersion(t *testing.T) {
	files, err := filepath.Glob("../sample/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	hash := sha256.New()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		claims := extract.Claims(fictional(string(text)))
		fmt.Fprint(hash, describe(claims), describeSpeakers(claims))
	}
	got := fmt.Sprintf("%d %s\n", extract.Version, hex.EncodeToString(hash.Sum(nil)[:8]))
	if *update {
		if err := os.WriteFile(versionFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(versionFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("version and digest of what is found: got %swant %sRaise extract.Version if that version was released, then run with -update.", got, want)
	}
}
