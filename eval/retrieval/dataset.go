package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
)

// A document is one line of corpus.jsonl: a claim with what is known of it.
type document struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Title    string `json:"title"`
	Subtitle string `json:"subtitle"`
	Speaker  string `json:"speaker"`
	Date     string `json:"date"`
	Context  string `json:"context"` // where it was said
}

// A query is one line of queries.SPLIT.jsonl.
type query struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Speaker string `json:"speaker"`
	Date    string `json:"date"`
	Before  string `json:"before"` // the sentences before and after Text
	After   string `json:"after"`
	// Sentences are those of a whole transcript: each is asked for.
	Sentences []sentence `json:"sentences"`
}

type sentence struct {
	Speaker string `json:"speaker"`
	Text    string `json:"text"`
}

// A dataset is a labelled set.
type dataset struct {
	documents []document
	queries   []query
	relevant  map[string]map[string]int // query ID → document ID → grade, above 0
}

func readDataset(dir, split string) (*dataset, error) {
	d := &dataset{}
	var err error
	if d.documents, err = readLines[document](filepath.Join(dir, "corpus.jsonl")); err != nil {
		return nil, err
	}
	if d.queries, err = readLines[query](filepath.Join(dir, "queries."+split+".jsonl")); err != nil {
		return nil, err
	}
	d.relevant, err = readRelevant(filepath.Join(dir, "qrels."+split+".tsv"))
	return d, err
}

// readLines reads one JSON object a line.
func readLines[T any](name string) ([]T, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	var all []T
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var one T
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, n, err)
		}
		all = append(all, one)
	}
	return all, lines.Err()
}

// readRelevant reads the judgements of TREC: query, iteration, document, grade.
func readRelevant(name string) (map[string]map[string]int, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	relevant := make(map[string]map[string]int)
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) != 4 {
			return nil, fmt.Errorf("%s: %q must have four fields", name, line)
		}
		grade, err := strconv.Atoi(fields[3])
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, line, err)
		}
		if relevant[fields[0]] == nil {
			relevant[fields[0]] = make(map[string]int)
		}
		if grade > 0 {
			relevant[fields[0]][fields[2]] = grade
		}
	}
	return relevant, nil
}

// hasSpeakers reports whether the documents say whose statements they are: then
// they are dated by when they were said, and what was said after a query is no
// earlier statement. Without speakers they are fact checks, which come out
// after the posts that they are about.
func (d *dataset) hasSpeakers() bool {
	for _, doc := range d.documents {
		if doc.Speaker != "" {
			return true
		}
	}
	return false
}

// undated is the date of documents without one: the engine leaves out what has
// none, and this is far from any query's.
var undated = onrecord.Day(onrecord.MinYear, 1, 1)

// dateOf reads a date, which may be missing.
func dateOf(s string) (onrecord.Date, error) {
	if s == "" {
		return onrecord.Date{}, nil
	}
	return onrecord.ParseDate(s)
}

// transcriptTitles are what transcripts put before a speaker's name.
var transcriptTitles = map[string]bool{"mr.": true, "mrs.": true, "ms.": true, "sen.": true, "gov.": true, "rep.": true, "president": true, "secretary": true}

// speakerName returns the name in a transcript's label: "SEN. MARA VELDEN, I-RV"
// is Mara Velden.
func speakerName(label string) string {
	label, _, _ = strings.Cut(label, ",")
	words := strings.Fields(label)
	for len(words) > 1 && transcriptTitles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
