package server

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/genproto/googleapis/rpc/code"
)

// TestREADMEHasEveryReason compares README's table of errors with the reasons
// that there are.
func TestREADMEHasEveryReason(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	row := regexp.MustCompile(`(?m)^\| ([A-Z_]+), (\d+) \| ([A-Z_0-9]+) \| `)
	for _, cells := range row.FindAllStringSubmatch(string(readme), -1) {
		got = append(got, fmt.Sprint(cells[1:]))
	}
	for r := range reasonCount {
		if r.String() == "" {
			t.Errorf("reason %d has no row", r)
		}
		want = append(want, fmt.Sprint([]string{code.Code(r.code()).String(), fmt.Sprint(r.http()), r.String()}))
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("README's reasons (-want +got):\n%s", diff)
	}
}
