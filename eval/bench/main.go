// Command bench measures speed: of taking articles in, of looking claims up at
// each layer (the engine, the library, gRPC on loopback), of opening, and the
// space that an index takes. The corpus and the questions are made by package
// corpus, the same for the same -n and -seed. Other engines (see package peer)
// are given the same claims and questions; their answers have to be ours.
//
//	bench -n 100000 -peer bleve=PROGRAM -json FILE
//	bench -compare SMALL.json LARGE.json
//	bench -sources -n 1000000
//	bench -soak 10m -server PROGRAM
//	bench -import 100000 -server PROGRAM
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"time"

	"github.com/onrecord/onrecord/internal/garbage"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	garbage.Bound(ctx) // as the program does
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	claims        int
	seed          uint64
	directory     string
	reuse         bool
	runs          int
	questions     int
	warmup        time.Duration
	class, layer  *regexp.Regexp
	peers         []program
	json, profile string
	compare       bool
	sources       bool          // take in sources, and do nothing else
	soak          time.Duration // 0: no load test
	importing     int           // articles of an import; 0: none
	server        string        // the program that is loaded
	files         []string      // arguments
}

// A program is a peer's.
type program struct{ name, path string }

func parse(args []string, stderr io.Writer) (options, error) {
	o := options{class: regexp.MustCompile(""), layer: regexp.MustCompile("")}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.IntVar(&o.claims, "n", 100_000, "claims in the corpus")
	flags.Uint64Var(&o.seed, "seed", 1, "another one makes another corpus")
	flags.StringVar(&o.directory, "dir", ".build/bench", "where indexes and files are made; what is there of an earlier run is removed")
	flags.BoolVar(&o.reuse, "reuse", false, "take the index of an earlier run with the same -n and -seed, and do not measure taking in")
	flags.IntVar(&o.runs, "runs", 3, "how often the questions are asked; the run with the least CPU time counts")
	flags.IntVar(&o.questions, "questions", 500, "questions of a class, at most")
	flags.DurationVar(&o.warmup, "warmup", time.Second, "how long they are asked before it counts")
	flags.Func("class", "regular expression: measure these classes only", pattern(&o.class))
	flags.Func("layer", "regular expression: measure these layers only", pattern(&o.layer))
	flags.Func("peer", "NAME=PROGRAM of another engine; may be given several times", func(value string) error {
		name, path, ok := strings.Cut(value, "=")
		if !ok {
			return errors.New("takes NAME=PROGRAM")
		}
		o.peers = append(o.peers, program{name, path})
		return nil
	})
	flags.StringVar(&o.json, "json", "", "file for the figures, for -compare")
	flags.StringVar(&o.profile, "profile", "", "directory for CPU profiles: of taking in, and of each class at each layer")
	flags.BoolVar(&o.sources, "sources", false, "take in JSON Lines and web pages, up to as many articles as -n claims make, and do nothing else")
	flags.DurationVar(&o.soak, "soak", 0, "load a server with mixed calls for so long, and do nothing else")
	flags.IntVar(&o.importing, "import", 0, "measure the import of so many articles, and do nothing else")
	flags.StringVar(&o.server, "server", "bin/onrecord", "program to load, or to import with")
	flags.BoolVar(&o.compare, "compare", false, "print how the figures of two files relate, and do nothing else")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	o.files = flags.Args()
	if o.compare && len(o.files) != 2 {
		return o, errors.New("-compare takes two files that -json wrote")
	}
	if !o.compare && len(o.files) > 0 {
		return o, fmt.Errorf("no arguments are taken, such as %q", o.files[0])
	}
	if o.importing < 0 {
		return o, errors.New("-import takes 1 or more")
	}
	if o.claims < 1000 || o.questions < 1 || o.runs < 1 {
		return o, errors.New("-n takes 1000 or more, -questions and -runs 1 or more")
	}
	return o, nil
}

func pattern(into **regexp.Regexp) func(string) error {
	return func(value string) (err error) {
		*into, err = regexp.Compile(value)
		return err
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	if o.compare {
		return compare(stdout, o.files[0], o.files[1])
	}
	if o.importing > 0 {
		return importAll(ctx, o, stdout, stderr)
	}
	if o.sources {
		return takeSources(ctx, o, stdout)
	}
	if o.soak > 0 {
		return newSoak(o, stderr).run(ctx, stdout)
	}
	b, err := newBench(o, stderr)
	if err != nil {
		return err
	}
	if err := b.run(ctx); err != nil {
		return err
	}
	if o.json != "" {
		if err := b.figures.write(o.json); err != nil {
			return err
		}
	}
	b.figures.print(stdout)
	return b.figures.agree()
}
