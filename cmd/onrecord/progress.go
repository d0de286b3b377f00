package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells how far a long command has come: on a terminal a bar with
// count, rate and time left, else a line every ten seconds.
type progress struct {
	w     io.Writer
	bar   *progressbar.ProgressBar // nil where w is no terminal
	began time.Time
	told  time.Time
}

// newProgress measures by bytes read of total; -1 where that is not known.
func newProgress(w io.Writer, total int64) *progress {
	p := &progress{w: w, began: time.Now(), told: time.Now()}
	if _, ok := terminal(w); ok {
		p.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(w),
			progressbar.OptionShowBytes(true),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionFullWidth(),
		)
	}
	return p
}

// update tells that n items are done and read bytes of the source were needed.
func (p *progress) update(n int, read int64) {
	if p.bar != nil {
		p.bar.Describe(p.rate(n))
		_ = p.bar.Set64(read) // fails past the total, which a growing file can be
		return
	}
	if time.Since(p.told) >= 10*time.Second {
		p.told = time.Now()
		fmt.Fprintln(p.w, p.rate(n))
	}
}

func (p *progress) rate(n int) string {
	seconds := max(time.Since(p.began).Seconds(), 0.001)
	return fmt.Sprintf("%s articles, %s/s", count(n), count(int(float64(n)/seconds)))
}

// say writes a line above the bar.
func (p *progress) say(format string, args ...any) {
	if p.bar != nil {
		_ = p.bar.Clear() // only the looks suffer
	}
	newPrinter(p.w).line(format, args...)
}

// done takes the bar away.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish() // only the looks suffer
	}
}
