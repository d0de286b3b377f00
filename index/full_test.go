//go:build unix

package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"

	"github.com/onrecord/onrecord"
)

func init() { children["full"] = writeToFullDisk }

// The writes that writeToFullDisk has acknowledged when it waits for its death.
const fullDiskWrites = 5

// limitFiles bounds the size of files that this process writes: beyond it every
// write fails, as on a full disk.
func limitFiles(bytes uint64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	limit.Cur = min(bytes, limit.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}

const unlimited = ^uint64(0)

// bigRecord is larger than the limits in the tests, however well it is packed.
func bigRecord(id string) onrecord.Record {
	r := sampleRecord(id, 1)
	random := rand.New(rand.NewPCG(7, 0))
	text := make([]byte, 1<<20)
	for i := range text {
		text[i] = byte(' ' + random.IntN(90))
	}
	r.Article.Text = string(text)
	return r
}

// writeToFullDisk writes while there is room, while there is none, and when
// there is again. Each write that fails must say so, must not be seen by
// readers, and must not keep later ones from succeeding when there is room.
func writeToFullDisk(directory string) error {
	ctx := context.Background()
	x, err := Open(Config{Path: directory})
	if err != nil {
		return err
	}
	put := func(id string, version int) error {
		err := x.Put(ctx, sampleRecord(id, version))
		if err == nil {
			fmt.Println(id, version)
		}
		return err
	}
	full := func() error {
		if err := limitFiles(4096); err != nil {
			return err
		}
		if err := x.Put(ctx, bigRecord("big")); !errors.Is(err, onrecord.ErrUnavailable) {
			return fmt.Errorf("put on a full disk: got error %v, want ErrUnavailable", err)
		}
		if err := put("small", 1); !errors.Is(err, onrecord.ErrUnavailable) {
			return fmt.Errorf("another: got error %v, want ErrUnavailable", err)
		}
		for _, id := range []string{"big", "small"} {
			if _, err := x.Record(ctx, id); !errors.Is(err, onrecord.ErrNotFound) {
				return fmt.Errorf("%s, which is not durable: got error %v, want ErrNotFound", id, err)
			}
		}
		if _, err := x.Record(ctx, "a"); err != nil {
			return err
		}
		return nil
	}
	err = errors.Join(put("a", 1), put("a", 2), put("b", 1), full(), limitFiles(unlimited), put("c", 1), put("b", 2))
	if err != nil {
		return err
	}
	if err := errors.Join(x.Put(ctx, bigRecord("big")), x.Delete(ctx, "big")); err != nil {
		return fmt.Errorf("what failed, again: %w", err)
	}
	if err := full(); err != nil {
		return err
	}
	fmt.Println("c", 1) // once more: kill me
	select {}
}

// TestFullDisk kills a process whose disk is full.
func TestFullDisk(t *testing.T) {
	directory := t.TempDir()
	acknowledged := map[string]int{}
	killAfter(t, "full", directory, fullDiskWrites+1, acknowledged)
	if sum(acknowledged) != 2+2+1 {
		t.Errorf("acknowledged %v, want a to 2, b to 2, c", acknowledged)
	}
	checkAfterCrash(t, openIndex(t, directory), acknowledged)
}
