package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMeasures compares with values worked out by hand: of three relevant
// documents the second and the fourth of an answer are two.
func TestMeasures(t *testing.T) {
	relevant := map[string]map[string]int{"q": {"a": 1, "b": 1, "c": 1}, "not asked": {"a": 1}, "not judged": {}}
	answer := []result{{"x", 9}, {"a", 8}, {"y", 7}, {"b", 6}}
	got := evaluate([]string{"q"}, [][]result{answer}, relevant)
	ideal := 1 + 1/math.Log2(3) + 1/math.Log2(4)
	want := map[string]float64{
		"MAP@1": 0, "MAP@5": (1.0/2 + 2.0/4) / 3, "MRR@10": 1.0 / 2, "R@10": 2.0 / 3, "R@100": 2.0 / 3,
		"nDCG@10": (1/math.Log2(3) + 1/math.Log2(5)) / ideal,
	}
	for i, m := range measures {
		if w := want[m.name] / 2; math.Abs(got[i]-w) > 1e-12 { // the query without an answer counts as 0
			t.Errorf("%s = %v, want %v", m.name, got[i], w)
		}
	}
}

func TestSpeakerName(t *testing.T) {
	for label, want := range map[string]string{
		"Mara Velden": "Mara Velden", "SEN. MARA VELDEN, I-RV": "MARA VELDEN", "PRESIDENT REYLAND": "REYLAND", "President": "President", "": "",
	} {
		if got := speakerName(label); got != want {
			t.Errorf("speakerName(%q) = %q, want %q", label, got, want)
		}
	}
}

func TestStrength(t *testing.T) {
	short, long := terms("The port closes."), terms("The port closes, the port that closed: a dear dam, a river, a treaty.")
	if short != 2 || long != 6 {
		t.Errorf("%d and %d different words, want 2 and 6", short, long)
	}
	if strength(5, short) <= strength(5, long) {
		t.Error("the same score is not stronger for a short statement")
	}
}

// set is a labelled set of fiction: posts, a spoken sentence and a transcript
// over statements with speakers.
var set = map[string]string{
	"corpus.jsonl": `{"id": "port", "text": "The southern port will stay open", "title": "Port stays", "speaker": "Mara Velden", "date": "2024-02-03", "context": "a speech"}
{"id": "port-later", "text": "The southern port will stay open", "title": "Port stays", "speaker": "Oskar Reyland", "date": "2025-06-01"}
{"id": "dam", "text": "Nobody has seen a single dam", "title": "No dams", "subtitle": "The river flows.", "speaker": "Oskar Reyland", "date": "2023-01-01"}
{"id": "rain", "text": "Rain fell on the hills", "title": "Weather", "speaker": "Ilse Vasch", "date": "2024-01-01"}
`,
	"queries.small.jsonl": `{"id": "1", "text": "#SouthernPort stays open https://t.co/x", "speaker": "VELDEN", "date": "2025-05-18"}
{"id": "2", "text": "It will not happen.", "before": "They talk of dams on that single river.", "date": "2025-05-18"}
{"id": "3", "date": "2025-05-18", "text": "", "sentences": [{"speaker": "VELDEN", "text": "Our port is open."}, {"speaker": "REYLAND", "text": "And there is a dam."}, {"speaker": "", "text": " "}]}
`,
	"qrels.small.tsv": "1\t0\tport\t1\n2\t0\tdam\t1\n3\t0\tport\t1\n3\t0\tdam\t1\n",
}

func writeSet(t *testing.T) string {
	dir := t.TempDir()
	for name, text := range set {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	dir := writeSet(t)
	out := filepath.Join(dir, "run")
	var table strings.Builder
	if err := run(t.Context(), []string{"-set", dir, "-split", "small", "-out", out}, &table); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(table.String()), "\n")
	if got, want := strings.Fields(lines[2])[:8], []string{"0.8333", "1.0000", "1.0000", "1.0000", "1.0000", "1.0000", "3", "4"}; len(lines) != 3 || !cmp.Equal(got, want) {
		t.Errorf("%s", table.String())
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		found = append(found, f[0]+" "+f[2]+" "+f[3])
	}
	if diff := cmp.Diff([]string{"1 port 1", "2 dam 1", "3 port 1", "3 dam 2"}, found); diff != "" {
		t.Errorf("run (-want +got):\n%s", diff)
	}
}

func TestRunRefuses(t *testing.T) {
	dir := writeSet(t)
	for name, args := range map[string][]string{
		"no set": {}, "no such set": {"-set", filepath.Join(dir, "none")}, "no such split": {"-set", dir, "-split", "none"}, "unknown flag": {"-sets", dir},
	} {
		if err := run(t.Context(), args, new(strings.Builder)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
