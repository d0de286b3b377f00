package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord/client"
)

// writeNumbered writes numbered articles as JSON Lines. Every badEvery-th line,
// from the second on, has no text; 0: none.
func writeNumbered(t *testing.T, path string, from, to, badEvery int) {
	t.Helper()
	var lines bytes.Buffer
	for i := from; i < to; i++ {
		a := numbered(i)
		line := map[string]string{"url": a.URL, "published": a.Published.String(), "text": a.Text}
		if badEvery > 0 && i%badEvery == 1 {
			line["text"], line["title"] = "", fmt.Sprint("bad ", i)
		}
		content, err := json.Marshal(line)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(content, '\n'))
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// An answer is what an ingest --json wrote.
type imported struct {
	first   string // index of the first acknowledgement
	acks    int
	summary tally
	stderr  string
}

// ingestJSON runs an ingest until it has acknowledged so many items; 0: to its
// end.
func ingestJSON(t *testing.T, p *process, stdin io.Reader, cutOff int, args ...string) imported {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	got := imported{acks: -1} // the summary is none
	var stderr bytes.Buffer
	out := lineWriter(func(line []byte) {
		var ack struct {
			Index   string
			Summary *tally
		}
		if err := json.Unmarshal(line, &ack); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if ack.Summary != nil {
			got.summary = *ack.Summary
		}
		if got.acks++; got.acks == 0 {
			got.first = ack.Index
		}
		if got.acks+1 == cutOff {
			cancel()
		}
	})
	err := run(ctx, append([]string{"ingest", "--json", "--server", p.addr}, args...), stdin, out, &stderr)
	if err != nil && cutOff == 0 && got.summary.Refused == 0 {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	got.stderr = stderr.String()
	return got
}

// lineWriter calls a function with each line.
type lineWriter func(line []byte)

func (w lineWriter) Write(p []byte) (int, error) {
	for line := range bytes.Lines(p) {
		w(line)
	}
	return len(p), nil
}

// TestResume cuts imports off and goes on with them.
func TestResume(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	p := startProcess(t, filepath.Join(t.TempDir(), "data"))
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	if err := os.Mkdir(path("in"), 0o700); err != nil {
		t.Fatal(err)
	}
	writeNumbered(t, path("in/a.jsonl"), 0, 300, 10)
	writeNumbered(t, path("in/b.jsonl"), 300, 900, 10)
	args := []string{"--rejects", path("rejects.jsonl"), path("in")}

	first := ingestJSON(t, p, nil, 500, args...)
	if !strings.Contains(first.stderr, "The same command goes on behind item") || first.summary.Articles < 500 || first.summary.Articles == 900 {
		t.Fatalf("cut off: %+v", first)
	}
	second := ingestJSON(t, p, nil, 0, args...)
	if want := fmt.Sprint(first.summary.Articles); second.first != want || !strings.Contains(second.stderr, "going on behind item "+want) {
		t.Errorf("went on at %s, want %s: %s", second.first, want, second.stderr)
	}
	want := tally{Articles: 900, Created: 810 - second.summary.Unchanged, Unchanged: second.summary.Unchanged, Refused: 90, Statements: 810 * statements}
	if diff := cmp.Diff(want, second.summary, cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".IgnoredFields" }, cmp.Ignore())); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
	checkRejects(t, path("rejects.jsonl"), 90)

	if third := ingestJSON(t, p, nil, 0, args...); third.first != "0" || third.summary.Unchanged != 810 {
		t.Errorf("once more, all of it: %+v", third.summary)
	}

	ingestJSON(t, p, nil, 500, args...)
	if anew := ingestJSON(t, p, nil, 0, append(args, "--restart")...); anew.first != "0" || anew.summary.Unchanged != 810 {
		t.Errorf("--restart: %+v", anew.summary)
	}

	ingestJSON(t, p, nil, 500, args...)
	writeNumbered(t, path("in/a.jsonl"), 0, 299, 10)
	if anew := ingestJSON(t, p, nil, 0, args...); anew.first != "0" || anew.summary.Articles != 899 {
		t.Errorf("a file before was changed: %+v", anew.summary)
	}
}

// checkRejects checks that each line of rejects is there once, with its reason.
func checkRejects(t *testing.T, path string, want int) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range bytes.Lines(content) {
		var r rejected
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if seen[r.Title] || r.Rejected.Where == "" || r.Rejected.Field != "article.text" || !strings.HasPrefix(r.Title, "bad ") {
			t.Errorf("line %s", line)
		}
		seen[r.Title] = true
	}
	if len(seen) != want {
		t.Errorf("%d rejects, want %d", len(seen), want)
	}
}

// TestResumeStandardInput goes on where a pipe was cut off, unless it begins
// with something else.
func TestResumeStandardInput(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	p := startProcess(t, filepath.Join(t.TempDir(), "data"))
	path := filepath.Join(t.TempDir(), "all.jsonl")
	writeNumbered(t, path, 0, 900, 0)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pipe := func() io.Reader { return struct{ io.Reader }{bytes.NewReader(content)} }
	first := ingestJSON(t, p, pipe(), 500, "-")
	second := ingestJSON(t, p, pipe(), 0, "-")
	if second.first != fmt.Sprint(first.summary.Articles) || second.summary.Articles != 900 {
		t.Errorf("went on at %s, want %d: %+v", second.first, first.summary.Articles, second.summary)
	}
	ingestJSON(t, p, pipe(), 500, "-")
	_, content, _ = bytes.Cut(content, []byte("\n"))
	if other := ingestJSON(t, p, pipe(), 0, "-"); other.first != "0" || other.summary.Articles != 899 || !strings.Contains(other.stderr, "another source") {
		t.Errorf("another source: %+v", other)
	}
}

// TestResumeUnwritable takes all in where it cannot be noted how far it came.
func TestResumeUnwritable(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	p := startProcess(t, filepath.Join(t.TempDir(), "data"))
	path := filepath.Join(t.TempDir(), "all.jsonl")
	writeNumbered(t, path, 0, 900, 0)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	gone := readerFunc(func(buf []byte) (int, error) {
		if err := os.RemoveAll(filepath.Join(cache, "onrecord")); err != nil {
			t.Error(err)
		}
		if len(content) == 0 {
			return 0, io.EOF
		}
		n := copy(buf, content)
		content = content[n:]
		return n, nil
	})
	done := ingestJSON(t, p, gone, 0, "-")
	if done.summary.Created != 900 || strings.Count(done.stderr, "not noting how far it came") != 1 {
		t.Errorf("%+v", done)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestResumeOtherIndex begins anew where what was acknowledged is not in the
// index.
func TestResumeOtherIndex(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	p := startProcess(t, filepath.Join(t.TempDir(), "data"))
	path := filepath.Join(t.TempDir(), "all.jsonl")
	writeNumbered(t, path, 0, 900, 0)
	ingestJSON(t, p, nil, 500, path)
	c := newClient(t, p)
	for a, err := range c.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if a.URL == fmt.Sprint(numberedURL, 0) {
			if err := c.Delete(t.Context(), a.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	if again := ingestJSON(t, p, nil, 0, path); again.first != "0" || again.summary.Articles != 900 {
		t.Errorf("went on in another index: %+v", again)
	}
}

// TestKillImport kills an import with SIGKILL, then its server, and gives the
// same command again until all is in: nothing is there twice, nothing that was
// acknowledged is gone, and what was taken is not sent again.
func TestKillImport(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	data, path := filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "all.jsonl")
	const articles = 6000
	writeNumbered(t, path, 0, articles, 0)
	p := startProcess(t, data)
	// At a fixed address, as the checkpoint is of a server.
	begin := func() *exec.Cmd {
		cmd := exec.Command("onrecord", "ingest", "--server", p.addr, path)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	least := 0
	for _, killServer := range []bool{false, true, false} {
		cmd := begin()
		waitForArticles(t, p, least+600+rand.IntN(600))
		if killServer {
			p.kill()
		} else {
			_ = cmd.Process.Kill() // it may be dead already
		}
		_ = cmd.Wait() // its error is that it was killed, or its server was
		if killServer {
			p = startProcessAt(t, data, p.addr)
		}
		at := readCheckpoint(t, cache)
		if at.Place.Item < least || at.Tally.Articles != at.Place.Item {
			t.Errorf("the checkpoint is at %d, after %d", at.Place.Item, least)
		}
		least = at.Place.Item
	}
	done := ingestJSON(t, p, nil, 0, path)
	if done.acks != articles-least || done.summary.Articles != articles || done.summary.Created+done.summary.Unchanged != articles || least < 1500 {
		t.Errorf("%d acknowledged behind %d: %+v", done.acks, least, done.summary)
	}
	verifyStored(t, p, nil)
	if cov, err := newClient(t, p).SearchPage(t.Context(), client.Query{}, ""); err != nil || cov.Coverage.Articles != articles || cov.Coverage.FormerClaims != 0 {
		t.Errorf("coverage %+v, %v", cov.Coverage, err)
	}
}

// waitForArticles waits until so many articles are in.
func waitForArticles(t *testing.T, p *process, articles int) {
	t.Helper()
	c := newClient(t, p)
	for began := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		page, err := c.SearchPage(t.Context(), client.Query{}, "")
		if err != nil {
			t.Fatal(err)
		}
		if page.Coverage.Articles >= articles {
			return
		}
		if time.Since(began) > time.Minute {
			t.Fatalf("%d articles are in after a minute, want %d", page.Coverage.Articles, articles)
		}
	}
}

// readCheckpoint reads the only checkpoint that there is.
func readCheckpoint(t *testing.T, cache string) checkpoint {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(cache, "onrecord", "imports", "*.json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("checkpoints %q, %v, want one", files, err)
	}
	at, ok := (&checkpointFile{path: files[0]}).read()
	if !ok {
		t.Fatal("the checkpoint cannot be read")
	}
	return at
}
