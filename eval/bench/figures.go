package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/eval/bench/peer"
)

// figures are all that a run measured. Times of calls are in microseconds.
type figures struct {
	Claims int    `json:"claims"`
	Seed   uint64 `json:"seed"`
	Cores  int    `json:"cores"`
	Go     string `json:"go"`

	Ingest        []ingestRow `json:"ingest,omitempty"`
	BytesPerClaim float64     `json:"bytes_per_claim"` // on disk, articles and all
	Open          struct {
		Index       float64 `json:"index"`        // seconds until the index is open
		Service     float64 `json:"service"`      // and the names of speakers are read
		FirstAnswer float64 `json:"first_answer"` // and a common term is answered
	} `json:"open"`
	RSS       int64 `json:"rss"`        // bytes after all classes, mapped files included
	OwnMemory int64 `json:"own_memory"` // bytes of it that opening and asking added, without mapped files

	Classes []*classFigures `json:"classes"`
	Peers   []peerFigures   `json:"peers,omitempty"`
}

// An ingestRow is what taking articles in took.
type ingestRow struct {
	Name        string  `json:"name"`
	Writers     int     `json:"writers"`
	Articles    int     `json:"articles"`
	Claims      int     `json:"claims"`
	WallSeconds float64 `json:"wall_seconds"`
	CPUSeconds  float64 `json:"cpu_seconds"` // merges behind the last write included
	AckP50      float64 `json:"ack_p50"`     // until an article is durable
	AckP99      float64 `json:"ack_p99"`
}

// per fills in how many claims there were.
func (r ingestRow) per(claims int) ingestRow {
	r.Claims = claims
	return r
}

// classFigures are what one class took.
type classFigures struct {
	Class    string                     `json:"class"`
	Matches  float64                    `json:"matches"`  // of a question, on average
	Postings float64                    `json:"postings"` // of its terms together; 0: not known
	Sent     int                        `json:"sent"`     // bytes over gRPC, on average
	Received int                        `json:"received"`
	Layers   map[string]measure.Figures `json:"layers"`

	totals []int
	facets [][3][]int
}

// take notes the answers of a layer, which have to be those of the others.
func (f *classFigures) take(answers []answer) error {
	totals, facets := make([]int, len(answers)), make([][3][]int, len(answers))
	var matches, postings float64
	for i, a := range answers {
		totals[i], facets[i] = a.total, a.facets
		matches += float64(a.total)
		postings += float64(a.postings)
	}
	if f.totals == nil {
		f.totals, f.facets, f.Matches, f.Postings = totals, facets, matches/float64(len(answers)), postings/float64(len(answers))
		return nil
	}
	if mismatches := f.differ(totals, facets); len(mismatches) > 0 {
		return fmt.Errorf("other answers than the layer below: %s", mismatches[0])
	}
	return nil
}

// differ says where answers are others than ours.
func (f *classFigures) differ(totals []int, facets [][3][]int) (mismatches []string) {
	if len(totals) != len(f.totals) {
		return []string{fmt.Sprintf("%s: %d answers to %d questions", f.Class, len(totals), len(f.totals))}
	}
	for i, total := range totals {
		if total != f.totals[i] {
			mismatches = append(mismatches, fmt.Sprintf("%s, question %d: %d matches, ours %d", f.Class, i, total, f.totals[i]))
		}
	}
	for i, counts := range facets {
		for j := range counts {
			if !slices.Equal(counts[j], f.facets[i][j]) {
				mismatches = append(mismatches, fmt.Sprintf("%s, question %d: %s counts %v, ours %v", f.Class, i, facetFields[j], counts[j], f.facets[i][j]))
			}
		}
	}
	return mismatches
}

// peerFigures are another engine's.
type peerFigures struct {
	Name          string        `json:"name"`
	Indexed       *peer.Indexed `json:"indexed,omitempty"` // nil: taken from an earlier run
	BytesPerClaim float64       `json:"bytes_per_claim"`
	Queried       peer.Queried  `json:"queried"`
	Mismatches    []string      `json:"mismatches,omitempty"`
}

// agree is an error where a peer answered otherwise.
func (f *figures) agree() error {
	for _, p := range f.Peers {
		if n := len(p.Mismatches); n > 0 {
			return fmt.Errorf("%s gives other answers to %d questions: its figures are worth nothing", p.Name, n)
		}
	}
	return nil
}

func (f *figures) write(path string) error {
	text, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

func read(path string) (*figures, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f := &figures{}
	if err := json.Unmarshal(text, f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

// of returns the figures of a class; nil where it was not asked.
func (f *figures) of(class string) *classFigures {
	i := slices.IndexFunc(f.Classes, func(c *classFigures) bool { return c.Class == class })
	if i < 0 {
		return nil
	}
	return f.Classes[i]
}
