// Command bleve is a peer of the benchmark (see package peer): the same claims
// and questions with bleve's own index and searchers, as the product would use
// them without an executor of its own. The mapping is tuned: a static one,
// nothing stored but the text, term vectors on words only, for phrases, and doc
// values on what facets and orders read only.
//
// Unlike the other peers it analyzes the text itself, by package analysis, so
// that what taking in costs can be compared with the product's. It does not
// answer questions with highlights: for those it would need term vectors on the
// stems too, at half as much index again.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/blevesearch/bleve/v2"

	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/eval/bench/peer"
	"github.com/onrecord/onrecord/internal/garbage"
)

// engine names it in reports.
const engine = "bleve 2.6"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bleve:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	garbage.Bound(context.Background()) // as the product does
	if err := register(); err != nil {
		return err
	}
	var report any
	var err error
	switch {
	case len(args) == 3 && args[0] == "index":
		report, err = index(args[1], args[2])
	case len(args) == 5 && args[0] == "query":
		report, err = ask(args[1], args[2], args[3], args[4])
	default:
		return fmt.Errorf("takes: index CLAIMS DIRECTORY, or query DIRECTORY QUESTIONS WARMUP RUNS")
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(report)
}

// index takes the claims in, batch by batch.
func index(claims, directory string) (peer.Indexed, error) {
	report := peer.Indexed{Engine: engine}
	cpu, began := measure.CPU(), time.Now()
	x, err := create(directory)
	if err != nil {
		return report, err
	}
	batch := x.NewBatch()
	for columns, err := range peer.ReadClaims(claims) {
		if err != nil {
			return report, err
		}
		if err := batch.Index(columns[peer.ColumnName], documentOf(columns)); err != nil {
			return report, err
		}
		if report.Claims++; batch.Size() == peer.CommitEvery {
			if err := x.Batch(batch); err != nil { // durable when it returns
				return report, err
			}
			batch.Reset()
		}
	}
	if err := x.Batch(batch); err != nil {
		return report, err
	}
	report.WallSeconds = time.Since(began).Seconds()
	measure.Settle(time.Minute)
	report.CPUSeconds = (measure.CPU() - cpu).Seconds()
	return report, x.Close()
}

// ask asks the questions.
func ask(directory, questions, warmup, runs string) (peer.Queried, error) {
	report := peer.Queried{Engine: engine}
	milliseconds, err := strconv.Atoi(warmup)
	if err != nil {
		return report, err
	}
	way := measure.Way{Warmup: time.Duration(milliseconds) * time.Millisecond}
	if way.Runs, err = strconv.Atoi(runs); err != nil {
		return report, err
	}
	classes, err := peer.ReadQuestions(questions)
	if err != nil {
		return report, err
	}
	x, err := bleve.Open(path(directory))
	if err != nil {
		return report, err
	}
	for _, class := range classes {
		if class[0].Highlight {
			continue
		}
		c, err := askClass(x, class, way)
		if err != nil {
			return report, fmt.Errorf("%s: %w", class[0].Class, err)
		}
		report.Classes = append(report.Classes, c)
	}
	if report.RSS, _, err = measure.Memory(os.Getpid()); err != nil {
		return report, err
	}
	return report, x.Close()
}

func askClass(x bleve.Index, questions []peer.Question, way measure.Way) (peer.Class, error) {
	c := peer.Class{Class: questions[0].Class, Totals: make([]int, len(questions))}
	if questions[0].Facets {
		c.Facets = make([][3][]int, len(questions))
	}
	var err error
	c.Figures, err = way.Run(len(questions), func(i int) error {
		answer, err := x.Search(request(&questions[i]))
		if err != nil {
			return err
		}
		c.Totals[i] = int(answer.Total)
		for j, field := range facetFields {
			if facet := answer.Facets[field]; facet != nil {
				c.Facets[i][j] = counts(facet)
			}
		}
		return nil
	})
	return c, err
}
