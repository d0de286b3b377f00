package index

import (
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/index/indextest"
)

func openTest(t *testing.T, path string) onrecord.Index {
	t.Helper()
	x, err := Open(Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestInMemory(t *testing.T) {
	indextest.Run(t, func(t *testing.T) onrecord.Index { return openTest(t, "") })
}

func TestOnDisk(t *testing.T) {
	indextest.Run(t, func(t *testing.T) onrecord.Index { return openTest(t, t.TempDir()) })
	indextest.RunDurable(t, func(t *testing.T, directory string) onrecord.Index { return openTest(t, directory) })
}
