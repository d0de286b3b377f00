package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/onrecord/onrecord/eval/bench/corpus"
	"github.com/onrecord/onrecord/eval/bench/measure"
)

// An imported is what one import took: the program's own client and server, as
// users run them.
type imported struct {
	name           string
	wall           time.Duration
	client, server usage
}

// A usage is what a process took.
type usage struct {
	cpu  time.Duration
	peak memory
}

// A memory is the most that a process had, in bytes: resident, files that are
// mapped into it included, and its own.
type memory struct{ resident, own int64 }

func (m *memory) raise(resident, own int64) {
	m.resident, m.own = max(m.resident, resident), max(m.own, own)
}

// importAll measures `onrecord ingest` of a file of JSON Lines into a server on
// an empty folder, and of the same file again.
func importAll(ctx context.Context, o options, stdout, log io.Writer) (err error) {
	directory := filepath.Join(o.directory, "import")
	if err := errors.Join(os.RemoveAll(directory), os.MkdirAll(directory, 0o755)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(directory)) }()
	source := filepath.Join(directory, "articles.jsonl")
	fmt.Fprintf(log, "%d articles: making them\n", o.importing)
	if err := writeArticles(corpus.New(o.seed, o.importing*corpus.ClaimsPerArticle), source); err != nil {
		return err
	}
	p, err := startServer(ctx, o.server, filepath.Join(directory, "data"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.stop()) }()
	var rows []imported
	for _, name := range []string{"new", "the same again"} {
		fmt.Fprintf(log, "%d articles: taking them in, %s\n", o.importing, name)
		row, err := importOnce(ctx, o.server, p, source, log)
		if err != nil {
			return fmt.Errorf("import: %w", err)
		}
		row.name = name
		rows = append(rows, row)
	}
	info, err := os.Stat(source)
	if err != nil {
		return err
	}
	printImports(stdout, o, info.Size(), rows)
	return nil
}

// writeArticles writes the articles of a corpus as JSON Lines.
func writeArticles(c *corpus.Corpus, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	lines := json.NewEncoder(out)
	for i := range c.Articles() {
		a := c.Record(i).Article
		line := map[string]string{"url": a.URL, "outlet": a.Outlet, "title": a.Title, "published": a.Published.String(), "text": a.Text}
		if err := lines.Encode(line); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	return errors.Join(out.Flush(), file.Close())
}

// peekEvery is how often memory is looked at.
const peekEvery = 100 * time.Millisecond

// importOnce runs the program's client to its end and watches it and the server.
func importOnce(ctx context.Context, program string, p *process, source string, log io.Writer) (imported, error) {
	cmd := exec.CommandContext(ctx, program, "ingest", "--restart", "--server", p.address, source)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Dir(source)) // not the user's
	before, err := measure.CPUOf(p.cmd.Process.Pid)
	if err != nil {
		return imported{}, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return imported{}, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	row := imported{}
	for err == nil {
		select {
		case err := <-ended:
			row.wall = time.Since(began)
			after, cpuErr := measure.CPUOf(p.cmd.Process.Pid)
			row.server.cpu = after - before
			row.client.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			return row, errors.Join(err, cpuErr)
		case <-time.After(peekEvery):
			err = row.sample(cmd.Process.Pid, p.cmd.Process.Pid)
		}
	}
	return row, errors.Join(err, <-ended)
}

// sample looks at the memory of both processes. That of a client that has just
// ended is not told any more.
func (i *imported) sample(client, server int) error {
	if resident, own, err := measure.Memory(client); err == nil {
		i.client.peak.raise(resident, own)
	}
	resident, own, err := measure.Memory(server)
	i.server.peak.raise(resident, own)
	return err
}

func printImports(w io.Writer, o options, size int64, rows []imported) {
	fmt.Fprintf(w, "%d articles of JSON Lines, %d MB, seed %d; %d cores, %s\n", o.importing, size/megabyte, o.seed, runtime.GOMAXPROCS(0), runtime.Version())
	t := newTable(w, "onrecord ingest, client and server", "", "articles/s", "articles/CPU-s of both", "client MB", "own", "server MB", "own")
	for _, r := range rows {
		n := float64(o.importing)
		t.row(r.name, n/r.wall.Seconds(), n/(r.client.cpu+r.server.cpu).Seconds(),
			float64(r.client.peak.resident)/megabyte, float64(r.client.peak.own)/megabyte,
			float64(r.server.peak.resident)/megabyte, float64(r.server.peak.own)/megabyte)
	}
	t.Flush()
}
