package compare_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord/compare"
)

// TestRelate goes through testdata/relations.txtar.
func TestRelate(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/relations.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		t.Run(file.Name, func(t *testing.T) {
			want, _, _ := strings.Cut(file.Name, "/")
			first, second, _ := strings.Cut(string(file.Data), "\n")
			a, b := wording(first), wording(strings.TrimSpace(second))
			got, likeness := compare.Relate(a, b)
			if got.String() != want {
				t.Errorf("%v, want %s", got, want)
			}
			if again, same := compare.Relate(b, a); again != got || same != likeness {
				t.Errorf("the other way round %v %v, not %v %v", again, same, got, likeness)
			}
			same := got >= compare.Part
			if likeness < 0 || likeness > 1 || same != (likeness > 0) {
				t.Errorf("likeness %v of what is %v", likeness, got)
			}
		})
	}
}

// wording reads a line; see the file.
func wording(line string) *compare.Wording {
	text, reported := strings.CutPrefix(line, "reported: ")
	return compare.NewWording(text, reported)
}
