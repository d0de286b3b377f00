package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// TestRun measures a small corpus at all layers, which have to give the same
// answers, and compares the figures with themselves.
func TestRun(t *testing.T) {
	directory := t.TempDir()
	file := filepath.Join(directory, "figures.json")
	var out bytes.Buffer
	args := []string{"-n", "1000", "-runs", "1", "-questions", "3", "-warmup", "0s", "-dir", directory, "-json", file}
	if err := run(t.Context(), args, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		if !strings.Contains(out.String(), c.name) {
			t.Errorf("class %q is not in the tables", c.name)
		}
	}
	out.Reset()
	if err := run(t.Context(), []string{"-compare", file, file}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "1.00") {
		t.Errorf("compared with itself:\n%s", out.String())
	}
}

// TestSources takes small sources in.
func TestSources(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), []string{"-sources", "-n", "1000", "-dir", t.TempDir()}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, b := range bulks {
		if !strings.Contains(out.String(), b.name) {
			t.Errorf("source %s is not in the table:\n%s", b.name, out.String())
		}
	}
}

func TestOtherAnswersAreTold(t *testing.T) {
	f := &classFigures{Class: "facets"}
	if err := f.take([]answer{{total: 3, facets: [3][]int{{2, 1}}}, {total: 1}}); err != nil {
		t.Fatal(err)
	}
	if got := f.differ([]int{3, 1}, [][3][]int{{{2, 1}}, {}}); len(got) != 0 {
		t.Errorf("the same answers: got %q", got)
	}
	got := f.differ([]int{3, 2}, [][3][]int{{{1, 1}}, {}})
	want := []string{"facets, question 1: 2 matches, ours 1", "facets, question 0: speaker_id counts [1 1], ours [2 1]"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	figures := figures{Peers: []peerFigures{{Name: "other", Mismatches: got}}}
	if err := figures.agree(); err == nil || !strings.Contains(err.Error(), "other") {
		t.Errorf("got %v, want an error that names the engine", err)
	}
}

func TestRefusedFlags(t *testing.T) {
	for _, args := range [][]string{{"-n", "10"}, {"-compare", "one.json"}, {"-class", "("}, {"-peer", "x"}, {"surplus"}} {
		if err := run(t.Context(), args, io.Discard, io.Discard); err == nil {
			t.Errorf("%q: got no error", args)
		}
	}
}
