package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
)

// bucketLabels are how a bucket of each unit is written, and the unit explained.
var bucketLabels = map[onrecord.TimeUnit]struct{ layout, title string }{
	onrecord.UnitDay:   {time.DateOnly, "Statements by day"},
	onrecord.UnitWeek:  {time.DateOnly, "Statements by week, from Monday"},
	onrecord.UnitMonth: {"2006-01", "Statements by month"},
	onrecord.UnitYear:  {"2006", "Statements by year"},
}

// fewestSkipped is how many empty buckets one upon the other are written as one
// line.
const fewestSkipped = 4

// histogram draws how many statements there are when.
func (p *printer) histogram(t *onrecord.Timeline) {
	label := bucketLabels[t.Unit]
	p.line("%s", p.bold(label.title+":"))
	most := 0
	for _, b := range t.Buckets {
		most = max(most, b.Count)
	}
	for i := 0; i < len(t.Buckets); {
		if empty := emptyFrom(t.Buckets[i:]); empty >= fewestSkipped {
			p.line("   %s", p.dim(fmt.Sprintf("… %s without", number(empty, t.Unit.String()))))
			i += empty
			continue
		}
		b := t.Buckets[i]
		line := fmt.Sprintf("   %s  %s", b.Start.Format(label.layout), p.bar(b.Count, most))
		if b.Count > 0 {
			line += " " + count(b.Count)
		}
		p.line("%s", strings.TrimRight(line, " "))
		i++
	}
	if t.Across > 0 {
		p.line("   and %s known to a longer time only", count(t.Across))
	}
	if t.Undated > 0 {
		p.line("   and %s without a date", count(t.Undated))
	}
	p.line("")
}

// emptyFrom counts the empty buckets at the beginning.
func emptyFrom(buckets []onrecord.Bucket) int {
	i := slices.IndexFunc(buckets, func(b onrecord.Bucket) bool { return b.Count > 0 })
	if i < 0 {
		return len(buckets)
	}
	return i
}

// barWidth is the length of the longest bar, in characters.
const barWidth = 40

// eighths are the block characters that are so many eighths wide.
var eighths = []rune(" ▏▎▍▌▋▊▉█")

// bar draws a count beside the highest one: to an eighth of a character, or of #
// where the terminal cannot show blocks. What is there shows.
func (p *printer) bar(n, most int) string {
	if n == 0 {
		return ""
	}
	if p.ascii {
		return strings.Repeat("#", max(1, n*barWidth/most))
	}
	parts := max(1, n*barWidth*8/most)
	bar := strings.Repeat("█", parts/8)
	if rest := parts % 8; rest > 0 {
		bar += string(eighths[rest])
	}
	return bar
}

// isASCII reports whether the environment asks for another character set than
// UTF-8. Where it says nothing, it is UTF-8 as everywhere else.
func isASCII() bool {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"))
	folded := strings.ToLower(strings.ReplaceAll(locale, "-", ""))
	return locale != "" && !strings.Contains(folded, "utf8")
}

// mergeSpans returns the spans of both in order, without overlaps.
func mergeSpans(a, b []onrecord.Span) []onrecord.Span {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y onrecord.Span) int { return cmp.Compare(x.Start, y.Start) })
	var merged []onrecord.Span
	for _, s := range all {
		if last := len(merged) - 1; last >= 0 && s.Start < merged[last].End {
			merged[last].End = max(merged[last].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
