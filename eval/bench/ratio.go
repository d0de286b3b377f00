package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/onrecord/onrecord/eval/bench/measure"
)

// shownMismatches is how many are printed of each peer.
const shownMismatches = 5

// printPeers writes what the other engines took, and how ours relates.
func (f *figures) printPeers(w io.Writer) {
	if len(f.Peers) == 0 {
		return
	}
	header := []any{"", "engine", "library"}
	for _, p := range f.Peers {
		header = append(header, p.Name)
	}
	times := newTable(w, "With other engines, exact counts: p50/p99 · CPU", header...)
	f.eachClass(func(c *classFigures, peers []*measure.Figures) {
		row := []any{c.Class}
		for _, f := range append([]*measure.Figures{c.layer(layerEngine), c.layer(layerLibrary)}, peers...) {
			row = append(row, short(f))
		}
		times.row(row...)
	})
	times.Flush()
	for _, layer := range []string{layerEngine, layerLibrary} {
		f.printRatios(w, layer)
	}
	for _, p := range f.Peers {
		for _, mismatch := range p.Mismatches[:min(len(p.Mismatches), shownMismatches)] {
			fmt.Fprintf(w, "%s DIFFERS: %s\n", p.Name, mismatch)
		}
	}
}

// printRatios writes CPU and p50 of one of our layers as parts of the peers'.
func (f *figures) printRatios(w io.Writer, layer string) {
	header := []any{""}
	for _, p := range f.Peers {
		header = append(header, "CPU / "+p.Name, "p50 / "+p.Name)
	}
	t := newTable(w, "Ours ("+layer+") over theirs; below 1 is faster", header...)
	f.eachClass(func(c *classFigures, peers []*measure.Figures) {
		ours := c.layer(layer)
		if ours == nil {
			return
		}
		row := []any{c.Class}
		for _, theirs := range peers {
			if theirs == nil {
				row = append(row, nil, nil)
				continue
			}
			row = append(row, ours.CPU/theirs.CPU, ours.P50/theirs.P50)
		}
		t.row(row...)
	})
	t.Flush()
}

// eachClass calls visit with each class that a peer answered and with the
// figures of all peers, nil of those that did not.
func (f *figures) eachClass(visit func(*classFigures, []*measure.Figures)) {
	for _, c := range f.Classes {
		peers, answered := make([]*measure.Figures, len(f.Peers)), false
		for i, p := range f.Peers {
			for j := range p.Queried.Classes {
				if p.Queried.Classes[j].Class == c.Class {
					peers[i], answered = &p.Queried.Classes[j].Figures, true
				}
			}
		}
		if answered {
			visit(c, peers)
		}
	}
}

// layer returns the figures of a layer; nil where it was not measured.
func (f *classFigures) layer(name string) *measure.Figures {
	if figures, ok := f.Layers[name]; ok {
		return &figures
	}
	return nil
}

func short(f *measure.Figures) any {
	if f == nil {
		return nil
	}
	return fmt.Sprintf("%s/%s · %s", number(f.P50), number(f.P99), number(f.CPU))
}

// compare prints how the figures of a large corpus relate to those of a small
// one: what grows more than the work does, grows too much.
func compare(w io.Writer, smallPath, largePath string) error {
	small, err := read(smallPath)
	if err != nil {
		return err
	}
	large, err := read(largePath)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "From %d to %d claims (× %s): the figures of the larger corpus over those of the smaller\n",
		small.Claims, large.Claims, number(float64(large.Claims)/float64(small.Claims)))
	t := newTable(w, "Looking up", "", "matches", "postings", "engine p50", "CPU", "library p50", "CPU", "gRPC p50")
	for _, c := range large.Classes {
		before := small.of(c.Class)
		if before == nil {
			continue
		}
		row := []any{c.Class, over(c.Matches, before.Matches), over(c.Postings, before.Postings)}
		for _, layer := range []string{layerEngine, layerLibrary} {
			now, then := c.Layers[layer], before.Layers[layer]
			row = append(row, over(now.P50, then.P50), over(now.CPU, then.CPU))
		}
		t.row(append(row, over(c.Layers[layerRemote].P50, before.Layers[layerRemote].P50))...)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return compareRest(w, small, large)
}

// compareRest prints how space, opening and taking in grow.
func compareRest(w io.Writer, small, large *figures) error {
	t := newTable(w, "The rest", "", "ratio")
	t.row("bytes a claim", over(large.BytesPerClaim, small.BytesPerClaim))
	t.row("memory without mapped files", over(float64(large.OwnMemory), float64(small.OwnMemory)))
	t.row("open to first answer", over(large.Open.FirstAnswer, small.Open.FirstAnswer))
	for _, now := range large.Ingest {
		i := slices.IndexFunc(small.Ingest, func(then ingestRow) bool { return then.Name == now.Name && then.Writers == now.Writers })
		if i >= 0 {
			then := small.Ingest[i]
			t.row(fmt.Sprintf("CPU a claim, %s, %d writers", now.Name, now.Writers),
				over(now.CPUSeconds/float64(now.Claims), then.CPUSeconds/float64(then.Claims)))
		}
	}
	return t.Flush()
}

// over divides; nil where there is nothing to divide by.
func over(now, then float64) any {
	if then == 0 || now == 0 {
		return nil
	}
	return now / then
}
