package index

import (
	"slices"
	"testing"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// TestPrintsMadeAhead takes prints that were made of another segment under the
// same path for none.
func TestPrintsMadeAhead(t *testing.T) {
	directory := t.TempDir()
	x := openIndex(t, directory)
	if err := x.Put(t.Context(), fullRecord("a")); err == nil {
		t.Fatal("revision 3 was put first")
	}
	r := fullRecord("a")
	r.Revision = 1
	if err := x.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	_, err := reading(x, func(v *view) (struct{}, error) {
		for _, s := range v.segments {
			checkAhead(t, s.segment)
		}
		return struct{}{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkAhead(t *testing.T, s segment.Segment) {
	t.Helper()
	onDisk, ok := s.(*zap.Segment)
	if !ok {
		return // not written yet
	}
	want, err := readPrints(s)
	if err != nil {
		t.Fatal(err)
	}
	plugin.printAhead(onDisk.Path(), nil)
	made, ok := plugin.ahead.Load(onDisk.Path())
	if !ok || !slices.Equal(made.(*prints).sorted, want.sorted) {
		t.Errorf("made ahead: %v, want %v", made, want)
	}
	plugin.ahead.Store(onDisk.Path(), &prints{sorted: []uint64{1 << 40}, crc: onDisk.CRC() + 1})
	if got, err := plugin.printsOf(s); err != nil || !slices.Equal(got.sorted, want.sorted) {
		t.Errorf("got %v, %v, want those of the segment, %v", got, err, want)
	}
	plugin.printAhead(onDisk.Path(), nil)
}
