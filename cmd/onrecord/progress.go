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
	total int64 // bytes; -1: not known
	// skipped are items that were taken in before.
	skipped int
}

// newProgress measures by bytes read of total; -1 where that is not known.
func newProgress(w io.Writer, total int64) *progress {
	p := &progress{w: w, began: time.Now(), told: time.Now(), total: total}
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
		fmt.Fprintln(p.w, p.rate(n)+p.left(read))
	}
}

// skip tells that so many items were taken in before.
func (p *progress) skip(n int) { p.skipped = n }

func (p *progress) rate(n int) string {
	seconds := max(time.Since(p.began).Seconds(), 0.001)
	return fmt.Sprintf("%s, %s/s", number(n, "article"), count(int(float64(n-p.skipped)/seconds)))
}

// left tells how long it takes yet, where the size of the source is known.
func (p *progress) left(read int64) string {
	if p.total <= 0 || read <= 0 || read > p.total {
		return ""
	}
	left := time.Duration(float64(time.Since(p.began)) * float64(p.total-read) / float64(read))
	return fmt.Sprintf(", %d%%, about %s left", 100*read/p.total, left.Round(time.Second))
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
