package garbage

import (
	"runtime"
	"testing"
)

func TestPercent(t *testing.T) {
	for inUse, want := range map[uint64]int{0: 300, 1 << 20: 300, 64 << 20: 300, 128 << 20: 200, 256 << 20: 100, 512 << 20: 50, 8 << 30: 50} {
		if got := percent(inUse); got != want {
			t.Errorf("%d bytes in use: got %d, want %d", inUse, got, want)
		}
	}
}

// TestInUse fails where the runtime does not know the name of the figure.
func TestInUse(t *testing.T) {
	runtime.GC()
	if inUse() == 0 {
		t.Error("nothing is in use")
	}
}
