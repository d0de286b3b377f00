// Package indextest says what an onrecord.Index must do, as tests that every
// engine passes: hand-written cases for what each part of a query means, and
// generated records and queries compared with an oracle that looks at every
// claim.
package indextest

import (
	"testing"

	"github.com/onrecord/onrecord"
)

// Run tests an engine. open returns a new and empty index for each call; Run
// closes it.
func Run(t *testing.T, open func(t *testing.T) onrecord.Index) {
	tests := []struct {
		name string
		run  func(t *testing.T, x onrecord.Index)
	}{
		{"empty index", testEmpty},
		{"meaning of queries", testMeaning},
		{"order and pages", testOrder},
		{"histograms and dates of facets", testDates},
		{"invalid requests", testInvalid},
		{"invalid records", testInvalidRecords},
		{"cancelled requests", testCancelled},
		{"versions", testVersions},
		{"whole records", testWholeRecords},
		{"corrections", testCorrections},
		{"former claims", testFormer},
		{"values", testValues},
		{"groups", testGroups},
		{"what is alike", testAlike},
		{"collapsed pages", testCollapsed},
		{"best matches", testTop},
		{"invalid requests for the best matches", testInvalidTop},
		{"ledger", testLedger},
		{"invalid entries", testInvalidEntries},
		{"writers of one article", testRivals},
		{"writers beside readers", testReadersAndWriters},
		{"generated records and queries", testGenerated},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := open(t)
			tt.run(t, x)
			if err := x.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		})
	}
}

// RunDurable tests an engine that keeps what it has when it is closed. open
// opens the index that is kept in a directory.
func RunDurable(t *testing.T, open func(t *testing.T, directory string) onrecord.Index) {
	t.Run("reopened", func(t *testing.T) { testReopened(t, open) })
}
