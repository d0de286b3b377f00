package service_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/ingest"
	"github.com/onrecord/onrecord/service"
)

var update = flag.Bool("update", false, "rewrite the goldens with what is found now")

// TestVerifyCases runs over one archive for each phenomenon of quoting: its
// comment says what is special, each article is taken in, each quote (lines
// "speaker: …" and "said: …" first, where there are any) has to get the answer
// behind it. A merge has two resource names of speakers; a correct has words of
// a claim and what it gets.
func TestVerifyCases(t *testing.T) { runArchives(t, "testdata/verify", runCases) }

// runArchives compares each archive of a folder with what it comes to now.
func runArchives(t *testing.T, folder string, run func(*testing.T, *txtar.Archive) *txtar.Archive) {
	files, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
				t.Errorf("answers differ (-want +got):\n%s", diff)
			}
		})
	}
}

// runCases returns the archive with the answers as they are.
func runCases(t *testing.T, archive *txtar.Archive) *txtar.Archive {
	f := newService(t)
	got := &txtar.Archive{Comment: archive.Comment}
	for _, file := range archive.Files {
		content := string(file.Data)
		switch kind, _, _ := strings.Cut(file.Name, " "); kind {
		case "article":
			takeIn(t, f, content)
		case "merge":
			names := strings.Fields(content)
			if _, err := f.Merge(t.Context(), names[0], names[1:]); err != nil {
				t.Fatal(err)
			}
		case "correct":
			correctWords(t, f, content)
		case "quote":
			got.Files = append(got.Files, file, txtar.File{Name: "answer", Data: []byte(verified(t, f, content))})
			continue
		case "answer":
			continue
		default:
			t.Fatalf("file %q is none of article, merge, correct, quote, answer", file.Name)
		}
		got.Files = append(got.Files, file)
	}
	return got
}

// takeIn takes in an article with a header.
func takeIn(t *testing.T, f fixture, content string) {
	t.Helper()
	for item := range ingest.Read(strings.NewReader(content), ingest.Options{Name: "article.txt"}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		a := item.Article
		if _, err := f.Ingest(t.Context(), service.Draft{URL: a.URL, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Text: a.Text}); err != nil {
			t.Fatal(err)
		}
	}
}

// fields reads "key: value" lines; the rest is under "".
func fields(content string) map[string]string {
	values := map[string]string{}
	lines := bufio.NewScanner(strings.NewReader(content))
	for lines.Scan() {
		key, value, ok := strings.Cut(lines.Text(), ": ")
		if ok && values[""] == "" && (key == "speaker" || key == "said" || key == "words" || key == "kind") {
			values[key] = value
		} else {
			values[""] += lines.Text() + "\n"
		}
	}
	values[""] = strings.TrimSpace(values[""])
	return values
}

func correctWords(t *testing.T, f fixture, content string) {
	t.Helper()
	values := fields(content)
	found, err := f.Search(t.Context(), service.SearchRequest{Query: fmt.Sprintf("%q", values["words"])})
	if err != nil || len(found.Hits) != 1 {
		t.Fatalf("%q: %d claims, %v", values["words"], len(found.Hits), err)
	}
	r := service.CorrectRequest{Claim: found.Hits[0].Claim.Name(), Version: len(found.Hits[0].Claim.Corrections)}
	if speaker := values["speaker"]; speaker != "" {
		r.Speaker = &speaker
	}
	r.Kind, _ = onrecord.ParseKind(values["kind"])
	if _, err := f.Correct(t.Context(), r); err != nil {
		t.Fatal(err)
	}
}

func verified(t *testing.T, f fixture, content string) string {
	t.Helper()
	values := fields(content)
	got, err := f.Verify(t.Context(), service.VerifyRequest{Quote: values[""], Speaker: values["speaker"], Said: date(t, values["said"])})
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n", strings.ToUpper(got.Verdict.String()), flags(got.Flags))
	for i, o := range got.Originals {
		describeOriginal(t, &b, f, i+1, &o, values[""])
	}
	return b.String()
}

func describeOriginal(t *testing.T, b *strings.Builder, f fixture, n int, o *onrecord.Original, quote string) {
	t.Helper()
	c := &o.Claim
	whose := ""
	if o.SameSpeaker {
		whose = ", the one asked about"
	}
	fmt.Fprintf(b, "%d. %s%s, %s, %s: %s%s\n", n, c.Speaker.Name, whose, c.When(), c.Article.Outlet, o.Verdict, flags(o.Flags))
	a, err := f.History(t.Context(), c.Article.ID, c.Article.Version)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Edits) > 0 {
		fmt.Fprintf(b, "   %s\n", diff(t, o, quote, a.Article.Text))
	} else {
		fmt.Fprintf(b, "   near: %s\n", o.Span.Of(a.Article.Text))
	}
	for _, cut := range o.Cuts {
		fmt.Fprintf(b, "   cut %s, %d words: %s%s", cut.Place, cut.Words, cut.Text, flags(cut.Flags))
		if cut.AtSentence {
			b.WriteString(" [at a sentence's border]")
		}
		if cut.Marked {
			b.WriteString(" [marked]")
		}
		b.WriteByte('\n')
	}
	if len(o.Others) > 0 {
		fmt.Fprintf(b, "   over %d claims\n", 1+len(o.Others))
	}
	if o.AppearanceCount > 1 {
		var where []string
		for _, a := range o.Appearances {
			where = append(where, a.Article.Outlet+" "+a.When.String())
		}
		fmt.Fprintf(b, "   %d appearances: %s\n", o.AppearanceCount, strings.Join(where, ", "))
	}
}

// diff writes the edits, and checks that the spans are those of the words.
func diff(t *testing.T, o *onrecord.Original, quote, text string) string {
	t.Helper()
	var parts []string
	for _, e := range o.Edits {
		if got := e.Quote.Of(quote); got != e.QuoteText {
			t.Errorf("quote span has %q, want %q", got, e.QuoteText)
		}
		if got := e.Original.Of(text); got != e.OriginalText {
			t.Errorf("original span has %q, want %q", got, e.OriginalText)
		}
		words := map[onrecord.EditOp]string{
			onrecord.EditSame: e.QuoteText, onrecord.EditInserted: "{+" + e.QuoteText + "+}", onrecord.EditDeleted: "[-" + e.OriginalText + "-]",
			onrecord.EditReplaced: "[-" + e.OriginalText + "-]{+" + e.QuoteText + "+}", onrecord.EditOmitted: "<…" + e.OriginalText + "…" + e.QuoteText + ">",
			onrecord.EditBrackets: "<" + e.OriginalText + "=" + e.QuoteText + ">",
		}[e.Op]
		parts = append(parts, words+flags(e.Flags))
	}
	return strings.Join(parts, " ")
}

func flags(all []onrecord.QuoteFlag) string {
	var names []string
	for _, flag := range all {
		names = append(names, flag.String())
	}
	if len(names) == 0 {
		return ""
	}
	return " (!" + strings.Join(names, ", ") + ")"
}
