// Command retrieval measures how well earlier statements are found on a
// labelled set. It fills an index of the product with the set's corpus, asks
// the service for what is related to each query, writes the answers as a TREC
// run, and prints mean average precision, reciprocal rank, recall and
// normalized discounted cumulative gain, as trec_eval counts them, and how long
// a look-up takes.
//
// A set is a directory with corpus.jsonl (id, text, title, subtitle, speaker,
// date, context), queries.SPLIT.jsonl (id, text, speaker, date, before, after
// or, for a whole transcript, sentences) and qrels.SPLIT.tsv (TREC).
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"text/tabwriter"
	"time"

	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval retrieval:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout io.Writer) (err error) {
	flags := flag.NewFlagSet("retrieval", flag.ContinueOnError)
	set := flags.String("set", "", "directory of a labelled set")
	split := flags.String("split", "dev", "which queries")
	out := flags.String("out", "", "file for the answers, as a TREC run")
	ignoreTime := flags.Bool("ignore-time", false, "rank without regard to dates")
	depth := flags.Int("depth", service.MaxRelatedSize, "how many documents are asked for, of the same speaker and of others each")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *set == "" {
		return errors.New("flag -set: takes the directory of a labelled set")
	}
	data, err := readDataset(*set, *split)
	if err != nil {
		return err
	}
	x, err := index.Open(index.Config{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	began := time.Now()
	if err := fill(ctx, x, data.documents); err != nil {
		return err
	}
	filled := time.Since(began)
	s, err := service.New(service.Config{Index: x})
	if err != nil {
		return err
	}
	a := &asker{service: s, data: data, depth: *depth, earlier: data.hasSpeakers(), ignoreTime: *ignoreTime}
	answers, err := a.run(ctx, runtime.GOMAXPROCS(0))
	if err != nil {
		return err
	}
	if *out != "" {
		if err := writeRun(*out, data.queries, answers); err != nil {
			return err
		}
	}
	fmt.Fprintf(stdout, "%s %s: %d documents indexed in %.1f s\n", filepath.Base(*set), *split, len(data.documents), filled.Seconds())
	return a.report(stdout, answers)
}

// writeRun writes the answers in the format of TREC.
func writeRun(name string, queries []query, answers [][]result) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	for i, q := range queries {
		for rank, r := range answers[i] {
			fmt.Fprintf(w, "%s Q0 %s %d %.9g onrecord\n", q.ID, r.document, rank+1, r.score)
		}
	}
	return errors.Join(w.Flush(), file.Close())
}

// report prints the table.
func (a *asker) report(w io.Writer, answers [][]result) error {
	ids := make([]string, len(a.data.queries))
	for i, q := range a.data.queries {
		ids[i] = q.ID
	}
	means := evaluate(ids, answers, a.data.relevant)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, m := range measures {
		fmt.Fprintf(tw, "%s\t", m.name)
	}
	fmt.Fprint(tw, "queries\tlook-ups\tms/look-up\t\n")
	for _, mean := range means {
		fmt.Fprintf(tw, "%.4f\t", mean)
	}
	lookUps := a.lookUps.Load()
	mean := float64(a.nanoseconds.Load()) / 1e6 / float64(max(lookUps, 1))
	fmt.Fprintf(tw, "%d\t%d\t%.2f\t\n", len(ids), lookUps, mean)
	return tw.Flush()
}
