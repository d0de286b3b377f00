package measure

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// CPU returns the CPU time that the process has used, on all cores.
func CPU() time.Duration { return cpu(unix.RUSAGE_SELF) }

// ThreadCPU returns the CPU time of the calling thread: lock the goroutine to
// it.
func ThreadCPU() time.Duration { return cpu(unix.RUSAGE_THREAD) }

// cpu is 0 where the system does not tell.
func cpu(who int) time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(who, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// CPUOf returns the CPU time that another process has used, to 10 ms.
func CPUOf(pid int) (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	// The name, in parentheses, may have spaces; behind it utime and stime are
	// the 12th and 13th fields, in hundredths of a second.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 13 {
		return 0, fmt.Errorf("/proc/%d/stat has %d fields", pid, len(fields))
	}
	var ticks int64
	for _, field := range fields[11:13] {
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}

// Memory returns the resident size of a process in bytes, files that are mapped
// into it included, and the part of it that is its own.
func Memory(pid int) (resident, own int64, err error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(status)) {
		name, value, _ := strings.Cut(line, ":")
		kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
		switch name {
		case "VmRSS":
			resident = kb << 10
		case "RssAnon":
			own = kb << 10
		}
	}
	return resident, own, nil
}

// DiskUsage returns the bytes of the files in a directory.
func DiskUsage(directory string) (bytes int64, err error) {
	err = filepath.WalkDir(directory, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) { // merged away meanwhile
			return nil
		}
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	return bytes, err
}

// Forget has the system drop the files of a directory from its memory, as far
// as no process has them mapped.
func Forget(directory string) error {
	return filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		return errors.Join(file.Sync(), unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED), file.Close())
	})
}

// Settle waits until the process is idle: until what it does behind the calls,
// such as merging, is done. It gives up after most.
func Settle(most time.Duration) {
	const step = 500 * time.Millisecond
	for end := time.Now().Add(most); time.Now().Before(end); {
		before := CPU()
		time.Sleep(step)
		if CPU()-before < step/50 {
			return
		}
	}
}
