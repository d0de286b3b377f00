package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/extract/internal/names"
)

// TestSpeakers runs over one archive for each way in which an article names
// its speakers, or ties date and venue to a statement. Each line of its file
// speakers is one claim: the mention, who is meant, and what is known besides.
func TestSpeakers(t *testing.T) {
	files, err := filepath.Glob("testdata/speakers/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describeSpeakers(extract.Claims(fictional(string(archive.Files[0].Data))))
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "speakers", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatal("the archive takes two files, article and speakers")
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("speakers differ (-want +got):\n%s", diff)
			}
		})
	}
}

var speakerTypes = map[onrecord.SpeakerType]string{onrecord.SpeakerUnknown: "unknown", onrecord.SpeakerPerson: "person",
	onrecord.SpeakerOrganization: "organization", onrecord.SpeakerGroup: "group", onrecord.SpeakerUnnamed: "unnamed"}

// describeSpeakers writes a line for each claim.
func describeSpeakers(claims []onrecord.Claim) string {
	var b strings.Builder
	for _, c := range claims {
		fmt.Fprintf(&b, "%s → %s (%s)", orDash(c.Mention), orDash(c.Speaker.Name), speakerTypes[c.Speaker.Type])
		for _, f := range [...]struct{ label, value string }{
			{"title", c.Speaker.Title}, {"venue", c.Venue}, {"said", c.SaidText}, {"date", c.Said.String()}, {"via", c.ReportedVia},
		} {
			if f.value != "" {
				fmt.Fprintf(&b, "; %s: %s", f.label, f.value)
			}
		}
		b.WriteByte('\n')
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// FuzzSpeakers holds that what a claim says of its speaker is in order: a
// mention and a date in words of the text, an identity where there is a name,
// few rivals, none of them the speaker.
func FuzzSpeakers(f *testing.F) {
	for _, s := range []string{
		"Mara Velden, 46, the mayor of Sel, said on Sunday that it rained. She told CNN it was wet, according to Reuters.",
		"“It rains,” he said. “It pours,” the mayor and Lionel Orr said in a Monday Harbour News interview.",
		"VELDEN: It rains.\nORR: It pours.\nVELDEN: It does.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := fictional(strings.ToValidUTF8(s, "?"))
		for _, c := range extract.Claims(a) {
			if c.MentionSpan.Of(a.Text) != c.Mention || !strings.Contains(a.Text, c.SaidText) {
				t.Fatalf("mention %q or date %q is not in the text", c.Mention, c.SaidText)
			}
			if c.Said.Known() && c.SaidText == "" {
				t.Fatalf("said %s, without words for it", c.Said)
			}
			if (c.Speaker.ID == "") != (c.Speaker.Type == onrecord.SpeakerUnnamed || names.Slug(c.Speaker.Name) == "") {
				t.Fatalf("speaker %+v", c.Speaker)
			}
			if len(c.Candidates) > 4 {
				t.Fatalf("%d candidates", len(c.Candidates))
			}
			for i, o := range c.Candidates {
				if o.Name == c.Speaker.Name || o.Confidence < 0 || o.Confidence > 1 || i > 0 && o.Confidence > c.Candidates[i-1].Confidence {
					t.Fatalf("candidates %+v of %q", c.Candidates, c.Speaker.Name)
				}
			}
		}
	})
}
