package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"text/tabwriter"

	"github.com/onrecord/onrecord/eval/bench/measure"
	"github.com/onrecord/onrecord/eval/bench/peer"
)

// A table is lined up when it is closed.
type table struct{ *tabwriter.Writer }

func newTable(w io.Writer, title string, columns ...any) table {
	fmt.Fprintf(w, "\n%s\n", title)
	t := table{tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)}
	t.row(columns...)
	return t
}

// row writes cells: numbers with as many decimals as they need for three
// digits, a nil as a dash.
func (t table) row(cells ...any) {
	for _, cell := range cells {
		switch cell := cell.(type) {
		case nil:
			fmt.Fprint(t, "–\t")
		case float64:
			fmt.Fprintf(t, "%s\t", number(cell))
		default:
			fmt.Fprintf(t, "%v\t", cell)
		}
	}
	fmt.Fprintln(t)
}

func number(value float64) string {
	switch {
	case value == 0 || math.Abs(value) >= 100:
		return fmt.Sprintf("%.0f", value)
	case math.Abs(value) >= 10:
		return fmt.Sprintf("%.1f", value)
	}
	return fmt.Sprintf("%.2f", value)
}

// print writes all tables.
func (f *figures) print(w io.Writer) {
	fmt.Fprintf(w, "%d claims, seed %d; %d cores, %s; times in microseconds unless said\n", f.Claims, f.Seed, f.Cores, f.Go)
	f.printIngest(w)
	f.printSpace(w)
	f.printLayers(w)
	f.printRemote(w)
	f.printPeers(w)
}

func (f *figures) printIngest(w io.Writer) {
	if len(f.Ingest) == 0 && len(f.Peers) == 0 {
		return
	}
	t := newTable(w, "Taking in, durable", "", "writers", "claims", "claims/s", "claims/CPU-s", "durable after ms p50", "p99")
	for _, r := range f.Ingest {
		t.row(r.Name, r.Writers, r.Claims, float64(r.Claims)/r.WallSeconds, float64(r.Claims)/r.CPUSeconds, r.AckP50/1000, r.AckP99/1000)
	}
	for _, p := range f.Peers {
		if x := p.Indexed; x != nil {
			name := fmt.Sprintf("%s, %d claims a commit", x.Engine, peer.CommitEvery)
			t.row(name, 1, x.Claims, float64(x.Claims)/x.WallSeconds, float64(x.Claims)/x.CPUSeconds, nil, nil)
		}
	}
	t.Flush()
}

const megabyte = 1 << 20

func (f *figures) printSpace(w io.Writer) {
	t := newTable(w, "Space and opening", "", "bytes/claim", "memory MB", "without mapped files", "open ms", "with speakers", "first answer")
	t.row("On Record", f.BytesPerClaim, float64(f.RSS)/megabyte, float64(f.OwnMemory)/megabyte,
		f.Open.Index*1000, f.Open.Service*1000, f.Open.FirstAnswer*1000)
	for _, p := range f.Peers {
		t.row(p.Queried.Engine, p.BytesPerClaim, float64(p.Queried.RSS)/megabyte, nil, nil, nil, nil)
	}
	t.Flush()
}

// cells are p50/p95/p99 and CPU, or a dash.
func cells(f measure.Figures, measured bool) []any {
	if !measured {
		return []any{nil, nil}
	}
	return []any{fmt.Sprintf("%s/%s/%s", number(f.P50), number(f.P95), number(f.P99)), f.CPU}
}

func (f *figures) printLayers(w io.Writer) {
	t := newTable(w, "Looking up, one at a time", "", "matches", "engine p50/p95/p99", "CPU", "library p50/p95/p99", "CPU")
	for _, c := range f.Classes {
		row := []any{c.Class, c.Matches}
		for _, layer := range []string{layerEngine, layerLibrary} {
			figures, measured := c.Layers[layer]
			row = append(row, cells(figures, measured)...)
		}
		t.row(row...)
	}
	t.Flush()
}

func (f *figures) printRemote(w io.Writer) {
	if !slices.ContainsFunc(f.Classes, func(c *classFigures) bool { return c.Layers[layerRemoteMany].Calls > 0 }) {
		return
	}
	t := newTable(w, "Over gRPC on loopback, CPU of client and server together; an echo has messages of the same size", "",
		"bytes", "p50/p95/p99", "CPU", "echo p50", "beyond echo and library", "16 in flight p50/p95/p99", "CPU", "calls/s", "echo calls/s")
	for _, c := range f.Classes {
		one, measured := c.Layers[layerRemote]
		many, both := c.Layers[layerRemoteMany]
		if !measured || !both {
			continue
		}
		echo, echoes := c.Layers[layerEcho], c.Layers[layerEchoMany]
		row := append([]any{c.Class, c.Received}, cells(one, true)...)
		row = append(row, echo.P50, one.P50-echo.P50-c.Layers[layerLibrary].P50)
		row = append(row, cells(many, true)...)
		t.row(append(row, many.PerSecond, echoes.PerSecond)...)
	}
	t.Flush()
}
