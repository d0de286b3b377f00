// Package peer is what the benchmark and the other engines it is compared with
// say to each other: a file of claims, a file of questions, and a report. Each
// peer is a program with two commands that print one JSON object:
//
//	PEER index CLAIMS DIRECTORY                       an Indexed
//	PEER query DIRECTORY QUESTIONS WARMUP RUNS        a Queried
//
// CLAIMS is tab-separated, one claim a line: see Columns. The columns of tokens
// are analyzed already, so that a peer only splits them at spaces, and analysis
// is not what is compared. A peer indexes terms with frequencies, words with
// positions, and keeps name and terms to be read back; it makes its writes
// durable every CommitEvery claims, in one thread, and merges as it does by
// itself.
//
// QUESTIONS has one Question a line as JSON, all of a class together. A peer
// asks those of a class one at a time: all of them until WARMUP milliseconds
// have gone, then RUNS times, of which the one with the least CPU time counts.
// No cache of answers or filters may be on.
package peer

import (
	"github.com/onrecord/onrecord/eval/bench/measure"
)

// The columns of CLAIMS.
const (
	ColumnName    = iota // resource name
	ColumnTerms          // tokens: stems without stop words
	ColumnWords          // tokens: words as written
	ColumnSpeaker        // ID
	ColumnOutlet         // folded
	ColumnSaid           // seconds since 1970
	ColumnMonth          // 2025-05
	ColumnText           // as it stands
	Columns
)

// CommitEvery is how many claims are made durable together.
const CommitEvery = 1000

// PageSize is how many claims are read back for a question.
const PageSize = 10

// A Question asks for the claims that have all that it names. Answered are how
// many they are, exactly, and the names of the first ten: the most relevant, by
// BM25 over Must, Should and Phrase, or the latest where Newest is set.
type Question struct {
	Class   string   `json:"class"`
	Must    []string `json:"must,omitempty"`    // terms: each of them
	Should  []string `json:"should,omitempty"`  // terms: any of them
	Phrase  []string `json:"phrase,omitempty"`  // words, one after the other
	Prefix  string   `json:"prefix,omitempty"`  // of a word
	Speaker string   `json:"speaker,omitempty"` // this speaker
	From    int64    `json:"from,omitempty"`    // said at or after, in seconds
	To      int64    `json:"to,omitempty"`      // said before
	Newest  bool     `json:"newest,omitempty"`
	// Facets asks for the ten most frequent speakers, outlets and months of all
	// that match, with their counts.
	Facets bool `json:"facets,omitempty"`
	// Highlight asks for the terms of the ten with what matched marked.
	Highlight bool `json:"highlight,omitempty"`
}

// Indexed is what indexing took. Reading the file is part of it.
type Indexed struct {
	Engine      string  `json:"engine"` // with its version
	Claims      int     `json:"claims"`
	WallSeconds float64 `json:"wall_seconds"` // merges that were still to do included
	CPUSeconds  float64 `json:"cpu_seconds"`
}

// Queried is what the questions took.
type Queried struct {
	Engine  string  `json:"engine"`
	RSS     int64   `json:"rss"` // bytes, at the end
	Classes []Class `json:"classes"`
}

// A Class is what the questions of one class took, and the answers by which the
// engines are checked against each other.
type Class struct {
	Class string `json:"class"`
	measure.Figures
	Totals []int `json:"totals"` // by question
	// Facets are, by question, the counts of the values of speakers, outlets and
	// months, highest first: FacetSize of each at most.
	Facets [][3][]int `json:"facets,omitempty"`
}

// FacetSize is how many values of a facet are asked for.
const FacetSize = 10
