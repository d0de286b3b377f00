// Command groups measures how well statement groups are formed. It has articles
// made of statements.txt, all of them fictional: each statement as it is and in
// the ways in which outlets word it differently (which belong into its group),
// and changed so that it says something else (which do not). They are taken in
// by the service in a random order, and a table tells, for each kind of change,
// how many came into the group of the statement, and over all pairs of claims
// precision and recall.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/onrecord/onrecord/index"
	"github.com/onrecord/onrecord/service"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval groups:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("groups", flag.ContinueOnError)
	seed := flags.Uint64("seed", 1, "of the order of the articles and of the words changed")
	errs := flags.Int("errors", 0, "how many wrong ones to show")
	if err := flags.Parse(args); err != nil {
		return err
	}
	r, err := measure(ctx, *seed)
	if err != nil {
		return err
	}
	for _, wrong := range r.wrong[:min(*errs, len(r.wrong))] {
		fmt.Fprintln(stdout, wrong)
	}
	return r.print(stdout)
}

// measure takes the articles in and looks at the groups.
func measure(ctx context.Context, seed uint64) (r *result, err error) {
	x, err := index.Open(index.Config{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	r = &result{changes: map[string]*tally{}}
	wordings := vary(seed)
	var svc *service.Service
	for i := range wordings {
		if i%10 == 0 { // a new service remembers nothing: groups are found in the index
			if svc, err = service.New(service.Config{Index: x}); err != nil {
				return nil, err
			}
		}
		done, err := svc.Ingest(ctx, wordings[i].draft(i))
		if err != nil {
			return nil, err
		}
		if len(done.Claims) != 1 {
			r.missed++
			continue
		}
		wordings[i].group = done.Claims[0].Group
	}
	r.count(wordings)
	return r, nil
}

// A result is the table.
type result struct {
	changes               map[string]*tally
	together, right, same int // pairs in one group, of them pairs of one statement, pairs of one statement
	missed                int // articles in which not one claim was found
	wrong                 []string
}

// A tally counts what became of the wordings of one kind.
type tally struct {
	wordings, together int
	belongs            bool
}

// count compares groups with statements.
func (r *result) count(wordings []wording) {
	groups := map[int]string{} // of the statements as they are
	for _, w := range wordings {
		if w.change == asItIs {
			groups[w.statement] = w.group
		}
	}
	for i, w := range wordings {
		if w.group == "" {
			continue
		}
		t := r.changes[w.change]
		if t == nil {
			t = &tally{belongs: w.belongs}
			r.changes[w.change] = t
		}
		t.wordings++
		if w.group == groups[w.statement] {
			t.together++
		}
		if (w.group == groups[w.statement]) != w.belongs {
			r.wrong = append(r.wrong, fmt.Sprintf("%s: %s", w.change, w.text))
		}
		for _, o := range wordings[:i] {
			one := w.statement == o.statement && w.belongs && o.belongs
			switch {
			case o.group == "":
				continue
			case one:
				r.same++
			}
			if w.group == o.group {
				r.together++
				if one || w.statement == o.statement && w.change == o.change {
					r.right++
				}
			}
		}
	}
}

func (r *result) print(stdout io.Writer) error {
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	for _, belongs := range []bool{true, false} {
		if belongs {
			fmt.Fprintln(table, "the same statement\twordings\tin its group")
		} else {
			fmt.Fprintln(table, "another statement\twordings\tin its group")
		}
		for _, change := range changes {
			if t := r.changes[change.name]; t != nil && t.belongs == belongs {
				fmt.Fprintf(table, "  %s\t%d\t%d\n", change.name, t.wordings, t.together)
			}
		}
	}
	fmt.Fprintf(table, "pairs in one group\t%d\tprecision %.4f\n", r.together, ratio(r.right, r.together))
	fmt.Fprintf(table, "pairs of one statement\t%d\trecall %.4f\n", r.same, ratio(r.right, r.same))
	fmt.Fprintf(table, "articles without just one claim\t%d\t\n", r.missed)
	return table.Flush()
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
