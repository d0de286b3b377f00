package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/onrecord/onrecord"
)

// childVariable makes the test binary one of the children, as it is named
// before a space, on the index in the directory named behind it.
const childVariable = "ONRECORD_INDEX_CHILD"

// children are processes that write to an index, and print the ID and version
// of each record that was acknowledged, until they are killed.
var children = map[string]func(directory string) error{"forever": writeForever}

func TestMain(m *testing.M) {
	if child, directory, ok := strings.Cut(os.Getenv(childVariable), " "); ok {
		if err := children[child](directory); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		return
	}
	m.Run()
}

const (
	crashWriters  = 8
	crashArticles = 5 // of each writer, written again and again
)

// writeForever puts ever new versions of some articles, and prints each after
// it was acknowledged, or read: who reads a version may rely on it too.
func writeForever(directory string) error {
	x, err := Open(Config{Path: directory})
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	var printing sync.Mutex
	tell := func(id string, version int, err error) {
		printing.Lock()
		defer printing.Unlock()
		if err == nil {
			fmt.Println(id, version)
		} else if !errors.Is(err, onrecord.ErrNotFound) {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	for writer := range crashWriters {
		all.Go(func() {
			for i := 0; ; i++ {
				id := crashID(writer, i)
				version, err := writeNext(x, id)
				tell(id, version, err)
			}
		})
	}
	all.Go(func() {
		read := map[string]int{}
		for i := 0; ; i++ {
			id := crashID(i%crashWriters, i/crashWriters)
			stored, err := x.Record(context.Background(), id)
			if version := stored.Article.Version; err != nil || version > read[id] {
				tell(id, version, err)
				read[id] = version
			}
		}
	})
	all.Wait()
	return nil
}

func crashID(writer, i int) string { return fmt.Sprintf("w%da%d", writer, i%crashArticles) }

func writeNext(x *Index, id string) (version int, err error) {
	stored, err := x.Record(context.Background(), id)
	if err != nil && !errors.Is(err, onrecord.ErrNotFound) {
		return 0, err
	}
	version = stored.Article.Version + 1
	return version, x.Put(context.Background(), sampleRecord(id, version))
}

// TestKilled kills a writing process again and again. Each time everything
// that it acknowledged must be there, and every record whole.
func TestKilled(t *testing.T) {
	directory := t.TempDir()
	random := rand.New(rand.NewPCG(5, 0))
	acknowledged := map[string]int{}
	for round := range 8 {
		killAfter(t, "forever", directory, 1+random.IntN(400), acknowledged)
		x, err := Open(Config{Path: directory})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		checkAfterCrash(t, x, acknowledged)
		closeIndex(t, x)
		if t.Failed() {
			t.Fatalf("after round %d", round)
		}
	}
	t.Logf("%d articles, %d versions", len(acknowledged), sum(acknowledged))
}

// killAfter runs a writing process until it has acknowledged so many writes.
// What it acknowledged between that and its death counts too.
func killAfter(t *testing.T, name, directory string, writes int, acknowledged map[string]int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVariable+"="+name+" "+directory)
	child.Stderr = os.Stderr
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for seen := 1; lines.Scan(); seen++ {
		var id string
		var version int
		if _, err := fmt.Sscan(lines.Text(), &id, &version); err != nil {
			continue // a line that was cut
		}
		acknowledged[id] = max(acknowledged[id], version)
		if seen == writes {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the writing process ended by itself")
	}
}

// checkAfterCrash checks all records against what was acknowledged.
func checkAfterCrash(t *testing.T, x *Index, acknowledged map[string]int) {
	t.Helper()
	articles, err := x.Articles(t.Context(), onrecord.ArticleKey{}, onrecord.MaxCandidates)
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) < len(acknowledged) {
		t.Errorf("%d articles are there, %d were acknowledged", len(articles), len(acknowledged))
	}
	var records []onrecord.Record
	for _, article := range articles {
		if article.Version < acknowledged[article.ID] {
			t.Errorf("%s: version %d is there, %d was acknowledged", article.ID, article.Version, acknowledged[article.ID])
		}
		want := sampleRecord(article.ID, article.Version)
		if diff := cmp.Diff(want.Article.ArticleInfo, article); diff != "" {
			t.Errorf("%s in the list (-want +got):\n%s", article.ID, diff)
		}
		records = append(records, want)
	}
	checkRecords(t, x, records)
}

func sum(counts map[string]int) int {
	total := 0
	for _, count := range counts {
		total += count
	}
	return total
}
