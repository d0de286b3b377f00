package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// measured is how long the speed is measured for, in CPU time.
const measured = 2 * time.Second

// speed prints how many articles, and bytes of text, a CPU-second takes.
func speed(w io.Writer, articles []onrecord.Article) error {
	if len(articles) == 0 {
		return nil
	}
	start, n, size := cpuTime(), 0, 0
	for cpuTime()-start < measured {
		for _, a := range articles {
			extract.Claims(a)
			n++
			size += len(a.Text)
		}
	}
	seconds := (cpuTime() - start).Seconds()
	_, err := fmt.Fprintf(w, "\n%.0f articles per CPU-second (%.1f MB of text, %.1f KB an article)\npeak memory %s\n",
		float64(n)/seconds, float64(size)/seconds/1e6, float64(size)/float64(n)/1e3, peakMemory())
	return err
}

// cpuTime returns the CPU time the process has used, on all cores.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory returns the largest resident size so far, gold file included.
func peakMemory() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "not known on this system"
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
			return fmt.Sprintf("%.0f MB", float64(kb)/1024)
		}
	}
	return "not known on this system"
}
