package ingest

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestSources reads every file of testdata/sources, mixed formats by the names
// that they have; golden.txtar has what is found in each.
func TestSources(t *testing.T) {
	const golden = "testdata/golden.txtar"
	entries, err := os.ReadDir("testdata/sources")
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: []byte("What is read of each file in sources/. Written by go test -update.\n")}
	for _, entry := range entries {
		got.Files = append(got.Files, txtar.File{Name: entry.Name(), Data: []byte(toldFile(t, filepath.Join("testdata/sources", entry.Name())))})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Errorf("what is read differs (-want +got):\n%s", diff)
	}
}

func toldFile(t *testing.T, path string) string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var b strings.Builder
	for item := range Read(file, Options{Name: filepath.Base(path)}) {
		b.WriteString(toldItem(item))
	}
	return b.String()
}

// toldItem writes all that an item has.
func toldItem(item Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "== %s (%s)\n", item.Where, item.Format)
	if item.Err != nil {
		fmt.Fprintf(&b, "! %v\n", item.Err)
		if !errors.Is(item.Err, ErrNotFetched) {
			return b.String()
		}
	}
	for _, f := range fieldsOf(item.Article) {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	if len(item.Ignored) > 0 {
		fmt.Fprintf(&b, "ignored: %s\n", strings.Join(item.Ignored, " "))
	}
	if item.Article.Text != "" {
		fmt.Fprintf(&b, "\n%s\n", strings.TrimRight(item.Article.Text, "\n"))
	}
	for _, g := range item.Article.Given {
		fmt.Fprintf(&b, "given: %q", g.Span.Of(item.Article.Text))
		if g.Speaker != "" {
			fmt.Fprintf(&b, " by %s", g.Speaker)
		}
		if g.Confidence > 0 {
			fmt.Fprintf(&b, " (%v)", g.Confidence)
		}
		if g.Offset.Known {
			fmt.Fprintf(&b, " at %v", g.Offset.Time)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func fieldsOf(a onrecord.Article) [][2]string {
	urgency := ""
	if a.Urgency != 0 {
		urgency = fmt.Sprint(a.Urgency)
	}
	fetched := ""
	if !a.Fetched.IsZero() {
		fetched = a.Fetched.Format(time.RFC3339)
	}
	offset := ""
	if a.UTCOffset != 0 {
		offset = a.UTCOffset.String()
	}
	return [][2]string{
		{"url", a.URL}, {"canonical", a.CanonicalURL}, {"elsewhere", strings.Join(a.Elsewhere, " ")}, {"outlet", a.Outlet}, {"title", a.Title},
		{"language", a.Language}, {"published", a.Published.String()}, {"offset", offset}, {"modified", a.Modified.String()}, {"authors", strings.Join(a.Authors, "; ")},
		{"dateline", a.Dateline}, {"slug", a.Slug}, {"urgency", urgency}, {"edition", a.Edition}, {"source", a.SourceID}, {"fetched", fetched},
	}
}
