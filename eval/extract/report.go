package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// report prints the figures.
func (t *tally) report(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "figure\tkind\tprecision\trecall\tF1\tfound\tgold\t")
	for _, f := range []struct {
		name string
		rows map[string]*count
	}{{"partial", t.partial}, {"exact", t.exact}, {"attribution", t.attribution}} {
		for _, k := range kinds {
			c := f.rows[k]
			fmt.Fprintf(tw, "%s\t%s\t%.1f\t%.1f\t%.1f\t%d\t%d\t\n", f.name, k, 100*c.precision(), 100*c.recall(), 100*c.f1(), c.system, c.gold)
		}
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if t.names > 0 {
		fmt.Fprintf(w, "\nfull name right on found statements: %.1f %% (%d of %d)\n", 100*share(t.namesRight, t.names), t.namesRight, t.names)
	}
	return t.calibration(w)
}

// calibration prints, by confidence, how many of the claims are right: the
// words partly found and the speaker the same.
func (t *tally) calibration(w io.Writer) error {
	fmt.Fprintln(w, "\nconfidence   claims  right")
	for i := len(t.bins) - 1; i >= 0; i-- {
		if b := t.bins[i]; b.n > 0 {
			fmt.Fprintf(w, "%.1f – %.1f   %6d  %5.1f %%\n", float64(i)/10, min(float64(i+1)/10, 1), b.n, 100*share(b.right, b.n))
		}
	}
	high := t.bins[9].n + t.bins[10].n
	_, err := fmt.Fprintf(w, "0.9 and over %6d  %5.1f %%\n", high, 100*share(t.bins[9].right+t.bins[10].right, high))
	return err
}
