package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

var update = flag.Bool("update", false, "rewrite the goldens with what is found now")

// TestPhenomena runs over one archive for each phenomenon of news prose: its
// comment says what is special, article is the text, claims what has to be
// found in it.
func TestPhenomena(t *testing.T) {
	files, err := filepath.Glob("testdata/phenomena/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(extract.Claims(fictional(string(archive.Files[0].Data))))
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "claims", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatal("the archive takes two files, article and claims")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("claims differ (-want +got):\n%s", diff)
			}
		})
	}
}

// fictional is an article with that text, published on a Thursday.
func fictional(text string) onrecord.Article {
	return onrecord.Article{
		ArticleInfo: onrecord.ArticleInfo{ID: "a1", Outlet: "Harbour Herald", Published: onrecord.Day(2031, 5, 22)},
		Text:        strings.TrimSuffix(text, "\n"),
	}
}

// describe writes claims for people to read.
func describe(claims []onrecord.Claim) string {
	number := make(map[string]int)
	var b strings.Builder
	for i, c := range claims {
		number[c.ID] = i + 1
		fmt.Fprintf(&b, "%d %s, by %s", i+1, c.Kind, c.Rule)
		if c.Act != onrecord.ActStatement {
			fmt.Fprintf(&b, ", act %s", map[onrecord.Act]string{onrecord.ActSpeech: "speech", onrecord.ActAttitude: "attitude"}[c.Act])
		}
		if c.Continues != "" {
			fmt.Fprintf(&b, ", goes on with %d", number[c.Continues])
		}
		fmt.Fprintf(&b, "\n  words:   %s\n", strings.ReplaceAll(c.Text, "\n", "⏎"))
		if c.Kind == onrecord.KindMixed {
			for _, q := range c.Quoted {
				fmt.Fprintf(&b, "  quoted:  %s\n", c.Text[q.Start-c.Span.Start:q.End-c.Span.Start])
			}
		}
		fmt.Fprintf(&b, "  speaker: %s\n", c.Speaker.Name)
		if c.Cue != "" {
			fmt.Fprintf(&b, "  cue:     %s\n", c.Cue)
		}
	}
	return b.String()
}
