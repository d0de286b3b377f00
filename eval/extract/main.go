// Command extract measures the extraction of claims on labelled articles. It
// runs the extractor over a gold file, writes what it found in the same shape,
// and prints precision, recall and F1 by kind (partial and exact), of the
// attribution, the share of full names that are right, how confidence and
// rightness go together, articles per CPU-second and peak memory.
//
// A gold file has one JSON object a line: id, text, title, date, outlet and
// quotes, each with spans or start and end (code points), act, speaker and cue.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval extract:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("extract", flag.ContinueOnError)
	gold := flags.String("gold", "", "labelled articles, one JSON object a line")
	out := flags.String("out", "", "file for what the extractor found, in the same shape")
	noSpeed := flags.Bool("no-speed", false, "leave out the measurement of speed and memory")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *gold == "" {
		return errors.New("flag -gold: takes a file of labelled articles")
	}
	articles, err := readGold(*gold)
	if err != nil {
		return err
	}
	texts := make([]onrecord.Article, len(articles))
	found := make([][]quote, len(articles))
	total := newTally()
	for i, a := range articles {
		texts[i] = a.article()
		found[i] = toQuotes(a.Text, extract.Claims(texts[i]))
		total.add(scoreArticle(a, found[i]))
	}
	if *out != "" {
		if err := writeFound(*out, articles, found); err != nil {
			return err
		}
	}
	if err := total.report(stdout); err != nil {
		return err
	}
	if *noSpeed {
		return nil
	}
	return speed(stdout, texts)
}

// article returns the domain's article of a gold one.
func (a goldArticle) article() onrecord.Article {
	info := onrecord.ArticleInfo{ID: a.ID, Title: a.Title, Outlet: a.Outlet}
	if t, err := time.Parse(time.DateOnly, a.Date); err == nil {
		info.Published = onrecord.Day(t.Year(), t.Month(), t.Day())
	}
	return onrecord.Article{ArticleInfo: info, Text: a.Text}
}

func writeFound(name string, articles []goldArticle, found [][]quote) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	enc := json.NewEncoder(w)
	for i, a := range articles {
		line := struct {
			ID     string  `json:"id"`
			Quotes []quote `json:"quotes"`
		}{a.ID, found[i]}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return w.Flush()
}
